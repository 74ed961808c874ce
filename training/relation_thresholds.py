"""From what probability on a relation is given, and how often it is then right: chosen on held-out passages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .relation_examples import Corpus
from .relation_scores import Count, Prediction, text_scores, total

STEPS = range(20, 95, 5)
"""Thresholds that are tried, in hundredths."""
TENTHS = 10
NEVER = 1.1
LEAST_PRECISION, LEAST_RIGHT = 0.7, 20
"""A relation is given when it is right so often, and so many times, on held-out passages."""


def choose_thresholds(
    corpora: dict[str, Corpus],
    found: dict[str, list[Prediction]],
    relations: Sequence[str],
    groups: Sequence[int],
) -> NDArray[np.float32]:
    """The threshold with the best F1 on KnowledgeNet beside the triggers, higher for relations that would be wrong too often.

    Relations that KnowledgeNet does not have are judged by Re-DocRED; one that is never right often enough, or found too
    seldom to tell, gets a threshold that nothing reaches.
    """
    scores = {step: _scores_at(corpora, found, groups, step / 100) for step in STEPS}
    beside = {step: _beside(corpora["knowledgenet"], found["knowledgenet"], groups, step) for step in STEPS}
    for step, count in beside.items():
        print(
            f"{step / 100:.2f}: precision {count.precision:.3f} recall {count.recall:.3f} F1 {count.f1:.4f}"
        )
    best = max(beside, key=lambda step: beside[step].f1)
    thresholds = np.full(len(relations), NEVER, dtype=np.float32)
    for column, relation in enumerate(relations):
        corpus = "knowledgenet" if relation in scores[best]["knowledgenet"] else "redocred"
        for step in (step for step in STEPS if step >= best):
            count = scores[step][corpus].get(relation, Count())
            if count.precision >= LEAST_PRECISION and count.right >= LEAST_RIGHT:
                thresholds[column] = step / 100
                break
    return thresholds


def _scores_at(
    corpora: dict[str, Corpus], found: dict[str, list[Prediction]], groups: Sequence[int], threshold: float
) -> dict[str, dict[str, Count]]:
    return {
        name: text_scores(
            corpora[name].passages, [p for p in found[name] if p.probability >= threshold], groups
        )
        for name in found
    }


def _beside(corpus: Corpus, found: list[Prediction], groups: Sequence[int], step: int) -> Count:
    """The scores of what triggers and classifier find together."""
    kept = [p for p in found if p.probability >= step / 100]
    return total(text_scores(corpus.passages, [*corpus.by_rule, *kept], groups))


def reliability(corpus: Corpus, found: list[Prediction], groups: Sequence[int]) -> NDArray[np.float32]:
    """Share of right predictions by tenth of their probability, on one corpus; it never falls."""
    shares = np.zeros(TENTHS, dtype=np.float32)
    for tenth in range(TENTHS):
        kept = [p for p in found if int(p.probability * TENTHS) == tenth]
        shares[tenth] = total(text_scores(corpus.passages, kept, groups)).precision
    rising: NDArray[np.float32] = np.maximum.accumulate(shares)
    for tenth, share in enumerate(rising):
        print(f"probability from {tenth / TENTHS:.1f}: right {share:.3f}")
    return rising
