"""Runs SPARQL queries: SELECT, ASK, CONSTRUCT and DESCRIBE on a graph, a file or a store."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from newsgraph.graph.errors import QueryError

from ..sandbox.limits import Limits
from .bindings import Bindings, to_terms
from .guard import check
from .isolated import OXIGRAPH, RDFLIB, GraphProcess, process_of
from .results import Result, read_result, values_of
from .store import GraphStore
from .suggest import asked_names, notes_on, notes_on_graphs
from .syntax import graphs_named, has_word

if TYPE_CHECKING:
    from newsgraph.graph.knowledge_graph import KnowledgeGraph

    from ..sandbox.exchange import Message

Engine = Literal["oxigraph", "rdflib"]

_MODULES = {"oxigraph": OXIGRAPH, "rdflib": RDFLIB}


def query(
    source: KnowledgeGraph | GraphProcess | GraphStore | str | Path,
    sparql: str,
    *,
    engine: Engine = "oxigraph",
    bindings: Bindings | None = None,
    allow_service: bool = False,
    limits: Limits | None = None,
) -> Result:
    """Return what ``sparql`` asks of ``source``: a graph, a built folder, an RDF file or a store.

    The query runs in a process of its own, which ends when it takes longer or more than ``limits``; only what
    :func:`open_store` opened is asked in this one. All prefixes of ours and those of the file are declared already.
    ``bindings`` gives values to variables without pasting them into the query; in a SELECT these are columns. Where
    triples stand in named graphs only, the default graph is their union. For many queries on one graph make one
    :class:`GraphProcess` of it.

    Raises :class:`QueryError` with line and caret for a query that is wrong, for one that is stopped, and for one with
    ``SERVICE`` unless ``allow_service``; :class:`InputError` for a source that cannot be read.
    """
    limits = limits or Limits()
    check(
        sparql,
        allow_service=allow_service,
        most=limits.query,
        listed=isinstance(source, GraphStore),
    )
    terms = to_terms(bindings or {}, sparql)
    if engine == "rdflib":
        from .rdflib_engine import refuse_from

        refuse_from(sparql)
    asked = _opened(source, engine, allow_service)
    prefixes = dict(asked.prefixes)
    head = request(sparql, prefixes, limits)
    values = values_of(terms)
    if isinstance(asked, GraphProcess):
        reply, body = asked.ask(head, values, limits)
    else:
        reply, body = _ask_here(asked, head, values, engine)
    return _result(reply, body, sparql, prefixes, limits, hint=bool(terms))


def request(sparql: str, prefixes: Mapping[str, str], limits: Limits) -> dict[str, Any]:
    """Return what a process of :mod:`newsgraph.exports.sandbox` is told about a query."""
    return {
        "query": sparql,
        "prefixes": dict(prefixes),
        "from": has_word(sparql, "FROM"),
        "graphs": sorted(set(graphs_named(sparql, prefixes))),
        "most": limits.body,
        "names": sorted(set(asked_names(sparql, prefixes).values())),
    }


def _opened(
    source: KnowledgeGraph | GraphProcess | GraphStore | str | Path, engine: Engine, network: bool
) -> GraphProcess | GraphStore:
    """Return what can be asked of a source, with the engine and with or without the network."""
    module = _MODULES[engine]
    if isinstance(source, GraphProcess):
        return source.sibling(module=module, network=network)
    if isinstance(source, str | Path):
        return process_of(source, module=module, network=network)

    return source if isinstance(source, GraphStore) else GraphProcess(source, module=module, network=network)


def _ask_here(store: GraphStore, head: dict[str, Any], values: bytes, engine: Engine) -> Message:
    """Return the answer to a query that runs in this process."""
    from ..sandbox import querying
    from . import rdflib_engine

    said: list[Message] = []

    def keep(head: dict[str, Any], body: bytes = b"") -> None:
        said.append((head, body))

    if engine == "rdflib":
        rdflib_engine.answer(rdflib_engine.to_dataset(store), head, values, keep)
    else:
        querying.answer(store, head, values, keep)
    return said[0]


def _result(
    reply: dict[str, Any],
    body: bytes,
    sparql: str,
    prefixes: Mapping[str, str],
    limits: Limits,
    *,
    hint: bool,
) -> Result:
    """Return the result that was sent. Raises :class:`QueryError` where it is none."""
    if "error" in reply:
        raise QueryError(_problem(reply, sparql, prefixes, hint=hint))
    notes = (
        *notes_on_graphs(reply.get("absent", ())),
        *notes_on(sparql, prefixes, reply["missing"], reply["known"]),
    )
    return read_result(reply, body, sparql, prefixes, notes, limits)


def _problem(reply: Mapping[str, Any], sparql: str, prefixes: Mapping[str, str], *, hint: bool) -> str:
    error = reply["error"]
    if reply["kind"] == "wrong":
        from .explain import explain

        return explain(sparql, error, prefixes)
    bound = ". A variable can be bound where it is a column: add it to the SELECT." if hint else ""
    return {
        "large": f"{error} Ask for less, with LIMIT for example, or allow more.",
        "memory": "The query needs more memory than it may use.",
        "deep": "The query is nested too deeply.",
    }.get(reply["kind"], f"The query cannot be run to its end: {error}{bound}")
