"""Notes on a query that runs but cannot find what was meant: names that occur nowhere in the graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import cast

from pyoxigraph import NamedNode, QuerySolutions, Store

from ..rdf.vocabulary import DATE, NOT_AFTER, NOT_BEFORE, TIME, TYPE, XSD, declared_terms
from .store import GraphStore
from .syntax import resolved_names

_PREDICATES = "SELECT DISTINCT ?p { ?s ?p ?o }"
_CLASSES = "SELECT DISTINCT ?c { ?s a ?c }"


def notes_on(store: GraphStore, sparql: str) -> tuple[str, ...]:
    """Return a note for each name in ``sparql`` that neither ``store`` nor our vocabulary has, and one on dates."""
    dates = tuple(_note_on_dates(sparql, store.prefixes))
    unknown = {
        name: iri
        for name, iri in sorted(set(_names(sparql, store.prefixes)))
        if not _occurs(store.store, iri) and iri not in declared_terms()
    }
    if not unknown:
        return dates
    known = {iri: _short(iri, store.prefixes) for iri in _vocabulary(store.store)}
    return (*dates, *(_note(name, iri.value, known) for name, iri in unknown.items()))


def _note_on_dates(sparql: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield what to compare where a query seems to compare a time in EDTF with a date, which is never true."""
    used = {iri for _, iri in resolved_names(sparql, prefixes)}
    if {TIME.value, DATE.value} <= used and used.isdisjoint((NOT_BEFORE.value, NOT_AFTER.value)):
        yield (
            "ng:time is a date in EDTF, which compares with no xsd:date. Compare ng:notBefore or ng:notAfter, "
            "its first and last day (also sem:hasEarliestBeginTimeStamp and sem:hasLatestEndTimeStamp)."
        )


def _names(sparql: str, prefixes: Mapping[str, str]) -> Iterator[tuple[str, NamedNode]]:
    """Yield the prefixed names of a query, but for functions and types of XML Schema, with their IRIs."""
    for token, iri in resolved_names(sparql, prefixes):
        if token.kind == "name" and not iri.startswith(XSD):
            with suppress(ValueError):  # what the engine accepted in another way than we read it
                yield token.text, NamedNode(iri)


def _occurs(store: Store, iri: NamedNode) -> bool:
    patterns = ((None, iri, None), (iri, None, None), (None, None, iri))
    return any(next(store.quads_for_pattern(*pattern), None) is not None for pattern in patterns)


def _vocabulary(store: Store) -> set[str]:
    found = {TYPE.value}
    for query in (_PREDICATES, _CLASSES):
        rows = cast(QuerySolutions, store.query(query, use_default_graph_as_union=True))
        found |= {row[0].value for row in rows if isinstance(row[0], NamedNode)}
    return found


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    fitting = ((start, prefix) for prefix, start in prefixes.items() if iri.startswith(start))
    start, prefix = max(fitting, default=("", ""))
    return f"{prefix}:{iri[len(start) :]}" if start else f"<{iri}>"


def _note(name: str, iri: str, known: Mapping[str, str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(iri, known, 1, cutoff=0.8)
    suggestion = f" Did you mean {known[close[0]]}?" if close else ""
    return f"{name} occurs nowhere in the graph.{suggestion}"
