"""Days for the time slider, out of the EDTF of a statement."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DAY = re.compile(r"(?<!\d)(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?)?(?![\d])")


def days(edtf: str) -> tuple[int, int] | None:
    """Return the first and last day that an EDTF date or interval covers, or None where it names no year.

    Days are counted from 0001-01-01, which is day 1. Seasons count as their year, an open end as its
    start.

    >>> days("2026-03-02"), days("2026-02/2026-03")
    ((739677, 739677), (739648, 739706))
    """
    found = [span for match in _DAY.finditer(edtf) if (span := _span(*match.groups()))]
    if not found:
        return None
    return min(first for first, _ in found), max(last for _, last in found)


def _span(year: str, month: str | None, day: str | None) -> tuple[int, int] | None:
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    last_month = int(month or 12)
    last = date(int(year), last_month, int(day or monthrange(int(year), last_month)[1]))
    return first.toordinal(), last.toordinal()
