"""Groups of statements that make one claim: those that are alike, joined where most of both groups are."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import product

from .background import Background
from .claims import Likeness
from .matching import THRESHOLD, compare
from .signatures import Signature
from .union import Sets

MEMBERS = 8
"""Statements of a claim that another claim is compared with before both are joined."""


def claim_groups(
    signatures: Sequence[Signature], pairs: Sequence[Likeness], background: Background
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of statements that make one claim, in groups of two or more, sorted; the best of ``pairs`` come first."""
    agreement = _Agreement(signatures, pairs, background)
    sets, members = Sets(), dict[str, list[str]]()
    refused = set[tuple[str, int, str, int]]()  # groups only grow: a name and a number of members tell one
    for pair in pairs:
        first, second = sets.root(pair.left), sets.root(pair.right)
        if pair.contradiction or first == second:
            continue
        left, right = members.get(first, [first]), members.get(second, [second])
        both = (first, len(left), second, len(right))
        both_single = len(left) == len(right) == 1  # then the pair itself says so
        if both_single or (both not in refused and agreement.holds(left[:MEMBERS], right[:MEMBERS])):
            members[sets.join(first, second)] = sorted([*left, *right])
        else:
            refused.add(both)
    return tuple(group for group in sets.groups() if len(group) > 1)


class _Agreement:
    """Whether two groups of statements make one claim; pairs that are known to be alike are not compared again.

    These are kept as numbers in order: there are millions, of which a set would need ten times the memory.
    """

    def __init__(
        self, signatures: Sequence[Signature], pairs: Iterable[Likeness], background: Background
    ) -> None:
        import numpy as np

        self._signatures, self._background = signatures, background
        self._place = {signature.id: place for place, signature in enumerate(signatures)}
        self._alike = array("Q", (self._key(p.left, p.right) for p in pairs if not p.contradiction))
        np.frombuffer(self._alike, np.uint64).sort()

    def holds(self, left: Sequence[str], right: Sequence[str]) -> bool:
        """Return whether no statement of one group contradicts one of the other, and most are alike."""
        alike = 0
        for one, other in product(left, right):
            if self._is_known(one, other):
                alike += 1
                continue
            found = compare(self._signature(one), self._signature(other), self._background)
            if found.contradiction not in (None, "predicate"):
                return False
            alike += found.score >= THRESHOLD
        return alike * 2 >= len(left) * len(right)

    def _signature(self, id: str) -> Signature:
        return self._signatures[self._place[id]]

    def _is_known(self, one: str, other: str) -> bool:
        key = self._key(one, other)
        at = bisect_left(self._alike, key)
        return at < len(self._alike) and self._alike[at] == key

    def _key(self, one: str, other: str) -> int:
        low, high = sorted((self._place[one], self._place[other]))
        return low * len(self._signatures) + high
