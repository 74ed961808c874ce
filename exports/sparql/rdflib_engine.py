"""The same queries on rdflib's own engine: slower by far; for comparison and for rdflib's extensions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, Triple, serialize

from newsgraph.graph.errors import QueryError

from ..sandbox import querying
from .formats import Term, json_rows
from .syntax import has_word

if TYPE_CHECKING:
    import rdflib
    from rdflib import Literal as RdflibLiteral
    from rdflib.query import Result as QueryResult
    from rdflib.query import ResultRow
    from rdflib.term import IdentifiedNode

    from ..sandbox.exchange import Frames
    from .store import GraphStore


def start(head: Mapping[str, Any], frames: Frames) -> tuple[rdflib.Dataset, dict[str, Any]]:
    """Open the graph that ``head`` describes, in the process that is made for it."""
    graph = querying.start(head, frames)[0]
    dataset = to_dataset(graph)
    dataset.query("ASK {}", use_store_provided=False)  # loads all modules before files are given up
    return dataset, {"prefixes": graph.prefixes}


def answer(dataset: rdflib.Dataset, head: Mapping[str, Any], body: bytes, send: querying.Send) -> None:
    """Run the query of ``head`` and send its result, or what is wrong; ``body`` has values of variables as JSON."""
    try:
        values = {name: to_rdflib(term) for name, term in querying.values_in(body).items()}
        result = dataset.query(
            head["query"], initNs=dict(head["prefixes"]), initBindings=values, use_store_provided=False
        )
        kind, variables, found = _collect(result, head["most"])
    except querying.TooMuchError as error:
        send({"kind": "large", "error": str(error)})
    except MemoryError:
        send({"kind": "memory", "error": ""})
    except Exception as error:  # rdflib raises bare exceptions and those of its parser
        send({"kind": "failed", "error": f"rdflib cannot run the query: {error}"})
    else:
        send({"kind": kind, "variables": variables, "missing": [], "known": []}, found)


def to_dataset(store: GraphStore | querying.Opened) -> rdflib.Dataset:
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


def _collect(result: QueryResult, most: int) -> tuple[str, list[str], bytes]:
    sink: Any = querying.Sink(most)
    if result.type == "ASK":
        return "answer", [], b"true" if result.askAnswer else b"false"
    if result.graph is not None:
        serialize(_triples(result.graph), sink, format=RdfFormat.N_TRIPLES)
        return "triples", [], sink.text()
    names = [str(name) for name in result.vars or ()]
    found = cast("Iterable[ResultRow]", result)
    for line in json_rows(names, (tuple(from_rdflib(getattr(row, name)) for name in names) for row in found)):
        sink.write(line.encode("utf-8", "replace"))
    return "rows", names, sink.text()


def _triples(graph: Iterable[tuple[object, ...]]) -> Iterable[Triple]:
    for parts in graph:
        subject, predicate, value = map(from_rdflib, parts)
        yield Triple(subject, predicate, value)  # type: ignore[arg-type]


def refuse_from(sparql: str) -> None:
    """Raise :class:`QueryError` for FROM, which rdflib would fetch from the network or the disk."""
    if has_word(sparql, "FROM"):
        raise QueryError("FROM makes rdflib fetch a file or an address; use the engine oxigraph, or GRAPH.")
