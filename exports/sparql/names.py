"""Finds the entity that a person means by a name: what recipes are asked about, as ``explain`` would find it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from newsgraph.graph.errors import QueryError
from newsgraph.graph.identity import normal_key

from ..rdf.vocabulary import ALT_LABEL, ENTITY, PREF_LABEL, TYPE, UNNAMED_ENTITY
from .bindings import BoundTerm
from .store import GraphStore

NAME = "name"
"""The variable of recipes that takes a name."""

_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`]")


def bind_names(store: GraphStore, bindings: Mapping[str, BoundTerm]) -> dict[str, BoundTerm]:
    """Return ``bindings`` with a text for ?name as the graph spells it.

    A name goes before an alias, and an alias before a name that has all its words; case and the form of an
    apostrophe make no difference. Raises :class:`QueryError` with the nearest names where nothing fits.
    """
    asked = bindings.get(NAME)
    if not isinstance(asked, Literal):
        return dict(bindings)
    return {**bindings, NAME: Literal(find_name(store, asked.value))}


def find_name(store: GraphStore, asked: str) -> str:
    """Return the name or alias in ``store`` that ``asked`` fits best; raises :class:`QueryError`."""
    key, words = _key(asked), set(_key(asked).split())
    found = sorted(set(_names(store)))
    fits = [
        (rank, len(name), name)
        for rank, name in found
        if _key(name) == key or (words and words <= set(_key(name).split()))
    ]
    if not fits:
        raise QueryError(_unknown(asked, [name for _, name in found]))
    exact = [fit for fit in fits if _key(fit[2]) == key]
    return min(exact or fits)[2]


def _names(store: GraphStore) -> Iterator[tuple[tuple[bool, bool], str]]:
    """Yield names and aliases, each with whether it is of an unnamed entity and whether it is an alias."""
    unnamed = {quad.subject for quad in store.store.quads_for_pattern(None, TYPE, UNNAMED_ENTITY, None)}
    for entity in {quad.subject for quad in store.store.quads_for_pattern(None, TYPE, ENTITY, None)}:
        for is_alias, label in ((False, PREF_LABEL), (True, ALT_LABEL)):
            for quad in store.store.quads_for_pattern(entity, label, None, None):
                if isinstance(quad.object, Literal) and isinstance(entity, NamedNode):
                    yield (entity in unnamed, is_alias), quad.object.value


def _key(name: str) -> str:
    return normal_key(_APOSTROPHES.sub("'", name))


def _unknown(asked: str, names: list[str]) -> str:
    by_key = {key: name for name in reversed(names) for key in (*_key(name).split(), _key(name))}
    close = dict.fromkeys(by_key[key] for key in get_close_matches(_key(asked), by_key, 3, cutoff=0.6))
    suggestion = f" Did you mean {' or '.join(close)}?" if close else ""
    return f"No entity of this graph is called {asked!r}.{suggestion}"
