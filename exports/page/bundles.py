"""Bundles: one drawn line between two nodes, which carries every way in which statements join them.

A line that names an object and ten that merely involve it run between the same two names: drawn apart they hide
each other. So the page draws one, with the words of the foremost and how many more there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsgraph.graph.assembly.lines import Line


@dataclass(frozen=True, slots=True)
class Bundle:
    """All lines between two nodes, of which ``source`` is the lower; the lines keep their own directions."""

    source: int
    target: int
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """The longest label of its lines: the room that any of them needs."""
        return max((line.label for line in self.lines), key=len)


def bundles_of(lines: Iterable[Line], number: Mapping[str, int]) -> list[Bundle]:
    """Return the bundles of ``lines`` in the order of their first lines; ``number`` is the node of an entity id."""
    found: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        ends = number[line.source], number[line.target]
        found[min(ends), max(ends)].append(line)
    return [Bundle(source, target, tuple(among)) for (source, target), among in found.items()]
