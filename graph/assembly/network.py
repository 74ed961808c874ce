"""The graph for networkx, with attributes of plain types that its writers (GraphML, GEXF, node-link) can hold.

Nodes are ids of entities; a phrase without a name that no line reaches is not a node. Node attributes:

=========  ====  =====================================================================
name       str   the canonical name
label      str   as spaCy users know it: PERSON, ORG ..., CONCEPT
aliases    str   other names, joined by " | "
links      str   IRIs elsewhere, joined by " | "
named      bool  whether it has a name
concept    bool  whether it is a phrase that statements are about
mentions   int   how many places mention it
documents  int   how many documents do
facts      str   its statements that end in no entity, with their status, joined by " | "
=========  ====  =====================================================================

Edges are lines (:mod:`.lines`). The key of one that is a statement from subject to object is the statement's id;
the others end in more. Edge attributes:

==========  =====  ====================================================================
kind        str    statement, argument, qualifier, mention or source
label       str    the words that join the two: "met", "signed a treaty in", "envoy of"
statement   str    id of the statement
predicate   str    its predicate
relation    str    its relation of the schema, or nothing
event       str    its event class, or nothing
status      str    asserted, reported, denied, negative, planned ...
polarity    str    positive or negative
modality    str    actual, planned, possible, conditional, obligatory or requested
source      str    who says so, or nothing
time        str    when, in EDTF, or nothing
confidence  float  the probability, 0 to 1, that the text says so
interest    float  how much a reader would want it, 0 to 1
evidence    str    the sentences that say so, joined by " | "
documents   str    where these stand, joined by " | "
==========  =====  ====================================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from ..model.document import SourceDocument
from ..model.entity import Entity
from ..model.statement import Statement
from .lines import Line

if TYPE_CHECKING:
    import networkx

SEPARATOR = " | "
"""Joins the items of a list in one text."""

Attributes = dict[str, str | float | bool | int]

_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Lines(Protocol):
    """What a knowledge graph is asked for here."""

    @property
    def entities(self) -> Sequence[Entity]:
        """All entities."""

    @property
    def statements(self) -> Sequence[Statement]:
        """All statements."""

    @property
    def lines(self) -> Sequence[Line]:
        """All lines between two entities."""

    @property
    def interest(self) -> Mapping[str, float]:
        """How much a reader would want each statement, by its id."""

    def statements_of(self, entity_id: str) -> Sequence[Statement]:
        """Return the statements that have this entity as subject or object."""

    def document(self, id: str) -> SourceDocument:
        """Return the document with this id."""


def to_network(graph: Lines) -> networkx.MultiDiGraph[str]:
    """Return the nodes and lines of ``graph``.

    Characters that XML has no place for become U+FFFD, and ends of lines become line feeds.
    """
    import networkx

    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    reached = {end for line in graph.lines for end in (line.source, line.target)}
    for entity in graph.entities:
        if entity.named or entity.id in reached:
            network.add_node(entity.id, **_plain(node_attributes(graph, entity)))
    attributes = {s.id: _plain(edge_attributes(graph, s)) for s in graph.statements}
    for line in graph.lines:
        own = _plain({"kind": line.kind, "label": line.label, "statement": line.statement})
        network.add_edge(line.source, line.target, key=line.key, **own, **attributes[line.statement])
    return network


def node_attributes(graph: Lines, entity: Entity) -> Attributes:
    """Return what is known of an entity as plain values."""
    facts = [s for s in graph.statements_of(entity.id) if s.object is None]
    return {
        "name": entity.name,
        "label": entity.label,
        "aliases": SEPARATOR.join(entity.aliases),
        "links": SEPARATOR.join(entity.links),
        "named": entity.named,
        "concept": entity.concept,
        "mentions": sum(len(member.mentions) for member in entity.members),
        "documents": len({member.document for member in entity.members}),
        "facts": SEPARATOR.join(f"{fact_text(s)} [{s.status}]" for s in facts),
    }


def fact_text(statement: Statement) -> str:
    """Return predicate and literal of a statement that joins no two entities."""
    return f"{statement.predicate} {statement.literal.text}" if statement.literal else statement.predicate


def edge_attributes(graph: Lines, statement: Statement) -> Attributes:
    """Return what is known of a statement as plain values."""
    documents = sorted({graph.document(piece.document).source for piece in statement.evidence})
    sentences = (graph.document(p.document).sentences[p.sentence].text for p in statement.evidence)
    return {
        "predicate": statement.predicate,
        "relation": statement.relation or "",
        "event": statement.event_class or "",
        "status": statement.status,
        "polarity": statement.polarity,
        "modality": statement.modality,
        "source": statement.attribution_text or "",
        "time": statement.time or "",
        "confidence": statement.confidence,
        "interest": graph.interest[statement.id],
        "evidence": SEPARATOR.join(dict.fromkeys(sentences)),
        "documents": SEPARATOR.join(documents),
    }


def _plain(attributes: Mapping[str, str | float | bool | int]) -> Attributes:
    return {name: _clean(value) if isinstance(value, str) else value for name, value in attributes.items()}


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
