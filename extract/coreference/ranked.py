"""Antecedents by the ranking model: each mention joins the cluster that its candidates speak for together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .draft import Draft
from .features import make_table
from .ranker import Ranker

if TYPE_CHECKING:
    from spacy.tokens import Doc

THRESHOLD = 1.0
"""Odds over having no antecedent that a cluster must reach."""
NAMELESS = 0.5
"""How much a cluster of pronouns alone counts beside one that has a name or a noun."""
_FAINT = -4.0
"""Candidates below these log odds are passed over."""


def link_by_model(doc: Doc, draft: Draft, ranker: Ranker, *, threshold: float | None = None) -> None:
    """Merge each mention that has no earlier one yet with its likeliest cluster, from left to right, in place.

    The odds of a cluster are the sum of those of its mentions. A name joins no other name here: names are the
    business of rules that can be read.
    """
    threshold = THRESHOLD if threshold is None else threshold
    if not draft.mentions:
        return
    table = make_table(doc, draft)
    scores = ranker.scores(table)
    kept = np.flatnonzero(scores > _FAINT)
    odds = np.exp(np.minimum(scores[kept], 30)).tolist()
    clusters = draft.clusters
    votes: dict[int, dict[int, float]] = {}
    for first, second, odd in zip(table.first[kept].tolist(), table.second[kept].tolist(), odds, strict=True):
        votes.setdefault(second, {})[first] = odd
    for mention, candidates in votes.items():
        if clusters.of(mention).first < mention:
            continue
        sums: dict[int, float] = {}
        for candidate, odd in candidates.items():
            root = clusters.of(candidate).first
            weight = odd if clusters.of(root).nouns or clusters.of(root).named else NAMELESS * odd
            sums[root] = sums.get(root, 0.0) + weight
        for root in sorted(
            (root for root in sums if sums[root] > threshold), key=lambda root: (-sums[root], -root)
        ):
            if clusters.merge(root, mention):
                break
