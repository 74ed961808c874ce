"""Clauses of time that a comma opens and the end of the sentence closes, which a parse has cut at their "and"."""

from __future__ import annotations

from ...english.conjugation import past
from .arguments import REACH
from .arrays import Columns, climb, dependents

_OF_TIME = frozenset({"after", "before", "when", "since", "until"})


def lower_into_aside(columns: Columns, verb: int) -> None:
    """ "Police held two men, a day after a tank blew up and killed six": what a comma opens and none has closed goes on.

    The clause of time, which has a subject of its own, has the second deed, and not whoever is told of before the comma.
    """
    above = columns.head[verb]
    joins = dependents(columns, verb, "cc", above + 1, verb)
    if columns.pos[verb] != "VERB" or verb in columns.subjects or not above < verb or len(joins) != 1:
        return
    opening = _opening(columns, above, joins[0])
    if columns.text[joins[0]].lower() != "and" or opening is None:
        return
    clauses = dependents(columns, above, "advcl", opening + 1, joins[0])
    if not clauses:
        clauses = _misread(columns, above, opening, joins[0])
    if clauses and clauses[-1] in columns.subjects:
        columns.head[verb] = clauses[-1]


def _opening(columns: Columns, above: int, join: int) -> int | None:
    """The word of time that opens what stands behind the last comma before "and": "after" in "two days after"."""
    comma = next((t for t in range(join - 1, above, -1) if columns.text[t] == ","), None)
    if comma is None:
        return None
    word = comma + 1
    while word < join and columns.label[word] in ("DATE", "TIME"):
        word += 1
    return word if columns.text[word].lower() in _OF_TIME else None


def _misread(columns: Columns, above: int, opening: int, join: int) -> list[int]:
    """The verb that was read as a noun of a noun, made a clause: "after a dam at its mine burst and"."""
    noun = columns.head[opening]
    verb = next((t for t in range(join - 1, noun, -1) if columns.pos[t] in ("VERB", "NOUN")), noun)
    last = verb - 1
    could = columns.pos[verb] == "VERB" or past(columns.text[verb]) == columns.text[verb]
    held = columns.dep[verb] in ("nmod", "acl") and noun in climb(columns, verb)
    told = any(columns.head[t] == verb and columns.dep[t] in ("case", "det") for t in range(noun, last + 1))
    compound = (columns.head[last], columns.dep[last]) == (verb, "compound")
    if columns.dep[opening] != "case" or not (could and held) or above not in climb(columns, noun):
        return []
    if told and not compound:
        return []
    if compound:
        for token in range(max(noun, verb - REACH) + 1, last):
            if columns.head[token] == verb:
                columns.head[token] = last
        columns.head[last], columns.dep[last] = noun, "nmod"
    columns.head[verb], columns.dep[verb], columns.pos[verb], columns.tag[verb] = (
        above,
        "advcl",
        "VERB",
        "VBD",
    )
    columns.head[noun], columns.dep[noun] = verb, "nsubj"
    columns.head[opening], columns.dep[opening] = verb, "mark"
    for time in range(above + 1, opening):
        if columns.head[time] == noun:
            columns.head[time], columns.dep[time] = opening, "obl:unmarked"
    columns.subjects[verb] = [noun]
    columns.finite.add(verb)
    return [verb]
