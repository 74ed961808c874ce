"""Dates of the calendar: days, months, years, decades, centuries, quarters, seasons and holidays.

What is stated in full does not depend on the document's date; a missing year is chosen by it and the tense.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from . import value
from .context import Rule, TimeContext, choose, choose_day, choose_year
from .value import TimeValue
from .vocabulary import EASTER_DAYS, HOLIDAYS, MONTHS, SEASONS, WEEKDAYS, month_number, weekday_number

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}) )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_ERA = r"(?P<era>bce?|b\.c\.?|ad|a\.d\.?|ce)"
_NTH = r"(?P<nth>[1-4])(?:st|nd|rd|th)"


def _day(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    month, day = month_number(match["month"]), int(match["day"])
    if not 1 <= day <= 31:
        return None
    if match["year"]:
        return value.day(date(int(match["year"]), month, day))
    if context.anchor is None:
        return None
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    found = choose_day(month, day, weekday, context.anchor, context.tense)
    return value.day(found) if found else None


def _month(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    number = month_number(match["month"])
    if match["year"]:
        return value.month(int(match["year"]), number)
    if context.anchor is None:
        return None
    return value.month(choose_year(number - 1, 12, context.anchor, context.tense), number)


def _iso_day(match: re.Match[str], _: TimeContext) -> TimeValue:
    return value.day(date(int(match["year"]), int(match["month"]), int(match["day"])))


def _slashed(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    """Day and month in either order; None where the order is open."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first > 12 or match["mark"] == "." or first == second:
        return value.day(date(year, second, first))
    return value.day(date(year, first, second)) if second > 12 else None


def _year_and_two_digits(match: re.Match[str], _: TimeContext) -> TimeValue:
    """Read a month of ISO 8601 ("2026-03"), or a range of years ("2010-14")."""
    year, number = int(match["year"]), int(match["number"])
    if number > year % 100:
        return value.interval(f"{year:04}", f"{year - year % 100 + number:04}", "year")
    if not 1 <= number <= 12:
        raise ValueError("neither a month nor a range")
    return value.month(year, number)


def _year(match: re.Match[str], _: TimeContext) -> TimeValue:
    number = int(match["number"])
    return value.year(1 - number if _is_before_christ(match) else number)


def _is_before_christ(match: re.Match[str]) -> bool:
    return bool(match["era"]) and match["era"].startswith("b")


def _decade(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    digits = match["decade"]
    if len(digits) == 4:
        return value.decade(int(digits))
    now = context.anchor.year if context.anchor else None
    if now is None:
        return value.decade(1900 + int(digits)) if int(digits) >= 30 else None
    this_century = now - now % 100 + int(digits)
    return value.decade(this_century if this_century <= now else this_century - 100)


def _century(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    number = int(match["number"])
    return value.century(number, before=_is_before_christ(match)) if 1 <= number <= 99 else None


def _quarter(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    number = int(match["nth"])
    if match["year"]:
        return value.quarter(int(match["year"]), number)
    if context.anchor is None:
        return None
    return value.quarter(choose_year(number - 1, 4, context.anchor, context.tense), number)


def _half(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    number, now = int(match["nth"]), context.anchor
    if match["year"] is None and now is None:
        return None
    year = (
        int(match["year"]) if now is None or match["year"] else choose_year(number - 1, 2, now, context.tense)
    )
    return value.interval(f"{year:04}-{6 * number - 5:02}", f"{year:04}-{6 * number:02}", "month")


def _season(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    code = SEASONS[match["season"]]
    if match["year"]:
        return value.season(int(match["year"]), code)
    if context.anchor is None:
        return None
    shifted = context.anchor - timedelta(days=59)  # so that spring, from March, opens the year
    return value.season(choose_year(code - 21, 4, shifted, context.tense), code)


def _holiday(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    name, now = match["holiday"], context.anchor
    if match["year"]:
        return value.day(holiday(name, int(match["year"])))
    if now is None:
        return None
    days = [holiday(name, now.year + shift).toordinal() for shift in (-1, 0, 1)]
    found = choose(days, now.toordinal(), context.tense)
    return value.day(date.fromordinal(found)) if found else None


def holiday(name: str, year: int) -> date:
    """Return the day of a holiday of `HOLIDAYS` or `EASTER_DAYS` in a year."""
    if name in HOLIDAYS:
        return date(year, *HOLIDAYS[name])
    return easter(year) + timedelta(days=EASTER_DAYS[name])


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:t.*)?", _iso_day),
        (r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})", _slashed),
        (
            r"(?:(?:fiscal |financial |academic |school )?year )?(?P<year>\d{4})[-/](?P<number>\d\d)",
            _year_and_two_digits,
        ),
        (rf"{_WEEKDAY}{_MONTH} {_DAY}(?: (?:of )?{_YEAR})?", _day),
        (rf"{_WEEKDAY}{_DAY} (?:of )?{_MONTH}(?: (?:of )?{_YEAR})?", _day),
        (rf"{_MONTH}(?: (?:of )?{_YEAR})?", _month),
        (r"(?:(?:fiscal |financial )?year |fiscal |fy ?)?(?P<number>\d{4})(?P<era>)", _year),
        (rf"(?:year )?(?P<number>\d{{1,4}}) {_ERA}", _year),
        (r"ad (?P<number>\d{1,4})(?P<era>)", _year),
        (r"(?P<decade>\d{3}0|[2-9]0)s", _decade),
        (rf"(?P<number>\d{{1,2}})(?:st|nd|rd|th) centur(?:y|ies)(?: {_ERA})?", _century),
        (rf"{_NTH} (?:fiscal |financial )?quarter(?: (?:of )?(?:fiscal )?(?:year )?{_YEAR})?", _quarter),
        (rf"q(?P<nth>[1-4])(?: (?:of )?{_YEAR})?", _quarter),
        (rf"(?P<nth>[12])(?:st|nd) half(?: (?:of )?(?:year )?{_YEAR})?", _half),
        (rf"(?P<season>{'|'.join(SEASONS)})(?: (?:of )?{_YEAR})?", _season),
        (rf"(?P<holiday>{'|'.join((*HOLIDAYS, *EASTER_DAYS))})(?: {_YEAR})?", _holiday),
    )
)
