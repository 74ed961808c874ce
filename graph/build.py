"""From extraction records to a knowledge graph: a pure function of records, judgements, entity list and schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .assembly.corrections import split_records
from .assembly.entities import entities_of
from .assembly.relations import relations_of
from .assembly.statements import statements_of
from .bulk import collection_paused
from .errors import InputError
from .knowledge.entity_list import KnownEntity, known_entities
from .knowledge.schema import Schema
from .knowledge_graph import KnowledgeGraph
from .model.document import Sentence, SourceDocument
from .model.judgement import Judgement
from .model.packed_records import PackedRecords
from .model.record import ExtractionRecord


def build_graph(
    records: Iterable[ExtractionRecord],
    *,
    judgements: Iterable[Judgement] = (),
    entities: Iterable[KnownEntity] = (),
    schema: Schema | None = None,
) -> KnowledgeGraph:
    """Return the graph of ``records``; neither their order nor repetitions matter.

    ``judgements`` by people override what resolution would decide; ``entities`` is a list of known entities, whose
    names and ids members that match it take. ``schema`` explains the relations of statements; without it ours does.

    Raises :class:`RecordError` where two different records claim the same document id.
    """
    unique = PackedRecords(records)
    return replace(
        build_from_distinct(unique, judgements=judgements, entities=entities, schema=schema), records=unique
    )


def build_from_distinct(
    records: Iterable[ExtractionRecord],
    *,
    judgements: Iterable[Judgement] = (),
    entities: Iterable[KnownEntity] = (),
    schema: Schema | None = None,
) -> KnowledgeGraph:
    """Return the graph of one record a document, sorted by document id, without keeping the records.

    ``records`` is gone through twice: an iterable that reads them from a file each time saves the memory
    for all of them. See :func:`build_graph`.
    """
    given = tuple(sorted(set(judgements)))
    known = known_entities(entities)
    documents: list[SourceDocument] = []
    with collection_paused():
        index = entities_of(split_records(records, given), given, known)
        statements = statements_of(split_records(_noted(records, documents), given), index)
    return KnowledgeGraph(
        documents=tuple(documents),
        entities=index.entities,
        statements=statements,
        judgements=tuple(sorted({*given, *index.judgements})),
        given=given,
        known=known.entities,
        relations=relations_of(statements, schema),
        schema=schema,
    )


def without(graph: KnowledgeGraph, document_id: str) -> KnowledgeGraph:
    """Return the graph of all other documents: as if this one had never been read.

    Raises ``KeyError`` for an unknown document and :class:`InputError` for a graph without records.
    """
    graph.document(document_id)
    if not graph.records:
        raise InputError(
            "This graph was read from an export, which cannot be taken apart: "
            "build it from the extraction records of the documents you want."
        )
    kept = (record for record in graph.records if record.document.id != document_id)
    rest = build_graph(kept, judgements=graph.given, entities=graph.known, schema=graph.schema)
    return replace(rest, outlets=graph.outlets)


def _noted(
    records: Iterable[ExtractionRecord], documents: list[SourceDocument]
) -> Iterator[ExtractionRecord]:
    """Yield ``records``, and add the document of each to ``documents``."""
    for record in records:
        documents.append(_document(record))
        yield record


def _document(record: ExtractionRecord) -> SourceDocument:
    source, text = record.document, record.document.text or ""
    return SourceDocument(
        id=source.id,
        source=source.source,
        title=source.title,
        date=source.date,
        language=source.language,
        sha256=source.sha256,
        length=source.length,
        sentences=tuple(Sentence(start, end, text[start:end]) for start, end in record.sentences),
        url=source.url,
        publisher=source.publisher,
        authors=source.authors,
        media_type=source.media_type,
        date_from=source.date_from,
        sources=source.sources,
        pages=source.pages,
    )
