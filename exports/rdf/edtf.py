"""The days that a date in EDTF (ISO 8601-2) spans, so that SPARQL can compare dates of any precision."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?")
_DECADE = re.compile(r"\d{1,3}X{1,3}")
_QUALIFIERS = "?~%"

Days = tuple[date | None, date | None]


def days_of(value: str) -> Days:
    """Return the first and the last day of an EDTF date or interval; None where it is open or not understood.

    >>> days_of("2026-02")
    (datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    >>> days_of("2026-03-01/..")
    (datetime.date(2026, 3, 1), None)
    """
    start, slash, end = value.partition("/")
    return (_days(start)[0], _days(end)[1]) if slash else _days(value)


def is_day(value: str) -> bool:
    """Return whether ``value`` is a calendar day such as ``2026-03-01``."""
    return len(value) == 10 and None not in (days := _days(value)) and days[0] == days[1]


def _days(value: str) -> Days:
    value = value.rstrip(_QUALIFIERS)
    if _DECADE.fullmatch(value) and len(value) == 4:
        return _between(value.replace("X", "0"), value.replace("X", "9"))
    return _between(value, value)


def _between(first: str, last: str) -> Days:
    return _edge(first, at_end=False), _edge(last, at_end=True)


def _edge(value: str, *, at_end: bool) -> date | None:
    match = _DATE.fullmatch(value)
    if not match or not value.isascii():
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        month = month or (12 if at_end else 1)
        return date(year or 0, month, day or (monthrange(year or 0, month)[1] if at_end else 1))
    except ValueError:  # a month 13, a year 0: calendar.IllegalMonthError is one too
        return None
