"""ODT (OpenDocument text): the body, without comments, notes and deleted words."""

from __future__ import annotations

from collections.abc import Iterator

from .article import Article
from .content import Content
from .heading import written_title
from .options import Options
from .packages import Element, all_texts, first_text, local, open_package

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_LEFT_OUT = frozenset(
    {
        "annotation",
        "note",
        "tracked-changes",
        "table-of-content",
        "bibliography",
        "forms",
        "sequence-decls",
        "ruby-text",
        "frame",
    }
)


def read_odt(content: Content, options: Options) -> Iterator[Article]:
    """The one article of a document; its title is the declared one, else the first heading."""
    with open_package(content) as package:
        root = package.xml("content.xml")
        meta = package.xml("meta.xml") if "meta.xml" in package.names else None
    body = next((element for element in root.iter() if local(element.tag) == "body"), root)
    paragraphs = list(_paragraphs(body))
    title = written_title(first_text(meta, "title")) if meta is not None else None
    heading = next((text for name, text in paragraphs[:1] if name == "h"), None)
    authors = all_texts(meta, "creator") if meta is not None else ()
    yield Article(
        "\n\n".join(text for _, text in paragraphs), title or heading, authors=authors, media_type=MEDIA_TYPE
    )


def _paragraphs(element: Element) -> Iterator[tuple[str, str]]:
    for child in element:
        name = local(child.tag)
        if name in {"p", "h"}:
            text = " ".join("".join(_pieces(child)).split())
            if text:
                yield name, text
        elif name == "table-row":
            cells = (" ".join(text for _, text in _paragraphs(cell)) for cell in child)
            row = " | ".join(cell for cell in cells if cell)
            if row:
                yield "row", row
        elif name not in _LEFT_OUT:
            yield from _paragraphs(child)


def _pieces(element: Element) -> Iterator[str]:
    """The text of a paragraph in pieces; what stands behind a comment belongs to it."""
    yield element.text or ""
    for child in element:
        name = local(child.tag)
        if name in {"s", "tab", "line-break"}:
            yield " "
        elif name not in _LEFT_OUT:
            yield from _pieces(child)
        yield child.tail or ""
