"""The library calls: text in, a graph to browse, to query and to call. Heavy packages load where they are used."""

from __future__ import annotations

import datetime
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from newsgraph.graph import knowledge_graph as core
from newsgraph.graph.errors import InputError, NewsgraphError
from newsgraph.graph.model.record import ExtractionRecord

if TYPE_CHECKING:
    import rdflib
    from spacy.language import Language

    from newsgraph.exports.sparql import GraphStore, Result
    from newsgraph.extract.readers.document import Document

Input: TypeAlias = "str | Path | Document | ExtractionRecord"
"""A path, a text, a Document, or the record of a document that was read before."""

FILES = {"ttl": "graph.ttl", "html": "graph.html", "jsonl": "graph.jsonl"}
"""What a built folder holds."""


class KnowledgeGraph(core.KnowledgeGraph):
    """A graph with its verbs: ask it, write it, show it."""

    @classmethod
    def of(cls, graph: core.KnowledgeGraph) -> KnowledgeGraph:
        """The same graph with these verbs."""
        return cls(**{field.name: getattr(graph, field.name) for field in fields(graph)})

    def without(self, document_id: str) -> KnowledgeGraph:
        """The graph of all other documents, as if this one had never been read."""
        from newsgraph.graph.build import without

        return KnowledgeGraph.of(without(self, document_id))

    @cached_property
    def _store(self) -> GraphStore:
        from newsgraph.exports.sparql import open_store

        return open_store(self)

    def query(self, sparql: str, **options: Any) -> Result:
        """What a SPARQL query finds; rows are mappings. Raises QueryError with line and caret."""
        from newsgraph.exports.sparql import query

        return query(self._store, sparql, **options)

    def to_rdflib(self) -> rdflib.Graph:
        """The graph as triples of rdflib."""
        from newsgraph.exports.rdf import to_rdflib

        return to_rdflib(self)

    def to_turtle(self, path: str | Path | None = None) -> str:
        """The graph as Turtle, also written to ``path`` when that is given."""
        from newsgraph.exports.rdf import write_turtle

        return _written(write_turtle(self), path)

    def to_html(
        self, path: str | Path | None = None, *, title: str | None = None, max_visible: int | None = None
    ) -> str:
        """The graph as one self-contained page, also written to ``path`` when that is given.

        The page carries all of the graph and opens with its ``max_visible`` most important entities (by default 300).
        """
        from newsgraph.exports.page import MAX_VISIBLE, write_page

        return _written(write_page(self, title=title, max_visible=max_visible or MAX_VISIBLE), path)

    def to_records(self, path: str | Path | None = None) -> str:
        """The extraction records as JSON Lines, also written to ``path`` when that is given."""
        from newsgraph.graph.model.record_io import write_records

        return _written("".join(write_records(self.records)), path)

    def show(self) -> Path:
        """Open the page in the browser; the path of the page."""
        from newsgraph.exports.page import show

        return show(self)

    def _repr_html_(self) -> str:
        from newsgraph.exports.page import iframe_html

        return iframe_html(self)


def write_text(path: str | Path, text: str) -> None:
    """Write a file whole or not at all, in UTF-8 with plain line ends. Raises InputError."""
    target = Path(path)
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf8", newline="\n", dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as file:
            file.write(text)
        try:
            Path(file.name).chmod(0o666 & ~_umask())
            Path(file.name).replace(target)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(f"{target}: cannot be written ({error.strerror or error}).") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _written(text: str, path: str | Path | None) -> str:
    if path is not None:
        write_text(path, text)
    return text


@cache
def load_pipeline(path: str | Path | None = None) -> Language:
    """The English spaCy pipeline, loaded once; ``path`` names another pipeline folder of the same kind."""
    from newsgraph.extract import pipeline

    return pipeline.load_pipeline(path or pipeline.MODEL)


def to_document(item: str | Path | Document, *, date: str | datetime.date | None = None) -> Document:
    """A Document of a path or a text. A string is a path when such a file is there or it looks like one.

    Raises InputError for what cannot be read.
    """
    from newsgraph.extract.readers.document import Document, make_document, read_document

    if isinstance(item, Document):
        return item
    day = to_date(date)
    if isinstance(item, Path) or _is_path(item):
        return read_document(item, day=day)
    return make_document(item, day=day)


def _is_path(text: str) -> bool:
    if text == "-":
        return True
    if "\n" in text or len(text) > 400:
        return False
    try:
        return Path(text).is_file() or (
            len(text.split()) == 1 and Path(text).suffix in {".txt", ".text", ".md"}
        )
    except (OSError, ValueError):
        return False


def to_date(value: str | datetime.date | None) -> datetime.date | None:
    """A date of ISO 8601 text such as ``2026-03-02``. Raises InputError."""
    if value is None or isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise InputError(f"{value!r} is no date; write it as 2026-03-02.") from None


