"""Sentences that a parse has run together: two of them inside one quotation."""

from __future__ import annotations

from .arrays import Columns, climb

_STOPS = frozenset({".", "?", "!"})
_CLAUSAL = frozenset({"ROOT", "root", "ccomp", "parataxis", "conj", "dep"})
_CORE = frozenset(
    {"nsubj", "nsubj:pass", "obj", "iobj", "aux", "aux:pass", "cop", "advmod", "obl", "obl:unmarked", "mark", "cc", "expl", "det", "xcomp"}
)  # fmt: skip
_REACH = 60
"""Words on either side of a stop that may hang on the other side."""


def part_at_stops(columns: Columns) -> None:
    """ "“They must wait. Norland would not pay,” Lund said": what hangs on a verb beyond the full stop hangs on its own verb."""
    for stop, text in enumerate(columns.text):
        if text in _STOPS and stop and _is_inside(columns, stop):
            before, after = _sides(columns, stop)
            _bring_home(columns, before, after)
            _bring_home(columns, after, before)


def _is_inside(columns: Columns, stop: int) -> bool:
    """Is the stop inside a sentence of the parse, right before a word that opens one?"""
    if stop + 1 >= len(columns.text) or not columns.text[stop + 1][:1].isupper():
        return False
    return any(
        (columns.head[token] > stop) != (token > stop)
        for token in range(max(0, stop - _REACH), min(stop + _REACH, len(columns.text)))
        if columns.dep[token] in _CORE
    )


def _sides(columns: Columns, stop: int) -> tuple[range, range]:
    """The words between the stops before and behind."""
    first = stop
    while first > 0 and stop - first < _REACH and columns.text[first - 1] not in _STOPS:
        first -= 1
    last = stop + 1
    while last < len(columns.text) and last - stop < _REACH and columns.text[last] not in _STOPS:
        last += 1
    return range(first, stop), range(stop + 1, last)


def _bring_home(columns: Columns, side: range, other: range) -> None:
    """Hang the words of one side that depend on the other on the verb of their own, if they are not above it."""
    strays = [t for t in side if columns.head[t] in other and columns.dep[t] in _CORE]
    verb = _verb_of(columns, side)
    if verb is None:
        return
    kept = {verb, *climb(columns, verb)}  # a word below which the verb stands would close a circle
    for token in strays:
        if token not in kept:
            columns.head[token] = verb


def _verb_of(columns: Columns, side: range) -> int | None:
    """The first verb of one side that heads a clause of its own."""
    verbs = (t for t in side if columns.pos[t] == "VERB" and columns.dep[t] in _CLAUSAL)
    return next(verbs, None)
