"""The head of an article: its headline, the lines that date it, and the outlet that these name."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from newsgraph.graph.model.record import Span

from ..english.temporal import DateLines, find_date_lines
from .article import Article
from .masthead import read_masthead

LONGEST_HEADLINE = 200
"""Characters."""
_TWO_MONTHS = datetime.timedelta(days=62)
_LINES_BETWEEN, _SHORT = 4, 80
"""Of lines between a headline and a date line: a standfirst is longer."""


_NO_TITLE = re.compile(
    r"(?:untitled|document ?\d*|microsoft word\b.*|powerpoint presentation|no title|.*\.(?:docx?|odt|pdf|rtf|txt|indd|qxd|html?))",
    re.IGNORECASE,
)
"""What programs put into the title of a document whose author gave it none."""


def written_title(declared: str | None) -> str | None:
    """The declared title of a document, unless a program made it up.

    >>> written_title("Microsoft Word - draft3.doc") is None
    True
    """
    return None if declared is None or _NO_TITLE.fullmatch(declared.strip()) else declared.strip() or None


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above or before the first sentence; ``unread`` is what of it is not prose."""

    title: str | None
    date: datetime.date | None
    date_from: str | None
    authors: tuple[str, ...] = ()
    unread: tuple[Span, ...] = ()
    publisher: str | None = None


def read_heading(
    article: Article,
    *,
    named: datetime.date | None = None,
    month: datetime.date | None = None,
    day: datetime.date | None = None,
) -> Heading:
    """The headline, the date and where it came from.

    ``named`` is the day that the file's name states, ``month`` the last of the month that it states, which gives a
    dateline its year ("LIMA, March 3 (Reuters)"); ``day`` is for articles that state none.
    """
    reference = article.date or article.fallback or named or day
    lines = find_date_lines(article.text, reference=reference)
    if lines.date is None and reference is None and month is not None:
        of_month = find_date_lines(article.text, reference=month)
        lines = of_month if of_month.date and month - of_month.date < _TWO_MONTHS else lines
    masthead = read_masthead(article.text, lines, titled=bool(article.title))
    lines = replace(lines, spans=tuple(sorted({*lines.spans, *masthead.lines})))
    title = article.title or _headline(article.text, lines)
    found, source = _date(article, lines, named, day)
    authors = (*(article.authors or lines.authors), *masthead.credits)
    return Heading(title, found, source, tuple(dict.fromkeys(authors)), lines.spans, masthead.publisher)


def _date(
    article: Article, lines: DateLines, named: datetime.date | None, day: datetime.date | None
) -> tuple[datetime.date | None, str | None]:
    """Declared dates before the dateline, that before the day of what holds the article, a given day last."""
    candidates = (
        (article.date, article.date_from),
        (lines.date, "dateline"),
        (article.fallback, article.fallback_from),
        (named, "file name"),
        (day, "given"),
    )
    return next(((found, source) for found, source in candidates if found is not None), (None, None))


def _headline(text: str, lines: DateLines) -> str | None:
    """The first line above a date line, or one that stands alone above the text without a full stop."""
    start = _below_date_lines(text, lines)
    first, _, rest = text[start:].partition("\n")
    below = next((span for span in lines.spans if span[0] >= start), None)
    if (
        not rest.strip()
        or len(first) > LONGEST_HEADLINE
        or (below is not None and below[0] < start + len(first))
    ):
        return None
    between = text[start + len(first) : below[0]].split("\n") if below else []
    between = [line.strip() for line in between if line.strip()]
    above = bool(below) and len(between) <= _LINES_BETWEEN and all(len(line) < _SHORT for line in between)
    alone = rest.startswith("\n")
    if above and len(first.split()) == 1:  # the name of a section
        first = next((line for line in between if len(line.split()) > 2), first)
    is_title = (above or alone) and any(map(str.isalpha, first)) and first.rstrip()[-1:] not in set(".,;:-–—")
    return first.strip() if is_title else None


def _below_date_lines(text: str, lines: DateLines) -> int:
    """Where the first line begins that is no date line."""
    start = len(text) - len(text.lstrip())
    for span in lines.spans:
        if span[0] == start:
            start = span[1]
    return start
