"""Finds the entity that a person means by a name: what recipes are asked about, as ``explain`` would find it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from newsgraph.graph.errors import QueryError
from newsgraph.graph.identity import normal_key

from ..rdf.vocabulary import ALT_LABEL, ENTITY, PREF_LABEL, UNNAMED_ENTITY
from .bindings import BoundTerm
from .execution import query
from .isolated import GraphProcess
from .results import Rows
from .store import GraphStore

NAME = "name"
"""The variable of recipes that takes a name."""

_LABELS = f"""SELECT DISTINCT ?label ?kind ?unnamed {{
  VALUES ?kind {{ <{PREF_LABEL}> <{ALT_LABEL}> }}
  ?entity a <{ENTITY}> ; ?kind ?label FILTER(isIRI(?entity))
  OPTIONAL {{ ?entity a ?unnamed FILTER(?unnamed = <{UNNAMED_ENTITY}>) }}
}}"""
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`]")


def bind_names(graph: GraphProcess | GraphStore, bindings: Mapping[str, BoundTerm]) -> dict[str, BoundTerm]:
    """Return ``bindings`` with a text for ?name as the graph spells it.

    A name goes before an alias, and an alias before a name that has all its words; case and the form of an
    apostrophe make no difference. Raises :class:`QueryError` with the nearest names where nothing fits.
    """
    asked = bindings.get(NAME)
    if not isinstance(asked, Literal):
        return dict(bindings)
    return {**bindings, NAME: Literal(find_name(graph, asked.value))}


def find_name(graph: GraphProcess | GraphStore, asked: str) -> str:
    """Return the name or alias in ``graph`` that ``asked`` fits best; raises :class:`QueryError`."""
    key, words = _key(asked), set(_key(asked).split())
    found = sorted(set(_names(graph)))
    fits = [
        (rank, len(name), name)
        for rank, name in found
        if _key(name) == key or (words and words <= set(_key(name).split()))
    ]
    if not fits:
        raise QueryError(_unknown(asked, [name for _, name in found]))
    exact = [fit for fit in fits if _key(fit[2]) == key]
    return min(exact or fits)[2]


def _names(graph: GraphProcess | GraphStore) -> Iterator[tuple[tuple[bool, bool], str]]:
    """Yield names and aliases, each with whether it is of an unnamed entity and whether it is an alias."""
    found = query(graph, _LABELS)
    for label, alias, unnamed in found.terms if isinstance(found, Rows) else ():
        if isinstance(label, Literal):
            yield (unnamed is not None, alias == NamedNode(ALT_LABEL)), label.value


def _key(name: str) -> str:
    return normal_key(_APOSTROPHES.sub("'", name))


def _unknown(asked: str, names: list[str]) -> str:
    by_key = {key: name for name in reversed(names) for key in (*_key(name).split(), _key(name))}
    close = dict.fromkeys(by_key[key] for key in get_close_matches(_key(asked), by_key, 3, cutoff=0.6))
    suggestion = f" Did you mean {' or '.join(close)}?" if close else ""
    return f"No entity of this graph is called {asked!r}.{suggestion}"
