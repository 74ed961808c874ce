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
from importlib.resources import files
from math import exp, log2
from typing import TYPE_CHECKING

from .lexicon import ROLE_NOUNS
from .statements.roles import ROLE_METHODS

if TYPE_CHECKING:
    from .statements import Proposition
    from .tree import Tree

TABLE = "confidence.json"
_MARGIN = 0.01
"""No statement is surer than one less this, or less sure than this."""


@dataclass(frozen=True, slots=True)
class Table:
    """Weights by feature, and the share of statements from right trees that are right."""

    weights: Mapping[str, float]
    right_reading: float

    def probability(self, features: Mapping[str, float]) -> float:
        """Probability that a statement with these features is right."""
        total = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return self.right_reading / (1 + exp(-total))


@cache
def load_table() -> Table:
    """The table of the package, loaded once."""
    content = json.loads(files("newsgraph.extract").joinpath(TABLE).read_text("utf-8"))
    return Table(content["weights"], content["right_reading"])


def confidence(tree: Tree, proposition: Proposition, relation: float | None = None) -> float:
    """Probability that the sentence says what the proposition says, 0 to 1, two decimals.

    ``relation`` is the probability of its relation where a classifier named that.
    """
    if relation is not None:
        return round(relation, 2)
    value = load_table().probability(features(tree, proposition))
    return round(min(max(value, _MARGIN), 1 - _MARGIN), 2)


def features(tree: Tree, proposition: Proposition) -> dict[str, float]:
    """What the confidence of a proposition is told by."""
    predicate = content_word(tree, proposition)
    first = bisect_left(tree.sentence, proposition.sentence)
    length = bisect_right(tree.sentence, proposition.sentence, lo=first) - first
    found = {
        "constant": 1.0,
        f"method {proposition.method}": 1.0,
        "sentence": log2(length),
        "subject away": log2(1 + abs(proposition.subject_head - predicate)),
        "subject words": log2(len(proposition.subject)),
        "predicate words": log2(len(proposition.predicate)),
        f"clause {tree.dep[predicate].partition(':')[0]}": 1.0,
        "circumstances": float(min(len(proposition.qualifiers), 4)),
    }
    if proposition.object and proposition.object_head is not None:
        found["object"] = 1.0
        found["object away"] = log2(1 + abs(proposition.object_head - predicate))
        found["object words"] = log2(len(proposition.object))
        found["object named"] = float(tree.is_named(proposition.object_head))
    if tree.pos[proposition.subject_head] == "PRON":
        found["subject pronoun"] = 1.0
    if tree.is_named(proposition.subject_head):
        found["subject named"] = 1.0
        if proposition.method in ROLE_METHODS:
            found["name with role"] = 1.0
    if proposition.method in ROLE_METHODS and proposition.lemma in ROLE_NOUNS:
        found["common role"] = 1.0
    if proposition.polarity == "negative":
        found["denied"] = 1.0
    if proposition.modality != "actual":
        found["not actual"] = 1.0
    return found


def content_word(tree: Tree, proposition: Proposition) -> int:
    """The word of the predicate that carries it."""
    words = (word for word in reversed(proposition.predicate) if tree.lemma[word] == proposition.lemma)
    return next(words, proposition.predicate[-1])
