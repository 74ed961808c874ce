"""Dates in EDTF (ISO 8601-2:2019, levels 0 to 2): which texts are some, and which days they span."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

Bounds = tuple[date | None, date | None]

_DATE = re.compile(
    r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:T[0-9:.,Z+-]+)?)?)?[~?%]?"
)
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_SOUTHERN_SEASONS = {29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3)}
_QUARTERS = {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}
_LONGER_PARTS = {37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6)}
_PARTS_OF_A_YEAR = (
    {month: (month, 1) for month in range(1, 13)}
    | _SEASONS
    | {
        code + 4: months for code, months in _SEASONS.items()
    }  # those of the north, which 21 to 24 are taken for
    | _SOUTHERN_SEASONS
    | _QUARTERS
    | _LONGER_PARTS
)
"""First month and number of months by what EDTF writes in place of a month."""


def is_edtf(value: str) -> bool:
    """Return whether ``value`` is an EDTF date or interval; a duration or a recurring time is none.

    >>> is_edtf("2025-22"), is_edtf("2026-03-01/.."), is_edtf("P2D")
    (True, True, False)
    """
    ends = value.split("/")
    open_ends = ends.count("..")
    return len(ends) <= 2 and open_ends < len(ends) and all(end == ".." or _is_date(end) for end in ends)


def bounds(value: str) -> Bounds:
    """Return the first and the last day of an EDTF date or interval, so that any two can be compared.

    None stands for an open end, a year beyond :class:`datetime.date`, and for both ends of what is no date or
    ends before it starts. A winter ends in the year after the one that it is named by.

    >>> bounds("2026-02")
    (datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    >>> bounds("199X/..")
    (datetime.date(1990, 1, 1), None)
    """
    start, slash, end = value.partition("/")
    first, last = (_bounds(start)[0], _bounds(end)[1]) if slash else _bounds(start)
    return (None, None) if first and last and last < first else (first, last)


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if match is None or (match["month"] and int(match["month"]) not in _PARTS_OF_A_YEAR):
        return False
    return match["day"] is None or _bounds(value) != (None, None)


def _bounds(value: str) -> Bounds:
    match = _DATE.fullmatch(value)
    if match is None:
        return None, None
    first, last = (int(match["year"].replace("X", digit)) for digit in "09")
    try:
        if match["day"]:
            when = date(first, int(match["month"]), int(match["day"]))
            return when, when
        if match["month"]:
            return _months(first, *_PARTS_OF_A_YEAR[int(match["month"])])
        return date(first, 1, 1), date(last, 12, 31)
    except (ValueError, KeyError):  # a 31st of February, a year 0, a part of the year that is none
        return None, None


def _months(year: int, start: int, length: int) -> Bounds:
    years, month = divmod(start - 1 + length - 1, 12)
    return date(year, start, 1), last_day(year + years, month + 1)
