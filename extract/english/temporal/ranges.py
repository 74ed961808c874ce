"""Ranges: "from March 3 to 5", "between 2010 and 2014", "Saturday and Sunday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from newsgraph.graph.edtf import bounds

from . import value
from .context import Read, TimeContext
from .value import PRECISIONS, TimeValue
from .vocabulary import MONTHS

_RANGE = re.compile(
    r"(?:(?:from|between) )?(?P<first>.+?) (?P<joint>to|through|until|till|and|or|/)(?: (?:on|in))?"
    r" (?P<last>.+)"
)
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_DAY_AND_YEAR = re.compile(r"(?P<day>\d{1,2}(?:st|nd|rd|th)?)(?: (?:of )?(?P<year>\d{4}))?")
_YEAR = re.compile(r" (?:of )?(\d{4})$")


def read_range(wording: str, context: TimeContext, read: Read) -> TimeValue | None:
    """Read two times as the ends of an interval; joined by "and" or "or" they must be neighbours."""
    match = _RANGE.fullmatch(wording)
    if match is None:
        return None
    first, last = _share(match["first"], match["last"])
    start, end = read(first, context), read(last, context)
    if start and end and _dated(start) and _dated(end) and not _ordered(start, end):
        start, end = _reorder(first, last, start, end, context, read)
    loose = match["joint"] in ("and", "or") and not wording.startswith("between")
    if not (start and end and _dated(start) and _dated(end) and _ordered(start, end)):
        return None
    if loose and not _adjacent(start, end):
        return None
    precision = max(start.precision, end.precision, key=PRECISIONS.index)
    return value.interval(start.value.partition("/")[0], end.value.rpartition("/")[2], precision)


def _share(first: str, last: str) -> tuple[str, str]:
    """Give each end what it leaves to the other: "March 3 to 5, 2026", "3 to 5 March", "2010 to 14"."""
    if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{2}", last):
        return first, first[:2] + last
    if re.fullmatch(r"\d{4}s", first) and re.fullmatch(r"[2-9]0s", last):
        return first, first[:2] + last
    month, day, year = _MONTH.search(first), _DAY_AND_YEAR.fullmatch(last), _YEAR.search(last)
    own_year = _YEAR.search(first)
    if month and day:
        stated = day["year"] or (own_year[1] if own_year else "")
        begin = first if own_year or not stated else f"{first} {stated}"
        return begin, f"{month[0]} {day['day']} {stated}".strip()
    if _DAY.fullmatch(first) and (other := _MONTH.search(last)):
        return f"{first} {last[other.start() :]}", last
    return (f"{first} {year[1]}" if month and year and not own_year else first), last


def _dated(one: TimeValue) -> bool:
    return one.kind in ("date", "interval")


def _ordered(start: TimeValue, end: TimeValue) -> bool:
    first, last = bounds(start.value)[0], bounds(end.value)[1]
    return first is not None and last is not None and first <= last


def _adjacent(start: TimeValue, end: TimeValue) -> bool:
    last, first = bounds(start.value)[1], bounds(end.value)[0]
    return last is not None and first is not None and last + timedelta(days=1) == first


def _reorder(
    first: str, last: str, start: TimeValue, end: TimeValue, context: TimeContext, read: Read
) -> tuple[TimeValue | None, TimeValue | None]:
    """Choose again the end that was chosen freely: "Friday to Monday" begins before that Monday."""
    if context.tense == "future":
        return start, read(last, replace(context, anchor=bounds(start.value)[0]))
    again = read(first, replace(context, anchor=bounds(end.value)[0], tense="past"))
    year = _YEAR.search(first)
    if again and not _ordered(again, end) and year:  # "December to February 2026"
        return read(f"{first[: year.start()]} {int(year[1]) - 1}", context), end
    return again, end
