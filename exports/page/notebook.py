"""The page in notebooks and in the browser."""

from __future__ import annotations

import tempfile
import webbrowser
from dataclasses import replace
from html import escape
from pathlib import Path

from newsgraph.graph.files import write_text
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from .page import write_page

FRAME_LIMIT = 300_000
"""Bytes that a displayed graph adds to the file of a notebook, at most."""

_STEPS = (400, 300, 220, 160, 120, 90, 60, 40, 20)
"""Statements that a frame is tried with, where all are too many."""

_IN_VIEW = 60
"""Entities that a frame opens with: it is a small window."""


def iframe_html(kg: KnowledgeGraph, *, height: int = 640) -> str:
    """Return the page in a sandboxed frame, ``height`` pixels high, of at most :data:`FRAME_LIMIT` bytes.

    Where the whole graph does not fit, the frame has the statements that most readers want, and a line says so.
    """
    total = len(kg.statements)
    for count in (*((total,) if total <= _STEPS[0] else ()), *(step for step in _STEPS if step < total)):
        html = _frame(kg if count == total else strongest_part(kg, count), height)
        if count < total:
            html = f"<p>The {count:,} most wanted of {total:,} statements; <code>kg.show()</code> opens all.</p>{html}"
        if len(html.encode("utf-8", "replace")) <= FRAME_LIMIT:
            return html
    return f"<p>{escape(repr(kg))} is too large to show here; <code>kg.show()</code> opens it.</p>"


def _frame(kg: KnowledgeGraph, height: int) -> str:
    page = write_page(kg, max_visible=_IN_VIEW, whole_texts=False)
    return (
        f'<iframe srcdoc="{escape(page)}" sandbox="allow-scripts allow-downloads allow-popups" '
        f'title="Knowledge graph" style="width:100%;height:{height}px;border:0" loading="lazy"></iframe>'
    )


def strongest_part(kg: KnowledgeGraph, count: int) -> KnowledgeGraph:
    """Return the graph of the ``count`` statements that a reader would want first, with all whom they involve."""
    chosen = {statement.id for statement in kg.strongest()[:count]}
    statements = tuple(statement for statement in kg.statements if statement.id in chosen)
    involved = {id for statement in statements for id in statement.involved}
    stated = {piece.document for statement in statements for piece in statement.evidence}
    documents = (document for document in kg.documents if document.id in stated)
    entities = (
        replace(entity, members=tuple(m for m in entity.members if m.document in stated))
        for entity in kg.entities
        if entity.id in involved
    )
    return KnowledgeGraph(tuple(documents), tuple(entities), statements)


def show(kg: KnowledgeGraph, path: str | Path | None = None) -> Path:
    """Write the page to ``path`` (by default a temporary file), open it in the browser, return the path."""
    target = Path(path) if path else Path(tempfile.mkdtemp(prefix="newsgraph-")) / "graph.html"
    write_text(target, write_page(kg))
    webbrowser.open(target.resolve().as_uri())
    return target
