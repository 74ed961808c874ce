"""Relations of the schema: by the words of a predicate, and by a classifier over pairs of mentions."""

from __future__ import annotations

from .classifier import Classifier, PairRelation, classify_pairs, load_classifier, shipped_classifier
from .inference import derived_relations
from .relate import Related, relate
from .statements import pair_statements
from .triggers import find_relation

__all__ = [
    "Classifier",
    "PairRelation",
    "Related",
    "classify_pairs",
    "derived_relations",
    "find_relation",
    "load_classifier",
    "pair_statements",
    "relate",
    "shipped_classifier",
]
