"""Which entity a name means: the order that the graph and the tables of a store agree on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..identity import normal_key

_UNFIT = 3


class Called(NamedTuple):
    """What decides whether a name means an entity: its id, its names, and how much is said of it."""

    id: str
    name: str
    aliases: Sequence[str]
    named: bool
    statements: int


def best_called(name: str, candidates: Iterable[Called]) -> str | None:
    """Return the id of the candidate that ``name`` fits best, None where it fits none.

    Case does not matter. A name goes before an alias, an alias before names that together have all the words of ``name``;
    among equals a named entity goes first, then the one with more statements.

    >>> lind, lund = Called("1", "Ada Lind", ("Lind",), True, 1), Called("2", "Lind Lund", (), True, 9)
    >>> best_called("LIND", [lind, lund]), best_called("lund", [lind, lund]), best_called("Holm", [lind, lund])
    ('1', '2', None)
    """
    key = normal_key(name)
    ranked = ((_rank(key, one), not one.named, -one.statements, one.id) for one in candidates)
    best = min(ranked, default=None)
    return best[3] if best is not None and best[0] < _UNFIT else None


def _rank(key: str, called: Called) -> int:
    if key == normal_key(called.name):
        return 0
    aliases = [normal_key(alias) for alias in called.aliases]
    if key in aliases:
        return 1
    words = set(key.split())
    return 2 if words and words <= words_of(called.name, *called.aliases) else _UNFIT


def words_of(*names: str) -> set[str]:
    """Return the words of names, without case."""
    return {word for name in names for word in normal_key(name).split()}
