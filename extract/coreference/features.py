"""Mentions and pairs of mentions as numbers, for the ranking model; whole documents at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..mentions import RELATIVE_PRONOUNS, Mention
from ..tree import Tree
from .draft import Draft
from .names import plain
from .structure import predicate_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

WINDOW = 50
"""How many mentions back antecedents are looked for."""
OLDER = 4
"""How many mentions of the same noun are looked at beyond the window."""

_PRONOUNS = (
    "i me my mine myself", "you your yours yourself yourselves", "we us our ours ourselves", "he him his himself",
    "she her hers herself", "it its itself", "they them their theirs themselves", "this that", "these those", "one",
)  # fmt: skip
_PRONOUN_CLASS = {word: number for number, words in enumerate(_PRONOUNS, 1) for word in words.split()}
_KINDS = ("name", "nominal", "pronoun")
_ROLES = ("subject", "object", "possessor", "apposition", "conjunct", "oblique")
_LABELS = ("", "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")
_NUMBERS = ("", "singular", "plural", "group")
_GENDERS = ("", "male", "female")
_COARSE = ("", "person", "body", "thing")
_DETERMINERS = ("", "the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "all", "every", "each", "another", "other")
_DISTANCES = np.array([1, 2, 3, 4, 6, 11])
_TYPE_LABELS = {"GPE": ("GPE",), "ORG": ("ORG",), "LOC": ("LOC", "GPE"), "FAC": ("FAC",), "EVENT": ("EVENT",), "PERSON": ("PERSON",)}


@dataclass(frozen=True, slots=True)
class Table:
    """One document for the model: ``vectors`` and ``mentions`` (features) have a row for each mention.

    ``first`` and ``second`` are the candidate pairs, the later mention second and in order; ``columns`` is what
    pairs are compared by.
    """

    vectors: Floats
    mentions: Floats
    first: Ints
    second: Ints
    columns: dict[str, NDArray[Any]]

    def pairs(self, start: int, end: int) -> Floats:
        """Features of a stretch of the pairs."""
        return _pair_features(self.columns, self.first[start:end], self.second[start:end])


def make_table(doc: Doc, draft: Draft) -> Table:
    """Describe all mentions of a document and all candidate pairs; ``doc.tensor`` must hold the pipeline's vectors."""
    columns = _columns(draft)
    first, second = _candidates(columns)
    return Table(_vectors(doc, draft.mentions), _mention_features(draft, columns), first, second, columns)


def _vectors(doc: Doc, mentions: list[Mention]) -> Floats:
    """The vector of the head beside the mean vector of the mention."""
    tensor = np.asarray(doc.tensor, dtype=np.float32)
    heads = np.array([mention.head for mention in mentions], dtype=np.int64)
    starts = np.array([mention.start for mention in mentions], dtype=np.int64)
    ends = np.array([mention.end for mention in mentions], dtype=np.int64)
    sums = np.concatenate([np.zeros((1, tensor.shape[1]), np.float32), np.cumsum(tensor, axis=0, dtype=np.float64)])
    means = (sums[ends] - sums[starts]) / (ends - starts)[:, None]
    return np.concatenate([tensor[heads], means.astype(np.float32)], axis=1)


