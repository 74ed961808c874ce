"""Days and weekends seen from the document's date: "yesterday", "last Monday", "over the weekend"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from . import value
from .absolute import holiday
from .arithmetic import FROM_REFERENCE, WHICH, step, weekend
from .context import Rule, TimeContext, choose_weekday
from .value import TimeValue
from .vocabulary import EASTER_DAYS, HOLIDAYS, WEEKDAYS, weekday_number

_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}


def _named_day(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    return value.day(context.anchor + timedelta(days=_DAYS[match[0]])) if context.anchor else None


def _overnight(_: re.Match[str], context: TimeContext) -> TimeValue | None:
    if context.anchor is None:
        return None
    return value.interval((context.anchor - timedelta(days=1)).isoformat(), context.anchor.isoformat(), "day")


def _weekday(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    if context.anchor is None:
        return None
    return value.day(choose_weekday(weekday_number(match["weekday"]), context.anchor, context.tense))


def _which_weekday(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    """Read "last" and "next" as never the day itself, "this" as in this week unless the tense tells."""
    number, way, now = weekday_number(match["weekday"]), step(match["which"]), _start(match, context)
    if now is None:
        return None
    if way:
        return value.day(choose_weekday(number, now + timedelta(days=way), "past" if way < 0 else "future"))
    if context.tense:
        return value.day(choose_weekday(number, now, context.tense))
    return value.day(now + timedelta(days=number - now.weekday()))


def _weekday_of_week(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    now = _start(match, context)
    if now is None:
        return None
    monday = now + timedelta(days=7 * step(match["which"]) - now.weekday())
    return value.day(monday + timedelta(days=weekday_number(match["weekday"])))


def _weekend(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    """Read "the weekend" as the one before, for the future the one to come, and on it the present one."""
    now, which = context.anchor, match["which"]
    if now is None:
        return None
    on_it, way = now.weekday() >= 5, step(which)
    if way:
        return weekend(now + timedelta(days=7 * way if way < 0 or on_it else 0))
    ahead = context.tense == "future" or (which in ("this", "current") and context.tense is None)
    return weekend(now if on_it or ahead else now - timedelta(days=7))


def _which_holiday(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    now, way = context.anchor, step(match["which"])
    if now is None:
        return None
    before, this, after = (holiday(match["holiday"], now.year + shift) for shift in (-1, 0, 1))
    if way == 0:
        return value.day(this)
    if way < 0:
        return value.day(this if this < now else before)
    return value.day(this if this > now else after)


def _start(match: re.Match[str], context: TimeContext) -> date | None:
    return context.base if match["which"] in FROM_REFERENCE else context.anchor


RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        ("|".join(_DAYS), _named_day),
        ("overnight", _overnight),
        (_WEEKDAY, _weekday),
        (rf"{WHICH} {_WEEKDAY}", _which_weekday),
        (rf"{_WEEKDAY} (?:of |in )?{WHICH} week", _weekday_of_week),
        (rf"{WHICH} week on {_WEEKDAY}", _weekday_of_week),
        (rf"(?:{WHICH} )?weekend", _weekend),
        (rf"{WHICH} (?P<holiday>{'|'.join((*HOLIDAYS, *EASTER_DAYS))})", _which_holiday),
    )
)
