"""The head of an article: its headline, and the line that dates it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from newsgraph.graph.model.record import Span

from ..english.temporal import find_date_line
from .article import Article


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above or before the first sentence; ``unread`` is what of it is not prose."""

    title: str | None
    date: date | None
    date_from: str | None
    authors: tuple[str, ...] = ()
    unread: tuple[Span, ...] = ()


def read_heading(article: Article, *, day: date | None = None) -> Heading:
    """The headline, the date and where it came from; ``day`` is for articles that state none."""
    line = find_date_line(article.text)
    unread = ((line.start, line.end),) if line else ()
    title = article.title or _title_above(article.text, line.start if line else 0)
    if article.date is not None:
        return Heading(title, article.date, article.date_from, (), unread)
    if line is not None:
        return Heading(title, line.date, "dateline", (), unread)
    return Heading(title, day, "given" if day else None, (), unread)


def _title_above(text: str, end: int) -> str | None:
    """The first line above a date line."""
    return next((line.strip() for line in text[:end].split("\n") if line.strip()), None)
