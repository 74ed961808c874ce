"""Nodes that claims compare as one: names with two labels, and a state with the adjective that phrases call it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..identity import normal_key
from ..knowledge.gazetteer import country, nationality
from ..model.entity import Entity
from .phrases import Named


def namesakes(entities: Iterable[Entity]) -> Mapping[str, Named]:
    """Return what claims know of each named entity, by id.

    A name that has nodes of several labels, one of each, is one thing that was read in different ways: a firm that is a
    product too. Nodes of one name and one label were kept apart for a reason, such as the ministries of two states.
    """
    named = [entity for entity in entities if entity.named]
    names = {entity.id: normal_key(entity.name) for entity in named}
    kinds: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for entity in named:
        kinds[names[entity.id]][entity.label].append(entity.id)
    first = {
        id: min(single)
        for labels in kinds.values()
        for single in ([ids[0] for ids in labels.values() if len(ids) == 1],)
        for id in single
    }
    found = {}
    for entity in named:
        id = first.get(entity.id, entity.id)
        state = kinds.get(_state(entity.name) or "", {}).get("GPE", []) if entity.label == "NORP" else []
        inside = first.get(state[0], state[0]) if len(state) == 1 else id
        found[entity.id] = Named(entity.label, names[entity.id], id, inside)
    return found


def _state(adjective: str) -> str | None:
    """Return the name of the state that an adjective is of, in a common spelling."""
    code = nationality(adjective)
    return normal_key(country(code).name) if code is not None else None
