"""The relation classifier in torch, for training; ``extract/relations/classifier.py`` computes the same in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from newsgraph.extract.relations.pairs import DEPENDENCIES, FAR, KINDS, REACH, SentencePairs, offsets

WIDTH = 384
"""Size of the encoder's vectors."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network."""

    heads: int = 6
    key: int = 16
    value: int = 24
    hidden: int = 96
    dropout: float = 0.3


class PairNetwork(nn.Module):
    """Questions of subject and object to the words of their sentence, then one hidden layer."""

    def __init__(self, outputs: int, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        asked, told, hidden = shape.heads * shape.key, shape.heads * shape.value, shape.hidden
        self.subject_question = nn.Linear(WIDTH, asked, bias=False)
        self.object_question = nn.Linear(WIDTH, asked, bias=False)
        self.subject_question_kind = _table(len(KINDS), asked)
        self.object_question_kind = _table(len(KINDS), asked)
        self.key = nn.Linear(WIDTH, asked, bias=False)
        self.value = nn.Linear(WIDTH, told, bias=False)
        self.subject_offset = _table(2 * REACH + 1, shape.heads)
        self.object_offset = _table(2 * REACH + 1, shape.heads)
        self.way = _table(8, shape.heads)
        self.subject = nn.Linear(WIDTH, hidden)
        self.object = nn.Linear(WIDTH, hidden, bias=False)
        self.answer = nn.Linear(told, hidden, bias=False)
        self.subject_kind = _table(len(KINDS), hidden)
        self.object_kind = _table(len(KINDS), hidden)
        self.distance = _table(2 * FAR + 2, hidden)
        self.step = _table(2 * len(DEPENDENCIES), hidden)
        self.out = nn.Linear(hidden, outputs)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, batch: Sequence[tuple[SentencePairs, NDArray[Any]]]) -> Tensor:
        """Logits of all pairs of a batch of sentences, given with their vectors, in order."""
        places = Places.of(batch)
        vectors, read = _padded([vectors for _, vectors in batch])
        vectors = self.dropout(vectors)
        length, heads = vectors.shape[1], self.shape.heads
        spans = [
            np.concatenate([pairs.spans[getattr(pairs, side)] for pairs, _ in batch])
            for side in ("subjects", "objects")
        ]
        subjects, items = (places.gather(places.spread(_average(span, length)) @ vectors) for span in spans)
        subject_kind, item_kind, distance = (
            torch.from_numpy(np.concatenate([getattr(pairs, name) for pairs, _ in batch]))
            for name in ("subject_kind", "object_kind", "distance")
        )
        questions = self.subject_question(subjects) + self.object_question(items)
        questions = (
            questions + self.subject_question_kind(subject_kind) + self.object_question_kind(item_kind)
        )
        keys, values = (_by_head(layer(vectors), heads) for layer in (self.key, self.value))
        attention = _by_head(places.spread(questions), heads) @ keys.transpose(2, 3) / self.shape.key**0.5
        beside = (torch.from_numpy(offsets(span, length) + REACH) for span in spans)
        bias = self.subject_offset(next(beside)) + self.object_offset(next(beside))
        bias = bias + self.way(_filled([pairs.way for pairs, _ in batch], 0))
        bias = bias.masked_fill(~read[places.sentence, :, None], float("-inf"))
        attention = (attention + places.spread(bias).permute(0, 3, 1, 2)).softmax(3)
        answers = places.gather((attention @ values).transpose(1, 2).flatten(2))
        hidden = self.subject(subjects) + self.object(items) + self.answer(answers)
        hidden = hidden + self.subject_kind(subject_kind) + self.object_kind(item_kind)
        hidden = (
            hidden + self.distance(distance) + self._steps(_filled([pairs.steps for pairs, _ in batch], -1))
        )
        logits: Tensor = self.out(self.dropout(functional.relu(hidden)))
        return logits

    def _steps(self, steps: Tensor) -> Tensor:
        known = (steps >= 0).float()[:, :, None]
        total: Tensor = (self.step(steps.clamp(min=0)) * known).sum(1)
        return total


@dataclass(frozen=True, slots=True)
class Places:
    """Of each pair of a batch its sentence and its number there; sentences are as wide as that with most pairs."""

    sentence: Tensor
    number: Tensor
    shape: tuple[int, int]

    @classmethod
    def of(cls, batch: Sequence[tuple[SentencePairs, NDArray[Any]]]) -> Places:
        """Number the pairs of a batch."""
        sizes = [len(pairs.pairs) for pairs, _ in batch]
        numbers = np.concatenate([np.arange(size) for size in sizes])
        sentences = np.repeat(np.arange(len(sizes)), sizes)
        return cls(torch.from_numpy(sentences), torch.from_numpy(numbers), (len(sizes), max(sizes)))

    def spread(self, rows: Tensor) -> Tensor:
        """Rows of pairs by sentence and number, 0 where a sentence has fewer."""
        empty = rows.new_zeros((*self.shape, *rows.shape[1:]))
        return empty.index_put((self.sentence, self.number), rows)

    def gather(self, spread: Tensor) -> Tensor:
        """The rows again, one for each pair."""
        return spread[self.sentence, self.number]


def _padded(parts: list[NDArray[Any]]) -> tuple[Tensor, Tensor]:
    """The vectors of sentences, filled up with 0, and which of them stand for a token."""
    lengths = np.array([len(part) for part in parts])
    read = np.arange(lengths.max()) < lengths[:, None]
    vectors = np.zeros((*read.shape, WIDTH), dtype=np.float32)
    vectors[read] = np.concatenate(parts)
    return torch.from_numpy(vectors), torch.from_numpy(read)


def _filled(parts: list[NDArray[Any]], empty: int) -> Tensor:
    """The rows of all sentences, each filled up to the longest."""
    width = max(part.shape[1] for part in parts)
    rows = (np.pad(part, ((0, 0), (0, width - part.shape[1])), constant_values=empty) for part in parts)
    return torch.from_numpy(np.concatenate(list(rows)))


def merged(networks: Sequence[PairNetwork]) -> PairNetwork:
    """One network whose logits are the mean of those of several of one shape."""
    count, shape = len(networks), networks[0].shape
    wide = replace(shape, heads=count * shape.heads, hidden=count * shape.hidden)
    whole = PairNetwork(networks[0].out.out_features, wide).eval()
    state = {}
    for name, layer in whole.named_children():
        parts = [network.get_submodule(name).state_dict() for network in networks]
        for kind in parts[0]:
            arrays = [part[kind] for part in parts]
            if name == "out":
                state[f"{name}.{kind}"] = (torch.cat(arrays, 1) if kind == "weight" else sum(arrays)) / count
            elif name == "answer":
                state[f"{name}.{kind}"] = torch.block_diag(*arrays)
            else:
                state[f"{name}.{kind}"] = torch.cat(arrays, 1 if isinstance(layer, nn.Embedding) else 0)
    whole.load_state_dict(state)
    return whole


def _table(rows: int, size: int) -> nn.Embedding:
    table = nn.Embedding(rows, size)
    nn.init.normal_(table.weight, std=0.1)
    return table


def _by_head(rows: Tensor, heads: int) -> Tensor:
    """Sentence x row x size as sentence x head x row x share of the size."""
    return rows.unflatten(2, (heads, -1)).transpose(1, 2)


def _average(spans: NDArray[Any], length: int) -> Tensor:
    token = np.arange(length)[None]
    inside = ((token >= spans[:, :1]) & (token < spans[:, 1:])).astype(np.float32)
    return torch.from_numpy(inside / inside.sum(1, keepdims=True))
