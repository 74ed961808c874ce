"""Times seen from the document's date ("last week", "two years ago") or from the time spoken of ("a day earlier").

Every rule gives None when that date is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from . import value
from .absolute import Rule, holiday
from .reading import Reading, choose_year, choose_weekday, shift_months
from .value import Precision, TimeValue
from .vocabulary import EASTER_DAYS, HOLIDAYS, MONTHS, SEASONS, WEEKDAYS, month_number, weekday_number

_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade|century)"
_COUNT = r"(?P<count>\d+(?:\.5)?)"
_UNITS = r"(?P<unit>second|minute|hour|day|week|month|quarter|year|decade|centur(?=y|ies))(?:s|y|ies)?"
_WHICH = r"(?P<which>this|current|last|past|next|coming|upcoming|previous|preceding|following|same|that)"
_STEP = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
}
_FROM_REFERENCE = ("previous", "preceding", "following", "same", "that")
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


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


def move(when: date, unit: str, count: float) -> date:
    """Move a day by a number of units; parts of a day do not count."""
    if unit in ("second", "minute", "hour"):
        return when
    if unit in ("day", "week"):
        return when + timedelta(days=round(count * {"day": 1, "week": 7}[unit]))
    return shift_months(when, round(count * _MONTHS_IN[unit]))


def weekend(when: date) -> TimeValue:
    """Return the Saturday and Sunday of the week around a day."""
    saturday = when + timedelta(days=5 - when.weekday())
    return value.interval(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat(), "week")


# --- days and weekends -------------------------------------------------------------------------------------------

_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}


def _named_day(match: re.Match[str], reading: Reading) -> TimeValue | None:
    return value.day(reading.anchor + timedelta(days=_DAYS[match[0]])) if reading.anchor else None


def _overnight(_: re.Match[str], reading: Reading) -> TimeValue | None:
    if reading.anchor is None:
        return None
    return value.interval((reading.anchor - timedelta(days=1)).isoformat(), reading.anchor.isoformat(), "day")


def _weekday(match: re.Match[str], reading: Reading) -> TimeValue | None:
    if reading.anchor is None:
        return None
    return value.day(choose_weekday(weekday_number(match["weekday"]), reading.anchor, reading.tense))


def _which_weekday(match: re.Match[str], reading: Reading) -> TimeValue | None:
    """A "last" or "next" weekday is never the day itself; "this Friday" lies in this week unless the tense tells."""
    which, number = match["which"], weekday_number(match["weekday"])
    now = reading.base if which in _FROM_REFERENCE else reading.anchor
    if now is None:
        return None
    step = _STEP.get(which, 0)
    if step:
        return value.day(choose_weekday(number, now + timedelta(days=step), "past" if step < 0 else "future"))
    if reading.tense:
        return value.day(choose_weekday(number, now, reading.tense))
    return value.day(now + timedelta(days=number - now.weekday()))


def _weekday_of_week(match: re.Match[str], reading: Reading) -> TimeValue | None:
    now = reading.base if match["which"] in _FROM_REFERENCE else reading.anchor
    if now is None:
        return None
    monday = now - timedelta(days=now.weekday()) + timedelta(days=7 * _STEP.get(match["which"], 0))
    return value.day(monday + timedelta(days=weekday_number(match["weekday"])))


def _weekend(match: re.Match[str], reading: Reading) -> TimeValue | None:
    """ "The weekend" without more is the one before for the past, on a weekend the present one."""
    now, which = reading.anchor, match["which"] or ""
    if now is None:
        return None
    on_it = now.weekday() >= 5
    if which in _STEP:
        ahead = 7 if on_it or which == "following" else 0
        return weekend(now + timedelta(days=-7 if _STEP[which] < 0 else ahead))
    if on_it or reading.tense == "future" or (which in ("this", "current") and reading.tense is None):
        return weekend(now)
    return weekend(now - timedelta(days=7))


# --- units around and before -------------------------------------------------------------------------------------


def _which_unit(match: re.Match[str], reading: Reading) -> TimeValue | None:
    which, unit = match["which"], match["unit"]
    from_reference = which in _FROM_REFERENCE or (which == "next" and unit == "day")
    now = reading.base if from_reference else reading.anchor
    if now is None or (unit == "day" and which in ("last", "past", "coming", "current")):
        return None
    return period(unit, move(now, unit, _STEP.get(which, 0)))


def _which_month(match: re.Match[str], reading: Reading) -> TimeValue | None:
    number, now = month_number(match["month"]), reading.anchor
    if now is None:
        return None
    step = _STEP.get(match["which"], 0)
    if step == 0:
        return value.month(now.year, number)
    moved = shift_months(now, step)
    return value.month(choose_year(number - 1, 12, moved, "past" if step < 0 else "future"), number)


def _which_season(match: re.Match[str], reading: Reading) -> TimeValue | None:
    code, now = SEASONS[match["season"]], reading.anchor
    if now is None:
        return None
    shifted = now - timedelta(days=59)  # so that spring, from March, opens the year
    step = _STEP.get(match["which"], 0)
    if step == 0:
        tense = reading.tense if reading.tense == "future" else None
        return value.season(choose_year(code - 21, 4, shifted, tense), code)
    moved = shift_months(shifted, 3 * step)
    return value.season(choose_year(code - 21, 4, moved, "past" if step < 0 else "future"), code)


def _which_holiday(match: re.Match[str], reading: Reading) -> TimeValue | None:
    now, step = reading.anchor, _STEP.get(match["which"], 0)
    if now is None:
        return None
    days = [holiday(match["holiday"], now.year + shift) for shift in (-1, 0, 1)]
    if step == 0:
        return value.day(days[1])
    return value.day(
        max(when for when in days if when < now) if step < 0 else min(when for when in days if when > now)
    )


def _bare_unit(match: re.Match[str], reading: Reading) -> TimeValue | None:
    """ "The year", "the month": the one spoken of, else the present one."""
    return period(match["unit"], reading.base) if reading.base else None


def _ago(match: re.Match[str], reading: Reading) -> TimeValue | None:
    return _away(reading.anchor, match["unit"], -float(match["count"]))


def _from_now(match: re.Match[str], reading: Reading) -> TimeValue | None:
    return None if reading.tense == "past" else _away(reading.anchor, match["unit"], float(match["count"]))


def _later(match: re.Match[str], reading: Reading) -> TimeValue | None:
    sign = 1 if match["way"] in ("later", "after", "afterwards", "on") else -1
    return _away(reading.base, match["unit"], sign * float(match["count"]))


def _away(base: date | None, unit: str, count: float) -> TimeValue | None:
    """Count units from a day; a week or decade away is an approximate date, half a year away a month."""
    if base is None:
        return None
    unit = "century" if unit == "centur" else unit
    if unit in ("second", "minute", "hour"):
        hours = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}[unit] * count
        return value.day(base + timedelta(days=int(hours / 24)))
    moved = move(base, unit, count)
    if unit == "week":
        return TimeValue(moved.isoformat() + "~", "date", "week")
    if unit == "decade":
        return value.year(moved.year).approximate()
    fine = "month" if unit in ("year", "quarter") and count % 1 else unit
    return period("month" if unit == "quarter" else fine, moved)


def _before_or_after_day(match: re.Match[str], reading: Reading) -> TimeValue | None:
    """ "The day before", "the year after": next to the time spoken of."""
    base, step = reading.base, -1 if match["way"] in ("before", "earlier") else 1
    return period(match["unit"], move(base, match["unit"], step)) if base else None


def _stretch(match: re.Match[str], reading: Reading) -> TimeValue | None:
    """ "The past three years", "the next two weeks": from or to the document's date, in units no finer than named."""
    unit, now = "century" if match["unit"] == "centur" else match["unit"], reading.anchor
    if now is None:
        return None
    count = float(match["count"] or 1)
    step = -1 if match["way"] in ("past", "last", "previous", "preceding") else 1
    other = (
        move(now, unit, step * count)
        if unit not in ("hour",)
        else now + timedelta(days=step * -(-count // 24))
    )
    shown = _shown_as(unit, count)
    first, last = sorted((now, other))
    return value.interval(_cut(first, shown), _cut(last, shown), precision_of(unit))


def _shown_as(unit: str, count: float) -> str:
    if unit in ("year", "decade", "century"):
        return "year" if count > 1 or unit != "year" else "month"
    return "month" if unit in ("month", "quarter") and count > 1 else "day"


def _cut(when: date, unit: str) -> str:
    return when.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]


def precision_of(unit: str) -> Precision:
    """Return the precision that a unit speaks in; seconds and minutes count as hours."""
    names: dict[str, Precision] = {"second": "hour", "minute": "hour", "hour": "hour", "day": "day", "week": "week",
                                   "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
                                   "century": "century"}  # fmt: skip
    return names[unit]


def _so_far(match: re.Match[str], reading: Reading) -> TimeValue | None:
    now = reading.anchor
    whole = period(match["unit"], now) if now else None
    start = value.bounds(whole.value)[0] if whole else None
    return value.interval(start.isoformat(), now.isoformat(), "day") if start and now else None


# --- vague times -------------------------------------------------------------------------------------------------


def _now(_: re.Match[str], reading: Reading) -> TimeValue | None:
    return TimeValue(reading.anchor.isoformat(), "reference", "day") if reading.anchor else None


def _vague_past(match: re.Match[str], reading: Reading) -> TimeValue | None:
    now = reading.base if match[0].endswith("earlier") else reading.anchor
    return TimeValue(f"../{now.isoformat()}", "reference", "day") if now else None


def _vague_future(match: re.Match[str], reading: Reading) -> TimeValue | None:
    now = reading.base if match[0].endswith("later") else reading.anchor
    return TimeValue(f"{now.isoformat()}/..", "reference", "day") if now else None


def _spoken_of(_: re.Match[str], reading: Reading) -> TimeValue | None:
    return reading.reference


_MANY_UNITS = r"(?:seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries|times)"

RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        ("|".join(_DAYS), _named_day),
        ("overnight", _overnight),
        (_WEEKDAY, _weekday),
        (rf"{_WHICH} {_WEEKDAY}", _which_weekday),
        (rf"{_WEEKDAY} (?:of |in )?{_WHICH} week", _weekday_of_week),
        (rf"{_WHICH} week on {_WEEKDAY}", _weekday_of_week),
        (rf"(?:{_WHICH} )?weekend", _weekend),
        (rf"{_WHICH} {_UNIT}", _which_unit),
        (rf"{_WHICH} (?P<month>{'|'.join(MONTHS)})", _which_month),
        (rf"{_WHICH} (?P<season>{'|'.join(SEASONS)})", _which_season),
        (rf"{_WHICH} (?P<holiday>{'|'.join((*HOLIDAYS, *EASTER_DAYS))})", _which_holiday),
        (_UNIT, _bare_unit),
        (rf"{_COUNT} {_UNITS} ago", _ago),
        (rf"{_COUNT} {_UNITS} (?P<way>earlier|before|previously|prior|later|after|afterwards|on)", _later),
        (rf"{_COUNT} {_UNITS} (?:from now|hence)", _from_now),
        (rf"in {_COUNT} {_UNITS}(?: time|' time)?", _from_now),
        (rf"{_UNIT} (?P<way>before|earlier|after|later)", _before_or_after_day),
        (rf"(?:in |over |during |within )?(?P<way>past|last|previous|preceding|next|coming|following) {_COUNT} {_UNITS}",
         _stretch),
        (rf"(?:in |over |during |within )(?P<way>past|last|next|coming)(?P<count>) {_UNIT}", _stretch),
        (rf"so far this {_UNIT}", _so_far),
        (rf"{_UNIT} (?:so far|to date)", _so_far),
        (r"now|currently|at (?:present|moment)|presently|nowadays|these days|today", _now),
        (rf"recently|lately|in past|previously|formerly|earlier|not long ago|long ago|(?:few )?{_MANY_UNITS} (?:ago|earlier)"
         rf"|(?:in |over |during )?(?:recent|(?:past|last) few|few past) {_MANY_UNITS}", _vague_past),
        (rf"soon|in (?:near |foreseeable |distant )?future|later|(?:in |over |during )?(?:coming|(?:next|coming) few)"
         rf" {_MANY_UNITS}|(?:few )?{_MANY_UNITS} (?:from now|later)|in few {_MANY_UNITS}", _vague_future),
        (r"then|(?:at )?(?:that|same) time|meanwhile", _spoken_of),
    )
)  # fmt: skip
