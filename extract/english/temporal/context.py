"""What an expression is read against, and the choice of the year, month or day that it leaves open."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from newsgraph.graph.edtf import bounds

from .value import TimeValue

Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class TimeContext:
    """The document's date, the tense of the verb, and the time that the text spoke of before."""

    anchor: date | None = None
    tense: str | None = None
    reference: TimeValue | None = None

    @property
    def base(self) -> date | None:
        """The day from which "a day earlier" counts: the reference's first day, else the document's date."""
        start = bounds(self.reference.value)[0] if self.reference else None
        return start or self.anchor


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], TimeContext], TimeValue | None]]
"""One form of expression, and what it says in a context; None where the context does not tell."""

Read = Callable[[str, TimeContext], TimeValue | None]
"""Reads an expression inside another."""


def choose(candidates: Sequence[int], now: int, tense: str | None) -> int | None:
    """Pick the latest candidate up to now for the past, the first from now for the future, else the nearest.

    Candidates are numbers on one scale with now (days, months, seasons). On a tie the past wins.
    """
    past = [number for number in candidates if number <= now]
    future = [number for number in candidates if number >= now]
    if tense == "past" or (past and not future):
        return max(past, default=None)
    if tense == "future" or not past:
        return min(future, default=None)
    return max(past) if now - max(past) <= min(future) - now else min(future)


def choose_year(position: int, length: int, now: date, tense: str | None) -> int:
    """Pick the year for the month, quarter or season at a position (from 0) of a year of so many parts."""
    here = now.year * length + (now.month - 1) * length // 12
    found = choose([(now.year + shift) * length + position for shift in (-1, 0, 1)], here, tense)
    return (here if found is None else found) // length


_NEAR, _FAR = 31, 300
"""A day fewer than so many days ahead is meant even in the past ("had been set for May 3"), where the one before it is further away."""


def choose_day(month: int, day: int, weekday: int | None, now: date, tense: str | None) -> date | None:
    """Pick the year for a day and month; a weekday that fits some year nearby outweighs the tense, and so does a day close ahead."""
    days = [
        date(year, month, day)
        for year in range(max(now.year - 8, 1), min(now.year + 9, 10000))
        if day <= monthrange(year, month)[1]
    ]
    fitting = [when for when in days if when.weekday() == weekday]
    numbers, today = [when.toordinal() for when in fitting or days], now.toordinal()
    found = choose(numbers, today, None if fitting else tense)
    ahead = choose(numbers, today, "future")
    if found is not None and ahead is not None and ahead - today < _NEAR and today - found > _FAR:
        found = ahead
    return date.fromordinal(found) if found else None


def choose_weekday(weekday: int, now: date, tense: str | None) -> date:
    """Pick the next such day for the future, else the most recent one; today if it is that day."""
    if tense == "future":
        return now + timedelta(days=(weekday - now.weekday()) % 7)
    return now - timedelta(days=(now.weekday() - weekday) % 7)
