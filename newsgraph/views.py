"""What is made from a folder's database: tables, Turtle, page. Each carries the digest of the state it shows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.graph.errors import InputError
from newsgraph.graph.identity import digest
from newsgraph.graph.store.database import connect, explained, is_store
from newsgraph.graph.store.documents import DocumentStore
from newsgraph.graph.store.lock import is_locked, write_lock
from newsgraph.graph.store.tables import write_tables

from .files import as_file, write_pieces, write_text
from .knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from newsgraph.graph.knowledge.schema import Schema
    from newsgraph.graph.model.record import ExtractionRecord

TURTLE, PAGE = "graph.ttl", "graph.html"
_HEAD = 4096
"""Bytes at the start of a view in which its digest stands."""


def graph_of(store: DocumentStore, *, lean: bool = False) -> KnowledgeGraph:
    """Return the graph of a database, of one state even while another process writes.

    A ``lean`` graph does not keep the records it was made of, nor needs memory for all of them.
    """
    from newsgraph.graph.build import build_from_distinct, build_graph

    build = build_from_distinct if lean else build_graph
    store.connection.execute("BEGIN")
    try:
        schema = store.setting("schema")
        graph = build(
            _Records(store, float(store.setting("min_confidence", "0"))),
            judgements=store.judgements(),
            entities=store.known_entities(),
            schema=schema_of(schema) if schema else None,
        )
    finally:
        store.connection.execute("COMMIT")
    return KnowledgeGraph.of(graph)


@dataclass(frozen=True, slots=True)
class _Records:
    """The records of a database, read anew each time one goes through them."""

    store: DocumentStore
    least: float

    def __iter__(self) -> Iterator[ExtractionRecord]:
        return (sure(record, self.least) for record in self.store.records())


def schema_of(text: str) -> Schema:
    """Return the schema that the text of a file of relations describes. Raises SchemaError."""
    from newsgraph.graph.knowledge.schema import load_schema

    with as_file(text, "schema.yaml") as path:
        return load_schema(path)


def sure(record: ExtractionRecord, least: float) -> ExtractionRecord:
    """Return the record without statements of a confidence below ``least``."""
    if least <= 0:
        return record
    return replace(record, statements=tuple(s for s in record.statements if s.confidence >= least))


def load_folder(folder: Path) -> KnowledgeGraph:
    """Return the graph of a built folder. Raises InputError."""
    with connect(folder) as connection:
        return graph_of(DocumentStore(connection))


def refresh(
    folder: Path, store: DocumentStore, *, announce: Callable[[str], None] | None = None
) -> KnowledgeGraph:
    """Make every view that does not show the present state anew, and return the graph, without its records.

    The caller holds the lock.
    """
    from newsgraph.exports.rdf.turtle import turtle_pieces

    _sweep(folder)
    graph, state = graph_of(store, lean=True), state_of(store)
    if store.setting("graph") != state:
        write_tables(store.connection, graph, state)
    if marked(folder / TURTLE) != state:
        mark = f"# newsgraph state {state}\n".encode()
        write_pieces(folder / TURTLE, chain([mark], turtle_pieces(graph)))
    page = digest(state, store.setting("max_visible"))
    if marked(folder / PAGE) != page:
        _write_page(folder / PAGE, graph, page, int(store.setting("max_visible", "0")), announce)
    return graph


def _sweep(folder: Path) -> None:
    """Take away what a killed process left half-written."""
    for view in (TURTLE, PAGE):
        for part in folder.glob(f".{view}.*"):
            part.unlink(missing_ok=True)


def state_of(store: DocumentStore) -> str:
    """Return the digest that views of the present state carry; other versions of newsgraph make other views."""
    from newsgraph import __version__

    return digest("view", __version__, store.state())


def marked(view: Path) -> str | None:
    """Return the digest of the state that a view shows, None where there is no such view."""
    try:
        with view.open("rb") as file:
            head = file.read(_HEAD).decode("utf8", "replace")
    except OSError:
        return None
    _, found, rest = head.partition("newsgraph state ")
    return rest[:16] if found else None


def _write_page(
    path: Path, graph: KnowledgeGraph, state: str, max_visible: int, announce: Callable[[str], None] | None
) -> None:
    start = time.perf_counter()
    try:
        html = graph.to_html(max_visible=max_visible or None)
    except InputError as error:  # too large for a page; everything else is there
        path.unlink(missing_ok=True)
        if announce:
            announce(f"No page: {error}")
        return
    write_text(path, html.replace("<head>", f"<head><!-- newsgraph state {state} -->", 1))
    if announce:
        size, seconds = path.stat().st_size / 1e6, time.perf_counter() - start
        announce(f"Page: {size:.1f} MB, made in {seconds:.1f} s")


def current(path: str | Path, announce: Callable[[str], None] | None = None) -> Path:
    """Return the RDF file to ask: that of a built folder, made anew where it is out of date, or ``path`` itself.

    While another process writes into the folder, the last whole state is asked and ``announce`` is told so.
    Raises InputError.
    """
    folder = Path(path)
    if not is_store(folder):
        return folder
    view = folder / TURTLE
    with connect(folder) as connection, explained(view):
        store = DocumentStore(connection)
        if marked(view) == state_of(store):
            return view
        if is_locked(folder) and view.exists():
            if announce:
                announce(f"{folder}: articles are being read; this is the state before.")
            return view
        if not store.sources():
            raise InputError(f"{folder}: no article has been read yet. Run newsgraph build again.")
        with write_lock(folder, wait=60):
            refresh(folder, store)
    return view
