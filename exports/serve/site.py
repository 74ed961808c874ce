"""The pages that people see: the graph, the table of statements, the editor for queries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

import jinja2
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response

from newsgraph.graph.identity import normal_key
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..formats.flat import Flat
from ..page import write_page
from ..page.template import page_policy
from ..sparql.cookbook import recipes

PAGE_ROWS = 50
_HEAD = 4096  # characters of a page in which its policy stands
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')

_FOLDER = Path(__file__).parent
_STATIC = {"style.css": "text/css", "editor.js": "text/javascript"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)  # no slots: what is cached lives in __dict__
class Site:
    """The pages of one graph; ``name`` stands at the top of each.

    ``page`` is that of the graph where it is built already; without it, it is written when first asked for.
    """

    graph: KnowledgeGraph
    page: str | None
    name: str

    async def index(self, request: Request) -> Response:
        """Show the graph below the navigation."""
        return self._html("graph.html.jinja", here="/")

    async def picture(self, request: Request) -> Response:
        """Show the page of the graph itself, with its own content security policy.

        A page that was built under another policy, by whomever, is not shown but written anew.
        """
        policy = page_policy()
        own = self.page if self.page and _policy_of(self.page) == policy else None
        page = own or await run_in_threadpool(lambda: self._written)
        headers = {"Content-Security-Policy": f"{policy}; frame-ancestors 'self'"}
        return HTMLResponse(page, headers=headers)

    async def statements(self, request: Request) -> Response:
        """Show the statements that have all words of ``q``, a page of them."""
        q = request.query_params.get("q", "")[:200]
        words = normal_key(q).split()
        found = [row for text, row in self._rows if all(word in text for word in words)]
        pages = max(1, -(-len(found) // PAGE_ROWS))
        page = min(max(_number(request.query_params.get("page", "1")), 1), pages)
        rows = found[(page - 1) * PAGE_ROWS : page * PAGE_ROWS]
        counts = {"total": len(found), "all": len(self._rows), "page": page, "pages": pages}
        return self._html("statements.html.jinja", here="/statements", q=q, rows=rows, **counts)

    async def query(self, request: Request) -> Response:
        """Show the editor with the recipes."""
        return self._html("query.html.jinja", here="/query", recipes=recipes())

    async def static(self, request: Request) -> Response:
        """Send a style sheet or script of ours."""
        name = request.path_params["name"]
        if name not in _STATIC:
            return PlainTextResponse("There is no such file.\n", 404)
        return FileResponse(_FOLDER / "static" / name, media_type=_STATIC[name])

    def _html(self, template: str, **values: object) -> Response:
        text = self._templates.get_template(template).render(name=self.name, **values)
        return HTMLResponse(text, headers={"Content-Security-Policy": _POLICY})

    @cached_property
    def _written(self) -> str:
        return write_page(self.graph)

    @cached_property
    def _templates(self) -> jinja2.Environment:
        loader = jinja2.FileSystemLoader(_FOLDER / "templates")
        return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)

    @cached_property
    def _rows(self) -> Sequence[tuple[str, dict[str, Any]]]:
        """Every statement as a row, with the text that searches look in."""
        flat, rows = Flat.of(self.graph), []
        for statement in self.graph.statements:
            row: dict[str, Any] = dict(flat.statement(statement))
            row["subject"] = self.graph.entity(statement.subject).name
            row["object"] = statement.literal.text if statement.literal else ""
            if statement.object is not None:
                row["object"] = self.graph.entity(statement.object).name
            text = normal_key(" ".join(str(value) for value in row.values()))
            rows.append((text, row))
        return rows


def _policy_of(page: str) -> str | None:
    found = _META.search(page, 0, _HEAD)
    return unescape(found[1]) if found else None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
