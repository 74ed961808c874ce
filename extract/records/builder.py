"""A record while it grows, chunk by chunk."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsgraph.graph.model.record import (
    ExtractionRecord,
    ExtractorInfo,
    LocalEntity,
    LocalMention,
    LocalStatement,
    Span,
)

from ..readers import Document
from .confidence import DOUBTED

if TYPE_CHECKING:
    from newsgraph.graph.knowledge.schema import Schema

    from ..relations import Classifier


Places = tuple[tuple[Span, ...], ...]


def places_of(statement: LocalStatement) -> Places:
    """The spans of subject, predicate and object, which tell a statement apart in its document."""
    return (
        statement.subject.spans,
        statement.predicate.spans,
        statement.object.spans if statement.object else (),
    )


@dataclass(slots=True)
class RecordBuilder:
    """A record while it grows chunk by chunk; without ``schema`` no statement gets a relation.

    Statements with a confidence below ``least`` are left out.
    """

    document: Document
    schema: Schema | None = None
    classifier: Classifier | None = None
    least: float = DOUBTED
    sentences: list[Span] = field(default_factory=list)
    mentions: list[tuple[Span, str, str, str]] = field(default_factory=list)  # span, label, kind, entity
    entities: dict[str, LocalEntity] = field(default_factory=dict)
    statements: list[LocalStatement] = field(default_factory=list)
    features: dict[Places, dict[str, float]] | None = None  # of confidence, kept where somebody asks for them
    named: dict[tuple[str, str], str] = field(default_factory=dict)  # (name, label) to entity, across chunks

    def entity(self, name: str, label: str, aliases: tuple[str, ...], *, named: bool) -> str:
        """The id of an entity; one that was named before, in this chunk or another, keeps its id."""
        known = self.named.get((name, label)) if named else None
        if known is None:
            known = f"e{len(self.entities)}"
            self.entities[known] = LocalEntity(known, name, label, aliases, named=named)
            if named:
                self.named[name, label] = known
        return known

    def finish(self, extractor: ExtractorInfo | None = None) -> ExtractionRecord:
        """The record, its ids in text order."""
        used = {entity for *_, entity in self.mentions}
        entities = tuple(entity for id, entity in self.entities.items() if id in used)
        order = sorted(set(self.mentions), key=lambda mention: (mention[0], mention[3]))
        mentions = tuple(
            LocalMention(
                f"m{i}", span[0], span[1], self.document.text[span[0] : span[1]], label, kind, entity
            )
            for i, (span, label, kind, entity) in enumerate(order)
        )
        statements = sorted(self.statements, key=lambda s: (s.sentence, s.predicate.spans, s.subject.spans))
        return ExtractionRecord(
            self.document.to_source(),
            tuple(self.sentences),
            mentions,
            entities,
            tuple(replace(statement, id=f"s{i}") for i, statement in enumerate(statements)),
            extractor,
        )
