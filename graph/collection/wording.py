"""How alike the words of two statements are in what they mean, word by word: "resigned" and "stepped down"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..knowledge.word_vectors import vectors_of
from .background import Squares

if TYPE_CHECKING:
    import numpy as np

NEAR = 0.4
"""Cosine of two words from which one speaks for the other."""


def alike_in_meaning(left: tuple[str, ...], right: tuple[str, ...], squares: Squares) -> tuple[float, float]:
    """Return how much of two wordings is said by a like word of the other, of both and of the one that has less besides.

    The words, sorted stems, weigh as rare as they are; each counts by its cosine to the nearest one of the other side.
    """
    if not left or not right:
        return 0.0, 0.0
    alike = _vectors(left) @ _vectors(right).T
    alike[alike < NEAR] = 0.0
    places = {word: at for at, word in enumerate(right)}
    for at, word in enumerate(left):
        if word in places:  # names, numbers and rare words too
            alike[at, places[word]] = 1.0
    ours, theirs = [squares[word] for word in left], [squares[word] for word in right]
    said = _dot(ours, alike.max(1).tolist()), _dot(theirs, alike.max(0).tolist())
    total = sum(ours), sum(theirs)
    if not all(total):
        return 0.0, 0.0
    return sum(said) / sum(total), max(said[0] / total[0], said[1] / total[1])


def _dot(weights: list[float], values: list[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


@lru_cache(maxsize=1 << 13)  # a statement is compared with many
def _vectors(words: tuple[str, ...]) -> np.ndarray:
    return vectors_of(words)
