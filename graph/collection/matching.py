"""Whether two statements of different articles make one claim: what speaks for it, weighed, less what contradicts it.

The weights are those of a logistic regression on pairs judged by reading (``training/train_claims.py``), so a score is the
logarithm of the odds that two statements say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import mul

from .background import Background
from .evidence import ApartError, Evidence, evidence_for, meaning_for, numbers_differ
from .signatures import Signature
from .times import same_time

WEIGHTS: Mapping[str, float] = {
    "bias": -7.29,
    "same": 0.49, "frame": 0.34, "event": 0.69, "reworded": -1.24, "other": -1.09, "frame.loose": -0.24, "event.loose": -1.08,
    "meaning": 1.03, "meaning.most": 1.07,
    "agent.named": 1.87, "agent.namesake": 1.8, "agent.mentioned": -0.11, "agent.described": -0.48, "agent.names": 0.34, "agent.words": 0.66, "agent.pronoun": -0.17,
    "agent.head": 0.57, "agent.unlike": -0.51, "agent.modifiers": -0.67, "agent.number": 0.5, "agent.absent": -0.4, "agent.none": 0.57,
    "theme.named": 1.7, "theme.namesake": 1.9, "theme.mentioned": 0.02, "theme.described": -0.46, "theme.names": 0.65, "theme.words": 0.4, "theme.pronoun": -0.1,
    "theme.head": 0.65, "theme.unlike": -0.78, "theme.modifiers": 0.35, "theme.number": 1.39, "theme.absent": -0.81, "theme.none": 0.39,
    "sentence": 0.61, "shared": 1.86, "contained": 0.1, "rest": 0.78, "kinship": 2.82, "others": -0.2, "others.apart": -0.49,
    "once": 0.63, "days": 1.57, "near": 0.81, "far": -0.05, "long": 0.33, "denied": -1.25, "mood": -1.13,
    "personal": 2.0, "affair": 2.0, "agent.called": 1.2, "theme.called": 1.2,
}  # fmt: skip
"""What one unit of each quantity of :mod:`.evidence` adds to the score."""

THRESHOLD = 0.0
"""Scores from here on are of one claim."""

REACH = WEIGHTS["meaning"] + WEIGHTS["meaning.most"] + 1.0
"""How far below the threshold a score may be and the meaning of words still be asked: tolls are kept below it too."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much speaks for one claim, and in which part two statements cannot both be meant, if any.

    ``contradiction`` is "opposite", "predicate", "agent" or "theme" (the score is the least there is then), "number" or "time".
    """

    score: float
    contradiction: str | None = None


def compare(left: Signature, right: Signature, background: Background) -> Comparison:
    """Return how much speaks for one claim; ``background`` says how rare words and names are."""
    try:
        evidence = evidence_for(left, right, background)
    except ApartError as apart:
        return Comparison(float("-inf"), apart.args[0])
    score = WEIGHTS["bias"] + _weighed(evidence)
    if score >= -REACH:  # most pairs are far below
        score += _weighed(meaning_for(left, right, background))
    if numbers_differ(left, right):
        return Comparison(score, "number")
    return Comparison(score, None if same_time(left, right) else "time")


def _weighed(evidence: Evidence) -> float:
    return float(sum(map(mul, map(WEIGHTS.__getitem__, evidence), evidence.values())))
