"""Pairs of mentions in one sentence, with what tells their relation: kinds, distance and the path between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsgraph.graph.model.record import VALUE_LABELS

from ..english import pronouns
from ..mentions.detection import MentionSpan, name_head
from ..syntax.tree import Tree, ancestors

NEAREST = 12
"""A mention is paired with so many others to each side at most, which keeps long lists linear."""

LONGEST = 120
"""Tokens of a sentence that are looked at."""

REACH = 8
"""Distances in tokens above this count as this."""

FAR = 16
"""Distances between two mentions above this count as this."""

WAYS = 8
"""What ``SentencePairs.way`` counts up to."""

KINDS = (
    "", "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE",
    "he", "she", "it", "they", "i", "we", "you", "who", "where",
)  # fmt: skip
"""What a mention may be: the label of a name, or the family of a pronoun."""

DEPENDENCIES = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod", "nmod:poss", "nmod:desc",
    "nmod:unmarked", "appos", "conj", "compound", "flat", "amod", "acl", "acl:relcl", "advcl", "xcomp", "ccomp",
    "parataxis", "advmod", "nummod", "dep", "list", "csubj", "case", "orphan", "vocative", "dislocated", "other",
)  # fmt: skip
"""Universal Dependencies on a path; the same again, after these, for the way down."""

_FAMILIES = {
    "he": pronouns.HE,
    "she": pronouns.SHE,
    "it": pronouns.IT,
    "they": pronouns.THEY,
    "i": pronouns.ME,
    "we": pronouns.WE,
    "you": pronouns.YOU,
    "who": pronouns.RELATIVE,
    "where": {"where"},
}
_FAMILY = {word: family for family, words in _FAMILIES.items() for word in words}
_KIND = {kind: number for number, kind in enumerate(KINDS)}
_STEP = {label: number for number, label in enumerate(DEPENDENCIES)}
_OTHER = _STEP["other"]
_NO_SUBJECTS = frozenset({_KIND["DATE"], _KIND["NORP"], _KIND["LANGUAGE"], _KIND["where"]})

Ints = NDArray[np.int64]
Path = tuple[list[int], list[int], list[int]]
"""The way from subject to object: up from the subject, where they meet, down to the object."""


@dataclass(frozen=True, slots=True)
class SentencePairs:
    """All pairs of one sentence, the tokens ``start`` to ``end``.

    ``spans`` (in tokens of the sentence) and ``kinds`` have a row for each mention; the other arrays one for each pair:
    ``subjects`` and ``objects`` are numbers of mentions; ``distance`` counts tokens between the two, from ``FAR + 1`` on
    where the object comes first; ``way`` says of each token whether it is on the path between them (1 above the subject,
    2 above the object, 3 where both meet) and (4 added) whether it stands between them; ``steps`` are the dependencies
    of the path, filled up with -1.
    """

    start: int
    end: int
    pairs: tuple[tuple[MentionSpan, MentionSpan], ...]
    spans: Ints
    kinds: Ints
    subjects: Ints
    objects: Ints
    distance: Ints
    way: Ints
    steps: Ints

    @property
    def subject_kind(self) -> Ints:
        """The kind of each pair's subject."""
        return self.kinds[self.subjects]

    @property
    def object_kind(self) -> Ints:
        """The kind of each pair's object."""
        return self.kinds[self.objects]


def pair_mentions(tree: Tree, mentions: Iterable[MentionSpan]) -> list[MentionSpan]:
    """Choose the mentions that are paired: names, pronouns, dates, and "who" or "where" wherever they stand."""
    found = {mention.start: mention for mention in mentions if mention.kind != "nominal"}
    for token, word in enumerate(tree.lower):
        if (
            token not in found
            and tree.tag[token] in ("WP", "WDT", "WRB")
            and word in ("who", "whom", "which", "where")
        ):
            found[token] = MentionSpan(token, token + 1, token, "", "pronoun")
    for start, end, label in tree.entities:
        if label == "DATE" and label in VALUE_LABELS:
            found[start] = MentionSpan(start, end, name_head(tree, start, end), label, "value")
    return [found[start] for start in sorted(found)]


def sentence_pairs(
    tree: Tree, mentions: Iterable[MentionSpan], joined: NDArray[np.bool_] | None = None
) -> Iterator[SentencePairs]:
    """Pair the mentions of each sentence in both directions, in text order.

    ``joined`` says which kind of subject (row) may be paired with which kind of object (column); all where not given.
    """
    groups: dict[int, list[MentionSpan]] = defaultdict(list)
    for mention in pair_mentions(tree, mentions):
        groups[tree.sentence[mention.start]].append(mention)
    bounds = _bounds(tree)
    for sentence, group in groups.items():
        start, end = bounds[sentence]
        end = min(end, start + LONGEST)
        pairs = tuple(_pairs(tree, [mention for mention in group if mention.end <= end], joined))
        if pairs:
            yield _features(tree, start, end, pairs)


