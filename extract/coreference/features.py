"""Mentions and pairs of mentions as numbers, for the ranking model; whole documents at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..mentions.detection import MentionSpan
from .candidates import Candidates
from .feature_arrays import (
    COARSE,
    DETERMINERS,
    GENDERS,
    KINDS,
    LABELS,
    NUMBERS,
    PRONOUNS,
    ROLES,
    Columns,
    make_columns,
)
from .structure import following_subject

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

WINDOW = 50
"""How many mentions back antecedents are looked for."""
OLDER = 4
"""How many mentions of the same noun are looked at beyond the window."""
_MERGED = ("number", "gender", "coarse", "named", "pronoun", "unknown")
_DISTANCES = np.array([1, 2, 3, 4, 6, 11])
_RANKS = np.array([1, 2, 3, 5, 9])


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """One document for the model: ``vectors`` and ``mentions`` (features) have a row for each mention.

    ``second`` are mentions in order, ``first`` a candidate antecedent of each; ``ranks`` compares the candidates of
    one mention; ``columns`` is what pairs are compared by.
    """

    vectors: Floats
    mentions: Floats
    first: Ints
    second: Ints
    ranks: Floats
    columns: Columns

    def of_pairs(self, kept: NDArray[np.bool_]) -> FeatureTable:
        """The same with some of the pairs only; those have the features they have among all."""
        return replace(self, first=self.first[kept], second=self.second[kept], ranks=self.ranks[kept])

    def can_merge(self) -> NDArray[np.bool_]:
        """Which pairs could ever be one thing: their clusters agree, and at most one has a name where no pronoun asks."""
        a, b = ({name: self.columns[name][side] for name in _MERGED} for side in (self.first, self.second))
        number, gender, kind = _clashes(a, b)
        named = (a["named"] > 0) & (b["named"] > 0) & (b["pronoun"] == 0)
        kind &= ~((a["unknown"] > 0) & (b["gender"] > 0) & (b["pronoun"] > 0))  # see clusters.agree
        possible: NDArray[np.bool_] = ~(number | gender | kind | named)
        return possible

    def pairs(self, start: int, end: int) -> Floats:
        """Features of a stretch of the pairs."""
        parts = _pair_features(self.columns, self.first[start:end], self.second[start:end])
        parts.extend(self.ranks[start:end].T)
        found = np.empty((len(parts), len(parts[0])), dtype=np.float32)
        for row, values in zip(found, parts, strict=True):  # row by row: writing across is slow
            row[:] = values
        return found.T


def make_table(
    vectors: NDArray[np.floating], draft: Candidates, asked: Container[int] | None = None
) -> FeatureTable:
    """Describe all mentions of a document, and the candidates of those ``asked`` about, by default of all.

    ``vectors`` are the pipeline's, a row for each token.
    """
    columns = make_columns(draft)
    first, second = _candidates(draft, columns, range(len(draft.mentions)) if asked is None else asked)
    ranks = _rank_features(columns, first, second)
    return FeatureTable(
        _vectors(vectors, draft.mentions), _mention_features(columns), first, second, ranks, columns
    )


def _vectors(vectors: NDArray[np.floating], mentions: list[MentionSpan]) -> Floats:
    """The vector of the head beside the mean vector of the mention."""
    floats = np.asarray(vectors, dtype=np.float32)
    heads = [mention.head for mention in mentions]
    lengths = np.array([mention.end - mention.start for mention in mentions], dtype=np.int64)
    tokens = [token for mention in mentions for token in range(mention.start, mention.end)]
    sums = np.add.reduceat(floats[tokens], np.cumsum(lengths) - lengths, axis=0)
    return np.concatenate([floats[heads], sums / lengths[:, None].astype(np.float32)], axis=1)


def _candidates(draft: Candidates, columns: Columns, asked: Container[int]) -> tuple[Ints, Ints]:
    """Candidates and the mentions ``asked`` about: those just before, older ones of the same noun, and for pronouns the next subject.

    Relative pronouns have their noun already and are no candidates.
    """
    earlier: dict[int, list[int]] = defaultdict(list)
    at = {mention.head: i for i, mention in enumerate(draft.mentions)}
    usable = np.flatnonzero(columns["relative"] == 0)
    count = len(draft.mentions)
    place = np.searchsorted(usable, np.arange(count))
    lemmas, relative = columns["lemma"].tolist(), columns["relative"].tolist()
    firsts: list[Ints] = []
    for i, mention in enumerate(draft.mentions):
        window = usable[max(0, place[i] - WINDOW) : place[i]]
        extra: list[int] = []
        if relative[i] or i not in asked:
            window = usable[:0]
        elif mention.kind == "pronoun":
            subject = following_subject(draft.tree, mention.head)
            extra = [at[subject]] if subject in at and at[subject] > i else []
        else:
            extra = [j for j in earlier[lemmas[i]][-OLDER:] if len(window) and j < window[0]]
        if mention.kind != "pronoun":
            earlier[lemmas[i]].append(i)
        firsts.append(np.concatenate([np.array(extra, dtype=np.int64), window]) if extra else window)
    first = np.concatenate(firsts) if firsts else np.zeros(0, dtype=np.int64)
    return first, np.repeat(np.arange(count), [len(found) for found in firsts])


def _one_hot(values: NDArray[Any], size: int) -> Floats:
    found: Floats = np.equal(values[:, None], np.arange(size)).astype(np.float32)
    return found


def _mention_features(columns: Columns) -> Floats:
    flags = [
        columns["definite"],
        columns["possessed"],
        columns["modifiers"] != 0,
        columns["apposed"],
        columns["length"] > 3,
        columns["reflexive"],
        columns["quote"] >= 0,
        columns["named"],
        _seen_before(columns["lemma"]),
        _seen_before(columns["text"]),
        np.log1p(columns["before"]) / 3,
    ]
    return np.concatenate(
        [
            _one_hot(columns["kind"], len(KINDS)),
            _one_hot(columns["pronoun"], len(PRONOUNS) + 1),
            _one_hot(columns["role"], len(ROLES)),
            _one_hot(columns["label"], len(LABELS)),
            _one_hot(columns["coarse"], len(COARSE)),
            _one_hot(columns["number"], len(NUMBERS)),
            _one_hot(columns["gender"], len(GENDERS)),
            _one_hot(columns["determiner"], len(DETERMINERS)),
            np.stack([np.asarray(flag, dtype=np.float32) for flag in flags], axis=1),
        ],
        axis=1,
    )


def _seen_before(values: NDArray[Any]) -> NDArray[np.bool_]:
    repeated = np.ones(len(values), dtype=np.bool_)
    repeated[np.unique(values, return_index=True)[1]] = False
    return repeated


def _clashes(a: Columns, b: Columns) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Do the pairs clash in number, in gender, in kind of thing?"""
    low, high = np.minimum(a["number"], b["number"]), np.maximum(a["number"], b["number"])
    gender = (a["gender"] > 0) & (b["gender"] > 0) & (a["gender"] != b["gender"])
    kind = (a["coarse"] > 0) & (b["coarse"] > 0) & (a["coarse"] != b["coarse"])
    return (low == 1) & (high == 2), gender, kind


