"""Weeks, months, years and their like, counted from another time.

That is the document's date ("last week", "two years ago", "the past three years") or the time spoken of
before ("a day earlier", "the same year").
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from newsgraph.graph.edtf import bounds

from . import value
from .arithmetic import FROM_REFERENCE, WHICH, move, period, precision_of, shift_months, step
from .context import Rule, TimeContext, choose_year
from .value import PRECISIONS, TimeValue
from .vocabulary import MONTHS, SEASONS, month_number

_UNIT = r"(?P<unit>day|week|month|quarter|year|decade|century)"
_OF_A_DAY = frozenset({"second", "minute", "hour"})
_COUNT = r"(?P<count>\d+(?:\.5)?)"
_UNITS = r"(?P<unit>second|minute|hour|day|week|month|quarter|year|decade|centur(?=y|ies))(?:s|y|ies)?"


def _which_unit(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    which, unit = match["which"], match["unit"]
    from_reference = which in FROM_REFERENCE or (which == "next" and unit == "day")
    now = context.base if from_reference else context.anchor
    if now is None or (unit == "day" and which in ("last", "past", "coming", "current")):
        return None
    return period(unit, move(now, unit, step(which)))


def _which_month(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    number, now, way = month_number(match["month"]), context.anchor, step(match["which"])
    if now is None:
        return None
    if way == 0:
        return value.month(now.year, number)
    moved = shift_months(now, way)
    return value.month(choose_year(number - 1, 12, moved, "past" if way < 0 else "future"), number)


def _which_season(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    code, now, way = SEASONS[match["season"]], context.anchor, step(match["which"])
    if now is None:
        return None
    shifted = now - timedelta(days=59)  # so that spring, from March, opens the year
    tense = {-1: "past", 1: "future"}.get(way, "future" if context.tense == "future" else None)
    return value.season(choose_year(code - 21, 4, shift_months(shifted, 3 * way), tense), code)


def _bare_unit(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    """Read "the year" as the one spoken of, else the present one."""
    return period(match["unit"], context.base) if context.base else None


def _ago(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    return _away(context.anchor, match["unit"], -float(match["count"]))


def _from_now(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    return None if context.tense == "past" else _away(context.anchor, match["unit"], float(match["count"]))


def _later(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    sign = 1 if match["way"] in ("later", "after", "afterwards", "on") else -1
    if match["unit"] in _OF_A_DAY and (context.reference is None or context.reference.precision != "day"):
        return None  # "an hour later": on a day that the text has named, or nobody knows when
    if sign > 0 and (context.reference is None or _is_coarser(context.reference, match["unit"])):
        return None  # later than a time that nobody named, or "four days later" than some day of 2019
    return _away(context.base, match["unit"], sign * float(match["count"]))


def _is_coarser(reference: TimeValue, unit: str) -> bool:
    """Is the time spoken of too long for a day or a month to be counted from it?"""
    known = [
        PRECISIONS.index(length) for length in (reference.precision, _whole(unit)) if length in PRECISIONS
    ]
    return len(known) == 2 and unit not in _OF_A_DAY and known[0] > known[1]


def _away(base: date | None, unit: str, count: float) -> TimeValue | None:
    """Count units from a day; weeks and decades away is an approximate date, half years away a month."""
    if base is None:
        return None
    if unit in _OF_A_DAY:
        hours = count * {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}[unit]
        return value.day(base + timedelta(days=int(hours / 24)))
    unit = _whole(unit)
    moved = move(base, unit, count)
    if unit == "week":
        return TimeValue(moved.isoformat() + "~", "date", "week")
    if unit == "decade":
        return value.year(moved.year).approximate()
    return period("month" if unit == "quarter" or (unit == "year" and count % 1) else unit, moved)


def _beside(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    """Read "the day before" and "the year after" as next to the time spoken of."""
    way = -1 if match["way"] in ("before", "earlier") else 1
    return period(match["unit"], move(context.base, match["unit"], way)) if context.base else None


def _stretch(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    """Read "the past three years" up to the document's date, and "the next two weeks" from it.

    Both ends are written in the unit named; a single year in months, and anything shorter in days.
    """
    unit, now, count = _whole(match["unit"]), context.anchor, float(match["count"] or 1)
    if now is None or unit in ("second", "minute"):  # "in the last ten minutes" is of a match or a meeting
        return None
    way = step(match["way"])
    hours = unit in ("second", "minute", "hour")
    other = now + timedelta(days=way * -int(-count // 24)) if hours else move(now, unit, way * count)
    first, last = sorted((now, other))
    length = _written_length(unit, count)
    return value.interval(first.isoformat()[:length], last.isoformat()[:length], precision_of(unit))


def _written_length(unit: str, count: float) -> int:
    if unit in ("decade", "century") or (unit == "year" and count > 1):
        return len("2026")
    return (
        len("2026-03")
        if unit == "year" or (unit in ("month", "quarter") and count > 1)
        else len("2026-03-02")
    )


def _so_far(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    now = context.anchor
    whole = period(match["unit"], now) if now else None
    start = bounds(whole.value)[0] if whole else None
    return value.interval(start.isoformat(), now.isoformat(), "day") if start and now else None


def _whole(unit: str) -> str:
    return "century" if unit == "centur" else unit


RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"{WHICH} {_UNIT}", _which_unit),
        (rf"{WHICH} (?P<month>{'|'.join(MONTHS)})", _which_month),
        (rf"{WHICH} (?P<season>{'|'.join(SEASONS)})", _which_season),
        (_UNIT, _bare_unit),
        (rf"{_COUNT} {_UNITS} ago", _ago),
        (rf"{_COUNT} {_UNITS} (?P<way>earlier|before|previously|prior|later|after|afterwards|on)", _later),
        (rf"{_COUNT} {_UNITS} (?:from now|hence)", _from_now),
        (rf"in {_COUNT} {_UNITS}(?:'? time)?", _from_now),
        (rf"{_UNIT} (?P<way>before|earlier|after|later)", _beside),
        (
            r"(?:in |over |during |within )?(?P<way>past|last|previous|preceding|next|coming|following) "
            rf"{_COUNT} {_UNITS}",
            _stretch,
        ),
        (rf"(?:in |over |during |within )(?P<way>past|last|next|coming)(?P<count>) {_UNIT}", _stretch),
        (rf"so far this {_UNIT}", _so_far),
        (rf"{_UNIT} (?:so far|to date)", _so_far),
    )
)
