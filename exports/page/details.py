"""What the page tells beyond its drawing: documents, entities, statements, lines; ``script/data.js`` reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from newsgraph.graph.assembly.agreement import predicate_of
from newsgraph.graph.assembly.interest import CREDIBLE
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import SourceDocument
from newsgraph.graph.model.entity import Entity
from newsgraph.graph.model.statement import Statement

from .amounts import amount_number, amount_words
from .bundles import Bundle
from .columns import deltas, numbers, packed
from .constants import LINE_KINDS
from .dates import days
from .evidence import carried_evidence, evidence_columns
from .evidence_sentences import passages_of
from .front import front_columns
from .mentions import mention_columns
from .opening import bound_of
from .theme import GROUPS, KINDS, LABEL_NAMES, STATUS_NAMES, kind_of, status_of

IDS_LIMIT = 5_000
"""Statements up to which the page carries ids; those of a large graph would be a third of its size."""


def in_text_order(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements in the order of the first place that states each: neighbours compress well."""
    return sorted(statements, key=_place)


def _place(statement: Statement) -> tuple[str, int, str]:
    first = min(((e.document, e.sentence) for e in statement.evidence), default=("", 0))
    return (*first, statement.id)


def details_of(
    kg: KnowledgeGraph,
    entities: Sequence[Entity],
    statements: Sequence[Statement],
    lines: Mapping[str, Any],
    wanted: Set[str],
    *,
    whole_texts: bool = True,
) -> Iterator[tuple[str, Any]]:
    """Yield all details as JSON, part by part; each sequence is in the order that the page counts in.

    ``lines`` are those of :func:`line_columns`.
    With ``whole_texts`` the page carries its articles sentence by sentence, else only where evidence stands. Whoever
    takes the parts one by one needs no memory for all of them.
    """
    number = {entity.id: position for position, entity in enumerate(entities)}
    with_ids = len(statements) <= IDS_LIMIT
    yield "bound", round(bound_of(kg) * 100)
    yield "credible", round(CREDIBLE * 100)
    yield "groups", {group: {"name": name, "shape": shape} for group, (name, shape) in GROUPS.items()}
    yield "kinds", {kind: {"name": name, "dashes": dashes} for kind, (name, dashes) in KINDS.items()}
    yield "statuses", STATUS_NAMES
    yield "labels", LABEL_NAMES
    yield "relations", {relation.name: relation.label for relation in kg.relations}
    yield "documents", _documents(kg.documents)
    yield "entities", {"id": [entity.id for entity in entities] if with_ids else [], **_entities(entities)}
    yield (
        "statements",
        {
            "id": [statement.id for statement in statements] if with_ids else [],
            **_ends(statements, number),
            **_claims(kg, statements, number),
            **_weights(kg, statements, wanted),
            **_times(statements, {document.id: document.date for document in kg.documents}),
        },
    )
    yield from front_columns(kg, statements, number).items()
    yield "lines", lines
    yield from _texts(kg, statements, number, whole=whole_texts)


def _texts(
    kg: KnowledgeGraph, statements: Sequence[Statement], number: Mapping[str, int], *, whole: bool
) -> Iterator[tuple[str, Any]]:
    """Yield the evidence and the sentences that it stands in."""
    carried = [carried_evidence(statement) for statement in statements]
    passages = passages_of(kg, (item for evidence in carried for item in evidence), whole=whole)
    yield "evidence", evidence_columns(kg, statements, carried, passages, number)
    carried.clear()
    yield (
        "sentences",
        {
            "text": passages.texts,
            "document": deltas(passages.documents),
            "apart": packed(passages.apart),
            **mention_columns(kg, passages, number),
        },
    )


def _documents(documents: Sequence[SourceDocument]) -> dict[str, Any]:
    return {
        "title": [document.title for document in documents],
        "source": [document.source for document in documents],
        "copies": packed([list(document.sources) for document in documents]),
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
    return {
        "subject": numbers(number[s.subject] for s in statements),
        "object": numbers(None if s.object is None else number[s.object] for s in statements),
        "literal": packed([s.literal.text if s.literal else None for s in statements]),
        "value": packed([_value(s) for s in statements]),
        "amount": packed([amount_number(s.amount) for s in statements]),
    }


def _value(statement: Statement) -> str | None:
    normal = statement.literal.value if statement.literal else None
    return amount_words(statement.amount) or normal


def _words_of(kg: KnowledgeGraph, statement: Statement) -> str:
    return predicate_of(statement, kg.entity(statement.subject).label)


def _claims(kg: KnowledgeGraph, statements: Sequence[Statement], number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "predicate": packed([[_words_of(kg, s), s.lemma, s.relation] for s in statements]),
        "event": packed([s.event_class for s in statements]),
        "kind": packed([kind_of(s) for s in statements]),
        "status": packed([status_of(s) for s in statements]),
        "polarity": packed([s.polarity for s in statements]),
        "modality": packed([s.modality for s in statements]),
        "stance": packed([s.stance for s in statements]),
        "by": numbers(None if s.attributed_to is None else number[s.attributed_to] for s in statements),
        "byText": packed([_source_words(s, kg) for s in statements]),
        "qualifiers": packed([_qualifiers(s, number) for s in statements]),
        "arguments": packed([_arguments(s, number) for s in statements]),
    }


def _weights(kg: KnowledgeGraph, statements: Sequence[Statement], wanted: Set[str]) -> dict[str, Any]:
    """Return how sure and how wanted statements are; ``rank`` is their place in the terminal's order."""
    rank = {statement.id: place for place, statement in enumerate(kg.strongest())}
    return {
        "confidence": numbers(round(s.confidence * 100) for s in statements),
        "interest": numbers(round(kg.interest[s.id] * 100) for s in statements),
        "wanted": packed([int(s.id in wanted) for s in statements]),
        "rank": numbers(rank[s.id] for s in statements),
        "places": numbers(len(s.evidence) for s in statements),
    }


def _source_words(statement: Statement, kg: KnowledgeGraph) -> str | None:
    """Return the words that name the source, unless they are just its name."""
    by, words = statement.attributed_to, statement.attribution_text
    return None if by is not None and kg.entity(by).name == words else words


def _qualifiers(statement: Statement, number: Mapping[str, int]) -> list[list[Any]]:
    return [
        [q.role, q.text, amount_words(q.amount) or q.value, -1 if q.entity is None else number[q.entity]]
        for q in statement.qualifiers
    ]


def _arguments(statement: Statement, number: Mapping[str, int]) -> list[list[Any]]:
    return [
        [a.name, a.text, amount_words(a.amount) or a.value, -1 if a.entity is None else number[a.entity]]
        for a in statement.arguments
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


def line_columns(
    bundles: Sequence[Bundle], entities: Sequence[Entity], statements: Sequence[Statement]
) -> dict[str, Any]:
    """Return every line with the number of its bundle, which is that of an edge; ``back`` runs against the edge."""
    number = {entity.id: position for position, entity in enumerate(entities)}
    row = {statement.id: position for position, statement in enumerate(statements)}
    lines = [(edge, bundle, line) for edge, bundle in enumerate(bundles) for line in bundle.lines]
    return {
        "edge": deltas([edge for edge, _, _ in lines]),
        "statement": deltas([row[line.statement] for _, _, line in lines]),
        "kind": packed([LINE_KINDS.index(line.kind) for _, _, line in lines]),
        "back": packed([int(number[line.source] != bundle.source) for _, bundle, line in lines]),
        "label": packed([None if line.kind == "statement" else line.label for _, _, line in lines]),
    }
