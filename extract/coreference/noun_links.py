"""Which thing a noun takes up: a logistic regression over what speaks for each, fitted on marked news.

``nouns.json`` is made by ``training/train_nouns.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from ..pipeline.manifest import read_weights
from .noun_evidence import Evidence

WEIGHTS = Path(__file__).parents[1] / "pipeline" / "model" / "nouns.json"
LEAST = 0.5
"""The chance from which on a noun is linked with a thing. The F1 of links in marked news is the same from .35 on; those
between .4 and .5 were right in 25 of 59, and a wrong one has followers."""
LEAST_ANEW = 0.6
"""The same for a thing without a name that was never called so: of the links below it four in ten were right in marked news,
and "the factory" that is taken for a house spoils more statements than one that stays alone."""


@dataclass(frozen=True, slots=True)
class NounLinks:
    """The weights by the names of the evidence."""

    weights: Mapping[str, float]

    def likely(self, noun: int, evidence: Mapping[int, Evidence]) -> list[tuple[int, float]]:
        """The clusters that a noun may take up with their chances, the likeliest first."""
        chances = {root: self.chance(found) for root, found in evidence.items()}
        kept = (root for root in chances if chances[root] >= _least(evidence[root]))
        return [(root, chances[root]) for root in sorted(kept, key=lambda root: -chances[root])]

    def chance(self, evidence: Evidence) -> float:
        """How likely it is that the noun takes the thing up."""
        weights = self.weights
        total = weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in evidence.items())
        return 1 / (1 + exp(-total))


def _least(evidence: Evidence) -> float:
    anew = not evidence.get("named") and any(name.endswith("called otherwise") for name in evidence)
    return LEAST_ANEW if anew else LEAST


@cache
def shipped_nouns() -> NounLinks:
    """The weights that come with the package."""
    return NounLinks(json.loads(read_weights(WEIGHTS.parent, WEIGHTS.name)))