def _rank_features(columns: Columns, first: Ints, second: Ints) -> Floats:
    """How near a candidate is among those that agree, and how often its thing is named beside the others."""
    if not len(first):
        return np.zeros((0, 3 * (len(_RANKS) + 1) + 4), dtype=np.float32)
    names = (
        "number",
        "gender",
        "coarse",
        "person",
        "predicate",
        "role",
        "total",
        "identity",
        "reflexive",
        "left",
        "right",
        "head",
        "says",
    )
    a = {name: columns[name][first] for name in names}
    b = {name: columns[name][second] for name in names}
    number, gender, kind = _clashes(a, b)
    fits = ~number & ~gender & ~kind & (a["person"] == b["person"])
    fits &= (a["predicate"] != b["predicate"]) | (b["reflexive"] > 0)
    fits &= ~((a["left"] <= b["head"]) & (b["head"] <= a["right"]))
    starts = np.flatnonzero(np.r_[True, second[1:] != second[:-1]])
    ends = np.r_[starts[1:], len(second)]
    group = np.repeat(np.arange(len(starts)), ends - starts)
    subject = fits & (a["role"] == 0)
    speaker = fits & (a["says"] > 0) & (b["says"] > 0)
    highest = np.maximum.reduceat(np.where(fits, a["total"], 1), starts)[group]
    parts = [_rank(marked, ends, group) for marked in (fits, subject, speaker)]
    parts.append(
        np.stack(
            [fits, fits * a["total"] / highest, fits & (a["total"] == highest), np.log1p(a["identity"]) / 6],
            axis=1,
        ).astype(np.float32)
    )
    return np.concatenate(parts, axis=1)


