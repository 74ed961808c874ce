"""What the page tells beyond its drawing: entities, statements, evidence; ``script/data.js`` reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from newsgraph.graph.document import Document
from newsgraph.graph.entity import Entity
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.statement import Evidence, Statement

from .columns import deltas, packed
from .dates import days
from .lanes import Lane
from .looks import GROUPS, KINDS, LABEL_NAMES, kind_of
from .passages import ROLES, Passages, marks_of, passages_of

EVIDENCE_LIMIT = 40
"""Most places that the page carries for one statement; the page says how many more there are."""


def details_of(kg: KnowledgeGraph, entities: Sequence[Entity], lanes: Sequence[Lane]) -> dict[str, Any]:
    """Return all details as JSON; ``entities`` in the order of the nodes, ``lanes`` in that of the edges."""
    number = {entity.id: position for position, entity in enumerate(entities)}
    lane = {statement.id: position for position, lane in enumerate(lanes) for statement in lane.statements}
    statements = sorted(kg.statements, key=_place)
    carried = [_carried(statement) for statement in statements]
    passages = passages_of(kg, chain.from_iterable(carried))
    return {
        "groups": {group: {"name": name, "shape": shape} for group, (name, shape) in GROUPS.items()},
        "kinds": {kind: {"name": name, "dashes": dashes} for kind, (name, dashes) in KINDS.items()},
        "labels": LABEL_NAMES,
        "roles": ROLES,
        "documents": _documents(kg.documents),
        "entities": _entities(entities),
        "statements": {
            **_claims(statements, number),
            **_times(statements, {document.id: document.date for document in kg.documents}),
            "edge": [lane.get(statement.id, -1) for statement in statements],
        },
        "evidence": _evidence(kg, carried, passages),
        "sentences": {"text": passages.texts, "document": deltas(passages.documents)},
    }


def _place(statement: Statement) -> tuple[str, int, str]:
    """Order by the first place that states it: neighbours in the text compress well."""
    first = min(((e.document, e.sentence) for e in statement.evidence), default=("", 0))
    return (*first, statement.id)


def _carried(statement: Statement) -> list[Evidence]:
    """Return the best evidence of a statement, in the order of documents and text."""
    best = sorted(statement.evidence, key=lambda e: (-e.confidence, e.id))[:EVIDENCE_LIMIT]
    return sorted(best, key=lambda e: (e.document, e.sentence, e.id))


def _documents(documents: Sequence[Document]) -> dict[str, Any]:
    return {
        "title": [document.title for document in documents],
        "source": [document.source for document in documents],
        "date": packed([document.date for document in documents]),
    }


def _entities(entities: Sequence[Entity]) -> dict[str, Any]:
    return {
        "id": [entity.id for entity in entities],
        "type": packed([entity.label for entity in entities]),
        "named": packed([int(entity.named) for entity in entities]),
        "concept": packed([int(entity.concept) for entity in entities]),
        "aliases": packed([list(entity.aliases) for entity in entities]),
        "links": packed([list(entity.links) for entity in entities]),
        "mentions": [sum(len(member.mentions) for member in entity.members) for entity in entities],
        "documents": [len({member.document for member in entity.members}) for entity in entities],
    }


def _claims(statements: Sequence[Statement], number: Mapping[str, int]) -> dict[str, Any]:
    def node(entity: str | None) -> int:
        return -1 if entity is None else number[entity]

    return {
        "id": [s.id for s in statements],
        "subject": [node(s.subject) for s in statements],
        "predicate": packed([s.predicate for s in statements]),
        "lemma": packed([s.lemma for s in statements]),
        "relation": packed([s.relation for s in statements]),
        "object": [node(s.object) for s in statements],
        "literal": packed([s.literal.text if s.literal else None for s in statements]),
        "value": packed([s.literal.value if s.literal else None for s in statements]),
        "kind": packed([kind_of(s) for s in statements]),
        "polarity": packed([s.polarity for s in statements]),
        "modality": packed([s.modality for s in statements]),
        "by": [node(s.attributed_to) for s in statements],
        "byText": packed([s.attribution_text for s in statements]),
        "confidence": [round(s.confidence * 100) for s in statements],
        "qualifiers": packed(
            [[[q.role, q.text, q.value, node(q.entity)] for q in s.qualifiers] for s in statements]
        ),
        "places": packed([len(s.evidence) for s in statements]),
    }


def _times(statements: Sequence[Statement], published: Mapping[str, str | None]) -> dict[str, Any]:
    """Return the days of what is stated; where no time is given, those of the first publication."""
    spans = []
    for statement in statements:
        dates = sorted(date for e in statement.evidence if (date := published[e.document]))
        told = days(statement.time) if statement.time else None
        spans.append(told or (days(dates[0]) if dates else None) or (None, None))
    return {
        "time": packed([statement.time for statement in statements]),
        "first": packed([first for first, _ in spans]),
        "last": packed([last for _, last in spans]),
    }


def _evidence(
    kg: KnowledgeGraph, carried: Sequence[Sequence[Evidence]], passages: Passages
) -> dict[str, Any]:
    rows = [(position, item) for position, evidence in enumerate(carried) for item in evidence]
    return {
        "statement": deltas([position for position, _ in rows]),
        "sentence": deltas([passages.number(e.document, e.sentence) for _, e in rows]),
        "marks": [_flat_marks(kg, item, passages) for _, item in rows],
        "confidence": [round(item.confidence * 100) for _, item in rows],
        "method": packed([item.method for _, item in rows]),
        "cue": packed([item.cue for _, item in rows]),
        "quoted": packed([int(item.quoted) for _, item in rows]),
    }


def _flat_marks(kg: KnowledgeGraph, evidence: Evidence, passages: Passages) -> list[int]:
    """Return role, sentence (less that of the evidence), start and length of every mark, in one list."""
    home = passages.number(evidence.document, evidence.sentence)
    marks = marks_of(evidence, kg.document(evidence.document))
    rows = [
        (
            mark.role,
            passages.number(evidence.document, mark.sentence) - home,
            mark.start,
            mark.end - mark.start,
        )
        for mark in marks
    ]
    return list(chain.from_iterable(rows))