def _columns(draft: Draft) -> dict[str, NDArray[Any]]:
    """What pairs are compared by, an array over mentions each."""
    tree, mentions, profiles = draft.tree, draft.mentions, draft.profiles
    found = [draft.clusters.of(i) for i in range(len(mentions))]
    words = [_content_words(tree, mention) for mention in mentions]
    seen: dict[int, int] = defaultdict(int)
    counts, identity, recent = [], [], [True] * len(mentions)
    last: dict[int, int] = {}
    for i, cluster in enumerate(found):
        root = min(cluster.members)
        identity.append(root)
        counts.append(seen[root])
        seen[root] += 1
        last[root] = i
    for i, root in enumerate(identity):
        recent[i] = last[root] == i
    lists: dict[str, list[Any]] = {
        "start": [mention.start for mention in mentions],
        "head": [mention.head for mention in mentions],
        "left": [tree.left[mention.head] for mention in mentions],
        "right": [tree.right[mention.head] for mention in mentions],
        "parent": [tree.head[mention.head] for mention in mentions],
        "predicate": [predicate_of(tree, mention.head) for mention in mentions],
        "sentence": [profile.sentence for profile in profiles],
        "kind": [_KINDS.index(mention.kind) for mention in mentions],
        "pronoun": [_pronoun_class(tree, mention) for mention in mentions],
        "relative": [_is_relative(tree, mention) for mention in mentions],
        "role": [_ROLES.index(profile.role) for profile in profiles],
        "label": [_LABELS.index(mention.label) if mention.label in _LABELS else 0 for mention in mentions],
        "lemma": [_number(profile.lemma) for profile in profiles],
        "text": [_number(" ".join(sorted(group))) for group in words],
        "words": [_mask(group) for group in words],
        "modifiers": [_mask(profile.modifiers) for profile in profiles],
        "nouns": [_mask(cluster.nouns) for cluster in found],
        "noun": [_mask([profile.lemma]) if mentions[i].kind == "nominal" else 0 for i, profile in enumerate(profiles)],
        "coarse": [_COARSE.index(cluster.kind) for cluster in found],
        "number": [_NUMBERS.index(cluster.number) for cluster in found],
        "gender": [_GENDERS.index(cluster.gender) for cluster in found],
        "identity": identity,
        "before": counts,
        "named": [cluster.named for cluster in found],
        "quote": draft.quotes,
        "speaker": [-1 if (speaker := draft.speakers.get(i)) is None else identity[speaker] for i in range(len(mentions))],
    }
    unsigned = {"words", "modifiers", "nouns", "noun"}
    return {name: np.array(values, dtype=np.uint64 if name in unsigned else np.int64) for name, values in lists.items()}


def _pronoun_class(tree: Tree, mention: Mention) -> int:
    return _PRONOUN_CLASS.get(tree.lower[mention.head], 0) if mention.kind == "pronoun" else 0


def _is_relative(tree: Tree, mention: Mention) -> bool:
    return mention.kind == "pronoun" and tree.lower[mention.head] in RELATIVE_PRONOUNS and tree.tag[mention.head][0] == "W"


def _content_words(tree: Tree, mention: Mention) -> set[str]:
    words = {
        plain(tree.lemma[token] if tree.pos[token] == "NOUN" else tree.lower[token])
        for token in range(mention.start, mention.end)
        if tree.pos[token] not in ("DET", "PUNCT", "SPACE", "PART")
    }
    return words or {tree.lower[mention.head]}


def _number(text: str) -> int:
    return crc32(text.encode("utf8"))


def _mask(words: set[str] | frozenset[str] | list[str]) -> int:
    """A set of words as bits; two words in 64 places seldom share one."""
    bits = 0
    for word in words:
        bits |= 1 << (crc32(word.encode("utf8")) & 63)
    return bits


def _candidates(columns: dict[str, NDArray[Any]]) -> tuple[Ints, Ints]:
    """Pairs (earlier, later): the mentions just before, and older ones of the same noun; relative pronouns are none."""
    earlier: dict[int, list[int]] = defaultdict(list)
    firsts: list[Ints] = []
    counts: list[int] = []
    usable = np.flatnonzero(columns["relative"] == 0)
    count = len(columns["kind"])
    place = np.searchsorted(usable, np.arange(count))
    for i in range(count):
        window = usable[max(0, place[i] - WINDOW) : place[i]]
        lemma = int(columns["lemma"][i])
        old = [j for j in earlier[lemma][-OLDER:] if not len(window) or j < window[0]] if columns["kind"][i] < 2 else []
        if columns["relative"][i]:
            window, old = window[:0], []
        elif columns["kind"][i] < 2:
            earlier[lemma].append(i)
        firsts.append(np.concatenate([np.array(old, dtype=np.int64), window]))
        counts.append(len(firsts[-1]))
    first = np.concatenate(firsts) if firsts else np.zeros(0, dtype=np.int64)
    return first, np.repeat(np.arange(count), counts)


def _one_hot(values: NDArray[Any], size: int) -> Floats:
    return np.eye(size, dtype=np.float32)[values]


