"""Antecedents by the ranking model: each mention joins its best-scored antecedent that agreement allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .draft import Draft
from .features import make_table
from .ranker import Ranker

if TYPE_CHECKING:
    from spacy.tokens import Doc

THRESHOLD = 0.0
"""Log odds that an antecedent must have over none."""


def link_by_model(doc: Doc, draft: Draft, ranker: Ranker, *, threshold: float = THRESHOLD) -> None:
    """Merge each mention that has no earlier one yet with its best antecedent, from left to right, in place.

    A name joins no other name here: names are the business of rules that can be read.
    """
    if not draft.mentions:
        return
    table = make_table(doc, draft)
    scores = ranker.scores(table)
    good = np.flatnonzero(scores > threshold)
    order = good[np.lexsort((-scores[good], table.second[good]))]
    done = -1
    for first, second in zip(table.first[order].tolist(), table.second[order].tolist(), strict=True):
        if second == done or min(draft.clusters.of(second).members) < second:
            continue
        if draft.clusters.named_apart(first, second):
            continue
        if draft.clusters.merge(first, second):
            done = second
