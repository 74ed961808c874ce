"""Queries from outside, in the process that runs them: what is sent back is a whole HTTP answer.

The process, its limits and what it gives up are those of :mod:`newsgraph.exports.sandbox`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples

from newsgraph.graph.errors import NewsgraphError, QueryError

from ..rdf.text import write_rdf
from ..rdf.vocabulary import declared_terms, prefixes
from ..sandbox import querying
from ..sandbox.exchange import Frames
from ..sandbox.limits import Limits
from ..sparql.execution import request as query_request
from ..sparql.explain import explain
from ..sparql.formats import ANSWER_FORMATS, ROW_FORMATS
from ..sparql.guard import check
from ..sparql.results import columns
from ..sparql.suggest import notes_on
from ..sparql.syntax import graphs_named
from .exchange import Reply, Request, refuse, reply_head, to_request
from .media import ROW_TYPES, TRIPLE_TYPES, choose

Item = TypeVar("Item")


class _TooLargeError(Exception):
    """A result has more rows or bytes than it may have."""


def start(head: Mapping[str, Any], frames: Frames) -> tuple[querying.Opened, dict[str, Any]]:
    """Open the graph that ``head`` describes, and load what is imported only where a query needs it."""
    import difflib  # noqa: F401 - afterwards no file can be opened

    declared_terms()
    graph, hello = querying.start(head, frames)
    graph.prefixes = prefixes() | graph.prefixes
    return graph, {**hello, "prefixes": graph.prefixes}


def answer(graph: querying.Opened, head: Mapping[str, Any], body: bytes, send: querying.Send) -> None:
    """Send the HTTP answer to a request."""
    reply = reply_to(graph, to_request(head["request"]), Limits(**head["all_limits"]))
    send(reply_head(reply), reply.body)


def reply_to(graph: querying.Opened, request: Request, limits: Limits) -> Reply:
    """Return the HTTP answer to a query."""
    try:
        if len(request.query) > limits.query:
            return refuse(413, f"The query is longer than {limits.query:,} characters.")
        check(request.query, most=limits.query)
        _refuse_foreign_graphs(graph, request)
        return _run(graph, request, limits)
    except NewsgraphError as error:
        return refuse(400, str(error))
    except _TooLargeError as error:
        return refuse(413, f"{error} Ask for less, with LIMIT for example.")
    except MemoryError:
        return refuse(503, "The query needs more memory than a query may use.")
    except RecursionError:
        return refuse(400, "The query is nested too deeply.")


def _run(graph: querying.Opened, request: Request, limits: Limits) -> Reply:
    asked = query_request(request.query, graph.prefixes, limits)
    try:
        graphs = {"default_graphs": request.default_graphs, "named_graphs": request.named_graphs}
        result = querying.evaluate(graph, {**asked, **graphs})
    except SyntaxError as error:
        raise QueryError(explain(request.query, str(error), graph.prefixes)) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"The query cannot be run: {error}") from error
    type = choose(request.accept, TRIPLE_TYPES if isinstance(result, QueryTriples) else ROW_TYPES)
    if type is None:
        return refuse(
            406, f"There is no {request.accept}; there are {', '.join([*TRIPLE_TYPES, *ROW_TYPES])}."
        )
    try:
        body = _body(graph, result, request.query, type, limits)
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"The query cannot be run to its end: {error}") from error
    missing, known = querying.looked_up(graph.store, asked["names"])
    notes = notes_on(request.query, graph.prefixes, missing, known)
    return Reply(200, f"{type}; charset=utf-8", body, notes)


def _body(graph: querying.Opened, result: Any, query: str, type: str, limits: Limits) -> bytes:
    if isinstance(result, QueryTriples):
        found = sorted(set(_at_most(limits.rows, result)), key=str)
        used = {p: iri for p, iri in graph.prefixes.items() if any(f"<{iri}" in str(t) for t in found)}
        return write_rdf(found, TRIPLE_TYPES[type], used)
    if isinstance(result, QueryBoolean):
        return ANSWER_FORMATS[ROW_TYPES[type]](bool(result)).encode()
    return _rows(result, query, ROW_TYPES[type], limits)


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


def _refuse_foreign_graphs(graph: querying.Opened, request: Request) -> None:
    """Raise :class:`QueryError` for a graph that the store does not have: it would have to be fetched."""
    asked = {*request.default_graphs, *request.named_graphs, *graphs_named(request.query, graph.prefixes)}
    for iri in sorted(asked):
        try:
            is_here = graph.store.contains_named_graph(NamedNode(iri))
        except ValueError as error:
            raise QueryError(f"{iri!r} is no IRI: {error}") from error
        if not is_here:
            raise QueryError(f"There is no graph <{iri}> here, and graphs of other places are not fetched.")