def _mention_features(draft: Draft, columns: dict[str, NDArray[Any]]) -> Floats:
    tree, mentions, profiles = draft.tree, draft.mentions, draft.profiles
    determiners = []
    for mention in mentions:
        word = tree.lower[mention.start] if mention.kind == "nominal" and mention.start < mention.head else ""
        determiners.append(_DETERMINERS.index(word) if word in _DETERMINERS else 0)
    flags = np.array(
        [[p.definite, p.possessed, bool(p.modifiers), tree.dep[m.head] == "appos", m.end - m.start > 3] for m, p in zip(mentions, profiles, strict=True)],
        dtype=np.float32,
    ).reshape(len(mentions), 5)
    repeated = np.stack([_seen_before(columns["lemma"]), _seen_before(columns["text"])], axis=1)
    return np.concatenate(
        [
            _one_hot(columns["kind"], len(_KINDS)),
            _one_hot(columns["pronoun"], len(_PRONOUNS) + 1),
            _one_hot(columns["role"], len(_ROLES)),
            _one_hot(columns["label"], len(_LABELS)),
            _one_hot(columns["number"], len(_NUMBERS)),
            _one_hot(columns["gender"], len(_GENDERS)),
            _one_hot(np.array(determiners, dtype=np.int64), len(_DETERMINERS)),
            flags,
            repeated,
            (columns["quote"] >= 0).astype(np.float32)[:, None],
            (columns["named"] > 0).astype(np.float32)[:, None],
            np.minimum(1.0, np.log1p(columns["before"]) / 3).astype(np.float32)[:, None],
        ],
        axis=1,
    )


def _seen_before(values: NDArray[Any]) -> Floats:
    _, first = np.unique(values, return_index=True)
    repeated = np.ones(len(values), dtype=np.float32)
    repeated[first] = 0
    return repeated


def _pair_features(columns: dict[str, NDArray[Any]], first: Ints, second: Ints) -> Floats:
    a = {name: values[first] for name, values in columns.items()}
    b = {name: values[second] for name, values in columns.items()}
    known = (a["number"] > 0) & (b["number"] > 0)
    clash = known & (np.minimum(a["number"], b["number"]) == 1) & (np.maximum(a["number"], b["number"]) == 2)
    gendered = (a["gender"] > 0) & (b["gender"] > 0)
    coarse = (a["coarse"] > 0) & (b["coarse"] > 0)
    distance = np.searchsorted(_DISTANCES, b["sentence"] - a["sentence"], side="right")
    inside = (a["left"] <= b["head"]) & (b["head"] <= a["right"])
    around = (b["left"] <= a["head"]) & (a["head"] <= b["right"])
    listed = [
        np.log1p(second - first) / 4,
        np.log1p(b["start"] - a["start"]) / 6,
        a["lemma"] == b["lemma"],
        a["text"] == b["text"],
        (b["words"] & ~a["words"]) == 0,
        (a["words"] & b["words"]) != 0,
        (b["modifiers"] & ~a["words"]) == 0,
        (b["modifiers"] != 0) & (a["modifiers"] != 0) & ((b["modifiers"] & a["modifiers"]) == 0),
        clash,
        known & ~clash & (a["number"] == b["number"]),
        gendered & (a["gender"] != b["gender"]),
        gendered & (a["gender"] == b["gender"]),
        coarse & (a["coarse"] != b["coarse"]),
        coarse & (a["coarse"] == b["coarse"]),
        inside,
        around,
        a["predicate"] == b["predicate"],
        b["parent"] == a["head"],
        a["parent"] == b["head"],
        a["parent"] == b["parent"],
        (a["quote"] >= 0) & (a["quote"] == b["quote"]),
        (b["speaker"] >= 0) & (b["speaker"] == a["identity"]),
        (a["speaker"] >= 0) & (a["speaker"] == b["identity"]),
        (a["quote"] < 0) & (b["quote"] < 0),
        (a["speaker"] >= 0) & (a["speaker"] == b["speaker"]),
        a["identity"] == b["identity"],
        (b["noun"] & a["nouns"]) != 0,
        a["role"] == b["role"],
        np.log1p(a["before"]) / 3,
        a["named"],
        (a["pronoun"] > 0) & (a["pronoun"] == b["pronoun"]),
        (a["label"] > 0) & (a["label"] == b["label"]),
    ]
    stacked = np.stack([np.asarray(column, dtype=np.float32) for column in listed], axis=1)
    return np.concatenate([_one_hot(distance, len(_DISTANCES) + 1), stacked], axis=1)
