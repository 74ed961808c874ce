"""Parts and shades of a time, and times completed by another.

"The end of 2026", "the first week of March", "early this month", "around 1875"; "June last year", "two days
after Christmas".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from newsgraph.graph.edtf import bounds

from . import value
from .arithmetic import move, period, precision_of
from .context import Read, TimeContext
from .value import TimeValue

_PART = re.compile(
    r"(?:(?P<part>end|close|start|beginning|outset|middle|rest|remainder|course|turn|eve)"
    r"|(?P<which>\d{1,2}(?:st|nd|rd|th)|last|final)(?: (?P<count>\d{1,2}))?"
    r" (?P<unit>day|week|month|quarter|half|year|decade)s?) of (?P<whole>.+)"
)


def read_part(wording: str, context: TimeContext, read: Read) -> TimeValue | None:
    """Read "the end of", "the middle of", "the first three months of" and their like."""
    match = _PART.fullmatch(wording)
    whole = read(match["whole"], context) if match else None
    if match is None or whole is None or whole.kind not in ("date", "interval"):
        return None
    first, last = bounds(whole.value)
    if first is None or last is None:
        return None
    if match["which"]:
        return _counted_part(match, first, last)
    if match["part"] in ("end", "close"):
        return _edge(whole, last)
    if match["part"] in ("start", "beginning", "outset", "turn"):
        return _edge(whole, first)
    if match["part"] == "eve":
        return value.day(first - timedelta(days=1))
    return whole.approximate() if match["part"] == "middle" else whole


def _edge(whole: TimeValue, edge: date) -> TimeValue:
    """Return the finer unit at an edge, about: the last month of a year, the last day of a month."""
    if whole.precision in ("decade", "century"):
        return value.year(edge.year).approximate()
    if whole.precision in ("year", "season", "quarter"):
        return value.month(edge.year, edge.month).approximate()
    return value.day(edge).approximate()


def _counted_part(match: re.Match[str], first: date, last: date) -> TimeValue | None:
    """Count units from the first day of the whole or back from its last; weeks do not wait for a Monday."""
    unit, count, from_end = match["unit"], int(match["count"] or 1), match["which"] in ("last", "final")
    number = 1 if from_end else int(match["which"][:-2])
    if count > 1 and number > 1:
        return None
    step, unit = (6 * count, "month") if unit == "half" else (count, unit)
    begin = last + timedelta(days=1) if from_end else move(first, unit, step * (number - 1))
    begin, end = sorted((begin, move(begin, unit, -step if from_end else step)))
    end -= timedelta(days=1)
    if begin < first or end > last:
        return None
    if step == 1 and unit != "week":
        return period(unit, begin)
    length = {"day": 10, "week": 10, "month": 7, "quarter": 7}.get(unit, 4)
    return value.interval(begin.isoformat()[:length], end.isoformat()[:length], precision_of(unit))


_PARTLY = "early|late|mid|middle|later|earlier"
_ABOUT = (
    r"around|about|circa|c\.|approximately|roughly|nearly|almost|some|more than|less than|at least|at most"
    r"|well over|additional|(?:over|under|up to|another)(?= \d)"
)
_SHADE = re.compile(rf"(?:(?P<partly>{_PARTLY})|{_ABOUT})(?: (?:in|on|of))? (?P<rest>.+)")


def read_shade(wording: str, context: TimeContext, read: Read) -> TimeValue | None:
    """Read "early" and "about" as making a date approximate; a part of a day leaves the day as it is."""
    match = _SHADE.fullmatch(wording)
    inner = read(match["rest"], context) if match else None
    if match is None or inner is None:
        return None
    return inner if match["partly"] and inner.precision == "day" else inner.approximate()


_YEAR_OF = re.compile(
    r"(?P<rest>.+?) (?:of |in )?(?P<year>(?:this|last|next|that|same|previous|following|past|current) year)"
)


def read_year_of(wording: str, context: TimeContext, read: Read) -> TimeValue | None:
    """Read "June last year" and "March 3 of that year": the named year completes the date."""
    match = _YEAR_OF.fullmatch(wording)
    year = read(match["year"], context) if match else None
    return read(f"{match['rest']} {year.value}", context) if match and year else None


_FROM_ANOTHER = re.compile(
    r"(?P<span>\d+(?:\.5)? (?:day|week|month|year|decade)s?) (?P<way>after|before|from|following)"
    r" (?P<rest>.+)"
)


def read_from_another(wording: str, context: TimeContext, read: Read) -> TimeValue | None:
    """Read "two days after Christmas": counted from a time that is named."""
    match = _FROM_ANOTHER.fullmatch(wording)
    inner = read(match["rest"], context) if match else None
    if match is None or inner is None or inner.kind not in ("date", "interval"):
        return None
    way = "earlier" if match["way"] == "before" else "later"
    return read(f"{match['span']} {way}", replace(context, reference=inner))


_WEEK_OF = re.compile(r"week (?P<way>of|beginning|starting|ending)(?: on)? (?P<rest>.+)")


def read_week_of(wording: str, context: TimeContext, read: Read) -> TimeValue | None:
    """Read "the week of July 4" as the one from Monday around it; one may begin or end on a day instead."""
    match = _WEEK_OF.fullmatch(wording)
    inner = read(match["rest"], context) if match else None
    first = bounds(inner.value)[0] if inner and inner.precision == "day" else None
    if match is None or first is None:
        return None
    if match["way"] == "of":
        return value.week(first)
    begin = first - timedelta(days=6) if match["way"] == "ending" else first
    return value.interval(begin.isoformat(), (begin + timedelta(days=6)).isoformat(), "week")


_UP_TO = re.compile(
    r"(?:in |over |during )?(?P<count>\d+ )?(?P<unit>day|week|month|year)s? (?:up )?to (?:end of )?(?P<rest>.+)"
)


def read_up_to(wording: str, context: TimeContext, read: Read) -> TimeValue | None:
    """Read "the 12 months to June": so many units that end with a time."""
    match = _UP_TO.fullmatch(wording)
    inner = read(match["rest"], context) if match else None
    last = bounds(inner.value)[1] if inner and inner.kind == "date" else None
    if match is None or inner is None or last is None or inner.precision not in ("day", "month", "year"):
        return None
    length = len(inner.value.rstrip("~"))
    first = move(last + timedelta(days=1), match["unit"], -int(match["count"] or 1))
    return value.interval(first.isoformat()[:length], last.isoformat()[:length], precision_of(match["unit"]))


_PREPOSITION = re.compile(
    r"(?:in|on|at|during|over|for|of|within|inside|across|around|into|throughout|to|dated|from"
    r"|this(?= \w+ (?:\w+ )?\d)) (?P<rest>.+)"
)


def read_preposition(wording: str, context: TimeContext, read: Read) -> TimeValue | None:
    """Read what stands after a preposition."""
    match = _PREPOSITION.fullmatch(wording)
    return read(match["rest"], context) if match else None
