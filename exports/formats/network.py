"""GraphML and GEXF (Gephi, Cytoscape) and node-link JSON (networkx, D3), through networkx."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from newsgraph.graph.assembly.lines import Line
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.entity import Entity


def write_graphml(graph: KnowledgeGraph) -> bytes:
    """Return GraphML: ``graph.graph`` as it is."""
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(graph.graph)
    return str(writer).encode("utf-8")


def write_gexf(graph: KnowledgeGraph) -> bytes:
    """Return GEXF 1.2, the same bytes on any day: networkx's date of writing is taken out."""
    from networkx.readwrite.gexf import GEXFWriter

    network = graph.graph.copy()
    for _, attributes in network.nodes(data=True):
        attributes["category"], attributes["label"] = attributes["label"], attributes["name"]
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    for element in writer.xml.iter():
        element.attrib.pop("lastmodifieddate", None)
    return str(writer).encode("utf-8")


def write_node_link(graph: KnowledgeGraph) -> bytes:
    """Return node-link JSON for ``networkx.node_link_graph(data, edges="edges")``, evidence included."""
    network = graph.graph
    content = {
        "directed": True,
        "multigraph": True,
        "graph": {"documents": [asdict(document) for document in graph.documents]},
        "nodes": [_node(graph, graph.entity(id)) for id in network.nodes],
        "edges": [_edge(graph, line) for line in graph.lines],
    }
    return (json.dumps(content, ensure_ascii=True, indent=1) + "\n").encode()


def _node(graph: KnowledgeGraph, entity: Entity) -> dict[str, Any]:
    facts = [asdict(s) for s in graph.statements_of(entity.id) if s.object is None]
    return asdict(entity) | {"facts": facts}


def _edge(graph: KnowledgeGraph, line: Line) -> dict[str, Any]:
    """Return a line; the one that is its statement carries all of it, the others its id."""
    ends = {"source": line.source, "target": line.target, "key": line.key}
    joins = {"kind": line.kind, "label": line.label, "statement": line.statement}
    if line.kind != "statement":
        return ends | joins
    fields = asdict(graph.statement(line.statement))
    return (
        ends
        | joins
        | {name: value for name, value in fields.items() if name not in ("subject", "object", "id")}
    )
