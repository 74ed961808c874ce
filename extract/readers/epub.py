"""EPUB: each chapter of the reading order is a document that knows its book."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from .article import Article, UnreadableError
from .boilerplate import Block, keep_article
from .content import Content
from .declared_dates import parse_day
from .encoding import decode
from .markup import join_blocks, markup_blocks
from .options import Options
from .packages import Element, Package, all_texts, attribute, first_text, local, open_package

MEDIA_TYPE = "application/epub+zip"


@dataclass(frozen=True, slots=True)
class Book:
    """What a book declares about itself."""

    title: str | None
    date: date | None
    publisher: str | None
    authors: tuple[str, ...]
    language: str | None


def read_epub(content: Content, options: Options) -> Iterator[Article | UnreadableError]:
    """An article for every chapter with prose, in reading order."""
    with open_package(content) as package:
        place = _package_file(package)
        root = package.xml(place)
        book = _book(root)
        for name in _spine(root, posixpath.dirname(place)):
            if name in package.names:
                yield from _chapter(package, name, book)


def _package_file(package: Package) -> str:
    container = package.xml("META-INF/container.xml")
    places = (
        attribute(element, "full-path") for element in container.iter() if local(element.tag) == "rootfile"
    )
    return next(filter(None, places), "content.opf")


def _book(root: Element) -> Book:
    return Book(
        first_text(root, "title"),
        next((day for text in all_texts(root, "date") if (day := parse_day(text))), None),
        first_text(root, "publisher"),
        all_texts(root, "creator"),
        first_text(root, "language"),
    )


def _spine(root: Element, folder: str) -> Iterator[str]:
    """Names of the chapters in reading order; navigation is none."""
    items = {attribute(item, "id"): item for item in root.iter() if local(item.tag) == "item"}
    for reference in root.iter():
        item = items.get(attribute(reference, "idref")) if local(reference.tag) == "itemref" else None
        if item is not None and "nav" not in (attribute(item, "properties") or "").split():
            yield posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href") or "")))


def _chapter(package: Package, name: str, book: Book) -> Iterator[Article]:
    markup, notes = decode(package.read(name))
    blocks = markup_blocks(markup)
    heading = next((block.text for block in blocks if block.kind == "heading"), None)
    kept = keep_article(blocks, heading)
    if any(block.is_sentence for block in kept):
        yield _article(kept, heading, name, book, notes)


def _article(
    blocks: tuple[Block, ...], heading: str | None, name: str, book: Book, notes: tuple[str, ...]
) -> Article:
    return Article(
        join_blocks(blocks),
        heading or book.title,
        book.date,
        "metadata" if book.date else None,
        publisher=book.publisher,
        authors=book.authors,
        section=book.title if heading else None,
        language=book.language,
        media_type=MEDIA_TYPE,
        part=name,
        notes=notes,
    )
