"""Runs SPARQL queries: SELECT, ASK, CONSTRUCT and DESCRIBE on a graph, a file or a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Variable

from newsgraph.graph.errors import QueryError

from .bindings import Bindings, to_terms
from .guard import check
from .results import Answer, Result, Rows, Term, Triples, columns, ordered
from .store import GraphStore, open_store
from .suggest import notes_on
from .syntax import tokens

if TYPE_CHECKING:
    from newsgraph.graph.knowledge_graph import KnowledgeGraph

Engine = Literal["oxigraph", "rdflib"]


def query(
    source: KnowledgeGraph | GraphStore | str | Path,
    sparql: str,
    *,
    engine: Engine = "oxigraph",
    bindings: Bindings | None = None,
    allow_service: bool = False,
) -> Result:
    """Return what ``sparql`` asks of ``source``: a graph, a built folder, an RDF file or a store.

    All prefixes of ours and those of the file are declared already. ``bindings`` gives values to variables
    without pasting them into the query; in a SELECT these are columns. Where triples stand in named graphs only, the default graph is their
    union. For many queries on one graph call :func:`open_store` once and pass what it returns.

    Raises :class:`QueryError` with line and caret for a query that is wrong, and for one with ``SERVICE``
    unless ``allow_service``; :class:`InputError` for a source that cannot be read.
    """
    check(sparql, allow_service=allow_service)
    store = open_store(source)
    terms = to_terms(bindings or {}, sparql)
    if engine == "rdflib":
        from .rdflib_engine import run

        return run(store, sparql, terms)
    result = evaluate(store, sparql, terms)
    try:
        return _collect(result, store, sparql)
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"The query cannot be run to its end: {error}") from error


def evaluate(
    store: GraphStore,
    sparql: str,
    bindings: Mapping[str, Term] | None = None,
    *,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> QuerySolutions | QueryBoolean | QueryTriples:
    """Start a query on Oxigraph as it is, unchecked; the graphs are those of the SPARQL 1.1 Protocol.

    Raises :class:`QueryError` for a query that is wrong. Reading the result can raise ``OSError``,
    ``ValueError`` and ``RuntimeError``.
    """
    has_from = any(token.kind == "word" and token.text.upper() == "FROM" for token in tokens(sparql))
    graphs: dict[str, Any] = {"use_default_graph_as_union": store.union and not has_from}
    if default_graphs or named_graphs:
        names = [NamedNode(iri) for iri in default_graphs], [NamedNode(iri) for iri in named_graphs]
        graphs = {"default_graph": names[0], "named_graphs": names[1]}
    values = {Variable(name): term for name, term in (bindings or {}).items()}
    try:
        return store.store.query(sparql, prefixes=dict(store.prefixes), substitutions=values, **graphs)
    except SyntaxError as error:
        from .explain import explain

        raise QueryError(explain(sparql, str(error), store.prefixes)) from error
    except (OSError, ValueError, RuntimeError) as error:
        hint = ". A variable can be bound where it is a column: add it to the SELECT." if values else ""
        raise QueryError(f"The query cannot be run: {error}{hint}") from error


def _collect(result: QuerySolutions | QueryBoolean | QueryTriples, store: GraphStore, sparql: str) -> Result:
    notes = notes_on(store, sparql)
    if isinstance(result, QueryBoolean):
        return Answer(bool(result), notes)
    if isinstance(result, QueryTriples):
        return Triples(tuple(sorted(set(result), key=str)), store.prefixes, notes)
    names = [variable.value for variable in result.variables]
    chosen = columns(names, sparql)
    places = [names.index(name) for name in chosen]
    rows = [tuple([row[place] for place in places]) for row in result]
    return Rows(tuple(chosen), ordered(rows, sparql), store.prefixes, notes)
