"""The network of the pair classifier: small attention over the vectors of a sentence, in numpy.

What depends on a mention or on a token alone is computed once for each of them, not for each pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from .pairs import REACH, WAYS, Ints, SentencePairs, offsets

Floats = NDArray[np.float32]

_PLACES = 2 * REACH + 1


@dataclass(frozen=True, slots=True)
class PairScorer:
    """Weights, put together so that few products do; ``heads`` counts the questions asked of a sentence.

    ``mention`` reads a mention as subject and as object: the question it asks, then what it says itself; its rows are
    followed by those of the kinds. ``token`` gives keys, then values. ``bias`` has for each head a number for each place
    of a token beside subject and object and on the way between them.
    """

    heads: int
    mention: Floats
    subject_kinds: Floats
    object_kinds: Floats
    token: Floats
    questions: int
    bias: Floats
    distance: Floats
    steps: Floats
    answer: Floats
    out: Floats
    out_bias: Floats

    @classmethod
    def of(cls, weights: Mapping[str, Floats], heads: int) -> PairScorer:
        """Arrange weights as ``training/train_relations.py`` names them."""
        w = weights
        sides = ("subject_question", "subject", "object_question", "object")
        places = w["subject_offset.weight"][:, None, None] + w["object_offset.weight"][None, :, None]
        bias = (places + w["way.weight"]).reshape(-1, heads).T
        return cls(
            heads,
            np.concatenate([w[f"{side}.weight"] for side in sides]).T.copy(),
            np.concatenate(
                [w["subject_question_kind.weight"], w["subject_kind.weight"] + w["subject.bias"]], axis=1
            ),
            np.concatenate([w["object_question_kind.weight"], w["object_kind.weight"]], axis=1),
            np.concatenate([w["key.weight"], w["value.weight"]]).T.copy(),
            len(w["key.weight"]),
            bias.copy(),
            w["distance.weight"],
            np.concatenate([w["step.weight"], np.zeros_like(w["step.weight"][:1])]),
            w["answer.weight"].T.copy(),
            w["out.weight"].T.copy(),
            w["out.bias"],
        )

    def score(self, sentences: Sequence[SentencePairs], vectors: NDArray[np.floating]) -> Iterator[Scores]:
        """Score all pairs of each sentence for all relations; ``vectors`` has a row for each token of the document.

        What is read of mentions and tokens alone is computed for all sentences together.
        """
        rows = np.concatenate([vectors[sentence.start : sentence.end] for sentence in sentences])
        rows = rows.astype(np.float32)
        parts = _cut(rows, [range(sentence.start, sentence.end) for sentence in sentences])
        spans = [sentence.spans for sentence in sentences]
        said = (
            np.concatenate([_means(part, span) for part, span in zip(parts, spans, strict=True)])
            @ self.mention
        )
        read = rows @ self.token
        for sentence, mentions, tokens in zip(sentences, _cut(said, spans), _cut(read, parts), strict=True):
            yield self._score(sentence, mentions, tokens)

    def _score(self, sentence: SentencePairs, said: Floats, read: Floats) -> Scores:
        half = said.shape[1] // 2
        pairs = (said[:, :half] + self.subject_kinds[sentence.kinds])[sentence.subjects]
        pairs += (said[:, half:] + self.object_kinds[sentence.kinds])[sentence.objects]
        keys, values = (
            _by_head(part, self.heads) for part in (read[:, : self.questions], read[:, self.questions :])
        )
        attention = self._attention(sentence, _by_head(pairs[:, : self.questions], self.heads), keys)
        answers = (attention @ values).transpose(1, 0, 2).reshape(len(pairs), -1)
        hidden = pairs[:, self.questions :] + answers @ self.answer
        hidden += self.distance[sentence.distance]
        hidden += self.steps[sentence.steps].sum(1)
        active: Floats = np.maximum(hidden, 0)
        logits: Floats = active @ self.out + self.out_bias
        return Scores(logits, active, attention, values, self)

    def _attention(self, sentence: SentencePairs, questions: Floats, keys: Floats) -> Floats:
        """How much each pair looks at each token: head x pair x token."""
        beside = offsets(sentence.spans, keys.shape[1]) + REACH
        place = (beside[sentence.subjects] * _PLACES + beside[sentence.objects]) * WAYS + sentence.way
        attention = questions @ keys.transpose(0, 2, 1) / np.sqrt(np.float32(keys.shape[2]))
        attention += np.take(self.bias, place, axis=1)
        attention = np.exp(attention - attention.max(2, keepdims=True))
        attention /= attention.sum(2, keepdims=True)
        weights: Floats = attention
        return weights


@dataclass(frozen=True, slots=True)
class Scores:
    """Logits by pair and relation, with what is needed to tell which words they come from."""

    logits: Floats
    hidden: Floats
    attention: Floats  # head x pair x token
    values: Floats  # head x token x size
    scorer: PairScorer

    def contributions(self, row: int, column: int) -> Floats:
        """How much each token of the sentence adds to a logit, its attention taken as given."""
        scorer = self.scorer
        slope = (scorer.out[:, column] * (self.hidden[row] > 0)) @ scorer.answer.T
        slope = slope.reshape(scorer.heads, -1, 1)
        added: Floats = (self.attention[:, row] * (self.values @ slope)[:, :, 0]).sum(0)
        return added


def _means(vectors: Floats, spans: Ints) -> Floats:
    """Mean vector of each span."""
    tokens = np.arange(len(vectors))
    inside = (spans[:, :1] <= tokens) & (tokens < spans[:, 1:])
    means: Floats = (inside / (spans[:, 1:] - spans[:, :1])).astype(np.float32) @ vectors
    return means


def _cut(rows: Floats, like: Sequence[Sized]) -> list[Floats]:
    """The rows in parts as long as those of ``like``."""
    ends = list(accumulate(map(len, like)))
    return [rows[end - len(part) : end] for part, end in zip(like, ends, strict=True)]


def _by_head(rows: Floats, heads: int) -> Floats:
    split: Floats = rows.reshape(len(rows), heads, -1).transpose(1, 0, 2)
    return split
