"""DOCX (Office Open XML): the text as it would be printed with all changes accepted."""

from __future__ import annotations

from collections.abc import Iterator

from .article import Article
from .content import Content
from .heading import written_title
from .options import Options
from .packages import Element, all_texts, attribute, first_text, local, open_package

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "instrText", "delText", "footnoteReference", "commentReference", "pict", "Fallback"}
)
_TITLES = frozenset({"title"})


def read_docx(content: Content, options: Options) -> Iterator[Article]:
    """The one article of a document: its body, without headers, footers, comments and deleted words."""
    with open_package(content) as package:
        body = package.xml("word/document.xml")
        paragraphs = list(_paragraphs(body))
        core = package.xml("docProps/core.xml") if "docProps/core.xml" in package.names else None
    title = next((text for style, text in paragraphs if style.casefold() in _TITLES), None)
    declared = written_title(first_text(core, "title")) if core is not None else None
    authors = all_texts(core, "creator") if core is not None else ()
    text = "\n\n".join(text for _, text in paragraphs)
    yield Article(text, title or declared or _heading(paragraphs), authors=authors, media_type=MEDIA_TYPE)


def _heading(paragraphs: list[tuple[str, str]]) -> str | None:
    """The first paragraph, if it is a heading."""
    return next((text for style, text in paragraphs[:1] if style.casefold().startswith("heading")), None)


def _paragraphs(element: Element) -> Iterator[tuple[str, str]]:
    """Style and text of each paragraph; a row of a table is one."""
    for child in element:
        name = local(child.tag)
        if name == "p":
            style = next(
                (attribute(part, "val") for part in child.iter() if local(part.tag) == "pStyle"), None
            )
            text = " ".join("".join(_runs(child)).split())
            if text:
                yield style or "", text
        elif name == "tr":
            cells = (
                " ".join(text for _, text in _paragraphs(cell)) for cell in child if local(cell.tag) == "tc"
            )
            row = " | ".join(cell for cell in cells if cell)
            if row:
                yield "row", row
        elif name not in _LEFT_OUT:
            yield from _paragraphs(child)


def _runs(element: Element) -> Iterator[str]:
    """Pieces of text of a paragraph."""
    for child in element:
        name = local(child.tag)
        if name == "t":
            yield child.text or ""
        elif name in {"tab", "br", "cr"}:
            yield " "
        elif name == "noBreakHyphen":
            yield "-"
        elif name not in _LEFT_OUT:
            yield from _runs(child)
