"""A classifier over pairs of mentions: small attention over the encoder's vectors of their sentence.

Subject and object ask together which words of the sentence matter (as many questions as heads); the answers, the two
mentions, their kinds, their distance and the dependencies between them decide each relation on its own. Trained by
``training/train_relations.py``; the model card tells on what and how well.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..mentions.detection import MentionSpan
from ..pipeline.manifest import check_features, read_weights
from ..syntax.tree import Tree, read_tree
from .pairs import DEPENDENCIES, KINDS, REACH, SentencePairs, offsets, sentence_pairs
from .predicate import predicate_words, strongest_word

if TYPE_CHECKING:
    from spacy.tokens import Doc

WEIGHTS = Path(__file__).parents[1] / "pipeline" / "model" / "relations.npz"
"""The shipped classifier."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PairRelation:
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
    """Weights by name; ``relations`` names the outputs, ``allowed`` which kinds each may join, ``heads`` counts the questions.

    ``reliability`` is the share of right answers by equal steps of the network's own probability, on held-out passages.
    """

    relations: tuple[str, ...]
    heads: int
    allowed: NDArray[np.bool_]  # relation x kind of subject x kind of object
    thresholds: Floats
    weights: Mapping[str, Floats]
    reliability: Floats

    @property
    def width(self) -> int:
        """Numbers of a token's vector that it reads."""
        return int(self.weights["key.weight"].shape[1])

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
    return Classifier(
        tuple(map(str, content.pop("relations"))),
        int(content.pop("heads")),
        content.pop("allowed"),
        content.pop("thresholds").astype(np.float32),
        {name: values.astype(np.float32) for name, values in content.items() if name != "reliability"},
        content["reliability"].astype(np.float32),
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
    vectors = np.asarray(doc.tensor, dtype=np.float32)
    if len(vectors) != len(doc):
        raise ValueError(
            "the relation classifier needs the pipeline's vectors: set its option 'vectors' to true"
        )
    found: list[PairRelation] = []
    joined: NDArray[np.bool_] = np.asarray(classifier.allowed.any(0))
    for sentence in sentence_pairs(tree, mentions, joined):
        found.extend(_relations(tree, vectors, sentence, classifier, threshold))
    return found


def _relations(
    tree: Tree, vectors: Floats, sentence: SentencePairs, classifier: Classifier, threshold: float | None
) -> Iterator[PairRelation]:
    possible = classifier.allowed[:, sentence.subject_kind, sentence.object_kind].T
    if not possible.any():
        return
    scores = score(sentence, vectors[sentence.start : sentence.end], classifier)
    probabilities = (1 + np.tanh(scores.logits / 2)) / 2  # the logistic function, without overflow
    least = classifier.thresholds if threshold is None else threshold
    for row, column in np.argwhere(possible & (probabilities >= least)):
        subject, item = sentence.pairs[row]
        weights = scores.contributions(row, column, classifier)
        word = strongest_word(tree, subject, item, sentence.start, weights)
        words = () if word is None else predicate_words(tree, word, subject, item)
        probability = classifier.confidence(float(probabilities[row, column]))
        yield PairRelation(subject, classifier.relations[column], item, words, word, probability)


@dataclass(frozen=True, slots=True)
class Scores:
    """Logits by pair and relation, with what is needed to tell which words they come from."""

    logits: Floats
    hidden: Floats
    attention: Floats  # pair x head x token
    values: Floats  # head x token x size

    def contributions(self, row: int, column: int, classifier: Classifier) -> Floats:
        """How much each token of the sentence adds to a logit, its attention taken as given."""
        weights = classifier.weights
        slope = (weights["out.weight"][column] * (self.hidden[row] > 0)) @ weights["answer.weight"]
        slope = slope.reshape(classifier.heads, -1, 1)
        added: Floats = (self.attention[row] * (self.values @ slope)[:, :, 0]).sum(0)
        return added


def score(sentence: SentencePairs, vectors: Floats, classifier: Classifier) -> Scores:
    """Score all pairs of a sentence for all relations; ``vectors`` has a row for each of its tokens."""
    weights, heads, length = classifier.weights, classifier.heads, len(vectors)
    subjects, items = _mean(vectors, sentence.subject_span), _mean(vectors, sentence.object_span)
    questions = subjects @ weights["subject_question.weight"].T + items @ weights["object_question.weight"].T
    questions += weights["subject_question_kind.weight"][sentence.subject_kind]
    questions += weights["object_question_kind.weight"][sentence.object_kind]
    keys = _by_head(vectors @ weights["key.weight"].T, heads)
    values = _by_head(vectors @ weights["value.weight"].T, heads)
    attention = _by_head(questions, heads) @ keys.transpose(0, 2, 1) / np.sqrt(np.float32(keys.shape[2]))
    attention = attention.transpose(1, 0, 2)
    attention += _bias(weights["subject_offset.weight"], offsets(sentence.subject_span, length) + REACH)
    attention += _bias(weights["object_offset.weight"], offsets(sentence.object_span, length) + REACH)
    attention += _bias(weights["way.weight"], sentence.way)
    attention = np.exp(attention - attention.max(2, keepdims=True))
    attention /= attention.sum(2, keepdims=True)
    answers = (attention.transpose(1, 0, 2) @ values).transpose(1, 0, 2).reshape(len(subjects), -1)
    hidden = (
        subjects @ weights["subject.weight"].T + items @ weights["object.weight"].T + weights["subject.bias"]
    )
    hidden += answers @ weights["answer.weight"].T
    hidden += (
        weights["subject_kind.weight"][sentence.subject_kind]
        + weights["object_kind.weight"][sentence.object_kind]
    )
    hidden += weights["distance.weight"][sentence.distance]
    steps = np.concatenate([weights["step.weight"], np.zeros((1, hidden.shape[1]), dtype=np.float32)])
    hidden += steps[sentence.steps].sum(1)
    hidden = np.maximum(hidden, 0)
    return Scores(hidden @ weights["out.weight"].T + weights["out.bias"], hidden, attention, values)


def _mean(vectors: Floats, spans: NDArray[Any]) -> Floats:
    """Mean vector of each span."""
    sums = np.concatenate([np.zeros((1, vectors.shape[1]), dtype=np.float32), np.cumsum(vectors, axis=0)])
    means: Floats = (sums[spans[:, 1]] - sums[spans[:, 0]]) / (spans[:, 1:] - spans[:, :1])
    return means.astype(np.float32)


def _by_head(rows: Floats, heads: int) -> Floats:
    split: Floats = rows.reshape(len(rows), heads, -1).transpose(1, 0, 2)
    return split


def _bias(table: Floats, index: NDArray[Any]) -> Floats:
    bias: Floats = table[index].transpose(0, 2, 1)
    return bias
