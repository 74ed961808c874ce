"""Coreference scores: MUC, B-cubed and CEAF-e, and their mean, the CoNLL score.

Definitions as in Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions: a reference
implementation". A partition is a list of chains, a chain a set of hashable mentions.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

Chain = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Counts:
    """What a metric has added up over documents: shares found, of what was predicted and of what is gold."""

    precise: float = 0.0
    predicted: float = 0.0
    recalled: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.precise + other.precise,
            self.predicted + other.predicted,
            self.recalled + other.recalled,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right."""
        return self.precise / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(gold: Iterable[Iterable[Hashable]], predicted: Iterable[Iterable[Hashable]]) -> dict[str, Counts]:
    """Score one document by the three metrics and by mentions; chains of one mention are left out."""
    key = [chain for group in gold if len(chain := frozenset(group)) > 1]
    response = [chain for group in predicted if len(chain := frozenset(group)) > 1]
    found = len(frozenset().union(*key) & frozenset().union(*response))
    mentions = Counts(found, sum(map(len, response)), found, sum(map(len, key)))
    return {
        "mentions": mentions,
        "muc": Counts(*_muc(response, key), *_muc(key, response)),
        "b3": Counts(*_b_cubed(response, key), *_b_cubed(key, response)),
        "ceafe": _ceaf_e(key, response),
    }


def conll(totals: dict[str, Counts]) -> float:
    """Average the F1 of MUC, B-cubed and CEAF-e."""
    return (totals["muc"].f1 + totals["b3"].f1 + totals["ceafe"].f1) / 3


def _place(chains: list[Chain]) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def _muc(chains: list[Chain], other: list[Chain]) -> tuple[float, float]:
    place = _place(other)
    right = total = 0
    for chain in chains:
        parts = {place[mention] for mention in chain if mention in place}
        alone = sum(mention not in place for mention in chain)
        right += len(chain) - len(parts) - alone
        total += len(chain) - 1
    return right, total


def _b_cubed(chains: list[Chain], other: list[Chain]) -> tuple[float, float]:
    place = _place(other)
    right = 0.0
    for chain in chains:
        counts: dict[int, int] = {}
        for mention in chain:
            if mention in place:
                counts[place[mention]] = counts.get(place[mention], 0) + 1
        right += sum(count * count for count in counts.values()) / len(chain)
    return right, sum(map(len, chains))


def _ceaf_e(key: list[Chain], response: list[Chain]) -> Counts:
    if not key or not response:
        return Counts(0, len(response), 0, len(key))
    similarity = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in response] for a in key])
    rows, columns = linear_sum_assignment(-similarity)
    total = float(similarity[rows, columns].sum())
    return Counts(total, len(response), total, len(key))
