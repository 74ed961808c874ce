"""The graph as flat rows of plain values: what tables and the file formats of other graph tools can hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import SourceDocument
from newsgraph.graph.model.entity import Entity
from newsgraph.graph.model.statement import Evidence, Statement

from ..rdf.describe import status_of
from ..rdf.relation import relation_of

LIST_SEPARATOR = " | "

Attributes = dict[str, str | float | bool | int]


@dataclass(frozen=True, slots=True)
class Flat:
    """A graph with the look-ups that flat rows need."""

    graph: KnowledgeGraph
    documents: Mapping[str, SourceDocument]

    @classmethod
    def of(cls, graph: KnowledgeGraph) -> Flat:
        """Return the flat view of ``graph``."""
        return cls(graph, {document.id: document for document in graph.documents})

    def entity(self, entity: Entity) -> Attributes:
        """Return what is known of an entity; a statement without another entity as object is a fact of it."""
        facts = [s for s in self.graph.statements_of(entity.id) if s.object is None]
        return {
            "name": entity.name,
            "category": entity.label,
            "aliases": LIST_SEPARATOR.join(entity.aliases),
            "links": LIST_SEPARATOR.join(entity.links),
            "named": entity.named,
            "concept": entity.concept,
            "mentions": sum(len(member.mentions) for member in entity.members),
            "documents": len({member.document for member in entity.members}),
            "facts": LIST_SEPARATOR.join(f"{fact_text(s)} [{status_of(s)}]" for s in facts),
        }

    def statement(self, statement: Statement) -> Attributes:
        """Return what is known of a statement, but for its subject and object."""
        qualifiers = (f"{q.role}: {q.text}" for q in statement.qualifiers)
        return {
            "predicate": statement.predicate,
            "relation": relation_of(statement).key,
            "status": status_of(statement),
            "polarity": statement.polarity,
            "modality": statement.modality,
            "attribution": statement.attribution_text or "",
            "time": statement.time or "",
            "qualifiers": LIST_SEPARATOR.join(qualifiers),
            "confidence": statement.confidence,
            "documents": LIST_SEPARATOR.join(self._sources(statement)),
            "evidence": LIST_SEPARATOR.join(dict.fromkeys(map(self.sentence, statement.evidence))),
        }

    def sentence(self, piece: Evidence) -> str:
        """Return the sentence that a piece of evidence stands in."""
        return self.documents[piece.document].sentences[piece.sentence].text

    def _sources(self, statement: Statement) -> list[str]:
        return sorted({self.documents[piece.document].source for piece in statement.evidence})


def fact_text(statement: Statement) -> str:
    """Return predicate and literal of a statement that joins no two entities."""
    return f"{statement.predicate} {statement.literal.text}" if statement.literal else statement.predicate