def _rank(marked: NDArray[np.bool_], ends: Ints, group: Ints) -> Floats:
    """How many marked candidates stand nearer, in steps; nothing for those that are not marked."""
    steps = np.searchsorted(_RANKS, _count_after(marked, ends, group), side="right")
    return _one_hot(np.where(marked, steps, -1), len(_RANKS) + 1)


def _count_after(marked: NDArray[np.bool_], ends: Ints, group: Ints) -> Ints:
    """How many marked pairs of the same mention follow each pair, that is, stand nearer to the mention."""
    total = np.cumsum(marked)
    count: Ints = total[ends - 1][group] - total
    return count


def _pair_features(columns: Columns, first: Ints, second: Ints) -> list[NDArray[Any]]:
    a = {name: values[first] for name, values in columns.items()}
    b = {name: values[second] for name, values in columns.items()}
    number, gender, kind = _clashes(a, b)
    sentences = np.maximum(b["sentence"] - a["sentence"], 0)
    distances = np.searchsorted(_DISTANCES, sentences, side="right")
    return [
        *(distances == step for step in range(len(_DISTANCES) + 1)),
        np.log1p(np.abs(second - first)) / 4,
        np.log1p(np.abs(b["start"] - a["start"])) / 6,
        first > second,
        a["lemma"] == b["lemma"],
        a["text"] == b["text"],
        (b["words"] & ~a["words"]) == 0,
        (a["words"] & b["words"]) != 0,
        (b["modifiers"] & ~a["words"]) == 0,
        (b["modifiers"] != 0) & (a["modifiers"] != 0) & ((b["modifiers"] & a["modifiers"]) == 0),
        number,
        (a["number"] > 0) & (a["number"] == b["number"]),
        gender,
        (a["gender"] > 0) & (a["gender"] == b["gender"]),
        (b["gender"] > 0) & (a["leaning"] == b["gender"]),
        (b["gender"] > 0) & (a["leaning"] > 0) & (a["leaning"] != b["gender"]),
        kind,
        (a["coarse"] > 0) & (a["coarse"] == b["coarse"]),
        (a["left"] <= b["head"]) & (b["head"] <= a["right"]),
        (b["left"] <= a["head"]) & (a["head"] <= b["right"]),
        a["predicate"] == b["predicate"],
        b["parent"] == a["head"],
        a["parent"] == b["head"],
        a["parent"] == b["parent"],
        a["verb"] == b["verb"],
        (a["says"] > 0) & (b["says"] > 0),
        (a["verb"] == b["verb"]) & (a["role"] == b["role"]),
        a["clause"] == b["clause"],
        a["clause"] == b["upper"],
        a["upper"] == b["clause"],
        a["upper"] == b["upper"],
        (a["clause"] == b["upper"]) & (a["role"] == 0),
        (a["quote"] >= 0) & (a["quote"] == b["quote"]),
        (b["speaker"] >= 0) & (b["speaker"] == a["identity"]),
        (a["speaker"] >= 0) & (a["speaker"] == b["identity"]),
        (a["quote"] < 0) & (b["quote"] < 0),
        (a["speaker"] >= 0) & (a["speaker"] == b["speaker"]),
        (b["noun"] & a["nouns"]) != 0,
        (a["place"] > 0) & (a["place"] == b["place"]),
        (a["place"] > 0) & (b["place"] > 0) & (a["place"] != b["place"]),
        a["role"] == b["role"],
        (a["role"] == 0) & (b["role"] == 0),
        np.log1p(a["before"]) / 3,
        np.log1p(a["total"]) / 3,
        a["named"],
        (a["pronoun"] > 0) & (a["pronoun"] == b["pronoun"]),
        (a["label"] > 0) & (a["label"] == b["label"]),
        a["person"] == b["person"],
        b["reflexive"],
        a["ruled"] == b["ruled"],
        (b["ruled"] == second) & (b["pronoun"] > 0),
    ]
