"""What the page tells beyond its drawing: entities, statements, evidence; ``script/data.js`` reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import SourceDocument
from newsgraph.graph.model.entity import Entity
from newsgraph.graph.model.statement import Evidence, Statement

from .coding import coded_numbers
from .columns import deltas, numbers, packed, zigzag
from .dates import days
from .evidence_sentences import ROLES, Passages, marks_of, passages_of, utf16_length
from .parallel_edges import Lane
from .theme import GROUPS, KINDS, LABEL_NAMES, kind_of

EVIDENCE_LIMIT = 40
"""Most places that the page carries for one statement; the page says how many more there are."""

IDS_LIMIT = 5_000
"""Statements up to which the page carries ids; those of a large graph would be a third of its size."""


def in_text_order(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements in the order of the first place that states each: neighbours compress well."""
    return sorted(statements, key=_place)


def _place(statement: Statement) -> tuple[str, int, str]:
    first = min(((e.document, e.sentence) for e in statement.evidence), default=("", 0))
    return (*first, statement.id)


def details_of(
    kg: KnowledgeGraph, entities: Sequence[Entity], statements: Sequence[Statement], lanes: Sequence[Lane]
) -> dict[str, Any]:
    """Return all details as JSON; each sequence is in the order that the page counts in."""
    number = {entity.id: position for position, entity in enumerate(entities)}
    lane = {statement.id: position for position, lane in enumerate(lanes) for statement in lane.statements}
    carried = [_carried(statement) for statement in statements]
    passages = passages_of(kg, chain.from_iterable(carried))
    with_ids = len(statements) <= IDS_LIMIT
    return {
        "groups": {group: {"name": name, "shape": shape} for group, (name, shape) in GROUPS.items()},
        "kinds": {kind: {"name": name, "dashes": dashes} for kind, (name, dashes) in KINDS.items()},
        "labels": LABEL_NAMES,
        "roles": ROLES,
        "documents": _documents(kg.documents),
        "entities": {"id": [entity.id for entity in entities] if with_ids else [], **_entities(entities)},
        "statements": {
            "id": [statement.id for statement in statements] if with_ids else [],
            "edge": deltas([lane.get(statement.id, 0) for statement in statements]),
            **_ends(statements, number),
            **_claims(kg, statements, number),
            **_times(statements, {document.id: document.date for document in kg.documents}),
        },
        "evidence": _evidence(kg, statements, carried, passages),
        "sentences": {"text": passages.texts, "document": deltas(passages.documents)},
    }


def _carried(statement: Statement) -> list[Evidence]:
    """Return the best evidence of a statement, in the order of documents and text."""
    best = sorted(statement.evidence, key=lambda e: (-e.confidence, e.id))[:EVIDENCE_LIMIT]
    return sorted(best, key=lambda e: (e.document, e.sentence, e.id))


def _documents(documents: Sequence[SourceDocument]) -> dict[str, Any]:
    return {
        "title": [document.title for document in documents],
        "source": [document.source for document in documents],
        "date": packed([document.date for document in documents]),
        "publisher": packed([document.publisher for document in documents]),
        "url": packed([document.url for document in documents]),
    }


def _entities(entities: Sequence[Entity]) -> dict[str, Any]:
    return {
        "type": packed([entity.label for entity in entities]),
        "named": packed([int(entity.named) for entity in entities]),
        "concept": packed([int(entity.concept) for entity in entities]),
        "aliases": packed([list(entity.aliases) for entity in entities]),
        "links": packed([list(entity.links) for entity in entities]),
        "mentions": numbers(sum(len(member.mentions) for member in entity.members) for entity in entities),
        "documents": numbers(len({member.document for member in entity.members}) for entity in entities),
    }


def _ends(statements: Sequence[Statement], number: Mapping[str, int]) -> dict[str, Any]:
    """Return the subjects of facts; a statement that joins two entities has the ends of its edge."""
    return {
        "subject": numbers(number[s.subject] if s.object is None else None for s in statements),
        "literal": packed([s.literal.text if s.literal else None for s in statements]),
        "value": packed([s.literal.value if s.literal else None for s in statements]),
    }


