"""What a page declares about its article: headline, day, outlet, authors, section, address, language."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .dates import find_day
from .structured import Node, article_node, texts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SEPARATOR = re.compile(r"\s+(?:[|·•»«–—]|-{1,2}|::)\s+|\s*\|\s*")
_BY = re.compile(r"^\W*(?:by|from|author)\b:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page declares about its article."""

    title: str | None = None
    date: date | None = None
    date_from: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    language: str | None = None


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a parsed page: JSON-LD first, then meta elements, microdata and what stands in the page."""
    meta = _meta(tree)
    url = _address(tree, meta)
    node = article_node(tree, url, meta.get("og:title"))
    publisher = _first(
        [*texts(node.get("publisher")), meta.get("og:site_name"), meta.get("application-name")]
    )
    headline = _headline(tree, node, meta, publisher)
    day, source = find_day(tree, node, meta, url, headline)
    return Metadata(
        headline,
        day,
        source,
        url,
        publisher,
        _authors(tree, node, meta),
        _first([*texts(node.get("articleSection")), meta.get("article:section"), meta.get("section")]),
        _language(tree, meta),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Contents of meta elements by name; the first of each name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and element.get(key):
                found.setdefault(element.get(key).strip().lower(), content)
    return found


def _first(values: list[str | None]) -> str | None:
    return next((_clean(value) for value in values if value and _clean(value)), None)


def _clean(text: str) -> str:
    """One line without markup; entities are undone twice, as many pages escape twice."""
    plain = html.unescape(html.unescape(text))
    return " ".join(re.sub(r"</?\w+[^>]*>", "", plain).split())


def _address(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = [
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    found = [
        address for address in (*links, meta.get("og:url"), meta.get("twitter:url")) if is_address(address)
    ]
    return next((str(address).strip() for address in found), None)


def is_address(url: str | None) -> bool:
    """Is this an absolute address of the web, with a host?"""
    try:
        parts = urlsplit((url or "").strip())
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _headline(tree: HtmlElement, node: Node, meta: dict[str, str], publisher: str | None) -> str | None:
    """The headline as the page shows it, where what it declares agrees; else the declared one without the outlet's name."""
    declared = _first(
        [*texts(node.get("headline")), meta.get("og:title"), meta.get("twitter:title"), _title(tree)]
    )
    shown = [_clean(element.text_content()) for element in tree.iter("h1")]
    shown = [text for text in shown if text]
    if declared is None:
        return shown[0] if shown else None
    candidates = [declared, meta.get("og:title") or "", _title(tree) or ""]
    agreed = (text for text in shown for other in candidates if _agree(text, _clean(other)))
    return next(agreed, None) or _without_outlet(declared, publisher)


def _agree(shown: str, declared: str) -> bool:
    """Is the shown headline the declared one, or the declared one without an outlet's name behind it?"""
    left, right = _words(shown), _words(declared)
    return bool(left) and (left == right or (len(left) > 2 and right[: len(left)] == left))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _title(tree: HtmlElement) -> str | None:
    return next(
        (element.text_content() for element in tree.iter("title") if element.text_content().strip()), None
    )


def _without_outlet(title: str, publisher: str | None) -> str:
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1]
    known = publisher is not None and _words(last) == _words(publisher)
    if known or (len(last.split()) <= 4 and len(title) - len(last) > 2 * len(last)):
        return title[: title.rfind(last)].rstrip(" |·•»«–—-:")
    return title


def _authors(tree: HtmlElement, node: Node, meta: dict[str, str]) -> tuple[str, ...]:
    names = texts(node.get("author")) or [
        meta[key]
        for key in ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
        if key in meta
    ]
    names = names or [
        link.text_content() for link in tree.iter("a") if "author" in (link.get("rel") or "").lower().split()
    ]
    cleaned = (_BY.sub("", _clean(name)) for name in names)
    parts = (part.strip(" ,;") for name in cleaned for part in re.split(r",|;|\band\b|&", name))
    return tuple(dict.fromkeys(part for part in parts if _is_name(part)))


def _is_name(text: str) -> bool:
    return 0 < len(text) <= 60 and "://" not in text and "@" not in text and len(text.split()) <= 6


def _language(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    root = next(iter(tree.iter("html")), tree)
    declared = (
        root.get("lang")
        or root.get("xml:lang")
        or meta.get("content-language")
        or meta.get("og:locale")
        or ""
    )
    code = re.split(r"[-_]", declared.strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None
