"""How long and how often: durations ("P2D") and recurring times ("R/P1Y") of ISO 8601."""

from __future__ import annotations

import re

from .context import Rule, TimeContext
from .value import Precision, TimeValue
from .vocabulary import MONTHS, SEASONS, WEEKDAYS

_AMOUNT = r"(\d+(?:\.5)?) (second|minute|hour|day|week|month|quarter|year|decade|centur)(?:s|y|ies)?"
_ONE_AMOUNT = re.compile(_AMOUNT)
_SCALE = {"quarter": (3, "month"), "decade": (10, "year"), "centur": (100, "year")}
_HALVES = {"minute": (60, "second"), "hour": (60, "minute"), "day": (24, "hour"), "year": (12, "month")}
_LETTERS = (("year", "Y"), ("month", "M"), ("week", "W"), ("day", "D"))
_CLOCK_LETTERS = (("hour", "H"), ("minute", "M"), ("second", "S"))
_PRECISIONS: dict[str, Precision] = {"year": "year", "month": "month", "week": "week", "day": "day"}
_PERIODS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biennial": "P2Y",
}


def _duration(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    return to_duration(match[0])


def to_duration(wording: str) -> TimeValue | None:
    """Return the sum of the amounts in a wording ("1 hour 30 minute") as a duration.

    >>> to_duration("2.5 years")
    TimeValue(value='P2Y6M', kind='duration', precision='year')
    """
    parts: dict[str, int] = {}
    for number, unit in _ONE_AMOUNT.findall(wording):
        factor, unit = _SCALE.get(unit, (1, unit))
        amount = float(number) * factor
        parts[unit] = parts.get(unit, 0) + int(amount)
        if amount % 1:
            if unit not in _HALVES:
                return _half_week(wording)
            factor, finer = _HALVES[unit]
            parts[finer] = parts.get(finer, 0) + factor // 2
    return _write(parts)


def _half_week(wording: str) -> TimeValue | None:
    """Half a month has no length in ISO 8601 and half a week none in weeks: days where that is possible."""
    number, unit = _ONE_AMOUNT.findall(wording)[0]
    days = {"week": 7.0, "month": 30.0}.get(unit)
    return TimeValue(f"P{int(float(number) * days)}D", "duration", "day") if days else None


def _write(parts: dict[str, int]) -> TimeValue | None:
    filled = {unit: count for unit, count in parts.items() if count}
    if not filled:
        return None
    days = "".join(f"{filled[unit]}{letter}" for unit, letter in _LETTERS if unit in filled)
    clock = "".join(f"{filled[unit]}{letter}" for unit, letter in _CLOCK_LETTERS if unit in filled)
    coarsest = next((unit for unit, _ in _LETTERS if unit in filled), "hour")
    return TimeValue(
        f"P{days}" + (f"T{clock}" if clock else ""), "duration", _PRECISIONS.get(coarsest, "hour")
    )


def _every(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    count = {"": "1", "per": "1", "each": "1", "every": "1", " other": "2"}.get(
        match["count"], match["count"]
    )
    length = to_duration(f"{count} {match['unit']}")
    return TimeValue(f"R/{length.value}", "set", length.precision) if length else None


def _named_period(match: re.Match[str], _: TimeContext) -> TimeValue:
    length = _PERIODS[match[0]]
    precision: Precision = (
        "hour"
        if "T" in length
        else _PRECISIONS[next(unit for unit, letter in _LETTERS if length.endswith(letter))]
    )
    return TimeValue(f"R/{length}", "set", precision)


def _every_year(_: re.Match[str], __: TimeContext) -> TimeValue:
    return TimeValue("R/P1Y", "set", "year")


def _weekdays(_: re.Match[str], __: TimeContext) -> TimeValue:
    return TimeValue("R/P1W", "set", "day")


_UNIT = r"(?P<unit>hour|day|week|month|quarter|year|decade)"

RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"{_AMOUNT}(?:(?: and)? {_AMOUNT})*(?: old| of age| long)?", _duration),
        (rf"(?:each|every)(?P<count>(?: other)?) {_UNIT}", _every),
        (rf"every (?P<count>\d+) {_UNIT}s?", _every),
        (rf"(?:once|twice|\d+ times|times) (?P<count>\d+|per|each|every) {_UNIT}", _every),
        ("|".join(_PERIODS), _named_period),
        (rf"(?:each|every) (?:{'|'.join((*SEASONS, *MONTHS))})", _every_year),
        (rf"(?:each |every )(?:{'|'.join(WEEKDAYS)}|weekend)|(?:{'|'.join(WEEKDAYS)}|weekend)s", _weekdays),
    )
)
