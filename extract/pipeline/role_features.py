"""What the role head sees besides vectors: parse arrays, candidate pairs of predicate and word, and their features.

Features are rows of one embedding table. Each named feature owns a block of rows; row 0 of a block is "unknown".
Feature lists follow the classics of role labelling: Gildea & Jurafsky (2002), Xue & Palmer (2004), Johansson & Nugues (2008).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_TYPE, HEAD, IS_SPACE, LEMMA, SENT_START, TAG
from spacy.strings import get_string_id
from spacy.tokens import Doc

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

UP, DOWN, FARTHEST = 3, 3, 4
"""Most steps of a path up from the predicate, down to the word, and of both."""

BASE = 64
"""More than there are dependency labels: the base in which a path is one number."""

SHAPES = 2 * (UP + 1) * (DOWN + 1)

TAGS = {
    "v": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "n": ("NN", "NNS", "NNP", "NNPS"), "j": ("JJ", "JJR", "JJS"),
}  # fmt: skip
"""What PropBank's kinds of predicates are tagged."""

DISTANCES = (1, 2, 3, 5, 8, 13, 21)
"""Words; where a bucket of distance begins."""

WORD_FEATURES = {
    "tag": "tag", "dep": "dep", "lemma": "lemma", "name": "name", "marker": "marker", "particle": "marker",
    "governor_dep": "dep", "governor_tag": "tag",
}  # fmt: skip
"""Features of a possible predicate, in order, each with the vocabulary it is numbered by."""

PAIR_FEATURES = {
    "word_tag": "tag", "word_dep": "dep", "word_lemma": "lemma", "word_name": "name", "word_marker": "marker", "path": "path",
    "shape": "shape", "top_dep": "dep", "distance": "distance", "marked_path": "marked_path",
}  # fmt: skip
"""Features of a pair of a predicate and a word, likewise. A marker is a preposition or conjunction that a word has."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Known values in the order of their numbers, from 1 on; 0 is any other."""

    known: NDArray[np.uint64]  # sorted
    numbers: Ints

    @classmethod
    def of(cls, values: Sequence[str | int]) -> Vocabulary:
        """Strings (by spaCy's hash) or numbers."""
        ids = [get_string_id(value) if isinstance(value, str) else value for value in values]
        keys = np.array(ids, dtype=np.uint64)
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], order + 1)

    def __len__(self) -> int:
        return len(self.known) + 1

    def look_up(self, values: NDArray[np.uint64]) -> Ints:
        """The number of each value."""
        if not len(self.known):
            return np.zeros(len(values), dtype=np.int64)
        place = np.minimum(np.searchsorted(self.known, values), len(self.known) - 1)
        return np.where(self.known[place] == values, self.numbers[place], 0)


@dataclass(frozen=True, slots=True)
class Words:
    """Parse arrays over the words (tokens that are not blank) of a document."""

    places: Ints  # index of the token
    heads: Ints  # index of the governing word, -1 for a root
    sentences: Ints
    lemmas: NDArray[np.uint64]
    markers: NDArray[np.uint64]  # lemma of a word's preposition or conjunction, 0 without one
    particles: NDArray[np.uint64]  # lemma of a verb's particle, likewise
    kinds: NDArray[np.str_]  # v, n, j, or blank: what a word may be a predicate as
    columns: Mapping[str, Ints]  # tag, dep, lemma, name, marker, particle: numbers of their vocabularies

    def __len__(self) -> int:
        return len(self.places)


def read_rows(doc: Doc) -> NDArray[np.uint64]:
    """What ``read_words`` reads of a parsed Doc, tokens x attributes."""
    rows = doc.to_array([HEAD, DEP, TAG, LEMMA, ENT_TYPE, SENT_START, IS_SPACE])
    return np.asarray(rows, dtype=np.uint64)


def read_words(rows: NDArray[np.uint64], vocabularies: Mapping[str, Vocabulary]) -> Words:
    """The arrays of a Doc, of its rows."""
    blank = rows[:, 6] != 0
    places = np.flatnonzero(~blank)
    number = np.cumsum(~blank) - 1
    governors = places + rows[places, 0].astype(np.int64)
    sentences = np.cumsum(rows[:, 5].astype(np.int64) == 1)[places]
    heads = np.where(governors == places, -1, number[governors])
    heads = np.where((heads >= 0) & (sentences[heads] == sentences), heads, -1)
    deps, tags, lemmas = rows[places, 1], rows[places, 2], rows[places, 3]
    marker = _child_lemmas(heads, lemmas, np.isin(deps, _ids("case", "mark")))
    particle = _child_lemmas(heads, lemmas, deps == get_string_id("compound:prt"))
    values = {
        "dep": deps, "tag": tags, "lemma": lemmas, "name": rows[places, 4], "marker": marker, "particle": particle,
    }  # fmt: skip
    columns = {
        name: vocabularies["marker" if name == "particle" else name].look_up(column)
        for name, column in values.items()
    }
    return Words(places, heads, sentences, lemmas, marker, particle, _kinds(deps, tags), columns)


