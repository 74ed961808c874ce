"""Whether two statements of different articles make one claim: what speaks for it, weighed, less what contradicts it.

The weights are those of a logistic regression on pairs judged by reading (``training/train_claims.py``), so a score is the
logarithm of the odds that two statements say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import mul

from .background import Background
from .evidence import ApartError, evidence_for, numbers_differ, same_time
from .signatures import Signature

WEIGHTS: Mapping[str, float] = {
    "bias": -4.75,
    "same": 0.85, "frame": 0.54, "event": -0.26, "reworded": -0.43, "frame.loose": 0.24, "event.loose": -1.5,
    "agent.named": 1.68, "agent.namesake": 1.6, "agent.mentioned": 0.47, "agent.described": -0.05, "agent.names": 0.48,
    "agent.words": 0.79, "agent.pronoun": 0.01, "agent.head": 0.81, "agent.unlike": -0.61, "agent.modifiers": -0.36,
    "agent.number": 0.5, "agent.absent": -0.32, "agent.none": 0.0,
    "theme.named": 2.28, "theme.namesake": 1.9, "theme.mentioned": 0.09, "theme.described": -1.35, "theme.names": 0.81,
    "theme.words": 0.83, "theme.pronoun": 0.02, "theme.head": 0.8, "theme.unlike": -0.58, "theme.modifiers": -0.28,
    "theme.number": 1.01, "theme.absent": -1.09, "theme.none": 0.21,
    "sentence": 1.17, "rest": 1.67, "kinship": 4.28, "others": -0.42, "others.apart": -0.17,
    "once": 0.62, "days": 0.25, "near": 0.24, "far": -0.82, "long": -0.68, "denied": -0.81, "mood": -0.43,
}  # fmt: skip
"""What one unit of each quantity of :mod:`.evidence` adds to the score."""

THRESHOLD = 0.0
"""Scores from here on are of one claim."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much speaks for one claim, and in which part two statements cannot both be meant, if any.

    ``contradiction`` is "predicate", "agent" or "theme" (the score is the least there is then), "number" or "time".
    """

    score: float
    contradiction: str | None = None


def compare(left: Signature, right: Signature, background: Background) -> Comparison:
    """Return how much speaks for one claim; ``background`` says how rare words and names are."""
    try:
        evidence = evidence_for(left, right, background)
    except ApartError as apart:
        return Comparison(float("-inf"), apart.args[0])
    score = WEIGHTS["bias"] + sum(map(mul, map(WEIGHTS.__getitem__, evidence), evidence.values()))
    if numbers_differ(left, right):
        return Comparison(score, "number")
    return Comparison(score, None if same_time(left, right) else "time")
