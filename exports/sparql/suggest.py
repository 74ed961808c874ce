"""Notes on a query that runs but cannot find what was meant: names that occur nowhere in the graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress

from pyoxigraph import NamedNode

from ..rdf.vocabulary import DATE, NOT_AFTER, NOT_BEFORE, TIME, TYPE, XSD, declared_terms
from .syntax import resolved_names

MOST_NOTES = 10
"""Names that are looked for near others; searching among all takes its time."""


def asked_names(sparql: str, prefixes: Mapping[str, str]) -> dict[str, str]:
    """Return the prefixed names in ``sparql`` that our vocabulary does not have, with their IRIs."""
    found = sorted(set(_names(sparql, prefixes)))
    return {name: iri for name, iri in found if iri not in declared_terms()}


def notes_on(
    sparql: str, prefixes: Mapping[str, str], missing: Collection[str], known: Iterable[str]
) -> tuple[str, ...]:
    """Return a note for each name in ``sparql`` that is ``missing`` from the graph, and one on dates.

    ``known`` are the IRIs of the graph's properties and classes, which a missing one may have been meant for.
    """
    dates = tuple(_note_on_dates(sparql, prefixes))
    unknown = {name: iri for name, iri in asked_names(sparql, prefixes).items() if iri in missing}
    short = {iri: _short(iri, prefixes) for iri in {TYPE, *known}} if unknown else {}
    first = list(unknown.items())[:MOST_NOTES]
    more = (
        (f"{len(unknown) - len(first):,} more names occur nowhere in the graph.",)
        if first != [*unknown.items()]
        else ()
    )
    return (*dates, *(_note(name, iri, short) for name, iri in first), *more)


def notes_on_graphs(absent: Iterable[str]) -> tuple[str, ...]:
    """Return a note for each graph that FROM names and that is not there: none is fetched."""
    return tuple(
        f"FROM names <{iri}>, a graph that is not here; files and addresses are not fetched, so it is empty."
        for iri in absent
    )


def _note_on_dates(sparql: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield what to compare where a query seems to compare a time in EDTF with a date, which is never true."""
    used = {iri for _, iri in resolved_names(sparql, prefixes)}
    if {TIME, DATE} <= used and used.isdisjoint((NOT_BEFORE, NOT_AFTER)):
        yield (
            "ng:time is a date in EDTF, which compares with no xsd:date. Compare ng:notBefore or ng:notAfter, "
            "its first and last day (also sem:hasEarliestBeginTimeStamp and sem:hasLatestEndTimeStamp)."
        )


def _names(sparql: str, prefixes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the prefixed names of a query, but for functions and types of XML Schema, with their IRIs."""
    for token, iri in resolved_names(sparql, prefixes):
        is_prefix = token.text.endswith(":")  # "STRSTARTS(STR(?r), STR(rel:))" asks for no name
        if token.kind == "name" and not is_prefix and not iri.startswith(XSD):
            with suppress(ValueError):  # what the engine accepted in another way than we read it
                yield token.text, NamedNode(iri).value


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    fitting = ((start, prefix) for prefix, start in prefixes.items() if iri.startswith(start))
    start, prefix = max(fitting, default=("", ""))
    return f"{prefix}:{iri[len(start) :]}" if start else f"<{iri}>"


def _note(name: str, iri: str, known: Mapping[str, str]) -> str:
    nearest = _nearest(iri, known)
    suggestion = f" Did you mean {known[nearest]}?" if nearest else ""
    return f"{name} occurs nowhere in the graph.{suggestion}"


def _nearest(iri: str, known: Iterable[str]) -> str | None:
    """Return the IRI that was most likely meant: the same words under any prefix, else near ones under its own.

    Whole IRIs are mostly prefix, so that any two of one prefix are alike; and "bought" is no slip for "fought": hardly
    anybody mistypes the first letter.
    """
    words, prefix = _words(iri), _prefix(iri)
    same = [other for other in known if _words(other) == words]
    near = [other for other in known if other.startswith(prefix) and _likeness(words, _words(other)) >= LIKE]
    return min(same, default=None) or max(near, key=lambda o: (_likeness(words, _words(o)), o), default=None)


def _likeness(asked: str, other: str) -> float:
    from difflib import SequenceMatcher

    if asked[:1] != other[:1]:
        return 0.0
    begins = len(asked) >= _BEGINNING and (other.startswith(asked) or asked.startswith(other))
    return max(SequenceMatcher(None, asked, other).ratio(), LIKE * begins)


LIKE = 0.8
"""Likeness of two words from which one may be a slip for the other."""

_BEGINNING = 4
"""Letters from which the beginning of a name stands for it: "head_of" for "head_of_state_of"."""


def _prefix(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _words(iri: str) -> str:
    """Return the local part of an IRI, without case, underscores and hyphens."""
    return iri.removeprefix(_prefix(iri)).casefold().replace("_", "").replace("-", "")
