"""Fit the confidence of statements on verdicts given by hand, and say how well it ranks on others.

    python -m training.train_judged [--out extract/pipeline/model/judged.json]

Right is "core": who did what to whom, with the things behind the words (JUDGING: R or P). A logistic regression with a
Gaussian prior over the features of ``extract/records/doubts.py``; its strength is chosen by cross-validation over the
articles of the train list. The test list is only reported on.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from newsgraph.extract.pipeline import MODEL

from .judge import Judged, area, judged
from .manifest import refresh_shipped

OUT = MODEL / "judged.json"
LEAST = 10
"""Features of fewer statements than this are left out."""
PENALTIES = (2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
FOLDS = 6


def fit(rows: Sequence[Judged], penalty: float) -> dict[str, float]:
    """Weights of a logistic regression, by Newton's method; the constant and the prior's weight are hardly held back."""
    counts = Counter(name for row in rows for name, value in row.features.items() if value)
    names = ["constant", *sorted(name for name, count in counts.items() if count >= LEAST)]
    table = np.array([[1.0, *(row.features.get(name, 0.0) for name in names[1:])] for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    strength = np.array([0.01 if name == "constant" else penalty for name in names])
    start = np.array([1.0 if name == "prior" else 0.0 for name in names])
    weights = start.copy()
    for _ in range(40):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - chance) - strength * (weights - start)
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(strength)
        weights += np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def chances(rows: Sequence[Judged], weights: dict[str, float]) -> list[tuple[float, bool]]:
    """The probability of each statement with what is true."""
    totals = (
        weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in row.features.items())
        for row in rows
    )
    return [(1 / (1 + float(np.exp(-total))), row.right) for total, row in zip(totals, rows, strict=True)]


def crossed(rows: Sequence[Judged], penalty: float) -> list[tuple[float, bool]]:
    """Probabilities from fits that have not seen the article."""
    folds = {name: number % FOLDS for number, name in enumerate(sorted({row.article for row in rows}))}
    found = []
    for fold in range(FOLDS):
        seen = [row for row in rows if folds[row.article] != fold]
        found += chances([row for row in rows if folds[row.article] == fold], fit(seen, penalty))
    return found


def curve(scored: Sequence[tuple[float, bool]], bins: int = 6) -> Iterator[str]:
    """How often statements of each confidence are right."""
    ordered = sorted(scored)
    error = 0.0
    for part in np.array_split(np.arange(len(ordered)), bins):
        said = float(np.mean([ordered[i][0] for i in part]))
        true = float(np.mean([ordered[i][1] for i in part]))
        error += abs(said - true) * len(part) / len(ordered)
        yield f"{said:.3f} {true:.3f} {len(part)}"
    yield f"expected calibration error {error:.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(
        description="Fit the confidence of statements on verdicts given by hand."
    )
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    train, test = list(judged("train")), list(judged("test"))
    best = max(PENALTIES, key=lambda penalty: area(crossed(train, penalty)))
    prior = [(row.features["prior"], row.right) for row in train]
    print(
        f"train: {len(train)} statements; ROC area of the parse alone {area(prior):.3f}, crossed {area(crossed(train, best)):.3f}"
    )
    weights = fit(train, best)
    if test:
        scored = chances(test, weights)
        print(f"test: {len(test)} statements; ROC area {area(scored):.3f}; said, true, statements:")
        print("\n".join(curve(scored)))
    options.out.write_text(
        json.dumps({n: round(w, 3) for n, w in sorted(weights.items())}, indent=1) + "\n", encoding="utf8"
    )
    refresh_shipped(options.out)


if __name__ == "__main__":
    main()
