"""The relation classifier in torch, for training; ``extract/relations/classifier.py`` computes the same in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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

    heads: int = 8
    key: int = 16
    value: int = 24
    hidden: int = 128
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
        subjects, items, answers = zip(
            *(self._sentence(pairs, vectors) for pairs, vectors in batch), strict=True
        )
        hidden = (
            self.subject(torch.cat(subjects))
            + self.object(torch.cat(items))
            + self.answer(torch.cat(answers))
        )
        hidden = hidden + self.subject_kind(_ints([pairs.subject_kind for pairs, _ in batch]))
        hidden = hidden + self.object_kind(_ints([pairs.object_kind for pairs, _ in batch]))
        hidden = hidden + self.distance(_ints([pairs.distance for pairs, _ in batch]))
        hidden = hidden + torch.cat([self._steps(torch.from_numpy(pairs.steps)) for pairs, _ in batch])
        logits: Tensor = self.out(self.dropout(functional.relu(hidden)))
        return logits

    def _steps(self, steps: Tensor) -> Tensor:
        known = (steps >= 0).float()[:, :, None]
        total: Tensor = (self.step(steps.clamp(min=0)) * known).sum(1)
        return total

    def _sentence(self, pairs: SentencePairs, array: NDArray[Any]) -> tuple[Tensor, Tensor, Tensor]:
        vectors = self.dropout(torch.from_numpy(array.astype(np.float32)))
        length, heads = len(vectors), self.shape.heads
        subjects = _average(pairs.spans[pairs.subjects], length) @ vectors
        items = _average(pairs.spans[pairs.objects], length) @ vectors
        questions = self.subject_question(subjects) + self.object_question(items)
        questions = questions + self.subject_question_kind(torch.from_numpy(pairs.subject_kind))
        questions = questions + self.object_question_kind(torch.from_numpy(pairs.object_kind))
        keys, values = (_by_head(layer(vectors), heads) for layer in (self.key, self.value))
        attention = _by_head(questions, heads) @ keys.transpose(1, 2) / self.shape.key**0.5
        bias = self.subject_offset(torch.from_numpy(offsets(pairs.spans[pairs.subjects], length) + REACH))
        bias = bias + self.object_offset(
            torch.from_numpy(offsets(pairs.spans[pairs.objects], length) + REACH)
        )
        bias = bias + self.way(torch.from_numpy(pairs.way))
        answers = (attention + bias.permute(2, 0, 1)).softmax(2) @ values
        return subjects, items, answers.transpose(0, 1).reshape(len(subjects), -1)


def _table(rows: int, size: int) -> nn.Embedding:
    table = nn.Embedding(rows, size)
    nn.init.normal_(table.weight, std=0.1)
    return table


def _ints(arrays: list[NDArray[Any]]) -> Tensor:
    return torch.from_numpy(np.concatenate(arrays))


def _by_head(rows: Tensor, heads: int) -> Tensor:
    return rows.view(len(rows), heads, -1).transpose(0, 1)


def _average(spans: NDArray[Any], length: int) -> Tensor:
    token = np.arange(length)[None]
    inside = ((token >= spans[:, :1]) & (token < spans[:, 1:])).astype(np.float32)
    return torch.from_numpy(inside / inside.sum(1, keepdims=True))
