"""Connected components of pairs of names: strings, or tuples of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

Name = TypeVar("Name", str, tuple[str, str])


class Sets(Generic[Name]):
    """Disjoint sets of names: union by the smaller name, with path halving."""

    __slots__ = ("_parent",)

    def __init__(self) -> None:
        self._parent: dict[Name, Name] = {}

    def root(self, item: Name) -> Name:
        """Return the name of the set that ``item`` is in; one of its own if it is new."""
        parent = self._parent
        parent.setdefault(item, item)
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, left: Name, right: Name) -> Name:
        """Make the sets of two items one, and return its name."""
        first, second = sorted((self.root(left), self.root(right)))
        self._parent[second] = first
        return first

    def groups(self) -> tuple[tuple[Name, ...], ...]:
        """Return all sets, each sorted, in order."""
        found: dict[Name, list[Name]] = defaultdict(list)
        for item in sorted(self._parent):
            found[self.root(item)].append(item)
        return tuple(sorted(tuple(items) for items in found.values()))


def components(pairs: Iterable[tuple[Name, Name]]) -> tuple[tuple[Name, ...], ...]:
    """Return what pairs connect, each component sorted, in order.

    >>> components([("b", "a"), ("c", "d"), ("d", "e")])
    (('a', 'b'), ('c', 'd', 'e'))
    """
    sets = Sets[Name]()
    for left, right in pairs:
        sets.join(left, right)
    return sets.groups()
