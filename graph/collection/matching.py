"""Whether two statements of different articles make one claim: what speaks for it, weighed, less what contradicts it.

The weights are those of a logistic regression on pairs judged by reading (``training/train_claims.py``), so a score is the
logarithm of the odds that two statements say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .background import Background
from .evidence import ApartError, evidence_for, numbers_differ, same_time
from .signatures import Signature

WEIGHTS: Mapping[str, float] = {
    "bias": -5.46,
    "same": 0.78, "frame": 0.66, "event": -0.27, "reworded": -0.48, "frame.loose": 0.26, "event.loose": -1.5,
    "agent.named": 2.13, "agent.namesake": 1.02, "agent.mentioned": 0.35, "agent.described": -0.22, "agent.names": 0.28,
    "agent.words": 0.5, "agent.pronoun": 0.01, "agent.head": 0.49, "agent.unlike": -0.77, "agent.modifiers": -0.27,
    "agent.number": 0.5, "agent.absent": -0.25, "agent.none": 0.12,
    "theme.named": 2.61, "theme.namesake": 1.02, "theme.mentioned": 0.22, "theme.described": -1.4, "theme.names": 0.46,
    "theme.words": 0.95, "theme.pronoun": -0.04, "theme.head": 1.06, "theme.unlike": -0.92, "theme.modifiers": -0.55,
    "theme.number": 0.6, "theme.absent": -1.22, "theme.none": -0.16,
    "sentence": 1.45, "rest": 2.01, "kinship": 4.16, "others": -0.03, "others.apart": -0.42,
    "once": -0.05, "days": 0.22, "near": 0.71, "far": -0.9, "long": -0.61, "denied": -0.8, "mood": -0.44,
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
    score = WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in evidence.items())
    if numbers_differ(left, right):
        return Comparison(score, "number")
    return Comparison(score, None if same_time(left, right) else "time")
