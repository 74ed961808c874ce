"""Queries on one graph, in the process that is made for them: it opens a graph and runs what it is asked.

Loads nothing but Oxigraph, so that it is ready within milliseconds. Results go out as SPARQL 1.1 JSON or N-Triples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    Store,
    Variable,
    parse,
    parse_query_results,
)

from newsgraph.graph.bounded import Bounded, open_plain
from newsgraph.graph.errors import InputError

from .confine import can_confine
from .entailed import SHORTHANDS, fill
from .exchange import Frames

Send = Callable[..., None]

_OPENED = 16
"""Files of a store that RocksDB opens with it (``kInitialLoadLimit``)."""
_LOOKS = 8
"""Quads that are looked at for each file of a larger one. A file that stays shut fails the query that needs it."""


class Opened:
    """A store with the prefixes of its file; ``union`` whether queries see all graphs together.

    ``files`` is how many it has yet to open.
    """

    def __init__(
        self,
        store: Store,
        prefixes: Mapping[str, str] | None = None,
        *,
        union: bool = False,
        files: int = 0,
    ) -> None:
        self.store, self.prefixes, self.union, self.files = store, dict(prefixes or {}), union, files


class TooMuchError(Exception):
    """A result is larger than it may be."""


def start(head: Mapping[str, Any], frames: Frames) -> tuple[Opened, dict[str, Any]]:
    """Open the graph that ``head`` describes: a file, an on-disk store, or what the parent sends."""
    if head.get("path") is None:
        graph = Opened(_filled(frames, head.get("disk")))
    elif Path(head["path"]).is_dir():
        graph = open_disk(head["path"])
    else:
        graph = load(head["path"], head["format"], head["base"], head.get("disk"))
    return graph, {"prefixes": graph.prefixes, "files": graph.files}


def _filled(frames: Frames, disk: str | None) -> Store:
    """Return a store in memory, or a new one on ``disk``, with the Turtle that the parent sends. Raises InputError."""
    source: Any = frames
    try:
        store = Store() if disk is None else Store(disk)
        fill(store, parse(source, format=RdfFormat.TURTLE))
        if disk is not None:
            _settle(store)
            del store  # see _settle
            store = Store.read_only(disk)
    except OSError as error:
        raise InputError(f"{disk}: this store cannot be written ({error}).") from error
    return store


def open_disk(path: str) -> Opened:
    """Open an on-disk store for reading. Raises :class:`InputError`."""
    store, files = read_store(path)
    return Opened(store, union=_is_in_named_graphs(store), files=files)


def read_store(path: str) -> tuple[Store, int]:
    """Return an on-disk store and the number of files it has yet to open. Raises :class:`InputError`."""
    try:
        store = Store.read_only(path)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: this store cannot be opened: {error}") from error
    if can_confine():
        return store, len(_shut(Path(path)))
    _open_files(store, Path(path))
    return store, 0


def _shut(folder: Path) -> set[Path]:
    """Return the files of a store that this process has not opened."""
    opened = set()
    for link in Path("/proc/self/fd").glob("*"):
        with suppress(OSError):  # it has been closed meanwhile
            opened.add(link.readlink())
    return set(folder.resolve().glob("*.sst")) - opened


def _open_files(store: Store, folder: Path) -> None:
    """Touch a large store all over, so that its files are open before the process may open no more.

    For systems where nothing but that number keeps it from the network. RocksDB opens few at once, and any other only where
    it first looks there. Keys are hashes, so that the terms of any quads, and made-up ones, lie everywhere.
    """
    files = sum(1 for _ in folder.glob("*.sst"))
    if files <= _OPENED:
        return
    quads = store.quads_for_pattern(None, None, None, DefaultGraph())
    for number, quad in enumerate(islice(quads, _LOOKS * files)):
        for pattern in _near(quad, number):
            next(store.quads_for_pattern(*pattern, DefaultGraph()), None)


def _near(quad: Quad, number: int) -> Iterator[tuple[Any, Any, Any]]:
    """Patterns to look for: parts of a real quad, and nodes that there are not."""
    yield None, quad.predicate, quad.object
    yield None, None, quad.object
    for node in (NamedNode(f"urn:n:{number}"), BlankNode(f"n{number}")):
        yield node, None, None
        yield None, None, node


def load(path: str, format: str, base: str, disk: str | None = None) -> Opened:
    """Load an RDF file into memory, or into a new store on ``disk``. Raises :class:`InputError`."""
    store = Store() if disk is None else Store(disk)
    kind = RdfFormat.from_media_type(format)
    file = open_plain(path)
    try:
        with file:
            whole: Any = Bounded(file)
            parser = parse(whole, format=kind, base_iri=base)
            is_terse = fill(store, parser, on_disk=disk is not None)
    except (SyntaxError, ValueError, OSError, EOFError) as error:
        raise InputError(f"{path} cannot be read as RDF: {error}") from error
    if _is_in_named_graphs(store):
        _unite(store)
    if disk is not None:
        _settle(store)
        del store  # see _settle
        store = Store.read_only(disk)
    short = {"", *SHORTHANDS} if is_terse else set()
    return Opened(store, {name: iri for name, iri in parser.prefixes.items() if name not in short})


def _settle(store: Store) -> None:
    """Put a store on disk into few files, so that all can be open before the process may open no more.

    The caller drops its store, the last reference to it, before it opens these files to read from: while the store lives
    it still deletes those that it has merged.
    """
    store.flush()
    store.optimize()


def _unite(store: Store) -> None:
    """Make the default graph, where queries look that name no graph, the union of all: each triple once."""
    store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in store)


def _is_in_named_graphs(store: Store) -> bool:
    """Return whether all triples stand in named graphs, as in TriG that newsgraph wrote."""
    in_default = next(store.quads_for_pattern(None, None, None, DefaultGraph()), None)
    return in_default is None and next(iter(store.named_graphs()), None) is not None


def answer(graph: Any, head: Mapping[str, Any], body: bytes, send: Send) -> None:
    """Run the query of ``head`` and send its result, or what is wrong; ``body`` has values of variables as JSON."""
    try:
        kind, variables, found = run(graph, head, body)
        missing, known = looked_up(graph.store, head["names"])
        absent = [iri for iri in head.get("graphs", ()) if not _is_graph(graph.store, iri)]
    except SyntaxError as error:
        send({"kind": "wrong", "error": str(error)})
    except TooMuchError as error:
        send({"kind": "large", "error": str(error)})
    except (OSError, ValueError, RuntimeError) as error:
        send({"kind": "failed", "error": str(error)})
    except MemoryError:
        send({"kind": "memory", "error": ""})
    except RecursionError:
        send({"kind": "deep", "error": ""})
    else:
        about = {"missing": missing, "known": known, "absent": absent}
        send({"kind": kind, "variables": variables, **about}, found)


def run(graph: Any, head: Mapping[str, Any], body: bytes) -> tuple[str, list[str], bytes]:
    """Return the kind of a result, its variables and itself: SPARQL JSON, or N-Triples."""
    sink: Any = Sink(head["most"])
    result = evaluate(graph, head, body)
    if isinstance(result, QueryBoolean):
        return "answer", [], b"true" if result else b"false"
    if isinstance(result, QueryTriples):
        result.serialize(sink, format=RdfFormat.N_TRIPLES)
        return "triples", [], sink.text()
    variables = [variable.value for variable in result.variables]
    result.serialize(sink, format=QueryResultsFormat.JSON)
    return "rows", variables, sink.text()


def evaluate(graph: Any, head: Mapping[str, Any], body: bytes = b"") -> Any:
    """Start a query on Oxigraph as it is, unchecked; the graphs are those of the SPARQL 1.1 Protocol."""
    default, named = head.get("default_graphs") or (), head.get("named_graphs") or ()
    graphs: dict[str, Any] = {"use_default_graph_as_union": graph.union and not head.get("from")}
    if default or named:
        graphs = {
            "default_graph": [NamedNode(iri) for iri in default],
            "named_graphs": [NamedNode(iri) for iri in named],
        }
    values = {Variable(name): term for name, term in values_in(body).items()}
    return graph.store.query(head["query"], prefixes=head["prefixes"], substitutions=values, **graphs)


def values_in(body: bytes) -> dict[str, Any]:
    """Return the values of variables that are sent with a query, as SPARQL JSON of one row."""
    if not body:
        return {}
    rows: Any = parse_query_results(body, format=QueryResultsFormat.JSON)
    names = [variable.value for variable in rows.variables]
    (row,) = rows
    return {name: row[name] for name in names}


class Sink:
    """A file in memory that takes ``most`` bytes; more raise :class:`TooMuchError`."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Take ``data``."""
        self._size += len(data)
        if self._size > self._most:
            self._parts.clear()
            raise TooMuchError(f"The result has more than {self._most:,} bytes.")
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: there is nothing to flush."""

    def text(self) -> bytes:
        """Return all that was written."""
        return b"".join(self._parts)


def looked_up(store: Store, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return which of these IRIs occur nowhere in ``store`` and, if there are any, the properties and classes that do."""
    missing = [name for name in names if not _occurs(store, name)]
    return missing, _vocabulary(store) if missing else []


def _occurs(store: Store, name: str) -> bool:
    try:
        iri = NamedNode(name)
    except ValueError:  # what the engine accepted in another way than it was read
        return True
    patterns = ((None, iri, None), (iri, None, None), (None, None, iri))
    return any(next(store.quads_for_pattern(*pattern), None) is not None for pattern in patterns)


def _is_graph(store: Store, name: str) -> bool:
    try:
        return store.contains_named_graph(NamedNode(name))
    except ValueError:  # relative to a base, or what the engine reads in another way
        return True


def _vocabulary(store: Store) -> list[str]:
    found = set()
    for query in ("SELECT DISTINCT ?p { ?s ?p ?o }", "SELECT DISTINCT ?c { ?s a ?c }"):
        rows: Any = store.query(query, use_default_graph_as_union=True)
        found |= {row[0].value for row in rows if isinstance(row[0], NamedNode)}
    return sorted(found)
