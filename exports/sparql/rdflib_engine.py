"""The same queries on rdflib's own engine: slower by far; for comparison and for rdflib's extensions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from newsgraph.graph.errors import QueryError

from .results import Answer, Result, Rows, Term, Triples, columns, ordered
from .store import GraphStore
from .syntax import tokens

if TYPE_CHECKING:
    import rdflib
    from rdflib import Literal as RdflibLiteral
    from rdflib.query import Result as QueryResult
    from rdflib.query import ResultRow
    from rdflib.term import IdentifiedNode


def run(store: GraphStore, sparql: str, bindings: Mapping[str, Term]) -> Result:
    """Return what rdflib answers to ``sparql`` on the triples of ``store``; raises :class:`QueryError`."""
    _refuse_from(sparql)
    dataset = to_dataset(store)
    values = {name: to_rdflib(term) for name, term in bindings.items()}
    try:
        result = dataset.query(
            sparql, initNs=dict(store.prefixes), initBindings=values, use_store_provided=False
        )
        return _collect(result, store, sparql)
    except Exception as error:  # rdflib raises bare exceptions and those of its parser
        raise QueryError(f"rdflib cannot run the query: {error}") from error


def to_dataset(store: GraphStore) -> rdflib.Dataset:
    """Return the triples of ``store`` in rdflib's own memory store."""
    import rdflib

    dataset = rdflib.Dataset(default_union=store.union)
    for quad in store.store.quads_for_pattern(None, None, None):
        name = None if isinstance(quad.graph_name, DefaultGraph) else to_rdflib(quad.graph_name)
        graph = dataset.default_graph if name is None else dataset.graph(name)
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return dataset


def to_rdflib(term: Term) -> IdentifiedNode | RdflibLiteral:
    """Return the rdflib term of a pyoxigraph term; raises :class:`QueryError` for an RDF 1.2 triple term."""
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, Triple):
        raise QueryError("rdflib cannot read RDF 1.2 triple terms; use the engine oxigraph.")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    is_string = term.datatype.value.endswith("#string")
    kind = None if is_string else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=kind, normalize=False)


def from_rdflib(term: object) -> Term | None:
    """Return the pyoxigraph term of an rdflib term."""
    import rdflib

    if term is None:
        return None
    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    language, datatype = getattr(term, "language", None), getattr(term, "datatype", None)
    if language:
        return Literal(str(term), language=language)
    return Literal(str(term), datatype=NamedNode(datatype)) if datatype else Literal(str(term))


def _collect(result: QueryResult, store: GraphStore, sparql: str) -> Result:
    if result.type == "ASK":
        return Answer(bool(result.askAnswer))
    if result.graph is not None:
        return Triples(tuple(sorted(_triples(result.graph), key=str)), store.prefixes)
    names = columns([str(name) for name in result.vars or ()], sparql)
    found = cast("Iterable[ResultRow]", result)
    rows = [tuple(from_rdflib(getattr(row, name)) for name in names) for row in found]
    return Rows(tuple(names), ordered(rows, sparql), store.prefixes)


def _triples(graph: Iterable[tuple[object, ...]]) -> Iterable[Triple]:
    for parts in graph:
        subject, predicate, value = map(from_rdflib, parts)
        yield Triple(subject, predicate, value)  # type: ignore[arg-type]


def _refuse_from(sparql: str) -> None:
    """Raise :class:`QueryError` for FROM, which rdflib would fetch from the network or the disk."""
    if any(token.kind == "word" and token.text.upper() == "FROM" for token in tokens(sparql)):
        raise QueryError("FROM makes rdflib fetch a file or an address; use the engine oxigraph, or GRAPH.")
