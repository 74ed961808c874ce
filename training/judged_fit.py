"""The logistic regression behind the confidence of statements, and how well a confidence ranks and keeps its word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from .judge import Judged, area

LEAST = 12
"""Features of fewer statements than this are left out."""
FOLDS = 8
_FREE = 0.01
"""Strength of the prior on the constant: none to speak of."""
_LEAST_SPREAD = 0.05

Weights = dict[str, float]
Scored = list[tuple[float, bool]]
"""Probabilities that a statement is right, with what is true."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of similar confidence: the mean of what was said, the share that was right, how many they are."""

    said: float
    right: float
    count: int


@dataclass(frozen=True, slots=True)
class Threshold:
    """What showing only statements of some confidence does: shares shown, right among them, right ones kept.

    ``error`` is the standard error of ``core``.
    """

    least: float
    shown: float
    core: float
    kept: float
    error: float


class Example(Protocol):
    """What weights are fitted to: features, and whether what has them is right."""

    @property
    def features(self) -> dict[str, float]:
        """The features that are not 0."""

    @property
    def right(self) -> bool:
        """Whether it is right."""


def fit(rows: Sequence[Example], penalty: float) -> Weights:
    """Weights by feature, by Newton's method, with a Gaussian prior; that of ``prior`` is held to 1, others to 0.

    Features that are not just there or absent are held back by their spread, so that their unit does not matter.
    """
    counts = Counter(name for row in rows for name, value in row.features.items() if value)
    names = ["constant", *sorted(name for name, count in counts.items() if count >= LEAST)]
    table = np.array([[1.0, *(row.features.get(name, 0.0) for name in names[1:])] for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    spread = np.maximum(table.std(0), _LEAST_SPREAD)
    plain = ((table == 0) | (table == 1)).all(0) | (np.array(names) == "prior")
    strength = penalty * np.where(plain, 1.0, spread**2)
    strength[0] = _FREE
    start = np.array([1.0 if name == "prior" else 0.0 for name in names])
    weights = start.copy()
    for _ in range(40):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - chance) - strength * (weights - start)
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(strength)
        weights += np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def chances(rows: Sequence[Judged], weights: Weights) -> Scored:
    """The probability of each statement with what is true."""
    totals = (
        weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in row.features.items())
        for row in rows
    )
    return [(1 / (1 + float(np.exp(-total))), row.right) for total, row in zip(totals, rows, strict=True)]


def crossed(rows: Sequence[Judged], penalty: float) -> Scored:
    """Probabilities from fits that have not seen the article, article by article."""
    folds = {name: number % FOLDS for number, name in enumerate(sorted({row.article for row in rows}))}
    found = []
    for fold in range(FOLDS):
        weights = fit([row for row in rows if folds[row.article] != fold], penalty)
        found += chances([row for row in rows if folds[row.article] == fold], weights)
    return found


def best_penalty(rows: Sequence[Judged], penalties: Sequence[float]) -> float:
    """The strength of the prior that ranks articles best that the fit has not seen."""
    return max(penalties, key=lambda penalty: area(crossed(rows, penalty)))


def curve(scored: Scored, bins: int = 6) -> list[Bin]:
    """How often statements of each confidence are right, in bins of equal size."""
    values = np.array(sorted(scored), dtype=float)
    parts = np.array_split(values, bins)
    return [Bin(float(part[:, 0].mean()), float(part[:, 1].mean()), len(part)) for part in parts if len(part)]


def calibration_error(bins: Sequence[Bin]) -> float:
    """How far what is said is from what is right, on average."""
    return sum(abs(b.said - b.right) * b.count for b in bins) / max(1, sum(b.count for b in bins))


def thresholds(scored: Scored, levels: Sequence[float]) -> Iterator[Threshold]:
    """What each least confidence would show."""
    rights = sum(right for _, right in scored)
    for least in levels:
        shown = [right for chance, right in scored if chance >= least]
        core, kept = sum(shown) / max(1, len(shown)), sum(shown) / max(1, rights)
        error = (core * (1 - core) / max(1, len(shown))) ** 0.5
        yield Threshold(least, len(shown) / max(1, len(scored)), core, kept, error)
