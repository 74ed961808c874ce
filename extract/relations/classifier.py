"""A classifier over pairs of mentions: small attention over the encoder's vectors of their sentence.

Subject and object ask together which words of the sentence matter (as many questions as heads); the answers, the two
mentions, their kinds, their distance and the dependencies between them decide each relation on its own. Trained by
``training/train_relations.py``; the model card tells on what and how well.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from ..mentions.detection import MentionSpan
from ..pipeline.manifest import check_features, read_weights
from ..syntax.tree import Tree, read_tree
from .pairs import DEPENDENCIES, KINDS, SentencePairs, sentence_pairs
from .predicate import predicate_words, strongest_word
from .scorer import Floats, PairScorer, Scores

if TYPE_CHECKING:
    from spacy.tokens import Doc

WEIGHTS = Path(__file__).parents[1] / "pipeline" / "model" / "relations.npz"
"""The shipped classifier."""
BATCH = 32
"""Sentences that are scored together: larger products cost less for each row."""


class PairRelation(Struct, frozen=True):
    """A relation between two mentions of one sentence.

    ``predicate`` are the tokens that say it best, ``word`` the one among them that weighs most; empty and None where no
    word says it. ``probability`` is how often such a relation is right.
    """

    subject: MentionSpan
    relation: str
    object: MentionSpan
    predicate: tuple[int, ...]
    word: int | None
    probability: float


@dataclass(frozen=True, slots=True)
class Classifier:
    """A network; ``relations`` names its outputs, ``allowed`` which kinds each may join.

    ``reliability`` is the share of right answers by equal steps of the network's own probability, on held-out passages.
    """

    relations: tuple[str, ...]
    allowed: NDArray[np.bool_]  # relation x kind of subject x kind of object
    thresholds: Floats
    scorer: PairScorer
    reliability: Floats

    @property
    def width(self) -> int:
        """Numbers of a token's vector that it reads."""
        return len(self.scorer.token)

    def confidence(self, probability: float) -> float:
        """How often an answer of this probability is right."""
        steps = len(self.reliability)
        return float(np.interp(probability, (np.arange(steps) + 0.5) / steps, self.reliability))


def load_classifier(path: Path | str = WEIGHTS) -> Classifier:
    """Read a classifier from an ``.npz`` file. Raises OSError when it is not there."""
    folder, name = Path(path).parent, Path(path).name
    with np.load(io.BytesIO(read_weights(folder, name)), allow_pickle=False) as arrays:
        content = {key: arrays[key] for key in arrays.files}
    check_features(folder, name, {"dependencies": DEPENDENCIES, "kinds of mentions": KINDS})
    floats = {name: array.astype(np.float32) for name, array in content.items() if array.dtype.kind == "f"}
    return Classifier(
        tuple(map(str, content["relations"])),
        content["allowed"],
        floats["thresholds"],
        PairScorer.of(floats, int(content["heads"])),
        floats["reliability"],
    )


@cache
def shipped_classifier() -> Classifier | None:
    """The classifier of the package, loaded once; None in a package without one."""
    return load_classifier() if WEIGHTS.is_file() else None


def classify_pairs(
    doc: Doc,
    mentions: Iterable[MentionSpan],
    classifier: Classifier,
    *,
    tree: Tree | None = None,
    threshold: float | None = None,
) -> list[PairRelation]:
    """Find relations between mentions of the same sentence, in text order.

    ``mentions`` are those of ``find_mentions``; dates are added. ``threshold`` is the least probability, by default that
    of each relation. ``tree`` is ``read_tree(doc)`` where the caller has it already.

    Raises ValueError where the pipeline has kept no vectors.
    """
    tree = tree or read_tree(doc)
    vectors = np.asarray(doc.tensor)
    if len(vectors) != len(doc):
        raise ValueError(
            "the relation classifier needs the pipeline's vectors: set its option 'vectors' to true"
        )
    found: list[PairRelation] = []
    joined: NDArray[np.bool_] = np.asarray(classifier.allowed.any(0))
    sentences = sentence_pairs(tree, mentions, joined)
    while batch := list(islice(sentences, BATCH)):
        for sentence, scores in zip(batch, classifier.scorer.score(batch, vectors), strict=True):
            found.extend(_relations(tree, sentence, scores, classifier, threshold))
    return found


def _relations(
    tree: Tree, sentence: SentencePairs, scores: Scores, classifier: Classifier, threshold: float | None
) -> Iterator[PairRelation]:
    possible = classifier.allowed[:, sentence.subject_kind, sentence.object_kind].T
    probabilities = (1 + np.tanh(scores.logits / 2)) / 2  # the logistic function, without overflow
    least = classifier.thresholds if threshold is None else threshold
    for row, column in np.argwhere(possible & (probabilities >= least)):
        subject, item = sentence.pairs[row]
        weights = scores.contributions(row, column)
        word = strongest_word(tree, subject, item, sentence.start, weights)
        words = () if word is None else predicate_words(tree, word, subject, item)
        probability = classifier.confidence(float(probabilities[row, column]))
        yield PairRelation(subject, classifier.relations[column], item, words, word, probability)
