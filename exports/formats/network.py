"""GraphML and GEXF (Gephi, Cytoscape) and node-link JSON (networkx, D3), through networkx."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.entity import Entity
from newsgraph.graph.model.statement import Statement

from .flat import Attributes, Flat

if TYPE_CHECKING:
    import networkx

_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(graph: KnowledgeGraph) -> bytes:
    """Return GraphML: entities are nodes, statements between two entities are edges with their ids."""
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(to_network(graph))
    return str(writer).encode("utf-8")


def write_gexf(graph: KnowledgeGraph) -> bytes:
    """Return GEXF 1.2, the same bytes on any day: networkx's date of writing is taken out."""
    from networkx.readwrite.gexf import GEXFWriter

    network = to_network(graph)
    for _, attributes in network.nodes(data=True):
        attributes["label"] = attributes["name"]
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    for element in writer.xml.iter():
        element.attrib.pop("lastmodifieddate", None)
    return str(writer).encode("utf-8")


def to_network(graph: KnowledgeGraph) -> networkx.MultiDiGraph[str]:
    """Return the graph with flat attributes that any XML file can hold.

    Characters that XML has no place for become U+FFFD, and ends of lines become line feeds.
    """
    import networkx

    flat = Flat.of(graph)
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for entity in graph.entities:
        network.add_node(entity.id, **_xml_safe(flat.entity(entity)))
    for statement in graph.statements:
        if statement.object is not None:
            attributes = _xml_safe(flat.statement(statement))
            network.add_edge(statement.subject, statement.object, key=statement.id, **attributes)
    return network


def _xml_safe(attributes: Attributes) -> dict[str, Any]:
    return {name: _clean(value) if isinstance(value, str) else value for name, value in attributes.items()}


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def write_node_link(graph: KnowledgeGraph) -> bytes:
    """Return node-link JSON for ``networkx.node_link_graph(data, edges="edges")``, evidence included."""
    content = {
        "directed": True,
        "multigraph": True,
        "graph": {"documents": [asdict(document) for document in graph.documents]},
        "nodes": [_node(graph, entity) for entity in graph.entities],
        "edges": [_edge(statement) for statement in graph.statements if statement.object is not None],
    }
    return (json.dumps(content, ensure_ascii=True, indent=1) + "\n").encode()


def _node(graph: KnowledgeGraph, entity: Entity) -> dict[str, Any]:
    facts = [asdict(s) for s in graph.statements_of(entity.id) if s.object is None]
    return asdict(entity) | {"facts": facts}


def _edge(statement: Statement) -> dict[str, Any]:
    fields = asdict(statement)
    ends = {"source": fields.pop("subject"), "target": fields.pop("object"), "key": fields.pop("id")}
    return ends | fields
