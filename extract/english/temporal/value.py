"""A time as a value: EDTF (ISO 8601-2:2019, levels 0 to 2), its kind and its precision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Kind = Literal["date", "interval", "duration", "set", "reference"]
Precision = Literal["hour", "day", "week", "month", "season", "quarter", "year", "decade", "century"]

PRECISIONS: tuple[Precision, ...] = (
    "hour",
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "year",
    "decade",
    "century",
)
"""From the finest to the coarsest."""


@dataclass(frozen=True, slots=True)
class TimeValue:
    """What a time expression says.

    ``value`` is EDTF: "2026-03-01", "2026-03", "2026", a season "2025-22", "199X" for a decade,
    "2026-03~" when approximate, "2026-02-28/2026-03-01" for an interval, which may be open at one
    end ("2026-03-01/.."), a quarter being one of months ("2026-01/2026-03"); a duration is ISO 8601 ("P2D", "PT3H"), a recurring time ``R/`` and its period
    ("R/P1Y"). ``kind`` is "date" (one date of any precision), "interval", "duration", "set" (recurring) or
    "reference" (vague, seen from the document's date: "now", "recently"). ``precision`` is the unit that the
    words speak in; "last week" is an interval of days but its precision is "week".
    """

    value: str
    kind: Kind
    precision: Precision

    def approximate(self) -> TimeValue:
        """Mark a date as approximate; other kinds stay as they are."""
        if self.kind != "date" or self.value.endswith("~"):
            return self
        return replace(self, value=self.value + "~")


# --- making values --------------------------------------------------------------------------------


def day(when: date) -> TimeValue:
    """Return one day."""
    return TimeValue(when.isoformat(), "date", "day")


def month(year: int, number: int) -> TimeValue:
    """Return one month."""
    return TimeValue(f"{_year(year)}-{number:02}", "date", "month")


def year(number: int) -> TimeValue:
    """Return one year; 0 is 1 BC."""
    return TimeValue(_year(number), "date", "year")


def season(year_number: int, code: int) -> TimeValue:
    """Return a season by its EDTF code; winter (24) is named after the year in which it begins."""
    return TimeValue(f"{_year(year_number)}-{code}", "date", "season")


def quarter(year_number: int, number: int) -> TimeValue:
    """Return a quarter, 1 to 4, as its months: EDTF's codes 33 to 36 mislead who knows ISO 8601 only."""
    written = _year(year_number)
    return interval(f"{written}-{3 * number - 2:02}", f"{written}-{3 * number:02}", "quarter")


def decade(year_number: int) -> TimeValue:
    """Return the decade around a year, from a year that ends in 0."""
    return TimeValue(f"{_year(year_number)[:-1]}X", "date", "decade")


def century(number: int, *, before: bool = False) -> TimeValue:
    """Return a century as people count them: the 20th is written "19XX", as its years are; the 7th BC is "-06XX"."""
    return TimeValue(f"{'-' if before else ''}{number - 1:02}XX", "date", "century")


def interval(start: str, end: str, precision: Precision) -> TimeValue:
    """Return the interval between two EDTF dates; ".." is an open end."""
    return TimeValue(f"{start}/{end}", "interval", precision)


def week(when: date) -> TimeValue:
    """Return the days from Monday to Sunday around a day."""
    monday = when - timedelta(days=when.weekday())
    return interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat(), "week")


def _year(number: int) -> str:
    return f"-{-number:04}" if number < 0 else f"{number:04}"
