"""When statements are of: whether two may be of one time, by what they tell and by the days of their articles."""

from __future__ import annotations

import datetime

from ..edtf import Bounds
from .phrases import numerals
from .predicates import ONCE, REPEATED
from .signatures import Signature

NEAR, FAR, LONG = 4, 21, 90
"""Days between articles up to which they may tell of one event without saying when, and with ever more in common."""

AGAIN = 10
"""Days from which what the same people do again and again is done again: primaries, matches, talks."""


def times_of(left: Signature, right: Signature) -> dict[str, float]:
    """Tell whether both give the same days, else how far apart the articles are; what happens once needs neither."""
    if left.classes.keys() & right.classes.keys() & ONCE:
        return {"once": 1.0}
    if None not in (*left.time, *right.time):
        return {"days": float(overlapping(left.time, right.time))}
    gap = gap_between(left, right)
    return {"near": float(gap <= NEAR), "far": float(gap > FAR), "long": float(gap > LONG)}


def same_time(left: Signature, right: Signature) -> bool:
    """Return whether both may be of one time: by what they tell or, for what recurs, by the days of their articles."""
    if _is_known(left.time) and _is_known(right.time):
        return overlapping(left.time, right.time)
    if _writes_another_day(left, right) or _writes_another_day(right, left):
        return False
    if _is_yet_to_come(left, right) or _is_yet_to_come(right, left):
        return False
    recurs = bool(left.classes.keys() & right.classes.keys() & REPEATED)
    return not recurs or gap_between(left, right) < AGAIN


def _is_yet_to_come(left: Signature, right: Signature) -> bool:
    """Return whether what one tells as done was still to come when the other told of it as done."""
    start = left.time[0]
    if start is None or not right.days or not (left.actual and right.actual):
        return False
    return start > max(right.days) + datetime.timedelta(days=1)


def _writes_another_day(left: Signature, right: Signature) -> bool:
    """Return whether one names a day as what is stated ("died on March 14") and the other is of another day."""
    first, last = right.time
    if left.theme is None or first is None or first != last or not left.classes.keys() & DATED:
        return False
    written = numerals(left.theme.content)
    return bool(written) and written.isdisjoint({str(first.day), str(first.year)})


DATED = frozenset({"relation:born_on", "relation:died_on"})
"""Relations whose object is a day."""


def of_one_length(left: Signature, right: Signature) -> bool:
    """Return whether both tell of days, or both of a season or more: "this year", "since last June"."""
    return _is_long(left.time) == _is_long(right.time)


def _is_long(time: Bounds) -> bool:
    start, end = time
    return start is not None and (end is None or (end - start).days > _SEASON)


_SEASON = 40
"""Days from which a time is no day, week or month any more."""


def _is_known(time: Bounds) -> bool:
    return time != (None, None)


def overlapping(left: Bounds, right: Bounds) -> bool:
    """Return whether two spans of days share a day; an open end has no bound."""
    (start, end), (other_start, other_end) = left, right
    return (start is None or other_end is None or start <= other_end) and (
        other_start is None or end is None or other_start <= end
    )


def gap_between(left: Signature, right: Signature) -> int:
    """Return the days between the nearest articles; some where a day is not known."""
    if not left.days or not right.days:
        return NEAR + 1
    return min(abs((day - other).days) for day in left.days for other in right.days)
