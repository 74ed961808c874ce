"""The graph as plain tables, for SQL, Datasette, DuckDB and pandas; made anew in one commit."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from sqlite3 import Connection
from typing import Any

from ..knowledge_graph import KnowledgeGraph
from ..model.record import SpanText
from ..model.statement import EventArgument, Qualifier
from .schema import transaction

TABLES = ("argument", "evidence", "mention", "statement", "entity", "sentence", "document")

Row = tuple[Any, ...]


def write_tables(connection: Connection, graph: KnowledgeGraph, state: str) -> None:
    """Make all tables show ``graph``, which is that of ``state``, or leave them as they are."""
    with transaction(connection):
        for table in TABLES:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
        documents = {document.id: key for key, document in enumerate(graph.documents, 1)}
        entities = {entity.id: key for key, entity in enumerate(graph.entities, 1)}
        _fill(connection, "document", _documents(graph, documents))
        _fill(connection, "sentence", _sentences(graph, documents))
        _fill(connection, "entity", _entities(graph, entities))
        _fill(connection, "mention", _mentions(graph, entities, documents))
        _fill(connection, "statement", _statements(graph, entities))
        _fill(connection, "evidence", _evidence(graph, documents))
        _fill(connection, "argument", _arguments(graph, entities))
        for index in ("sentence_search", "name_search"):
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608
        connection.execute("INSERT OR REPLACE INTO setting VALUES ('graph', ?)", (state,))


def _fill(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    iterator = iter(rows)
    first = next(iterator, None)
    if first is not None:
        places = ", ".join("?" * len(first))
        insert = f"INSERT INTO {table} VALUES ({places})"  # noqa: S608 - names of our own tables
        connection.execute(insert, first)
        connection.executemany(insert, iterator)


def _documents(graph: KnowledgeGraph, keys: Mapping[str, int]) -> Iterator[Row]:
    said = Counter(document for s in graph.statements for document in {e.document for e in s.evidence})
    for document in graph.documents:
        sources = _list([document.source, *document.sources])
        about = (document.id, document.title, document.date, document.publisher, document.url)
        yield (
            keys[document.id],
            *about,
            document.language,
            document.length,
            sources,
            said[document.id],
            document.sha256,
        )


def _sentences(graph: KnowledgeGraph, documents: Mapping[str, int]) -> Iterator[Row]:
    for document in graph.documents:
        for number, sentence in enumerate(document.sentences):
            yield None, documents[document.id], number, sentence.start, sentence.end, sentence.text


def _entities(graph: KnowledgeGraph, keys: Mapping[str, int]) -> Iterator[Row]:
    said = Counter(id for s in graph.statements for id in {s.subject, s.object or s.subject})
    for entity in graph.entities:
        counts = (
            len({member.document for member in entity.members}),
            sum(len(member.mentions) for member in entity.members),
            said[entity.id],
        )
        kind = (entity.name, entity.label, entity.named, entity.concept)
        yield (keys[entity.id], entity.id, *kind, _list(entity.aliases), _list(entity.links), *counts)


def _mentions(
    graph: KnowledgeGraph, entities: Mapping[str, int], documents: Mapping[str, int]
) -> Iterator[Row]:
    for entity in graph.entities:
        for member in entity.members:
            for m in member.mentions:
                place = (entities[entity.id], documents[member.document], m.sentence, m.start, m.end)
                yield (*place, m.text, m.label, m.kind)


def _statements(graph: KnowledgeGraph, entities: Mapping[str, int]) -> Iterator[Row]:
    for key, s in enumerate(graph.statements, 1):
        yield (
            key,
            s.id,
            entities[s.subject],
            s.predicate,
            entities[s.object] if s.object else None,
            s.literal.text if s.literal else None,
            s.lemma,
            s.relation,
            s.polarity,
            s.modality,
            entities[s.attributed_to] if s.attributed_to else None,
            s.attribution_text,
            s.time,
            s.confidence,
        )


def _evidence(graph: KnowledgeGraph, documents: Mapping[str, int]) -> Iterator[Row]:
    for key, statement in enumerate(graph.statements, 1):
        for e in statement.evidence:
            texts = (e.subject.text, e.predicate.text, e.object.text if e.object else None)
            sure = (e.quoted, e.confidence, e.method)
            places = map(_place, (e.subject, e.predicate, e.object, e.attribution))
            yield (None, key, documents[e.document], e.sentence, *texts, *places, *sure)


def _place(part: SpanText | None) -> str | None:
    """Return where words stand, such as ``12-17 20-25``."""
    return " ".join(f"{start}-{end}" for start, end in part.spans) if part else None


def _arguments(graph: KnowledgeGraph, entities: Mapping[str, int]) -> Iterator[Row]:
    for key, statement in enumerate(graph.statements, 1):
        for qualifier in statement.qualifiers:
            yield _argument(key, qualifier.role, qualifier, entities)
        for argument in sorted({part for e in statement.evidence for part in e.arguments}, key=repr):
            yield _argument(key, argument.name, argument, entities)


def _argument(key: int, role: str, part: Qualifier | EventArgument, entities: Mapping[str, int]) -> Row:
    return key, role, part.text, part.value, entities[part.entity] if part.entity else None


def _list(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
