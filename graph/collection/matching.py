"""Whether two statements of different articles make one claim: what speaks for it, weighed, less what contradicts it.

The weights are those of a logistic regression on pairs judged by reading (``training/train_claims.py``), so a score is the
logarithm of the odds that two statements say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import mul

from .background import Background
from .evidence import ApartError, evidence_for, numbers_differ
from .signatures import Signature
from .times import same_time

WEIGHTS: Mapping[str, float] = {
    "bias": -7.76,
    "same": 0.81, "frame": 0.38, "event": 0.84, "reworded": -1.33, "frame.loose": -0.12, "event.loose": -1.09,
    "agent.named": 2.01, "agent.namesake": 1.6, "agent.mentioned": -0.08, "agent.described": -0.35, "agent.names": 0.37, "agent.words": 0.53,
    "agent.pronoun": -0.15, "agent.head": 0.5, "agent.unlike": -0.84, "agent.modifiers": -0.63, "agent.number": 0.57, "agent.absent": -0.34, "agent.none": 0.71,
    "theme.named": 1.81, "theme.namesake": 1.88, "theme.mentioned": 0.3, "theme.described": -0.42, "theme.names": 0.56, "theme.words": 0.72,
    "theme.pronoun": -0.14, "theme.head": 0.66, "theme.unlike": -1.09, "theme.modifiers": 0.06, "theme.number": 1.56, "theme.absent": -0.91, "theme.none": 0.41,
    "sentence": 0.91, "shared": 2.42, "contained": 0.26, "rest": 1.02, "kinship": 2.6, "others": 0.18, "others.apart": -0.7,
    "once": 0.52, "days": 1.49, "near": 0.83, "far": 0.01, "long": 0.44, "denied": -1.17, "mood": -0.88,
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
