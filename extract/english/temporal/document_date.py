"""The date of a document, read from its first lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .vocabulary import MONTH_PATTERN, WEEKDAY_PATTERN, month_number

_DATE = (
    r"(?:(?P<iso>\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?"
    rf"|(?:{WEEKDAY_PATTERN}\.?,?\s+)?(?:"
    rf"(?P<month1>{MONTH_PATTERN})\.?\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year1>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH_PATTERN})\.?,?\s+(?P<year2>\d{{4}})))"
    r"(?![\w-])"
)
_LABEL = r"(?:date|dated|published|posted|updated|issued|released)(?:[ \t]+(?:date|on|at))?"
_CLOCK = r"(?:,?[ \t]+(?:at[ \t]+)?\d{1,2}[:.]\d{2}(?:[ \t]?[ap]\.?m\.?)?(?:[ \t]+[A-Z]{2,4})?)?"
_AGENCY = r"(?:[ \t]*\([^()\n]{1,40}\))?"
_DASH = r"[ \t]*(?:[-–—_]+|:)[ \t]+"

_LABELLED = re.compile(
    rf"[ \t]*(?:date[ \t]|{_LABEL}[ \t]*:)[ \t]*{_DATE}{_CLOCK}[ \t]*(?:[-–—|][ \t]+)?", re.IGNORECASE
)
_ALONE = re.compile(rf"[ \t]*(?:{_LABEL}[ \t]+)?{_DATE}{_CLOCK}[ \t]*(?=\n|\Z)", re.IGNORECASE)
_DATELINE = re.compile(
    rf"[ \t]*(?:[A-Z][\w.'’/-]*(?:,?[ \t]+[A-Z][\w.'’/-]*){{0,5}}{_AGENCY},?[ \t]+)?"
    rf"(?i:{_DATE}){_AGENCY}{_DASH}"
)
_INK = re.compile(r"\S")
_LINES = 6
_CHARACTERS = 1000


@dataclass(frozen=True, slots=True)
class DateLine:
    """The day that a document states of itself, and the characters that state it."""

    date: date
    start: int
    end: int


def find_date_line(text: str) -> DateLine | None:
    """Find the line or the dateline in which a document states its date; ``end`` is where the text goes on.

    Looks at the first lines for a label ("date 2024-05-15", "Published: 15 May 2024"), a date alone on its
    line, or a dateline ("LISBON, May 15, 2024 (Agency) -"). The text proper may follow a label on the same
    line. Returns None when there is none; a date inside a sentence is not one.

    >>> find_date_line("date 2024-05-15 It rained.")
    DateLine(date=datetime.date(2024, 5, 15), start=0, end=16)
    """
    for start in _line_starts(text):
        for pattern in (_LABELLED, _ALONE, _DATELINE):
            match = pattern.match(text, start)
            found = _to_date(match) if match else None
            if match and found:
                return DateLine(found, start, _skip_space(text, match.end()))
    return None


def _line_starts(text: str) -> list[int]:
    """Offsets of the first lines that hold anything."""
    return [match.start() for match in re.finditer(r"(?m)^[^\S\n]*(?=\S)", text[:_CHARACTERS])][:_LINES]


def _to_date(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        form = "1" if match["month1"] else "2"
        return date(int(match[f"year{form}"]), month_number(match[f"month{form}"]), int(match[f"day{form}"]))
    except ValueError:
        return None


def _skip_space(text: str, start: int) -> int:
    found = _INK.search(text, start)
    return found.start() if found else len(text)
