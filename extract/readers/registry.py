"""The table of readers. A reader is one file and one row; packages add rows by entry point."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from . import signatures
from .article import Article, UnreadableError
from .content import Content
from .options import Options

ENTRY_POINTS = "newsgraph.readers"
"""Entry points of this group name a Reader; it is asked before the built-in ones."""

Read = Callable[[Content, Options], Iterator[Article | UnreadableError]]
"""A reading function: articles in the order of the file; a part that gives none is yielded as a UnreadableError."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A row: the kind of file, how it is recognised, and the function ``read`` ("package.module:function").

    ``extra`` names the extra of newsgraph that holds what it imports. ``native`` readers run machine code on what they
    are given, unpack it, or hand parts of it to such readers, and so always run in a child process. ``suffixes`` are
    the endings such files have (".rot13"): a folder passes over files whose ending no reader knows.
    """

    kind: str
    recognises: Callable[[Content], bool]
    read: str
    extra: str | None = None
    native: bool = False
    suffixes: tuple[str, ...] = ()

    def load(self) -> Read:
        """The reading function, imported now."""
        module, _, function = self.read.partition(":")
        found: Read = getattr(import_module(module, __package__), function)
        return found


BUILT_IN = (
    Reader("PDF", signatures.is_pdf, ".pdf:read_pdf", extra="pdf", native=True, suffixes=(".pdf",)),
    Reader("DOCX", signatures.is_docx, ".docx:read_docx", native=True, suffixes=(".docx",)),
    Reader("ODT", signatures.is_odt, ".odt:read_odt", native=True, suffixes=(".odt",)),
    Reader("EPUB", signatures.is_epub, ".epub:read_epub", native=True, suffixes=(".epub",)),
    Reader("WARC", signatures.is_warc, ".warc:read_warc", extra="warc", native=True, suffixes=(".warc",)),
    Reader(
        "feed",
        signatures.is_feed,
        ".feeds:read_feed",
        extra="feeds",
        native=True,
        suffixes=(".rss", ".atom", ".xml", ".rdf"),
    ),
    Reader(
        "HTML",
        signatures.is_html,
        ".webpage:read_html",
        extra="html",
        native=True,
        suffixes=(".html", ".htm", ".xhtml"),
    ),
    Reader("mbox", signatures.is_mbox, ".mail:read_mbox", native=True, suffixes=(".mbox",)),
    Reader("mail", signatures.is_mail, ".mail:read_mail", native=True, suffixes=(".eml", ".mht")),
    Reader(
        "JSON Lines", signatures.is_json_lines, ".json_lines:read_json_lines", suffixes=(".jsonl", ".ndjson")
    ),
    Reader("JSON", signatures.is_json, ".json_lines:read_json", suffixes=(".json",)),
    Reader("table", signatures.is_table, ".tables:read_table", suffixes=(".csv", ".tsv", ".tab")),
    Reader("Markdown", signatures.is_markdown, ".markdown:read_markdown", suffixes=(".md", ".markdown")),
    Reader("text", signatures.is_text, ".plain:read_text", suffixes=(".txt", ".text")),
)
"""Asked in this order; the first that recognises a file reads it."""


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader, those of other packages first. Raises :class:`UnreadableError` for one that cannot be loaded."""
    found = entry_points(group=ENTRY_POINTS)
    return (*map(_load, sorted(found, key=lambda point: point.name)), *BUILT_IN)


def _load(point: EntryPoint) -> Reader:
    try:
        reader: Reader = point.load()
    except Exception as error:  # whatever a package of somebody else does
        reason = f"the reader {point.name!r} of another package cannot be loaded ({type(error).__name__}: {error})."
        raise UnreadableError(reason, "Mend that package or remove it.") from error
    return reader


def is_known_suffix(suffix: str) -> bool:
    """Does a reader name this ending? Where a package is broken the built-in ones are asked: each file is refused for it later."""
    try:
        known = readers()
    except UnreadableError:
        known = BUILT_IN
    return any(suffix in reader.suffixes for reader in known)


def find_reader(content: Content) -> Reader | None:
    """The first reader that recognises the content."""
    return next((reader for reader in readers() if reader.recognises(content)), None)
