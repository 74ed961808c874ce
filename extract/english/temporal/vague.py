"""Vague times: "now", "recently", "in the coming weeks", "a few years ago"; and "then"."""

from __future__ import annotations

import re

from .context import Rule, TimeContext
from .value import TimeValue

_UNITS = "(?:seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries|times)"
_OVER = "(?:in |over |during )?"


def _now(_: re.Match[str], context: TimeContext) -> TimeValue | None:
    return TimeValue(context.anchor.isoformat(), "reference", "day") if context.anchor else None


def _past(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    now = context.base if match[0].endswith("earlier") else context.anchor
    return TimeValue(f"../{now.isoformat()}", "reference", "day") if now else None


def _future(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    if match[0] == "later" and context.reference is not None and context.reference.kind == "interval":
        return None  # later than its end, or than its beginning?
    if match[0].endswith("later") and re.search("second|minute|hour", match[0]):
        return None  # on the same day, whichever that was
    if context.tense == "past" and (context.reference is None or not match[0].endswith("later")):
        return None  # "recovered within days": of a time that nobody names
    now = context.base if match[0].endswith("later") else context.anchor
    return TimeValue(f"{now.isoformat()}/..", "reference", "day") if now else None


def _spoken_of(_: re.Match[str], context: TimeContext) -> TimeValue | None:
    return context.reference


RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        ("now|currently|at (?:present|moment)|presently|nowadays|these days", _now),
        ("recently|lately|in past|previously|formerly|earlier|not long ago|long ago", _past),
        (rf"(?:few )?{_UNITS} (?:ago|earlier)", _past),
        (rf"{_OVER}(?:(?:recent|past|last)(?: few)?|few past) {_UNITS}", _past),
        ("soon|in (?:near |foreseeable |distant )?future|later", _future),
        (rf"(?:few )?{_UNITS} (?:from now|later)|in few {_UNITS}|within (?:few )?{_UNITS}", _future),
        (rf"{_OVER}(?:next|coming)(?: few)? {_UNITS}", _future),
        ("then|(?:at )?that time", _spoken_of),
    )
)
