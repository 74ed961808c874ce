"""JSON-LD in pages (schema.org): the node that describes the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, Any]
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_PAGES = frozenset({"WebPage", "ItemPage", "AboutPage"})
_DEEPEST = 6


def article_node(tree: HtmlElement, address: str | None, headline: str | None) -> Node:
    """The node of the page's own article, else of the page; an empty one where there is none.

    Of several articles (related ones are described as well) it is the one with the page's address or headline, else the
    first.
    """
    nodes = list(_nodes(tree))
    articles = [node for node in nodes if _is_article(node)]
    own = [node for node in articles if _is_about(node, address, headline)]
    pages = [node for node in nodes if _PAGES & _types(node)]
    return next(iter((*own, *articles, *pages)), {})


def texts(value: object) -> list[str]:
    """Strings of a value: itself, those of a list, the names of nodes."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    if isinstance(value, dict):
        return texts(value.get("name") or value.get("@value"))
    return []


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _flatten(_parse(script.text or ""))


def _parse(text: str) -> object:
    cleaned = _COMMENT.sub("", _COMMENT.sub("", text.strip()))
    for candidate in (cleaned, cleaned.rstrip(";"), re.sub(r",\s*([}\]])", r"\1", cleaned)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flatten(value: object, depth: int = 0) -> Iterator[Node]:
    """Nodes at the top, in ``@graph`` and as main entity; not those that others merely mention."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flatten(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), list | dict):
                yield from _flatten(value[key], depth + 1)


def _types(node: Node) -> set[str]:
    return {name.rsplit("/", 1)[-1] for name in texts(node.get("@type"))}


def _is_article(node: Node) -> bool:
    return any(name.endswith(("Article", "BlogPosting", "Report")) for name in _types(node))


def _is_about(node: Node, address: str | None, headline: str | None) -> bool:
    page = node.get("mainEntityOfPage")
    addresses = [*texts(node.get("url")), *texts(node.get("@id")), *texts(page)]
    if isinstance(page, dict):
        addresses += texts(page.get("@id"))
    names = {_plain(text) for text in texts(node.get("headline"))}
    return (address is not None and any(_same(address, other) for other in addresses)) or (
        headline is not None and _plain(headline) in names
    )


def _same(left: str, right: str) -> bool:
    return left.split("#")[0].split("?")[0].rstrip("/") == right.split("#")[0].split("?")[0].rstrip("/")


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
