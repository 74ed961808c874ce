"""Documents as the graph keeps them: where the evidence stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from .record import Span


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """Code points ``start`` to ``end`` of a document; ``text`` is empty if its record came without text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class SourceDocument:
    """A document that statements were read from.

    ``date_from`` tells where the date came from (given, metadata, header, address, dateline), and ``sources`` are
    further places that hold the same text; ``pages`` are the offsets at which printed pages begin.
    """

    id: str
    source: str
    title: str | None
    date: str | None  # ISO 8601, the day of publication
    language: str
    sha256: str  # of the text in UTF-8
    length: int  # code points
    sentences: tuple[Sentence, ...] = ()
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    media_type: str | None = None
    date_from: str | None = None
    sources: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """Return the number of the printed page, from 1, that ``offset`` is on; None for a text without pages."""
        return bisect_right(self.pages, offset) if self.pages else None

    def sentence_at(self, offset: int, likely: int = -1) -> int:
        """Return the index of the last sentence that begins at or before ``offset``, -1 where there is none.

        The ``likely`` one is tried first.
        """
        if 0 <= likely < len(self.sentences) and self.sentences[likely].start <= offset:
            after = self.sentences[likely + 1 : likely + 2]
            if not after or offset < after[0].start:
                return likely
        return bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1

    def words(self, start: int, end: int, likely: int = -1) -> str:
        """Return the text from ``start`` to ``end``, both in one sentence; empty where it is not known."""
        at = self.sentence_at(start, likely)
        if at < 0:
            return ""
        sentence = self.sentences[at]
        return sentence.text[start - sentence.start : end - sentence.start]

    def quote(self, spans: Iterable[Span], likely: int = -1) -> str:
        """Return the words at several places, joined by a space; see :meth:`words`."""
        return " ".join([self.words(start, end, likely) for start, end in spans])