def _bounds(tree: Tree) -> dict[int, tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for token, sentence in enumerate(tree.sentence):
        bounds[sentence] = (bounds.get(sentence, (token,))[0], token + 1)
    return bounds


def _pairs(
    tree: Tree, group: list[MentionSpan], joined: NDArray[np.bool_] | None
) -> Iterator[tuple[MentionSpan, MentionSpan]]:
    kinds = [kind_of(tree, mention) for mention in group]
    for i, subject in enumerate(group):
        if kinds[i] in _NO_SUBJECTS:
            continue
        for j in range(max(0, i - NEAREST), min(len(group), i + NEAREST + 1)):
            item = group[j]
            if (subject.end <= item.start or item.end <= subject.start) and (
                joined is None or joined[kinds[i], kinds[j]]
            ):
                yield subject, item


def kind_of(tree: Tree, mention: MentionSpan) -> int:
    """Give the number of a mention's kind in ``KINDS``."""
    if mention.kind == "pronoun":
        return _KIND[_FAMILY.get(tree.lower[mention.start], "")]
    return _KIND.get(mention.label, 0)


def _features(
    tree: Tree, start: int, end: int, pairs: tuple[tuple[MentionSpan, MentionSpan], ...]
) -> SentencePairs:
    mentions = {mention.start: mention for mention in chain.from_iterable(pairs)}  # no two start at one token
    number = {start: i for i, start in enumerate(mentions)}
    above = {start: ancestors(tree, mention.head) for start, mention in mentions.items()}
    paths = [_path(above[subject.start], above[item.start]) for subject, item in pairs]
    ways = [_way(start, end, path, pair) for path, pair in zip(paths, pairs, strict=True)]
    return SentencePairs(
        start, end, pairs,
        np.array([(mention.start - start, mention.end - start) for mention in mentions.values()]),
        np.array([kind_of(tree, mention) for mention in mentions.values()]),
        np.array([number[subject.start] for subject, _ in pairs]),
        np.array([number[item.start] for _, item in pairs]),
        np.array([_distance(subject, item) for subject, item in pairs]),
        np.frombuffer(b"".join(ways), dtype=np.uint8).reshape(len(pairs), -1).astype(np.int64),
        _filled([_steps(tree, path) for path in paths]),
    )  # fmt: skip


def _way(start: int, end: int, path: Path, pair: tuple[MentionSpan, MentionSpan]) -> bytes:
    subject, item = pair
    marks = bytearray(end - start)
    for places, mark in zip(path, (1, 3, 2), strict=True):
        for place in places:
            if start <= place < end:
                marks[place - start] = mark
    for place in range(min(subject.end, item.end) - start, max(subject.start, item.start) - start):
        marks[place] += 4
    return bytes(marks)


def _steps(tree: Tree, path: Path) -> list[int]:
    up, _, down = path
    dep = tree.dep
    return [_STEP.get(dep[token], _OTHER) for token in up] + [
        len(DEPENDENCIES) + _STEP.get(dep[token], _OTHER) for token in down
    ]


def _path(subject: list[int], item: list[int]) -> Path:
    """Split the way from subject to object: up from the subject, where they meet, down to the object."""
    places = {token: place for place, token in enumerate(item)}
    for place, token in enumerate(subject):
        if token in places:
            return subject[:place], [token], item[: places[token]]
    return subject, [], item


def _distance(subject: MentionSpan, item: MentionSpan) -> int:
    if item.start >= subject.end:
        return min(item.start - subject.end, FAR)
    return FAR + 1 + min(subject.start - item.end, FAR)


def _filled(rows: list[list[int]]) -> Ints:
    width = max(1, max(map(len, rows)))
    return np.array([row + [-1] * (width - len(row)) for row in rows])


def offsets(span: Ints, length: int) -> Ints:
    """Distance of every token to a span, 0 inside it, from -REACH to REACH; a row for each pair."""
    token: NDArray[Any] = np.arange(length)[None]
    before, after = span[:, :1], span[:, 1:]
    to_start: Ints = np.maximum(np.minimum(token - before, 0), -REACH)
    to_end: Ints = np.minimum(np.maximum(token - after + 1, 0), REACH)
    return to_start + to_end
