"""Agents of passive verbs that are left out the second time."""

from __future__ import annotations

from ...english.semantic_classes import noun_type
from .arrays import Columns, dependents

_WITHIN = frozenset({"PROPN", "NOUN", "DET", "ADJ", "CCONJ"})
"""What an agent consists of."""
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PARTED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT"})
_JOINING = frozenset({",", ";", "and", "while"})
_LONGEST = 8


def part_agents(columns: Columns) -> None:
    """ "Lund was advised by Berg, Dahl by Kos": a name right before a second agent has undergone the same.

    Works have makers ("was inspired by Bach and a mass by Kos"), so that only who or what has a name and makes nothing counts.
    """
    for start, end, label in columns.entities:
        if label in _PARTED and columns.text[end : end + 1] == ["by"]:
            _part_agent(columns, start, end)


def _part_agent(columns: Columns, start: int, by: int) -> None:
    first = _first_by(columns, start)
    if first is None:
        return
    verb = first - 1
    passive = columns.tag[verb] == "VBN" and dependents(columns, verb, "aux:pass", verb - _LONGEST, verb)
    if not passive or not dependents(columns, verb, "nsubj:pass", verb - 2 * _LONGEST, verb):
        return
    name = _top(columns, start, by)
    agent = _agent(columns, by)
    if agent is None or not _hang_within(columns, (name, agent), range(verb, by + _LONGEST)):
        return
    columns.head[name], columns.dep[name] = verb, "conj"
    columns.head[agent], columns.dep[agent] = name, "orphan"
    columns.head[by], columns.dep[by] = agent, "case"


def _first_by(columns: Columns, start: int) -> int | None:
    """The "by" right behind a verb, with nothing but one noun phrase and a comma or "and" between it and the name."""
    joint = start - 1
    while joint > 0 and columns.text[joint].lower() in _JOINING:
        joint -= 1
    if joint == start - 1:
        return None
    for token in range(joint, max(0, joint - _LONGEST), -1):
        if columns.text[token] == "by" and columns.pos[token - 1] == "VERB":
            return token if token < joint else None
        if columns.pos[token] not in _WITHIN and columns.text[token] != "&":
            return None
    return None


def _agent(columns: Columns, by: int) -> int | None:
    """Who acts: a name behind "by", or a noun for somebody who may act."""
    start = end = by + 1
    while end < len(columns.text) and columns.pos[end] in _WITHIN and end - by < _LONGEST:
        if columns.pos[end] == "CCONJ" and not columns.label[end]:
            break
        end += 1
    if start == end:
        return None
    agent = _top(columns, start, end)
    kind = columns.label[agent] or noun_type(columns.lemma[agent])
    return agent if kind in _ACTORS else None


def _top(columns: Columns, start: int, end: int) -> int:
    """The word of a stretch that hangs on none of it, the last where there are several."""
    tops = (t for t in range(end - 1, start - 1, -1) if columns.head[t] not in range(start, end))
    return next(tops, end - 1)


def _hang_within(columns: Columns, words: tuple[int, ...], stretch: range) -> bool:
    return all(columns.head[word] in stretch and columns.head[word] != word for word in words)
