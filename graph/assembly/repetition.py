"""Repetitions inside a document: one statement that several sentences make has several pieces of evidence.

Two readings are one statement where subject, object, polarity, modality and source are the same and

* their relation of the schema or the plain wording of their predicate is the same ("Jane Moss, head of Robur",
  "Jane Moss heads Robur"), and
* no more than one time is told: a sentence without a time repeats one that has it.

Statements without an object are kept apart by their circumstances, and are left as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..identity import normal_key
from .readings import ResolvedStatement


def merged(readings: Iterable[ResolvedStatement]) -> list[ResolvedStatement]:
    """Return the readings of one document; those that repeat each other share relation and time."""
    alike: dict[tuple[str, ...], list[ResolvedStatement]] = defaultdict(list)
    result: list[ResolvedStatement] = []
    for reading in readings:
        if reading.local.object is None:
            result.append(reading)
        else:
            alike[reading.subject, *reading.claim].append(reading)
    for group in alike.values():
        result.extend(_with_one_time(_with_one_relation(group)))
    return result


def _with_one_relation(group: Sequence[ResolvedStatement]) -> list[ResolvedStatement]:
    """Give a reading without a relation of the schema that of another one with the same wording."""
    if len(group) == 1:
        return list(group)
    known: dict[str, str] = {}
    for reading in sorted(group, key=lambda r: r.relation):
        if reading.schema_relation:
            known.setdefault(_wording(reading), reading.schema_relation)
    return [
        replace(reading, relation=known[_wording(reading)], schema_relation=known[_wording(reading)])
        if reading.schema_relation is None and _wording(reading) in known
        else reading
        for reading in group
    ]


def _wording(reading: ResolvedStatement) -> str:
    predicate = reading.local.predicate
    return normal_key(predicate.base or predicate.text)


def _with_one_time(group: Sequence[ResolvedStatement]) -> list[ResolvedStatement]:
    """Give readings without a time the one time that the others of their relation tell."""
    times: dict[str, set[str]] = defaultdict(set)
    for reading in group:
        if reading.time:
            times[reading.relation].add(reading.time)
    return [
        replace(reading, time=min(told))
        if reading.time is None and len(told := times[reading.relation]) == 1
        else reading
        for reading in group
    ]
