"""CSV: one table for spreadsheets, and the files that neo4j-admin imports."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from newsgraph.graph.identity import content_id
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.statement import Statement

from ..rdf.iri import id_of, relation_iri
from ..rdf.relation import relation_of
from .flat import Attributes, Flat

Row = Sequence[str | float | bool | int]

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_SPACE = re.compile(r"[\s\x00-\x1f]+")

_ENTITY_COLUMNS = [
    *("name", "category", "aliases", "links", "named:boolean", "concept:boolean", "mentions:int"),
    *("documents:int", "facts"),
]

_ATTRIBUTES = (
    *("predicate", "relation", "status", "polarity", "modality", "attribution", "time", "qualifiers"),
    *(
        "amount",
        "amount_high",
        "unit",
        "event",
        "arguments",
        "confidence",
        "interest",
        "documents",
        "outlets",
        "dates",
        "urls",
        "evidence",
    ),
)


def write_csv(graph: KnowledgeGraph) -> bytes:
    """Return the statements as one table for spreadsheets: UTF-8 with a byte order mark, as Excel wants it.

    The statements that a reader would want first stand first.
    A text that a spreadsheet would run as a formula starts with an apostrophe, which makes it a text.
    """
    flat = Flat.of(graph)
    names = {entity.id: entity for entity in graph.entities}
    rows: list[Row] = []
    for statement in graph.strongest():
        subject = names[statement.subject]
        attributes = flat.statement(statement)
        target = names[statement.object] if statement.object is not None else None
        words = target.name if target else (statement.literal.text if statement.literal else "")
        category = target.label if target else ((statement.literal and statement.literal.label) or "")
        rows.append([subject.name, subject.label, words, category, *attributes.values(), statement.id])
    columns = ["subject", "subject_category", "object", "object_category", *_ATTRIBUTES, "id"]
    return b"\xef\xbb\xbf" + _table([columns, *([_text_only(value) for value in row] for row in rows)])


def _text_only(value: str | float | bool | int) -> str | float | bool | int:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def write_neo4j(graph: KnowledgeGraph) -> dict[str, bytes]:
    """Return the files of ``neo4j-admin database import``, by name.

    Literal objects are nodes labelled ``Value``; statements without any object are facts of their subject.
    Line breaks become spaces, so that the import needs no option for them.
    """
    flat = Flat.of(graph)
    entities = [[e.id, *_flat_values(flat.entity(e)), f"Entity;{label_of(e.label)}"] for e in graph.entities]
    ends = [(s, object_id(s)) for s in graph.statements]
    values = {end: s.literal.text for s, end in ends if s.literal is not None and end is not None}
    statements = [
        [s.subject, end, relationship_type(s), s.id, *_flat_values(flat.statement(s))]
        for s, end in ends
        if end is not None
    ]
    return {
        "entities.csv": _table([["id:ID", *_ENTITY_COLUMNS, ":LABEL"], *entities]),
        "values.csv": _table([["id:ID", "text", ":LABEL"], *_value_rows(values.items())]),
        "statements.csv": _table([[":START_ID", ":END_ID", ":TYPE", "id", *_STATEMENT_COLUMNS], *statements]),
    }


def object_id(statement: Statement) -> str | None:
    """Return the node a statement ends in: an entity, a value, or none."""
    if statement.object is not None:
        return statement.object
    return content_id("value", statement.literal.text) if statement.literal is not None else None


def relationship_type(statement: Statement) -> str:
    """Return the type of a relationship: the relation in capitals, as Neo4j's users write it."""
    return id_of(relation_iri(relation_of(statement).key)).upper().replace("-", "_")


def label_of(category: str) -> str:
    """Return a category as a label of a node."""
    return re.sub(r"[^A-Za-z0-9_]", "_", category)


def _value_rows(values: Iterable[tuple[str, str]]) -> Iterator[Row]:
    yield from ([id, _SPACE.sub(" ", text), "Value"] for id, text in sorted(values))


def _flat_values(attributes: Attributes) -> list[str | float | bool | int]:
    return [_neo4j_value(value) for value in attributes.values()]


def _neo4j_value(value: str | float | bool | int) -> str | float | int:
    if isinstance(value, bool):
        return str(value).lower()
    return _SPACE.sub(" ", value) if isinstance(value, str) else value


def _table(rows: Iterable[Row]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode("utf-8", "replace")


_NUMBERS = {"amount", "amount_high", "confidence", "interest"}
_STATEMENT_COLUMNS = [f"{name}:double" if name in _NUMBERS else name for name in _ATTRIBUTES]
