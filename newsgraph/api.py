"""The library calls: text in, a graph to browse, to query and to call. Heavy packages load where they are used."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.graph.bounded import read_text
from newsgraph.graph.model.record import ExtractionRecord
from newsgraph.graph.store.database import is_store

from .knowledge_graph import KnowledgeGraph
from .reading import Input, extract_records
from .views import load_folder, sure

if TYPE_CHECKING:
    from spacy.language import Language

    from newsgraph.exports.sandbox.limits import Limits
    from newsgraph.extract.extractor import Extractor


def build(
    source: Input | Iterable[Input],
    *,
    date: str | datetime.date | None = None,
    schema: str | Path | None = None,
    judgements: str | Path | None = None,
    entities: str | Path | None = None,
    min_confidence: float = 0.0,
    pipeline: Language | None = None,
    extractor: Extractor | str | None = None,
) -> KnowledgeGraph:
    """Return the knowledge graph of a text (``str``), a file or folder (``Path``), a Document, or many of them.

    ``date`` is the publication date of documents that do not state one, ``schema`` names a file of relations,
    ``judgements`` one of decisions on who is who, ``entities`` a list of entities of your own (CSV or JSON Lines);
    ``min_confidence`` leaves out statements below it (0 to 1); ``pipeline`` and ``extractor`` are as in
    ``extract_records``. Raises NewsgraphError.
    """
    return assemble(
        extract_records(
            source,
            date=date,
            schema=None if extractor is not None else schema,
            pipeline=pipeline,
            extractor=extractor,
        ),
        schema=schema,
        judgements=judgements,
        entities=entities,
        min_confidence=min_confidence,
    )


def assemble(
    records: Iterable[ExtractionRecord],
    *,
    schema: str | Path | None = None,
    judgements: str | Path | None = None,
    entities: str | Path | None = None,
    min_confidence: float = 0.0,
) -> KnowledgeGraph:
    """Return the knowledge graph of extraction records; see ``build``."""
    from newsgraph.graph.build import build_graph

    options: dict[str, Any] = {}
    if schema is not None:
        from newsgraph.graph.knowledge.schema import load_schema

        options["schema"] = load_schema(schema)
    if judgements is not None:
        from newsgraph.graph.model.judgement import load_judgements

        options["judgements"] = load_judgements(Path(judgements))
    if entities is not None:
        from newsgraph.graph.knowledge.entity_list import read_entities

        options["entities"] = read_entities(Path(entities))
    return KnowledgeGraph.of(build_graph((sure(record, min_confidence) for record in records), **options))


def load(path: str | Path, *, limits: Limits | None = None) -> KnowledgeGraph:
    """Read a graph back: a built folder, a file in any RDF format, or JSON Lines of extraction records.

    A graph from a built folder is the one that was built, judgements included, and knows its records. RDF is parsed in
    a process of its own, which is stopped where it takes more than ``limits`` (300 seconds, 2 GB of memory).
    Raises InputError for a file that is not there or holds something else.
    """
    place = Path(path)
    if is_store(place):
        return load_folder(place)
    return _load_file(place, limits)


def _load_file(place: Path, limits: Limits | None) -> KnowledgeGraph:
    if place.suffix != ".jsonl":
        from newsgraph.exports.rdf import read_graph

        return KnowledgeGraph.of(read_graph(place) if limits is None else read_graph(place, limits=limits))
    from newsgraph.graph.model.record_io import read_records

    return assemble(read_records(read_text(place).splitlines(), str(place)))


def make_page(
    graph: KnowledgeGraph,
    *,
    max_visible: int | None = None,
    announce: Callable[[str], None] | None = None,
) -> str:
    """Return the page of a graph; ``announce`` is told in a line how large it is and how long it took."""
    start = time.perf_counter()
    html = graph.to_html(max_visible=max_visible)
    if announce:
        megabytes, seconds = len(html.encode()) / 1e6, time.perf_counter() - start
        announce(f"Page: {megabytes:.1f} MB, made in {seconds:.1f} s")
    return html
