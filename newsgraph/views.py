"""What is made from a folder's database: tables, Turtle, page. Each carries the digest of the state it shows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.graph.bulk import collection_paused
from newsgraph.graph.collection.collection import collection_of
from newsgraph.graph.errors import InputError, WriteError
from newsgraph.graph.files import sweep, write_pieces
from newsgraph.graph.identity import digest
from newsgraph.graph.store.database import FILE, connect, explained, is_store, room
from newsgraph.graph.store.documents import DocumentStore
from newsgraph.graph.store.lock import is_locked, write_lock
from newsgraph.graph.store.tables import write_tables

from .index import (
    has_index,
    index_or_view,
    is_large,
    lacks_index,
    make_index,
    may_fail,
    write_with_index,
)
from .knowledge_graph import KnowledgeGraph
from .notice import has_notice, say_behind, take_back

if TYPE_CHECKING:
    from newsgraph.graph.knowledge.schema import Schema
    from newsgraph.graph.model.record import ExtractionRecord

TURTLE, PAGE = "graph.ttl", "graph.html"
MANY = 200
"""Documents above which a small change leaves the views as they are, until somebody needs the present ones: of so many
articles it takes some 12 seconds to make them."""

_PATIENCE = 10.0
"""Seconds that a reader waits for another one who makes the views; a writer takes longer."""

_PIECE = 1 << 20
"""Characters of a page that are written at once."""

_HEAD = 4096
"""Bytes at the start of a view in which its digest stands."""


def graph_of(store: DocumentStore, *, lean: bool = False, arrived: bool = False) -> KnowledgeGraph:
    """Return the graph of a database, of one state even while another process writes.

    A ``lean`` graph does not keep the records it was made of, nor needs memory for all of them. That of what has
    ``arrived`` is made of the documents that have come since the views were made, alone.
    """
    from newsgraph.graph.build import build_from_distinct, build_graph
    from newsgraph.graph.knowledge.outlets import outlets_in

    build = build_from_distinct if lean else build_graph
    store.connection.execute("BEGIN")
    try:
        schema, outlets = store.setting("schema"), store.setting("outlets")
        graph = build(
            _Records(store, float(store.setting("min_confidence", "0")), arrived),
            judgements=store.judgements(),
            entities=store.known_entities(),
            schema=schema_of(schema) if schema else None,
        )
    finally:
        store.connection.execute("COMMIT")
    return KnowledgeGraph.of(replace(graph, outlets=outlets_in(outlets)) if outlets else graph)


@dataclass(frozen=True, slots=True)
class _Records:
    """The records of a database, read anew each time one goes through them."""

    store: DocumentStore
    least: float
    arrived: bool

    def __iter__(self) -> Iterator[ExtractionRecord]:
        return (sure(record, self.least) for record in self.store.records(arrived=self.arrived))


def is_small_change(store: DocumentStore, changed: int) -> bool:
    """Return whether views had better be made when they are asked for: few documents of many have changed."""
    total = store.count()
    return total > MANY and changed * 20 < total


def schema_of(text: str) -> Schema:
    """Return the schema that the text of a file of relations describes. Raises SchemaError."""
    from newsgraph.graph.knowledge.schema import load_schema_text

    return load_schema_text(text, "schema.yaml")


def sure(record: ExtractionRecord, least: float) -> ExtractionRecord:
    """Return the record without statements of a confidence below ``least``."""
    if least <= 0:
        return record
    return replace(record, statements=tuple(s for s in record.statements if s.confidence >= least))


def load_folder(folder: Path, *, arrived: bool = False) -> KnowledgeGraph:
    """Return the graph of a built folder, or of what has ``arrived`` since its views were made. Raises InputError."""
    with connect(folder) as connection:
        return graph_of(DocumentStore(connection), arrived=arrived)


def refresh(
    folder: Path, store: DocumentStore, *, announce: Callable[[str], None] | None = None
) -> KnowledgeGraph | None:
    """Make every view that does not show the present state anew, and return the graph, without its records.

    Where all show it already there is nothing to do, and None is returned. The caller holds the lock.
    """
    sweep(folder)
    state = state_of(store)
    page = digest(state, store.setting("max_visible"))
    page_is_made = page in (marked(folder / PAGE), store.setting("no_page"))
    for view, is_made in ((TURTLE, marked(folder / TURTLE) == state), (PAGE, page_is_made)):
        if is_made:
            take_back(folder / view)
    if store.setting("graph") == state == marked(folder / TURTLE) and page_is_made:
        return None
    if announce and store.count() > MANY:
        announce(f"Putting {store.count():,} articles together; this takes a while.")
    with collection_paused():
        graph = graph_of(store, lean=True)
        if store.setting("graph") != state:
            write_tables(store.connection, graph, state)
        if marked(folder / TURTLE) != state:
            with _room_explained(folder):
                _write_turtle(folder / TURTLE, graph, state)
        collection_of(graph).forget_workings()
        if not page_is_made:
            with _room_explained(folder):
                visible = int(store.setting("max_visible", "0"))
                if not _write_page(folder / PAGE, graph, page, visible, announce):
                    store.set(no_page=page)
    return graph


def _write_turtle(view: Path, graph: KnowledgeGraph, state: str) -> None:
    """Write the Turtle and, where it is large, its index with it if that can be."""
    from newsgraph.exports.rdf.turtle import turtle_pieces

    mark = f"# newsgraph state {state}\n".encode()
    if is_large(graph) and not has_index(view, state):
        with suppress(InputError, OSError):  # a disk that is too full for both may have room for the Turtle
            write_with_index(view, mark, graph, state)
            return
    write_pieces(view, chain([mark], turtle_pieces(graph)), links=False)


def leave(folder: Path, store: DocumentStore, announce: Callable[[str], None] | None = None) -> None:
    """Leave the views as they are until somebody asks for them; those that show the state before say so."""
    views = (folder / TURTLE, folder / PAGE)
    is_behind = marked(views[0]) != state_of(store)
    for view in views:
        if is_behind:
            say_behind(view)
        else:  # what came has gone again
            take_back(view)
    if is_behind and announce:
        announce(
            f"{views[0]} and {PAGE} show the state before; serve, build and query --anew make them anew."
        )


@contextmanager
def _room_explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except WriteError as error:
        raise WriteError(f"{error} {room(folder)} Free some space and run again.") from None


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
) -> bool:
    """Write the page; return False where the graph is too large for one."""
    start = time.perf_counter()
    try:
        html = graph.to_html(max_visible=max_visible or None)
    except InputError as error:  # too large for a page; everything else is there
        path.unlink(missing_ok=True)
        if announce:
            announce(f"No page: {error}")
        return False
    write_pieces(path, _marked_pieces(html, f"<!-- newsgraph state {state} -->"), links=False)
    if announce:
        size, seconds = path.stat().st_size / 1e6, time.perf_counter() - start
        announce(f"Page: {size:.1f} MB, made in {seconds:.1f} s")
    return True


def _marked_pieces(html: str, mark: str) -> Iterator[bytes]:
    """Yield a page with ``mark`` in its head, a piece at a time: no second copy of a large page is made."""
    start = html.index("<head>") + len("<head>")
    yield (html[:start] + mark).encode("utf-8")
    for at in range(start, len(html), _PIECE):
        yield html[at : at + _PIECE].encode("utf-8")


def current(
    path: str | Path,
    announce: Callable[[str], None] | None = None,
    *,
    behind: Callable[[str], None] | None = None,
) -> Path:
    """Return what to query: the Turtle of a built folder or, where that is large, an on-disk index of it.

    What is out of date is made anew. While another process writes into the folder, the last whole state is asked
    and ``announce`` is told so. Whoever makes do with the state before a small change of a large graph says so with
    ``behind``, which is told if it is that one. Anything but a built folder is returned as it is. Raises InputError.
    """
    folder = Path(path)
    if not is_store(folder):
        if announce and folder.name == TURTLE and is_behind(folder):
            announce(f"{folder}: this is the state before; to ask the present one, name the folder.")
        return folder
    view, graph = folder / TURTLE, None
    with connect(folder) as connection:
        store = DocumentStore(connection)
        state, shown = state_of(store), marked(view) or ""
        if shown != state or store.setting("graph") != state:
            if is_locked(folder) and view.exists():
                if announce:
                    announce(f"{folder}: articles are being read; this is the state before.")
                return index_or_view(view, shown)
            if behind and has_notice(view) and has_index(view, shown):
                behind(f"{folder}: articles have come, changed or gone since; this is the state before.")
                return index_or_view(view, shown)
            if not store.sources():
                raise InputError(f"{folder}: no article has been read yet. Run newsgraph build again.")
            try:
                with explained(folder / FILE), write_lock(folder, wait=_PATIENCE):
                    graph = refresh(folder, store, announce=announce)
            except WriteError as error:  # a full disk must not keep anybody from reading
                if not view.exists():
                    raise
                if announce:
                    announce(f"{error} This is the state before.")
                return view
    if lacks_index(view, state) and not is_locked(folder):
        with may_fail(announce), write_lock(folder, wait=_PATIENCE):
            make_index(view, state, graph)
    return index_or_view(view, state)


def is_behind(turtle: Path) -> bool:
    """Return whether the Turtle of a built folder says that it shows the state before, or does so without a word."""
    if has_notice(turtle) or not is_store(turtle.parent):
        return has_notice(turtle)
    with suppress(InputError), connect(turtle.parent) as connection:
        return marked(turtle) != state_of(DocumentStore(connection))
    return False  # a folder that another version built: the file may be asked for all that
