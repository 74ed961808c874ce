"""The document: a text to read and what is known about it. What cannot be read is a refusal."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from pathlib import Path

from newsgraph.graph.identity import canonical_text
from newsgraph.graph.model.record import LocalDocument, Span

from .article import Article, UnreadableError
from .cleaning import HIDDEN_NOTE, LOOKALIKE_NOTE, blank, clean, safe
from .declared_dates import UNCLEAR_NOTE, day_in_file_name, month_in_file_name
from .heading import read_heading
from .language import foreign_language
from .options import Options


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read, with what is known about it. All offsets count from the start of ``text``.

    ``unread`` are stretches that are not prose of the article (date lines); ``pages`` are the offsets at which printed
    pages begin; ``date_from`` says where the date was stated; ``notes`` are what a person should know about the reading.
    """

    text: str
    source: str = "text"
    title: str | None = None
    date: datetime.date | None = None
    date_from: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    language: str = "en"
    media_type: str | None = None
    unread: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Let only safe characters through."""
        object.__setattr__(self, "text", safe(self.text))

    @property
    def readable(self) -> str:
        """The text with ``unread`` blanked out, one character for one, so that offsets hold."""
        return blank(self.text, self.unread)

    @property
    def hidden(self) -> int:
        """How many characters were left out that nobody sees, or read as the letters they look like."""
        notes = [note.split(" ", 1) for note in self.notes if note.endswith((HIDDEN_NOTE, LOOKALIKE_NOTE))]
        return sum(int(count) for count, _ in notes)

    @property
    def unclear_date(self) -> str | None:
        """What is wrong with the date that its file gives it, if that cannot be read."""
        return next((note for note in self.notes if note.endswith(UNCLEAR_NOTE)), None)

    @property
    def sha256(self) -> str:
        """Of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf8")).hexdigest()

    @property
    def id(self) -> str:
        """Derived from the text: copies, even with other line ends or trailing blanks, are one document."""
        return "d" + hashlib.sha256(canonical_text(self.text).encode("utf8")).hexdigest()[:20]

    @classmethod
    def from_text(
        cls, text: str, source: str = "text", *, title: str | None = None, date: datetime.date | None = None
    ) -> Document:
        """Return the Document of a text; its date is what the text states at its start, else ``date``.

        Raises InputError for a text without a letter.
        """
        return make_document(text, source, title=title, day=date)

    @classmethod
    def from_path(cls, path: Path | str, *, date: datetime.date | None = None) -> Document:
        """Return the Document of a file that holds one, ``-`` for standard input. Raises InputError, with the reason."""
        from .reading import read_document

        return read_document(path, day=date)

    def to_source(self) -> LocalDocument:
        """The document's part of an extraction record."""
        day = self.date.isoformat() if self.date else None
        return LocalDocument(
            self.id,
            self.source,
            self.title,
            day,
            self.language,
            self.sha256,
            len(self.text),
            self.text,
            url=self.url,
            publisher=self.publisher,
            authors=self.authors,
            media_type=self.media_type,
            date_from=self.date_from,
            pages=self.pages,
        )


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, or a part of one, that gave no document: why, and what to do about it.

    ``passed_over`` is true of what nobody would take for an article (a picture, an own output) in a folder.
    """

    source: str
    reason: str
    advice: str = ""
    passed_over: bool = False

    def __str__(self) -> str:
        """One line for a person."""
        return f"{self.source}: {self.reason} {self.advice}".rstrip()


def make_document(
    text: str, source: str = "text", *, title: str | None = None, day: datetime.date | None = None
) -> Document:
    """A Document of a text; its date is what the text states at its start, else ``day``.

    Raises UnreadableError for a text without a letter.
    """
    return compose(Article(text, title), source, Options(day=day))


def compose(article: Article, source: str, options: Options) -> Document:
    """The document of an article: cleaned, its headline on top, its date lines found.

    Raises UnreadableError for an article without a letter.
    """
    cleaned = clean(article)
    language = None if options.any_language else foreign_language(cleaned.text, article.language)
    if language is not None:
        raise UnreadableError(
            f"this text is in {language}; newsgraph reads English.",
            "Read it all the same with --any-language.",
        )
    name = "" if article.part else source.replace("\\", "/").rpartition("/")[2]
    heading = read_heading(
        cleaned, named=day_in_file_name(name), month=month_in_file_name(name), day=options.day
    )
    return Document(
        cleaned.text,
        source,
        heading.title,
        heading.date,
        heading.date_from,
        article.url,
        article.publisher or heading.publisher,
        heading.authors,
        article.section,
        article.language or "en",
        article.media_type,
        heading.unread,
        cleaned.pages,
        cleaned.notes,
    )
