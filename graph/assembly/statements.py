"""Makes the statements of a graph: what several places say alike is one, with several pieces of evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

from ..identity import content_id
from ..model.record import ExtractionRecord
from ..model.statement import Evidence, Statement
from .entities import EntityIndex
from .involvement import NamedMentions
from .readings import ResolvedStatement, read
from .repetition import merged

Value = TypeVar("Value", bound=Hashable)


def statements_of(records: Iterable[ExtractionRecord], index: EntityIndex) -> tuple[Statement, ...]:
    """Return the statements of ``records`` over the entities of ``index``, sorted by id."""
    names = {entity.id: entity.name for entity in index.entities}
    named = {entity.id for entity in index.entities if entity.named}
    readings: dict[str, list[ResolvedStatement]] = defaultdict(list)
    for record in records:
        mentions = NamedMentions(record, index, named)
        found = [read(record, local, index, mentions) for local in record.statements]
        for reading in merged(found):
            readings[_statement_id(reading, names)].append(reading)
    return tuple(_statement(id, readings.pop(id)) for id in sorted(readings))


def _statement_id(reading: ResolvedStatement, names: dict[str, str]) -> str:
    words = f"{names[reading.subject]} {reading.relation} {names.get(reading.object or '', '')}"
    return content_id(
        "statement",
        words,
        *reading.core,
        reading.time or "",
        *(reading.circumstances if reading.local.object is None else ()),
    )


def _statement(id: str, readings: list[ResolvedStatement]) -> Statement:
    first = readings[0]
    evidence = _best_evidence(reading.evidence(id) for reading in readings)
    predicates = [reading.local.predicate for reading in readings]
    return Statement(
        id=id,
        subject=first.subject,
        predicate=_commonest(predicate.text for predicate in predicates),
        lemma=_commonest(predicate.lemma for predicate in predicates),
        relation=_commonest_known(reading.schema_relation for reading in readings),
        object=first.object,
        literal=_commonest(reading.literal for reading in readings),
        polarity=first.local.polarity,
        modality=first.local.modality,
        attributed_to=first.source,
        attribution_text=_commonest(r.attribution_text for r in readings),
        time=first.time,
        qualifiers=tuple(sorted({q for r in readings for q in r.qualifiers}, key=lambda q: q.sort_key)),
        confidence=max(piece.confidence for piece in evidence),
        evidence=evidence,
        stance=first.stance,
        base=_commonest_known(predicate.base for predicate in predicates),
        particle=_commonest_known(predicate.particle for predicate in predicates),
        preposition=_commonest_known(predicate.preposition for predicate in predicates),
        passive=_commonest(predicate.passive for predicate in predicates),
        roleset=_commonest_known(predicate.roleset for predicate in predicates),
        event_class=_commonest_known(reading.local.event_class for reading in readings),
        amount=_commonest(reading.amount for reading in readings),
        involvements=tuple(sorted({i for r in readings for i in r.involvements})),
    )


def _best_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return one piece of evidence for each id, the surest, sorted by document and place."""
    best: dict[str, Evidence] = {}
    for piece in sorted(evidence, key=lambda e: (e.id, -e.confidence, e.method, e.cue or "", repr(e))):
        best.setdefault(piece.id, piece)
    return tuple(sorted(best.values(), key=lambda e: (e.document, e.sentence, e.subject.spans, e.id)))


def _commonest(values: Iterable[Value]) -> Value:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)))


def _commonest_known(values: Iterable[str | None]) -> str | None:
    known = [value for value in values if value is not None]
    return _commonest(known) if known else None
