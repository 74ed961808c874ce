"""The process that runs queries from outside: it reads one graph, then gives up all it does not need.

Once the graph is open it may open no file and no socket any more (``RLIMIT_NOFILE`` is 0), so that
``SERVICE`` reaches nothing however it is spelled; memory and processor time are limited too. It answers one
request after another over its standard input and output; whoever started it kills it when a query takes too
long.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples

from newsgraph.graph.errors import NewsgraphError, QueryError

from ..rdf.text import write_rdf
from ..rdf.vocabulary import declared_terms
from ..sparql.formats import ANSWER_FORMATS, ROW_FORMATS
from ..sparql.guard import check
from ..sparql.query import evaluate
from ..sparql.results import columns
from ..sparql.store import GraphStore, open_store
from ..sparql.suggest import notes_on
from ..sparql.syntax import resolved_names, tokens
from .exchange import Limits, Reply, Request, pack, refuse, reply_message, to_request, unpack
from .media import ROW_TYPES, TRIPLE_TYPES, choose

Item = TypeVar("Item")


class _TooLargeError(Exception):
    """A result has more rows or bytes than it may have."""


def main() -> None:
    """Open the graph that the first message names, say so, and answer requests until the input ends."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    start = unpack(source)
    if start is None:
        return
    limits = Limits(**start[0]["limits"])
    try:
        store = open_store(start[0]["path"])
    except NewsgraphError as error:
        _send(sink, pack({"error": str(error)}))
        return
    _load_modules()
    _lock_down(limits)
    _send(sink, pack({"error": None, "prefixes": dict(store.prefixes)}))
    while (message := unpack(source)) is not None:
        _allow_time(limits)
        _send(sink, reply_message(answer(store, to_request(message[0]), limits)))


def _send(sink: BinaryIO, message: bytes) -> None:
    sink.write(message)
    sink.flush()


def _load_modules() -> None:
    """Load what is imported only where a query needs it: afterwards no file can be opened."""
    import difflib  # noqa: F401

    from ..sparql import explain  # noqa: F401

    declared_terms()


def _lock_down(limits: Limits) -> None:
    """Give up files, sockets and memory; what is open (the pipes, the store) stays open."""
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if Path("/proc/self/statm").exists() else 0
    if pages:
        memory = pages * os.sysconf("SC_PAGE_SIZE") + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _allow_time(limits: Limits) -> None:
    """Allow the processor time of one more query; the kernel ends the process that uses more."""
    seconds = int(time.process_time() + limits.seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def answer(store: GraphStore, request: Request, limits: Limits) -> Reply:
    """Return the HTTP answer to a query."""
    try:
        if len(request.query) > limits.query:
            return refuse(413, f"The query is longer than {limits.query:,} characters.")
        check(request.query)
        _refuse_foreign_graphs(store, request)
        return _run(store, request, limits)
    except NewsgraphError as error:
        return refuse(400, str(error))
    except _TooLargeError as error:
        return refuse(413, f"{error} Ask for less, with LIMIT for example.")
    except MemoryError:
        return refuse(503, "The query needs more memory than a query may use.")
    except RecursionError:
        return refuse(400, "The query is nested too deeply.")


def _run(store: GraphStore, request: Request, limits: Limits) -> Reply:
    result = evaluate(
        store, request.query, default_graphs=request.default_graphs, named_graphs=request.named_graphs
    )
    is_graph = isinstance(result, QueryTriples)
    type = choose(request.accept, TRIPLE_TYPES if is_graph else ROW_TYPES)
    if type is None:
        return refuse(
            406, f"There is no {request.accept}; there are {', '.join([*TRIPLE_TYPES, *ROW_TYPES])}."
        )
    try:
        if isinstance(result, QueryTriples):
            found = sorted(set(_at_most(limits.rows, result)), key=str)
            used = {p: iri for p, iri in store.prefixes.items() if any(f"<{iri}" in str(t) for t in found)}
            body = write_rdf(found, TRIPLE_TYPES[type], used)
        elif isinstance(result, QueryBoolean):
            body = ANSWER_FORMATS[ROW_TYPES[type]](bool(result)).encode()
        else:
            body = _rows(result, request.query, ROW_TYPES[type], limits)
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"The query cannot be run to its end: {error}") from error
    return Reply(200, f"{type}; charset=utf-8", body, notes_on(store, request.query))


def _rows(result: QuerySolutions, query: str, format: str, limits: Limits) -> bytes:
    names = columns([variable.value for variable in result.variables], query)
    rows = (tuple(row[name] for name in names) for row in _at_most(limits.rows, result))
    parts, size = [], 0
    for line in ROW_FORMATS[format](names, rows):
        parts.append(line.encode("utf-8", "replace"))
        size += len(parts[-1])
        if size > limits.body:
            raise _TooLargeError(f"The result has more than {limits.body:,} bytes.")
    return b"".join(parts)


def _at_most(limit: int, items: Iterable[Item]) -> Iterator[Item]:
    for number, item in enumerate(items):
        if number >= limit:
            raise _TooLargeError(f"The result has more than {limit:,} rows.")
        yield item


def _refuse_foreign_graphs(store: GraphStore, request: Request) -> None:
    """Raise :class:`QueryError` for a graph that the store does not have: it would have to be fetched."""
    asked = {*request.default_graphs, *request.named_graphs, *_from_clauses(request.query, store)}
    for iri in sorted(asked):
        try:
            is_here = store.store.contains_named_graph(NamedNode(iri))
        except ValueError as error:
            raise QueryError(f"{iri!r} is no IRI: {error}") from error
        if not is_here:
            raise QueryError(f"There is no graph <{iri}> here, and graphs of other places are not fetched.")


def _from_clauses(query: str, store: GraphStore) -> Iterator[str]:
    places = {token.start: iri for token, iri in resolved_names(query, store.prefixes)}
    found = tokens(query)
    for index, token in enumerate(found):
        if token.kind == "word" and token.text.upper() == "FROM":
            after = [t for t in found[index + 1 : index + 3] if t.text.upper() != "NAMED"][:1]
            yield from (places.get(name.start, name.text) for name in after)


if __name__ == "__main__":
    main()
