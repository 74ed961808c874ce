"""Days for the time slider, out of the EDTF of a statement."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_PART = re.compile(
    r"(?<![\dX-])(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?![\dX])"
)
_FIRST_QUARTER = 33  # EDTF level 2 counts quarters as months 33 to 36, seasons as 21 to 24
_SEASONS = range(21, 25)


def days(edtf: str) -> tuple[int, int] | None:
    """Return the first and last day that an EDTF date or interval covers, or None where it names no year.

    Days are counted from 0001-01-01, which is day 1. Seasons count as their year (they differ north and south), an
    open end as its start; years before that day have no number.

    >>> days("2026-03-02"), days("2026-02/2026-03"), days("199X")
    ((739677, 739677), (739648, 739706), (726468, 730119))
    """
    found = [span for match in _PART.finditer(edtf) if (span := _span(**match.groupdict()))]
    if not found:
        return None
    return min(first for first, _ in found), max(last for _, last in found)


def _span(year: str, month: str | None, day: str | None) -> tuple[int, int] | None:
    first_month, last_month = _months(month)
    last_year = int(year.replace("X", "9"))
    try:
        first = date(int(year.replace("X", "0")) or 1, first_month, int(day or 1))
        last = date(last_year, last_month, int(day or monthrange(last_year, last_month)[1]))
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


def _months(month: str | None) -> tuple[int, int]:
    number = int(month or _SEASONS[0])
    if number in _SEASONS:
        return 1, 12
    quarter = number - _FIRST_QUARTER
    return (3 * quarter + 1, 3 * quarter + 3) if 0 <= quarter < 4 else (number, number)