def _claims(kg: KnowledgeGraph, statements: Sequence[Statement], number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "predicate": packed([[s.predicate, s.lemma, s.relation] for s in statements]),
        "kind": packed([kind_of(s) for s in statements]),
        "polarity": packed([s.polarity for s in statements]),
        "modality": packed([s.modality for s in statements]),
        "by": numbers(None if s.attributed_to is None else number[s.attributed_to] for s in statements),
        "byText": packed([_source_words(s, kg) for s in statements]),
        "confidence": numbers(round(s.confidence * 100) for s in statements),
        "qualifiers": packed([_qualifiers(s, number) for s in statements]),
        "arguments": packed([_arguments(s, number) for s in statements]),
        "places": numbers(len(s.evidence) for s in statements),
    }


def _source_words(statement: Statement, kg: KnowledgeGraph) -> str | None:
    """Return the words that name the source, unless they are just its name."""
    by, words = statement.attributed_to, statement.attribution_text
    return None if by is not None and kg.entity(by).name == words else words


def _qualifiers(statement: Statement, number: Mapping[str, int]) -> list[list[Any]]:
    return [
        [q.role, q.text, q.value, -1 if q.entity is None else number[q.entity]] for q in statement.qualifiers
    ]


def _arguments(statement: Statement, number: Mapping[str, int]) -> list[list[Any]]:
    return [
        [a.name, a.text, a.value, -1 if a.entity is None else number[a.entity]] for a in statement.arguments
    ]


def _times(statements: Sequence[Statement], published: Mapping[str, str | None]) -> dict[str, Any]:
    """Return the days of what is stated; where no time is told, those of the first publication."""
    spans: list[tuple[int, int] | tuple[None, None]] = []
    for statement in statements:
        dates = sorted(date for e in statement.evidence if (date := published[e.document]))
        told = statement.time or (dates[0] if dates else "")
        spans.append(days(told) or (None, None))
    return {
        "time": packed([statement.time for statement in statements]),
        "first": packed([first for first, _ in spans]),
        "last": packed([last for _, last in spans]),
    }


def _evidence(
    kg: KnowledgeGraph,
    statements: Sequence[Statement],
    carried: Sequence[Sequence[Evidence]],
    passages: Passages,
) -> dict[str, Any]:
    rows = [(position, item) for position, evidence in enumerate(carried) for item in evidence]
    return {
        "statement": deltas([position for position, _ in rows]),
        "sentence": deltas([passages.number(e.document, e.sentence) for _, e in rows]),
        "marks": packed([_coded_marks(kg, statements[row], item, passages) for row, item in rows]),
        "doubt": numbers(
            zigzag(round((statements[row].confidence - item.confidence) * 100)) for row, item in rows
        ),
        "method": packed([item.method for _, item in rows]),
        "cue": packed([item.cue for _, item in rows]),
        "quoted": packed([int(item.quoted) for _, item in rows]),
    }


def _coded_marks(kg: KnowledgeGraph, statement: Statement, evidence: Evidence, passages: Passages) -> str:
    """Return role and sentence, start after the mark before, and length of every mark.

    Length 0 is that of the words which the page has for the role anyway.
    """
    home = passages.number(evidence.document, evidence.sentence)
    usual = _usual_lengths(kg, statement)
    found: list[int] = []
    before = 0
    for mark in marks_of(evidence, kg.document(evidence.document)):
        away = passages.number(evidence.document, mark.sentence) - home
        length = mark.end - mark.start
        found += [mark.role + len(ROLES) * zigzag(away), zigzag(mark.start - before)]
        found.append(0 if length == usual[mark.role] else length)
        before = mark.end
    return coded_numbers(found)


def _usual_lengths(kg: KnowledgeGraph, statement: Statement) -> list[int]:
    """Return the lengths, in UTF-16 units, of what the page calls subject, predicate, object and source."""
    literal = statement.literal.text if statement.literal else ""
    object_ = kg.entity(statement.object).name if statement.object is not None else literal
    by = kg.entity(statement.attributed_to).name if statement.attributed_to is not None else ""
    words = (kg.entity(statement.subject).name, statement.predicate, object_, by)
    return [utf16_length(word) for word in words]
