"""Normalise an English time expression to an EDTF value: a closed grammar over its one wording.

An expression is one of the forms in the rules of `absolute`, `relative` and `durations`, or is built from such by
the operators here: boundaries ("since", "until", "before"), ranges ("from March 3 to 5"), parts ("the end of"),
shades ("early", "around"), and prepositions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from . import absolute, durations, relative, value
from .absolute import Rule
from .reading import Reading, Tense
from .value import PRECISIONS, TimeValue, bounds
from .vocabulary import MONTHS
from .wording import canonical

LONGEST = 120
"""Characters; anything longer is no time expression."""

_RULES: tuple[Rule, ...] = (*absolute.RULES, *relative.RULES, *durations.RULES)


def normalise(
    text: str,
    anchor: date | None,
    *,
    tense: Tense | None = None,
    reference: TimeValue | None = None,
) -> TimeValue | None:
    """Read a time expression against the document's date; None where it says no time that can be known.

    `tense` is that of the verb it belongs to and decides which Monday or which January is meant; without it the
    nearest month and the most recent weekday are. `reference` is the time spoken of before ("a day earlier", "the same
    year"); without it those count from the document's date. Parts of a day and clock times are dropped: the finest
    date is a day. Without an anchor, what is relative gives None.

    >>> normalise("early this month", date(2026, 3, 2))
    TimeValue(value='2026-03~', kind='date', precision='month')
    """
    if len(text) > LONGEST:
        return None
    wording = canonical(text)
    if not wording:  # nothing but a clock time
        return reference
    try:
        return _read(wording, Reading(anchor, tense, reference))
    except (ValueError, OverflowError):  # a 31st of June, a year beyond those that dates can hold
        return None


def _read(wording: str, reading: Reading, depth: int = 4) -> TimeValue | None:
    if not wording or depth == 0:
        return None
    for pattern, rule in _RULES:
        match = pattern.fullmatch(wording)
        found = rule(match, reading) if match else None
        if found is not None:
            return found
    for operator in (_boundary, _range, _part, _year_of, _shade, _from_another, _preposition):
        found = operator(wording, reading, depth - 1)
        if found is not None:
            return found
    return None


# --- boundaries --------------------------------------------------------------------------------------------------

_BOUNDARY = re.compile(
    r"(?P<way>since|starting|beginning|effective|as of|until|till|up to|through|throughout|by|no later than|before|prior to|ahead of"
    r"|after|following|from)(?: as of| in| on| at)? (?P<rest>.+)"
)
_ONWARD = re.compile(r"(?:from )?(?P<rest>.+?) (?:onwards?|and (?:later|after|beyond)|or later)")


def _boundary(wording: str, reading: Reading, depth: int) -> TimeValue | None:
    match = _ONWARD.fullmatch(wording) or _BOUNDARY.fullmatch(wording)
    if match is None:
        return None
    way = match.groupdict().get("way") or "from"
    if way == "from" and _range(wording, reading, depth):
        return None
    inner = _read(match["rest"], _for_boundary(way, reading), depth)
    if inner is None or inner.kind not in ("date", "interval"):
        return inner if way == "throughout" else None
    if way == "throughout":
        return inner
    if way in ("since", "starting", "beginning", "effective", "as of", "from"):
        return value.interval(inner.value.partition("/")[0], "..", inner.precision)
    if way in ("until", "till", "up to", "through", "by", "no later than"):
        return value.interval("..", inner.value.rpartition("/")[2].rstrip("~"), inner.precision)
    return _beside(inner, after=way in ("after", "following"))


def _for_boundary(way: str, reading: Reading) -> Reading:
    """What has begun began in the past, what has an end ends in the future, unless the tense says otherwise."""
    if way == "since":
        return replace(reading, tense="past")
    if way in ("until", "till", "by", "no later than", "through") and reading.tense is None:
        return replace(reading, tense="future")
    return reading


def _beside(inner: TimeValue, *, after: bool) -> TimeValue | None:
    """Everything before or after a time, beginning next to it in its own precision."""
    first, last = bounds(inner.value)
    edge = last if after else first
    if edge is None:
        return None
    next_day = edge + timedelta(days=1 if after else -1)
    length = {"year": 4, "decade": 4, "century": 4, "month": 7, "quarter": 7, "season": 7}.get(
        inner.precision, 10
    )
    written = next_day.isoformat()[: length if inner.kind == "date" else 10]
    start, end = (written, "..") if after else ("..", written)
    return value.interval(start, end, inner.precision)


# --- ranges ------------------------------------------------------------------------------------------------------

_RANGE = re.compile(
    r"(?:(?:from|between) )?(?P<first>.+?) (?P<joint>to|through|until|till|and|or|/)(?: (?:on|in|early on))? (?P<last>.+)"
)
_MONTH_NAME = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_DAY_OF_MONTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_FINAL_YEAR = re.compile(r" (?:of )?(\d{4})$")


def _range(wording: str, reading: Reading, depth: int) -> TimeValue | None:
    match = _RANGE.fullmatch(wording)
    if match is None:
        return None
    first, last = _share(match["first"], match["last"])
    start, end = _read(first, reading, depth), _read(last, reading, depth)
    if (
        start is None
        or end is None
        or start.kind not in ("date", "interval")
        or end.kind not in ("date", "interval")
    ):
        return None
    if not _ordered(start, end):
        start, end = _reorder(first, last, start, end, reading, depth)
    loose = match["joint"] in ("and", "or") and not wording.startswith("between")
    if start is None or end is None or not _ordered(start, end) or (loose and not _adjacent(start, end)):
        return None
    precision = max(start.precision, end.precision, key=PRECISIONS.index)
    return value.interval(start.value.partition("/")[0], end.value.rpartition("/")[2], precision)


def _share(first: str, last: str) -> tuple[str, str]:
    """Give each end what it leaves to the other: "March 3 to 5, 2026", "3 to 5 March", "2010 to 14"."""
    if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{2}", last):
        return first, first[:2] + last
    if re.fullmatch(r"[2-9]0s", last) and re.fullmatch(r"\d{4}s", first):
        return first, first[:2] + last
    month = _MONTH_NAME.search(first)
    days = re.fullmatch(r"(\d{1,2}(?:st|nd|rd|th)?)(?: (?:of )?(\d{4}))?", last)
    if month and days:
        year = days[2] or (found[1] if (found := _FINAL_YEAR.search(first)) else "")
        begin = first if _FINAL_YEAR.search(first) or not year else f"{first} {year}"
        return begin, f"{month[0]} {days[1]} {year}".strip()
    if _DAY_OF_MONTH.fullmatch(first) and (other := _MONTH_NAME.search(last)):
        return f"{first} {last[other.start() :]}", last
    year_after = _FINAL_YEAR.search(last)
    if month and year_after and not _FINAL_YEAR.search(first):
        return f"{first} {year_after[1]}", last
    return first, last


def _ordered(start: TimeValue, end: TimeValue) -> bool:
    first, last = bounds(start.value)[0], bounds(end.value)[1]
    return first is not None and last is not None and first <= last


def _adjacent(start: TimeValue, end: TimeValue) -> bool:
    last, first = bounds(start.value)[1], bounds(end.value)[0]
    return last is not None and first is not None and last + timedelta(days=1) == first


def _reorder(
    first: str, last: str, start: TimeValue, end: TimeValue, reading: Reading, depth: int
) -> tuple[TimeValue | None, TimeValue | None]:
    """Choose again the end that was chosen freely: "Friday to Monday" begins before that Monday."""
    end_day, start_day = bounds(end.value)[0], bounds(start.value)[0]
    if reading.tense == "future":
        return start, _read(last, replace(reading, anchor=start_day), depth)
    earlier = replace(reading, anchor=end_day, tense="past")
    again = _read(first, earlier, depth)
    if again and _ordered(again, end):
        return again, end
    year = _FINAL_YEAR.search(first)
    return (_read(f"{first[: year.start()]} {int(year[1]) - 1}", reading, depth) if year else None), end


# --- parts and shades --------------------------------------------------------------------------------------------

_PART = re.compile(
    r"(?P<part>end|close|start|beginning|outset|middle|rest|remainder|course|turn|eve|(?P<which>\d{1,2}(?:st|nd|rd|th)|last|final)"
    r"(?: (?P<count>\d{1,2}))? (?P<unit>day|week|month|quarter|half|year|decade)s?) of (?P<whole>.+)"
)


def _part(wording: str, reading: Reading, depth: int) -> TimeValue | None:
    match = _PART.fullmatch(wording)
    whole = _read(match["whole"], reading, depth) if match else None
    if match is None or whole is None or whole.kind not in ("date", "interval"):
        return None
    first, last = bounds(whole.value)
    if first is None or last is None:
        return None
    if match["which"]:
        return _counted_part(match, first, last)
    if match["part"] in ("end", "close"):
        return _sub_unit(whole, last)
    if match["part"] in ("start", "beginning", "outset", "turn"):
        return _sub_unit(whole, first)
    if match["part"] == "eve":
        return value.day(first - timedelta(days=1))
    return whole.approximate() if match["part"] == "middle" else whole


def _sub_unit(whole: TimeValue, edge: date) -> TimeValue:
    """The finer unit at an edge, approximately: the last month of a year, the last day of a month."""
    if whole.precision in ("decade", "century"):
        return value.year(edge.year).approximate()
    if whole.precision in ("year", "season", "quarter"):
        return value.month(edge.year, edge.month).approximate()
    return value.day(edge).approximate()


def _counted_part(match: re.Match[str], first: date, last: date) -> TimeValue | None:
    """ "The first three months of", "the second week of", "the last ten days of"; weeks count from the first day."""
    unit, count = match["unit"], int(match["count"] or 1)
    from_end = match["which"] in ("last", "final")
    number = 1 if from_end else int(match["which"][:-2])
    if count > 1 and number > 1:
        return None
    step, unit = (6 * count, "month") if unit == "half" else (count, unit)
    begin = last + timedelta(days=1) if from_end else relative.move(first, unit, step * (number - 1))
    begin, end = sorted((begin, relative.move(begin, unit, -step if from_end else step)))
    end -= timedelta(days=1)
    if begin < first or end > last:
        return None
    if count == 1 and unit not in ("week", "month") or (unit, step) == ("month", 1):
        return relative.period(unit, begin)
    length = {"day": 10, "week": 10, "month": 7, "quarter": 7}.get(unit, 4)
    precision = "quarter" if unit == "month" and step == 6 else unit
    return value.interval(
        begin.isoformat()[:length], end.isoformat()[:length], relative.precision_of(precision)
    )


_SHADE = re.compile(
    r"(?P<shade>around|about|circa|c\.|approximately|roughly|nearly|almost|some|more than"
    r"|less than|at least|at most|well over|early|late|mid|later|earlier|middle)"
    r"(?: (?:in|on|of))? (?P<rest>.+)"
)


def _shade(wording: str, reading: Reading, depth: int) -> TimeValue | None:
    """Early, late and about make a date approximate; a part of a day does not."""
    match = _SHADE.fullmatch(wording)
    inner = _read(match["rest"], reading, depth) if match else None
    if match is None or inner is None:
        return None
    part = match["shade"] in ("early", "late", "mid", "middle", "later", "earlier")
    return inner if part and inner.precision == "day" else inner.approximate()


_FROM_ANOTHER = re.compile(
    r"(?P<span>\d+(?:\.5)? (?:day|week|month|year|decade)s?) (?P<way>after|before|from|following) (?P<rest>.+)"
)


def _from_another(wording: str, reading: Reading, depth: int) -> TimeValue | None:
    """ "Two days after Christmas": counted from a time that is named."""
    match = _FROM_ANOTHER.fullmatch(wording)
    inner = _read(match["rest"], reading, depth) if match else None
    if match is None or inner is None or inner.kind not in ("date", "interval"):
        return None
    way = "earlier" if match["way"] == "before" else "later"
    return _read(f"{match['span']} {way}", replace(reading, reference=inner), depth)


_YEAR_OF = re.compile(
    r"(?P<rest>.+?) (?:of |in )?(?P<year>(?:this|last|next|that|same|previous|following|past|current) year)"
)


def _year_of(wording: str, reading: Reading, depth: int) -> TimeValue | None:
    """ "June last year", "March 3 of that year": the named year completes the date."""
    match = _YEAR_OF.fullmatch(wording)
    year = _read(match["year"], reading, depth) if match else None
    return _read(f"{match['rest']} {year.value}", reading, depth) if match and year else None


_PREPOSITION = re.compile(
    r"(?:in|on|at|during|over|for|of|within|inside|across|around|into|on or about|to|dated|from) (?P<rest>.+)"
)


def _preposition(wording: str, reading: Reading, depth: int) -> TimeValue | None:
    match = _PREPOSITION.fullmatch(wording)
    return _read(match["rest"], reading, depth) if match else None
