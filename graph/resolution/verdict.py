"""Evidence that two names mean one thing, added up as log odds and said in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import Literal

SAME_FROM = 0.85
"""From this probability on two names are the same thing."""

DIFFERENT_TO = 0.25
"""Up to this probability they are different things; in between a person should decide."""

_SAME_FROM, _DIFFERENT_TO = (log(p / (1 - p)) for p in (SAME_FROM, DIFFERENT_TO))


@dataclass(frozen=True, slots=True)
class MatchEvidence:
    """Log odds for "the same thing" and the reasons; sums of evidence are evidence."""

    weight: float
    reasons: tuple[str, ...] = ()

    def __add__(self, other: MatchEvidence) -> MatchEvidence:
        return MatchEvidence(self.weight + other.weight, self.reasons + other.reasons)

    @property
    def score(self) -> float:
        """The probability that it is the same thing, rounded so that it prints alike everywhere."""
        return round(1 / (1 + exp(-max(-30.0, min(30.0, self.weight)))), 4)

    @property
    def verdict(self) -> Literal["same", "different", "undecided"]:
        """What the probability means."""
        if self.weight >= _SAME_FROM:
            return "same"
        return "different" if self.weight <= _DIFFERENT_TO else "undecided"


def because(weight: float, reason: str = "") -> MatchEvidence:
    """Return evidence of one reason."""
    return MatchEvidence(weight, (reason,) if reason else ())


NONE = MatchEvidence(0.0)
