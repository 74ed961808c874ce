"""Makes the statements of a graph: what several places say alike is one, with several pieces of evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from ..identity import content_id, digest, normal_key
from ..model.record import ExtractionRecord, LocalAttribution, LocalStatement, Span, SpanText
from ..model.statement import Evidence, Literal, Qualifier, Statement
from .entities import EntityIndex

Value = TypeVar("Value", bound=Hashable)


def statements_of(records: Iterable[ExtractionRecord], index: EntityIndex) -> tuple[Statement, ...]:
    """Return the statements of ``records`` over the entities of ``index``, sorted by id."""
    names = {entity.id: entity.name for entity in index.entities}
    readings: dict[str, list[_Reading]] = defaultdict(list)
    for record in records:
        for local in record.statements:
            reading = _read(record, local, index)
            readings[_statement_id(reading, names)].append(reading)
    return tuple(_statement(id, readings[id]) for id in sorted(readings))


@dataclass(frozen=True, slots=True)
class _Reading:
    """A local statement whose entities are those of the graph."""

    document: str
    local: LocalStatement
    subject: str
    object: str | None
    literal: Literal | None
    source: str | None
    qualifiers: tuple[Qualifier, ...]
    evidence: tuple[SpanText, SpanText, SpanText | None, SpanText | None]

    @property
    def time(self) -> str | None:
        """The value of the first time qualifier that has one."""
        return next((q.value for q in self.qualifiers if q.role == "time" and q.value), None)

    @property
    def attribution_text(self) -> str | None:
        return self.local.attribution.text if self.local.attribution else None

    @property
    def relation(self) -> str:
        """What the predicate is told apart by: the schema's relation, else its words."""
        return self.local.predicate.relation or normal_key(self.local.predicate.text)


def _read(record: ExtractionRecord, local: LocalStatement, index: EntityIndex) -> _Reading:
    def graph_id(part: SpanText | LocalAttribution | None) -> str | None:
        return index.of(document, part.entity) if part else None

    document = record.document.id
    subject = index.subject(document, local.subject)
    object = index.object(document, local.object)
    if object == subject and local.object is not None and local.object.entity is None:
        object = None  # "talks are talks"
    source, said = graph_id(local.attribution), local.attribution
    qualifiers = (Qualifier(q.role, q.text, q.value, index.of(document, q.entity)) for q in local.qualifiers)
    spans = (
        replace(local.subject, entity=subject),
        SpanText(local.predicate.spans, local.predicate.text),
        replace(local.object, entity=object) if local.object else None,
        SpanText(said.spans, said.text, source) if said else None,
    )
    literal = _literal(record, local.object) if local.object and object is None else None
    return _Reading(document, local, subject, object, literal, source, tuple(qualifiers), spans)


def _literal(record: ExtractionRecord, phrase: SpanText) -> Literal:
    labels = (entity.label for entity in record.entities if entity.id == phrase.entity)
    return Literal(phrase.text, label=next(labels, None))


def _statement_id(reading: _Reading, names: dict[str, str]) -> str:
    local = reading.local
    words = f"{names[reading.subject]} {reading.relation} {names.get(reading.object or '', '')}"
    return content_id(
        "statement",
        words,
        reading.subject,
        reading.relation,
        reading.object or "",
        normal_key(reading.literal.text) if reading.literal else "",
        local.polarity,
        local.modality,
        reading.source or normal_key(reading.attribution_text or ""),
        "quoted source" if local.attribution else "",
        reading.time or "",
        *(_circumstances(reading) if local.object is None else ()),
    )


def _circumstances(reading: _Reading) -> list[str]:
    """Return what tells intransitive statements apart: "arrived in Oslo" is not "arrived in Rome"."""
    keys = {f"{q.role} {q.entity or normal_key(q.value or q.text)}" for q in reading.qualifiers}
    return sorted(keys)


def _statement(id: str, readings: list[_Reading]) -> Statement:
    first = readings[0]
    evidence = _best_evidence(_evidence(id, reading) for reading in readings)
    return Statement(
        id=id,
        subject=first.subject,
        predicate=_commonest(reading.local.predicate.text for reading in readings),
        lemma=_commonest(reading.local.predicate.lemma for reading in readings),
        relation=first.local.predicate.relation,
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
    )


def _evidence(id: str, reading: _Reading) -> Evidence:
    local = reading.local
    subject, predicate, object, attribution = reading.evidence
    return Evidence(
        id=f"evidence-{digest(reading.document, id, *(_offsets(part) for part in reading.evidence))}",
        document=reading.document,
        sentence=local.sentence,
        statement=id,
        subject=subject,
        predicate=predicate,
        object=object,
        attribution=attribution,
        cue=local.attribution.cue if local.attribution else None,
        quoted=local.attribution is not None and local.attribution.quoted,
        confidence=local.confidence,
        method=local.method,
    )


def _offsets(part: SpanText | None) -> str:
    spans: tuple[Span, ...] = part.spans if part else ()
    return ",".join(f"{start}-{end}" for start, end in spans)


def _best_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return one piece of evidence for each id, the surest, sorted by document and place."""
    best: dict[str, Evidence] = {}
    for piece in sorted(evidence, key=lambda e: (e.id, -e.confidence, e.method, e.cue or "", e.quoted)):
        best.setdefault(piece.id, piece)
    return tuple(sorted(best.values(), key=lambda e: (e.document, e.sentence, e.subject.spans, e.id)))


def _commonest(values: Iterable[Value]) -> Value:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)))
