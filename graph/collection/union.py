"""Connected components of pairs of strings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Sets:
    """Disjoint sets of strings: union by the smaller name, with path halving."""

    __slots__ = ("_parent",)

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, item: str) -> str:
        """Return the name of the set that ``item`` is in; one of its own if it is new."""
        parent = self._parent
        parent.setdefault(item, item)
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, left: str, right: str) -> str:
        """Make the sets of two items one, and return its name."""
        first, second = sorted((self.root(left), self.root(right)))
        self._parent[second] = first
        return first

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Return all sets, each sorted, in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for item in sorted(self._parent):
            found[self.root(item)].append(item)
        return tuple(sorted(tuple(items) for items in found.values()))


def components(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return what pairs connect, each component sorted, in order.

    >>> components([("b", "a"), ("c", "d"), ("d", "e")])
    (('a', 'b'), ('c', 'd', 'e'))
    """
    sets = Sets()
    for left, right in pairs:
        sets.join(left, right)
    return sets.groups()
