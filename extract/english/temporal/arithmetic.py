"""Moving a day by calendar units, and the period of a unit around a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from . import value
from .value import Precision, TimeValue

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


WHICH = r"(?P<which>this|current|last|past|next|coming|upcoming|previous|preceding|following|same|that)"
"""The words that pick a unit, weekday or season beside a time."""

FROM_REFERENCE = ("previous", "preceding", "following", "same", "that")
"""Those that count from the time spoken of; the others count from the document's date."""


def step(which: str | None) -> int:
    """Return -1 for the words that step back from a time, 1 for those that step on, else 0."""
    if which in ("last", "past", "previous", "preceding"):
        return -1
    return 1 if which in ("next", "coming", "upcoming", "following") else 0


def shift_months(when: date, months: int) -> date:
    """Move a date by months, to the last day of a shorter month."""
    year, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    return date(year, month + 1, min(when.day, monthrange(year, month + 1)[1]))


def move(when: date, unit: str, count: float) -> date:
    """Move a day by a number of units; parts of a day do not count."""
    if unit in ("second", "minute", "hour"):
        return when
    if unit in ("day", "week"):
        return when + timedelta(days=round(count * {"day": 1, "week": 7}[unit]))
    return shift_months(when, round(count * _MONTHS_IN[unit]))


def period(unit: str, when: date) -> TimeValue | None:
    """Return the day, week, month, quarter, year, decade or century around a day."""
    makers: dict[str, Callable[[], TimeValue]] = {
        "day": lambda: value.day(when),
        "week": lambda: value.week(when),
        "month": lambda: value.month(when.year, when.month),
        "quarter": lambda: value.quarter(when.year, (when.month + 2) // 3),
        "year": lambda: value.year(when.year),
        "decade": lambda: value.decade(when.year),
        "century": lambda: value.century(when.year // 100 + 1),
    }
    return makers[unit]() if unit in makers else None


def weekend(when: date) -> TimeValue:
    """Return the Saturday and Sunday of the week around a day."""
    saturday = when + timedelta(days=5 - when.weekday())
    return value.interval(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat(), "week")


def precision_of(unit: str) -> Precision:
    """Return the precision that a unit speaks in; seconds and minutes count as hours."""
    names: dict[str, Precision] = {
        "day": "day",
        "week": "week",
        "month": "month",
        "quarter": "quarter",
        "year": "year",
        "decade": "decade",
        "century": "century",
    }
    return names.get(unit, "hour")
