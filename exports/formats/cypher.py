"""Cypher: statements that make the graph in Neo4j, Memgraph or any other engine of openCypher."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.graph.knowledge_graph import KnowledgeGraph

from .flat import Attributes, Flat
from .tables import label_of, object_id, relationship_type

_ESCAPED = re.compile(r"['\"\\`\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def write_cypher(graph: KnowledgeGraph) -> bytes:
    """Return a Cypher script, one statement a line, that can be run again without making anything twice.

    Texts are literals in which every quote, backslash and control character is escaped.
    """
    return "".join(f"{line};\n" for line in _lines(graph)).encode("utf-8")


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    flat = Flat.of(graph)
    yield "CREATE CONSTRAINT newsgraph_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
    yield "CREATE CONSTRAINT newsgraph_value IF NOT EXISTS FOR (n:Value) REQUIRE n.id IS UNIQUE"
    for entity in graph.entities:
        label, attributes = label_of(entity.label), _map(flat.entity(entity))
        yield f"MERGE (n:Entity {{id: {literal(entity.id)}}}) SET n:`{label}`, n += {attributes}"
    ends = [(object_id(s), s) for s in graph.statements]
    values = {end: s.literal.text for end, s in ends if end and s.literal is not None}
    for id, text in sorted(values.items()):
        yield f"MERGE (n:Value {{id: {literal(id)}}}) SET n.text = {literal(text)}"
    for end, statement in ends:
        if end:
            kind = "Value" if statement.literal is not None else "Entity"
            yield (
                f"MATCH (a:Entity {{id: {literal(statement.subject)}}}), (b:{kind} {{id: {literal(end)}}}) "
                f"MERGE (a)-[r:`{relationship_type(statement)}` {{id: {literal(statement.id)}}}]->(b) "
                f"SET r += {_map(flat.statement(statement))}"
            )


def _map(attributes: Attributes) -> str:
    return "{" + ", ".join(f"{name}: {literal(value)}" for name, value in attributes.items()) + "}"


def literal(value: str | float | bool | int) -> str:
    r"""Return a Cypher literal.

    >>> literal("O'Neill\n"), literal(True), literal(0.5)
    ("'O\\u0027Neill\\u000a'", 'true', '0.5')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return repr(value)
    return "'" + _ESCAPED.sub(lambda match: _escape(match[0]), value) + "'"


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{0xFFFD if 0xD800 <= code <= 0xDFFF else code:04x}"
