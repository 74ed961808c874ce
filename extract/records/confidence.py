"""How sure a statement is: how often statements like it are right.

Two things may be wrong: the tree, and how the rules read it. A logistic regression over the construction, the length of the
sentence, the distances and the embedding of the predicate tells how often the tree the parser gives leads to the statement
that the treebank's tree leads to; this is multiplied by the share of statements from treebank trees that a reader found
right. Both are in ``confidence.json``, made by ``training/train_confidence.py``.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log, log2
from typing import TYPE_CHECKING

from ..english.lexicon import ROLE_NOUNS
from ..pipeline import MODEL
from ..pipeline.manifest import read_weights
from ..statements.roles import ROLE_METHODS

if TYPE_CHECKING:
    from ..statements import Extraction
    from ..syntax.tree import Tree
    from .margins import Margins

TABLE = "confidence.json"
JUDGED = "judged.json"
DOUBTED = 0.71
"""A statement less sure than this is not told: of such ones that were judged by hand fewer than half were right in all."""
_MARGIN = 0.01
"""No statement is surer than one less this, or less sure than this."""


@dataclass(frozen=True, slots=True)
class ConfidenceTable:
    """Weights by feature, and the share of statements from right trees that are right."""

    weights: Mapping[str, float]
    right_reading: float

    def probability(self, features: Mapping[str, float]) -> float:
        """Probability that a statement with these features is right."""
        return self.right_reading / (1 + exp(-weighted(self.weights, features)))


@cache
def load_table() -> ConfidenceTable:
    """The table of the package, loaded once."""
    content = json.loads(read_weights(MODEL, TABLE))
    return ConfidenceTable(content["weights"], content["right_reading"])


def confidence(tree: Tree, extraction: Extraction, margins: Margins, relation: float | None = None) -> float:
    """Probability that the sentence says what the extraction says, 0 to 1, two decimals.

    ``relation`` is the probability of its relation where a classifier named that.
    """
    if relation is not None:
        return round(relation, 2)
    value = load_table().probability(features(tree, extraction, margins))
    return round(min(max(value, _MARGIN), 1 - _MARGIN), 2)


def judged_confidence(found: Mapping[str, float]) -> float:
    """Probability that a reader finds who did what to whom right, 0 to 1, two decimals.

    ``found`` is what :meth:`~.doubts.Doubts.of` finds, with ``prior``, the log odds of what :func:`confidence` says. Without
    judged weights the prior stands.
    """
    weights = load_judged() or {"prior": 1.0}
    total = weights.get("constant", 0.0) + weighted(weights, found)
    return round(min(max(1 / (1 + exp(-total)), _MARGIN), 1 - _MARGIN), 2)


def weighted(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The sum of features by their weights; those without one say nothing."""
    return sum([weights[name] * value for name, value in features.items() if name in weights])


def logit(probability: float) -> float:
    """Log odds of a probability, bounded by the margin."""
    bounded = min(max(probability, _MARGIN), 1 - _MARGIN)
    return log(bounded / (1 - bounded))


@cache
def load_judged() -> Mapping[str, float]:
    """Weights fitted on statements that were judged by hand, by feature; empty where the package has none."""
    if not (MODEL / JUDGED).is_file():
        return {}
    return dict(json.loads(read_weights(MODEL, JUDGED)))


def features(tree: Tree, extraction: Extraction, margins: Margins) -> dict[str, float]:
    """What the confidence of an extraction is told by."""
    predicate = content_word(tree, extraction)
    first = bisect_left(tree.sentence, extraction.sentence)
    length = bisect_right(tree.sentence, extraction.sentence, lo=first) - first
    found = {
        "constant": 1.0,
        f"method {extraction.method}": 1.0,
        "sentence": log2(length),
        "subject away": log2(1 + abs(extraction.subject_head - predicate)),
        "subject words": log2(len(extraction.subject)),
        "predicate words": log2(len(extraction.predicate)),
        f"clause {tree.dep[predicate].partition(':')[0]}": 1.0,
        "circumstances": float(min(len(extraction.qualifiers), 4)),
    }
    if extraction.object and extraction.object_head is not None:
        found["object"] = 1.0
        found["object away"] = log2(1 + abs(extraction.object_head - predicate))
        found["object words"] = log2(len(extraction.object))
        found["object named"] = float(tree.is_named(extraction.object_head))
    if tree.pos[extraction.subject_head] == "PRON":
        found["subject pronoun"] = 1.0
    if tree.is_named(extraction.subject_head):
        found["subject named"] = 1.0
        if extraction.method in ROLE_METHODS:
            found["name with role"] = 1.0
    if extraction.method in ROLE_METHODS and extraction.lemma in ROLE_NOUNS:
        found["common role"] = 1.0
    if extraction.polarity == "negative":
        found["denied"] = 1.0
    if extraction.modality != "actual":
        found["not actual"] = 1.0
    return found | margins.joints(extraction, predicate) | margins.words(extraction)


def content_word(tree: Tree, extraction: Extraction) -> int:
    """The word of the predicate that carries it."""
    words = (word for word in reversed(extraction.predicate) if tree.lemma[word] == extraction.lemma)
    return next(words, extraction.predicate[-1])
