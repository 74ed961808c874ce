"""Normalise an English time expression to an EDTF value: a closed grammar over its one wording.

An expression has one of the forms in the rules of `absolute`, `days`, `units`, `vague` and `durations`, or
is built from such by an operator: boundaries ("since"), ranges ("from March 3 to 5"), parts ("the end of"),
shades ("early"), completions ("June last year") and prepositions.
"""

from __future__ import annotations

import re
from datetime import date

from . import absolute, days, durations, units, vague
from .boundaries import read_boundary
from .context import Rule, TimeContext
from .parts import (
    read_from_another,
    read_part,
    read_preposition,
    read_shade,
    read_up_to,
    read_week_of,
    read_year_of,
)
from .ranges import read_range
from .value import TimeValue
from .wording import canonical

LONGEST = 120
"""Characters; anything longer is no time expression."""

_NO_DAY = frozenset({"one day", "some day", "someday", "meanwhile"})
"""Days that nobody can tell, and what only joins two sentences."""

_ON_FOOT = re.compile(r"\b(?:the|an?|this|that|his|her|its|our|their) march\b(?! \d)")
"""People who march, which is no month."""

_DEPTH = 4  # operators inside each other: "until the end of early last year"
_RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *days.RULES,
    *units.RULES,
    *vague.RULES,
    *durations.RULES,
)
_OPERATORS = (
    read_part,
    read_week_of,
    read_up_to,
    read_boundary,
    read_range,
    read_year_of,
    read_shade,
    read_from_another,
    read_preposition,
)


def normalise(
    text: str,
    anchor: date | None,
    *,
    tense: str | None = None,
    reference: TimeValue | None = None,
) -> TimeValue | None:
    """Read a time expression against the document's date; None where it says no time that can be known.

    `tense` ("past", "future" or None) is that of the verb it belongs to and decides which Monday or which
    January is meant; without it the most recent weekday and the nearest month are. `reference` is the time
    spoken of before ("a day earlier", "the same year"); without it those count from the document's date.
    Parts of a day and clock times are dropped: the finest date is a day. Without an anchor, what is relative
    gives None.

    >>> normalise("late last month", date(2024, 5, 15))
    TimeValue(value='2024-04~', kind='date', precision='month')
    """
    if len(text) > LONGEST:
        return None
    wording = canonical(text)
    if not wording:  # nothing but a clock time: of which day, nobody says
        return None
    if wording == "then":  # as often "next" as "at that time"; "since then" is sure
        return None
    if text.strip().casefold() in _NO_DAY or _ON_FOOT.search(text):
        return None
    try:
        return _read(wording, TimeContext(anchor, tense, reference), _DEPTH)
    except (ValueError, OverflowError):  # a 31st of June, a year beyond those that dates can hold
        return None


def _read(wording: str, context: TimeContext, depth: int) -> TimeValue | None:
    for pattern, rule in _RULES:
        match = pattern.fullmatch(wording)
        found = rule(match, context) if match else None
        if found is not None:
            return found
    if depth == 0:
        return None

    def read(inner: str, other: TimeContext) -> TimeValue | None:
        return _read(inner, other, depth - 1)

    for operator in _OPERATORS:
        found = operator(wording, context, read)
        if found is not None:
            return found
    return None
