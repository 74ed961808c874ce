"""Judgements by people: which profiles they mean, what they join and what they keep apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..knowledge.gazetteer import key
from ..model.judgement import Judgement
from .cluster import Join, components
from .profile import Profile


class JudgedSides:
    """Which profiles a side of a judgement means: a name, the key of a member, or else another name in a document."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        found: dict[str, list[int]] = defaultdict(list)
        aliases: dict[str, list[int]] = defaultdict(list)
        for index, profile in enumerate(profiles):
            found[profile.key].append(index)
            for member in profile.members:
                found[member].append(index)
            for alias in profile.aliases:
                aliases[alias].append(index)
        self._found: Mapping[str, Sequence[int]] = found
        self._aliases: Mapping[str, Sequence[int]] = aliases
        self.count = len(profiles)

    def __getitem__(self, side: str) -> Sequence[int]:
        return self._found.get(side) or self._found.get(key(side)) or self._aliases.get(key(side)) or ()


def decided_pairs(index: JudgedSides, judgements: Sequence[Judgement]) -> frozenset[tuple[int, int]]:
    """Return the pairs that a person has decided, or wants left undecided."""
    pairs = ((left, right) for j in judgements for left in index[j.left] for right in index[j.right])
    return frozenset((min(pair), max(pair)) for pair in pairs)


def joins_by_hand(index: JudgedSides, judgement: Judgement) -> list[Join]:
    """Return what joins both sides of a positive judgement."""
    if judgement.verdict != "same":
        return []
    left, right = index[judgement.left], index[judgement.right]
    if not left or not right:
        return []
    return [Join(left[0], other, judgement.score, by_hand=True) for other in (*left[1:], *right)]


def marks_of(
    index: JudgedSides, judgements: Sequence[Judgement], by_hand: Sequence[Join]
) -> list[frozenset[str]]:
    """Return the marks of each profile: on which side of which negative judgement it is."""
    marks: list[set[str]] = [set() for _ in range(index.count)]
    friends = components(index.count, ((join.left, join.right) for join in by_hand))
    for number, judgement in enumerate(judgements):
        if judgement.verdict == "different":
            left, right = _parted(set(index[judgement.left]), set(index[judgement.right]), friends)
            for profile in left:
                marks[profile].add(f"{number}:left")
            for profile in right:
                marks[profile].add(f"{number}:right")
    return [frozenset(found) for found in marks]


def _parted(left: set[int], right: set[int], friends: Sequence[int]) -> tuple[set[int], set[int]]:
    """Return both sides without what they have in common.

    A member that is told from its own name is told from the others of that name, except those that a person joins to it.
    """
    if left < right:
        own = {friends[index] for index in left}
        return left, {index for index in right if friends[index] not in own}
    if right < left:
        right, left = _parted(right, left, friends)
        return left, right
    return left - right, right - left
