"""Clusters profiles: connected components over positive judgements, with negative ones honoured.

The surest judgement joins first, and none joins two clusters that a person keeps apart or whose names contradict each
other. So a negative judgement inside a component splits it where its positive judgements are weakest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Face = tuple[str, ...]
"""What of a profile can contradict another one: label, name, place."""


@dataclass(frozen=True, slots=True)
class Join:
    """A positive judgement between two profiles.

    Those by hand join first, then the stronger ones; a judgement by hand is not questioned for its names.
    """

    left: int
    right: int
    strength: float
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Clustering:
    """Clusters of indices; the joins that made them, a tree in each cluster; the joins that were refused."""

    clusters: tuple[tuple[int, ...], ...]
    used: tuple[Join, ...]
    refused: tuple[Join, ...]

    def numbers(self) -> dict[int, int]:
        """Return the number of the cluster of each index."""
        return {index: number for number, found in enumerate(self.clusters) for index in found}


def cluster(
    joins: Iterable[Join],
    apart: Sequence[frozenset[str]],
    faces: Sequence[Face],
    conflict: Callable[[Face, Face], bool],
) -> Clustering:
    """Return the clusters of profiles, the joins that made them, and the joins that were refused.

    Profile i has the marks ``apart[i]``; profiles with "x:left" and "x:right" never join. ``conflict`` says of the
    faces of two profiles whether they contradict each other; equal faces do not.
    """
    roots = list(range(len(faces)))
    members = [[index] for index in roots]
    marks = [set(mark) for mark in apart]
    looks = [{face} for face in faces]
    used: list[Join] = []
    refused: list[Join] = []

    def root(index: int) -> int:
        while roots[index] != index:
            roots[index] = roots[roots[index]]
            index = roots[index]
        return index

    for join in sorted(joins, key=lambda join: (not join.by_hand, -join.strength, join.left, join.right)):
        one, two = root(join.left), root(join.right)
        if one == two:
            continue
        contradict = not join.by_hand and contradict_each_other(looks[one], looks[two], conflict)
        if contradict or kept_apart(marks[one], marks[two]):
            refused.append(join)
            continue
        used.append(join)
        if len(members[one]) < len(members[two]):
            one, two = two, one
        roots[two] = one
        members[one] += members[two]
        marks[one] |= marks[two]
        looks[one] |= looks[two]
        members[two] = []
    return Clustering(tuple(tuple(sorted(found)) for found in members if found), tuple(used), tuple(refused))


def kept_apart(left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    """Return whether one cluster has a mark whose opposite the other one has."""
    if len(left) > len(right):
        left, right = right, left
    return any(_opposite(mark) in right for mark in left)


def _opposite(mark: str) -> str:
    name, side = mark.rsplit(":", 1)
    return f"{name}:{'right' if side == 'left' else 'left'}"


def contradict_each_other(
    left: AbstractSet[Face], right: AbstractSet[Face], conflict: Callable[[Face, Face], bool]
) -> bool:
    """Return whether a face of one cluster contradicts a face of the other one."""
    return any(conflict(one, two) for one in left - right for two in right - left)


def components(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each index the least one that ``pairs`` lead to."""
    roots = list(range(count))

    def root(index: int) -> int:
        while roots[index] != index:
            roots[index] = roots[roots[index]]
            index = roots[index]
        return index

    for left, right in pairs:
        roots[max(root(left), root(right))] = min(root(left), root(right))
    return [root(index) for index in range(count)]
