"""Open intervals: "since 2014", "until Friday", "before the weekend", "from March onwards"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from newsgraph.graph.edtf import bounds

from . import value
from .context import Read, TimeContext
from .ranges import read_range
from .value import TimeValue

_FROM = ("since", "starting", "beginning", "effective", "as of", "from", "no earlier than", "not before")
_TO = ("until", "till", "up to", "through", "by", "no later than")
_BEFORE = ("before", "prior to", "ahead of")
_AFTER = ("after", "following")
_BOUNDARY = re.compile(
    rf"(?P<way>{'|'.join((*_FROM, *_TO, *_BEFORE, *_AFTER))})(?: as of| in| on| at least| at)? (?P<rest>.+)"
)
_ONWARD = re.compile(r"(?:from )?(?P<rest>.+?) (?:onwards?|and (?:later|after|beyond)|or later)(?P<way>)")
_WRITTEN_LENGTH = {"year": 4, "decade": 4, "century": 4, "month": 7, "quarter": 7, "season": 7}


def read_boundary(wording: str, context: TimeContext, read: Read) -> TimeValue | None:
    """Read a time with a word that makes it the beginning or end of an interval open on the other side."""
    match = _ONWARD.fullmatch(wording) or _BOUNDARY.fullmatch(wording)
    if match is None or (match["way"] == "from" and read_range(wording, context, read)):
        return None
    way = match["way"] or "from"
    rest = match["rest"]
    if way in _BEFORE and rest.startswith("end of "):  # "before the end of the year" is in it
        way, rest = "by", rest.removeprefix("end of ")
    inner = read(rest, _tensed(way, context))
    if inner is None or inner.kind not in ("date", "interval"):
        return None
    if way == "as of" and context.tense == "past":  # "as of May, 300 had left"; "valid as of May" begins
        return inner
    start, end = inner.value.partition("/")[0], inner.value.rpartition("/")[2].rstrip("~")
    if way in _FROM:
        return None if start == ".." else value.interval(start, "..", inner.precision)
    if way in _TO:
        return None if end == ".." else value.interval("..", end, inner.precision)
    return _beyond(inner, after=way in _AFTER)


def _tensed(way: str, context: TimeContext) -> TimeContext:
    """Read a beginning ("since") in the past, and an end in the future unless the tense says otherwise."""
    if way == "since":
        return replace(context, tense="past")
    return replace(context, tense="future") if way in _TO and context.tense is None else context


def _beyond(inner: TimeValue, *, after: bool) -> TimeValue | None:
    """Return everything before or after a time, beginning next to it and in its own precision."""
    first, last = bounds(inner.value)
    edge = last if after else first
    if edge is None:
        return None
    length = _WRITTEN_LENGTH.get(inner.precision, 10) if inner.kind == "date" else 10
    beside = (edge + timedelta(days=1 if after else -1)).isoformat()[:length]
    start, end = (beside, "..") if after else ("..", beside)
    return value.interval(start, end, inner.precision)
