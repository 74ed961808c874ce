"""What a reader hands over: the text of one article and what its file declares about it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from newsgraph.graph.errors import InputError


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a file; paragraphs are parted by blank lines.

    ``part`` names it inside a file of several (a message id, an address, a row) and is empty in a file of its own.
    ``date_from`` says where the date was declared ("JSON-LD", "mail header"). ``pages`` holds the offsets in ``text``
    at which printed pages begin. ``notes`` are things that a person should know about how it was read. ``fallback`` is a
    day for an article whose text states none: that of the mail it was attached to.
    """

    text: str
    title: str | None = None
    date: datetime.date | None = None
    date_from: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    language: str | None = None
    media_type: str | None = None
    part: str = ""
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    fallback: datetime.date | None = None
    fallback_from: str | None = None


class UnreadableError(InputError):
    """A file, or a part of one, that gives no document; ``advice`` says what to do about it."""

    def __init__(self, reason: str, advice: str = "", *, part: str = "") -> None:
        super().__init__(f"{reason} {advice}".strip())
        self.reason = reason
        self.advice = advice
        self.part = part