def extract(
    source: Input | Iterable[Input],
    *,
    date: str | datetime.date | None = None,
    schema: str | Path | None = None,
) -> Iterator[ExtractionRecord]:
    """Read documents into extraction records, in the order given.

    ``date`` is the day of publication of texts that do not tell it. ``schema`` names a file of relations.
    """
    from newsgraph.extract.extractor import read
    from newsgraph.extract.relations import shipped_classifier
    from newsgraph.graph.knowledge.schema import load_schema

    relations = load_schema(schema)
    items = [source] if isinstance(source, str | Path) or not isinstance(source, Iterable) else source
    for item in items:
        if isinstance(item, ExtractionRecord):
            yield item
        else:
            yield read(
                to_document(item, date=date),
                load_pipeline(),
                schema=relations,
                classifier=shipped_classifier(),
            )


def build(
    source: Input | Iterable[Input],
    *,
    date: str | datetime.date | None = None,
    schema: str | Path | None = None,
    judgements: str | Path | None = None,
    entities: str | Path | None = None,
    min_confidence: float = 0.0,
) -> KnowledgeGraph:
    """The knowledge graph of a path, a text, a Document, or many of them.

    ``judgements`` names a file of decisions on who is who, ``entities`` a list of entities of your own (CSV or JSON
    Lines), ``min_confidence`` leaves out statements less sure than that (0 to 1). Raises NewsgraphError.
    """
    return assemble(
        extract(source, date=date, schema=schema),
        judgements=judgements,
        entities=entities,
        min_confidence=min_confidence,
    )


def assemble(
    records: Iterable[ExtractionRecord],
    *,
    judgements: str | Path | None = None,
    entities: str | Path | None = None,
    min_confidence: float = 0.0,
) -> KnowledgeGraph:
    """The knowledge graph of extraction records; see ``build``."""
    from newsgraph.graph.build import build_graph

    options: dict[str, Any] = {}
    if judgements is not None:
        from newsgraph.graph.model.judgement import load_judgements

        options["judgements"] = load_judgements(Path(judgements))
    if entities is not None:
        from newsgraph.graph.knowledge.entity_list import read_entities

        options["entities"] = read_entities(Path(entities))
    return KnowledgeGraph.of(build_graph((_sure(record, min_confidence) for record in records), **options))


def _sure(record: ExtractionRecord, least: float) -> ExtractionRecord:
    if least <= 0:
        return record
    return replace(record, statements=tuple(s for s in record.statements if s.confidence >= least))


def load(path: str | Path) -> KnowledgeGraph:
    """Read a graph back: a built folder, a file in any RDF format, or JSON Lines of extraction records.

    A graph from a built folder is the one that was built, judgements included, and knows its records.
    Raises InputError for a file that is not there or holds something else.
    """
    place = Path(path)
    if not place.is_dir():
        return _load_file(place)
    turtle, records = place / FILES["ttl"], place / FILES["jsonl"]
    if not turtle.exists() and not records.exists():
        raise InputError(
            f"{place}: no graph.ttl and no graph.jsonl in this folder; make them with newsgraph build."
        )
    if not (turtle.exists() and records.exists()):
        return _load_file(turtle if turtle.exists() else records)
    return replace(_load_file(turtle), records=_load_file(records).records)


def _load_file(place: Path) -> KnowledgeGraph:
    if place.suffix != ".jsonl":
        from newsgraph.exports.rdf import read_graph

        return KnowledgeGraph.of(read_graph(place))
    from newsgraph.graph.model.record_io import read_records

    try:
        text = place.read_text(encoding="utf8")
    except FileNotFoundError:
        raise InputError(f"{place}: there is no such file.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{place}: cannot be read ({error}).") from None
    return assemble(read_records(text.splitlines(), str(place)))


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, and why."""

    source: str
    reason: str


def read_all(
    paths: Iterable[str], *, date: str | None = None, schema: str | Path | None = None
) -> Iterator[ExtractionRecord | Failure]:
    """Read files one by one; one that cannot be read gives a Failure and the others go on."""
    for path in paths:
        try:
            yield from extract(Path(path) if path != "-" else path, date=date, schema=schema)
        except NewsgraphError as error:
            yield Failure(path, str(error))


def write_folder(
    graph: KnowledgeGraph,
    folder: str | Path,
    *,
    max_visible: int | None = None,
    announce: Callable[[str], None] | None = None,
) -> Mapping[str, Path]:
    """Write Turtle, page and records into ``folder``, each whole or not at all; their paths.

    ``max_visible`` is how many entities the page opens with; ``announce`` is told of its size and its time.
    """
    target = Path(folder)
    page = make_page(graph, max_visible=max_visible, announce=announce)
    texts = {"ttl": graph.to_turtle(), "html": page, "jsonl": graph.to_records()}
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{target}: this folder cannot be made ({error.strerror}).") from None
    for kind, text in texts.items():
        write_text(target / FILES[kind], text)
    return {kind: target / FILES[kind] for kind in texts}


def make_page(
    graph: KnowledgeGraph,
    *,
    max_visible: int | None = None,
    announce: Callable[[str], None] | None = None,
) -> str:
    """The page of a graph; ``announce`` is told in a line how large it is and how long it took."""
    start = time.perf_counter()
    html = graph.to_html(max_visible=max_visible)
    if announce:
        megabytes, seconds = len(html.encode()) / 1e6, time.perf_counter() - start
        announce(f"Page: {megabytes:.1f} MB, made in {seconds:.1f} s")
    return html
