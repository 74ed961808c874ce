"""The graph as flat rows of plain values: what tables and the file formats of other graph tools can hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsgraph.graph.assembly.network import SEPARATOR, node_attributes
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import SourceDocument
from newsgraph.graph.model.entity import Entity
from newsgraph.graph.model.record import Amount
from newsgraph.graph.model.statement import Evidence, Statement

from ..rdf.relation import relation_of

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
        attributes = node_attributes(self.graph, entity)
        return {{"label": "category"}.get(name, name): value for name, value in attributes.items()}

    def statement(self, statement: Statement) -> Attributes:
        """Return what is known of a statement, but for its subject and object."""
        documents = self._documents_of(statement)
        qualifiers = (f"{q.role}: {q.text}" for q in statement.qualifiers)
        return {
            "predicate": statement.predicate,
            "relation": relation_of(statement).key,
            "status": statement.status,
            "polarity": statement.polarity,
            "modality": statement.modality,
            "attribution": statement.attribution_text or "",
            "time": statement.time or "",
            "qualifiers": SEPARATOR.join(qualifiers),
            **_amount(statement.amount),
            "event": statement.event_class or "",
            "arguments": SEPARATOR.join(f"{a.name}: {a.text}" for a in statement.arguments),
            "confidence": statement.confidence,
            "interest": self.graph.interest[statement.id],
            "documents": SEPARATOR.join(document.title or document.source for document in documents),
            "outlets": SEPARATOR.join(dict.fromkeys(d.publisher for d in documents if d.publisher)),
            "dates": SEPARATOR.join(dict.fromkeys(d.date for d in documents if d.date)),
            "urls": SEPARATOR.join(
                dict.fromkeys(d.url for d in documents if d.url and is_web_address(d.url))
            ),
            "evidence": SEPARATOR.join(dict.fromkeys(map(self.sentence, statement.evidence))),
        }

    def sentence(self, piece: Evidence) -> str:
        """Return the sentence that a piece of evidence stands in."""
        return self.documents[piece.document].sentences[piece.sentence].text

    def _documents_of(self, statement: Statement) -> list[SourceDocument]:
        found = {piece.document: self.documents[piece.document] for piece in statement.evidence}
        return sorted(found.values(), key=lambda document: (document.title or document.source, document.id))


def is_web_address(url: str) -> bool:
    """Whether ``url`` is an address that a browser may open: http or https, nothing else."""
    return url.lower().startswith(("http://", "https://"))


def _amount(amount: Amount | None) -> Attributes:
    """Return the value of an object that is one, so that a table sorts by it; a range by its lower end."""
    value = amount or Amount()
    number = value.low if value.number is None else value.number
    return {
        "amount": "" if number is None else number,
        "amount_high": "" if value.high is None else value.high,
        "unit": value.unit or value.currency or "",
    }
