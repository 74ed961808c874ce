"""What resolution remembers of single names makes it fast; after many names it takes more memory than their graph."""

from __future__ import annotations

from types import ModuleType

from ..knowledge import gazetteer, spelling
from . import (
    bodies,
    conflict,
    label_vote,
    organisation,
    organisation_name,
    person,
    person_name,
    place,
    profile,
)

MANY = 20_000
"""Names from which on what was remembered is not kept for the next graph."""

_MODULES: tuple[ModuleType, ...] = (
    *(gazetteer, spelling, bodies, conflict, label_vote),
    *(organisation, organisation_name, person, person_name, place, profile),
)


def forget_names() -> None:
    """Empty the caches of names; those of what we know of the world, which have no bound, stay."""
    for module in _MODULES:
        for cached in list(vars(module).values()):
            if hasattr(cached, "cache_clear") and cached.cache_parameters()["maxsize"] is not None:
                cached.cache_clear()