def _ids(*names: str) -> NDArray[np.uint64]:
    return np.array([get_string_id(name) for name in names], dtype=np.uint64)


def _kinds(deps: NDArray[np.uint64], tags: NDArray[np.uint64]) -> NDArray[np.str_]:
    kinds = np.full(len(tags), " ")
    for kind, names in TAGS.items():
        kinds[np.isin(tags, _ids(*names))] = kind
    kinds[np.isin(deps, _ids("aux", "aux:pass"))] = " "
    return kinds


def _child_lemmas(heads: Ints, lemmas: NDArray[np.uint64], wanted: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """The lemma of each word's first dependent among those wanted, 0 without one."""
    found = np.zeros(len(heads), dtype=np.uint64)
    children = np.flatnonzero(wanted & (heads >= 0))[::-1]
    found[heads[children]] = lemmas[children]
    return found


def possible_predicates(words: Words) -> Ints:
    """Verbs that are no auxiliaries, nouns and adjectives."""
    return np.flatnonzero(words.kinds != " ")


def word_features(words: Words, predicates: Ints) -> tuple[Ints, Floats]:
    """Numbers of WORD_FEATURES (predicates x features), and how many children of each label (at most two are counted)."""
    column = words.columns
    governors = words.heads[predicates]
    known = governors >= 0
    features = {name: column[name][predicates] for name in WORD_FEATURES if name in column}
    features["governor_dep"] = np.where(known, column["dep"][governors], 0)
    features["governor_tag"] = np.where(known, column["tag"][governors], 0)
    attached = np.flatnonzero(words.heads >= 0)
    codes = words.heads[attached] * BASE + column["dep"][attached]
    counts = np.bincount(codes, minlength=len(words) * BASE).reshape(len(words), BASE)[predicates]
    return np.stack([features[name] for name in WORD_FEATURES], axis=1), np.minimum(counts, 2).astype(
        np.float32
    )


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs, grouped by predicate in order."""

    rows: Ints  # number of the predicate
    words: Ints
    near: NDArray[np.bool_]  # joined by at most two arcs
    features: Mapping[str, Ints]  # PAIR_FEATURES; paths are codes that a vocabulary must number


def candidate_pairs(words: Words, predicates: Ints) -> Pairs:
    """Every predicate with each word of its sentence that the tree joins to it by a short path."""
    rows, others = _same_sentence(words, predicates)
    up, down = _steps(words, predicates[rows], others)
    close = (up >= 0) & (up + down > 0)
    rows, others, up, down = rows[close], others[close], up[close], down[close]
    own = predicates[rows]
    column, dep = words.columns, words.columns["dep"]
    path, top = np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.int64)
    for chain, steps in ((own, up), (others, down)):
        at = chain
        for step in range(max(UP, DOWN)):
            taken = steps > step
            path = path * BASE + np.where(taken, dep[at] + 1, 0)
            top = np.where(steps == step + 1, dep[at], top)
            at = np.where(taken, words.heads[at], at)
    later = (others > own).astype(np.int64)
    marker = column["marker"][others]
    features = {
        "word_tag": column["tag"][others], "word_dep": dep[others], "word_lemma": column["lemma"][others],
        "word_name": column["name"][others], "word_marker": marker, "path": path,
        "shape": (up * (DOWN + 1) + down) * 2 + later, "top_dep": top,
        "distance": np.searchsorted(DISTANCES, np.abs(others - own), side="right") * 2 + later,
        "marked_path": _mixed(path, marker),
    }  # fmt: skip
    return Pairs(rows, others, up + down <= 2, features)


def _mixed(path: Ints, marker: Ints) -> Ints:
    """One number for a path and a marker; few collide, and those that do are rare."""
    mixed = path.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + marker.astype(np.uint64)
    return (mixed >> np.uint64(1)).astype(np.int64)


def _same_sentence(words: Words, predicates: Ints) -> tuple[Ints, Ints]:
    """All pairs of a predicate (its number) and a word of its sentence."""
    starts = np.searchsorted(words.sentences, words.sentences[predicates], side="left")
    ends = np.searchsorted(words.sentences, words.sentences[predicates], side="right")
    lengths = ends - starts
    rows = np.repeat(np.arange(len(predicates)), lengths)
    first = np.cumsum(lengths) - lengths
    return rows, np.arange(len(rows)) - first[rows] + starts[rows]


def _steps(words: Words, own: Ints, others: Ints) -> tuple[Ints, Ints]:
    """Steps up from the predicate to the lowest common governor, and down from there; -1 where too far."""
    up, down = np.full(len(own), -1), np.full(len(own), -1)
    left = own
    for i in range(UP + 1):
        right = others
        for k in range(min(DOWN, FARTHEST - i) + 1):
            met = (left == right) & (left >= 0) & (up < 0)
            up, down = np.where(met, i, up), np.where(met, k, down)
            right = np.where(right >= 0, words.heads[right], -1)
        left = np.where(
            left >= 0, words.heads[np.maximum(left, 0)], -2
        )  # -2 is no place in a text of one word
    return up, down
