"""From scores to structures: names from BIOES tags, trees from arc scores, sentences from start scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

LONGEST_SENTENCE = 400
"""Words; longer ones are split where a start is likeliest, which bounds the parser's memory."""

WHOLE_NAME = 8.0
"""Logits that an arc out of a name costs but for one; on the dev sets attachment neither gains nor loses by it."""


@dataclass(frozen=True, slots=True)
class Bioes:
    """The tag set of the name head as arrays: which tag may follow which."""

    tags: tuple[str, ...]
    label: Ints  # number of the label, -1 for O
    opens: NDArray[np.bool_]  # B or S or O: may follow a closed state
    inside: NDArray[np.bool_]  # B or I: the name goes on
    allowed: NDArray[np.bool_]  # tag x tag: may the second follow the first?

    @classmethod
    def of(cls, tags: Sequence[str]) -> Bioes:
        """Read tags such as ``O``, ``B-ORG``."""
        labels = sorted({tag[2:] for tag in tags if tag != "O"})
        number = {label: i for i, label in enumerate(labels)}
        label = np.array([number.get(tag[2:], -1) for tag in tags])
        opens = np.array([tag[0] in "OBS" for tag in tags])
        inside = np.array([tag[0] in "BI" for tag in tags])
        goes_on = (label[:, None] == label) & ~opens
        return cls(tuple(tags), label, opens, inside, np.where(inside[:, None], goes_on, opens))


def best_tags(scores: Floats, bioes: Bioes) -> Ints:
    """The best allowed tag sequence; ``scores`` is words x tags.

    Where the best tag of each word already makes an allowed sequence it is the answer; else the stretch
    between the nearest certain O's is decoded by Viterbi's algorithm.
    """
    count = len(scores)
    best: Ints = scores.argmax(-1)
    outside = bioes.tags.index("O")
    padded = np.concatenate([[outside], best, [outside]])
    wrong = np.flatnonzero(~bioes.allowed[padded[:-1], padded[1:]])
    done = 0
    for place in wrong:
        if place < done or done == count:
            continue
        start, end = max(int(place) - 1, done), min(int(place), count - 1)
        while start > done and best[start] != outside:
            start -= 1
        while end < count and (end <= place or best[end] != outside):
            end += 1
        best[start:end] = _viterbi(scores[start:end], bioes)
        done = end
    return best


def _viterbi(scores: Floats, bioes: Bioes) -> Ints:
    size = len(bioes.tags)
    cost = np.where(bioes.allowed, 0.0, -1e9)
    total = scores[0] + np.where(bioes.opens, 0.0, -1e9)
    back = np.zeros((len(scores), size), dtype=np.int64)
    for i in range(1, len(scores)):
        options = total[:, None] + cost
        back[i] = options.argmax(0)
        total = options.max(0) + scores[i]
    tag = int((total + np.where(bioes.inside, -1e9, 0.0)).argmax())
    path = [tag]
    for i in range(len(scores) - 1, 0, -1):
        tag = int(back[i, tag])
        path.append(tag)
    return np.array(path[::-1])


def tag_spans(tags: Ints, names: Sequence[str]) -> list[tuple[int, int, str]]:
    """Names as (start, end, label), end exclusive, from an allowed tag sequence."""
    spans, start = [], 0
    for i in np.flatnonzero(tags != names.index("O")):
        mark, label = names[tags[i]][0], names[tags[i]][2:]
        if mark in "BS":
            start = int(i)
        if mark in "ES":
            spans.append((start, int(i) + 1, label))
    return spans


def sentence_bounds(starts: NDArray[np.bool_], scores: Floats) -> list[tuple[int, int]]:
    """Sentences as (start, end); ``starts`` marks them, ``scores`` says where to split one that is too long."""
    found = [0, *(int(i) for i in np.flatnonzero(starts) if i > 0), len(starts)]
    bounds = []
    for start, end in pairwise(found):
        while end - start > LONGEST_SENTENCE:
            half = start + LONGEST_SENTENCE // 2
            cut = half + int(scores[half : start + LONGEST_SENTENCE].argmax())
            bounds.append((start, cut))
            start = cut
        bounds.append((start, end))
    return bounds


def hold_together(scores: Floats, names: Sequence[tuple[int, int]]) -> Floats:
    """Arc scores by which each name, (start, end) in words, hangs on the rest of the sentence by one word only.

    The word that loses most by a head inside the name keeps its heads outside; ``scores`` as in ``tree_heads``.
    """
    scores = scores.copy()
    for start, end in names:
        outer = np.ones(scores.shape[1], dtype=np.bool_)
        outer[start + 1 : end + 1] = False
        inner = scores[start:end, ~outer].copy()
        np.fill_diagonal(inner, -np.inf)
        top = int((scores[start:end, outer].max(1) - inner.max(1)).argmax())
        others = np.arange(start, end) != start + top
        scores[start:end] -= WHOLE_NAME * (others[:, None] & outer)
    return scores


def tree_heads(scores: Floats) -> Ints:
    """Heads of the maximum spanning tree with one root; ``scores`` is words x (root + words).

    Returns the head of each word, -1 for the root. Greedy where that is already a tree, else
    Chu & Liu (1965) and Edmonds (1967), trying each likely root.
    """
    count = len(scores)
    if count == 1:
        return np.array([-1])
    scores = scores.copy()
    scores[np.arange(count), np.arange(1, count + 1)] = -1e9
    heads: Ints = scores.argmax(1) - 1
    roots = np.flatnonzero(heads == -1)
    if len(roots) == 1 and not _cycle(heads):
        return heads
    candidates = (
        roots if len(roots) > 1 else np.array([int(scores[:, 0].argmax())]) if len(roots) == 0 else roots
    )
    best, best_total = heads, -np.inf
    for root in candidates[:5]:
        limited = scores[:, 1:].copy()
        found = _spanning_tree(limited, int(root))
        total = float(limited[np.arange(count), found][np.arange(count) != root].sum() + scores[root, 0])
        if total > best_total:
            best, best_total = found, total
            best[root] = -1
    return best


def _cycle(heads: Ints) -> list[int]:
    """The words of one cycle, or nothing."""
    above: list[int] = heads.tolist()
    seen_from = [-1] * len(above)
    for first in range(len(above)):
        word = first
        while word >= 0 and seen_from[word] < 0:
            seen_from[word] = first
            word = above[word]
        if word >= 0 and seen_from[word] == first:
            cycle = [word]
            while above[cycle[-1]] != word:
                cycle.append(above[cycle[-1]])
            return cycle
    return []


def _spanning_tree(scores: Floats, root: int) -> Ints:
    """Maximum arborescence from ``root`` over ``scores[word, head]``; the root's own entry is 0."""
    scores = scores.copy()
    scores[root] = -1e9
    heads: Ints = scores.argmax(1)
    heads[root] = -1
    cycle = _cycle(heads)
    if not cycle:
        heads[root] = 0
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    members = np.array(cycle)
    small = np.full((len(outer) + 1, len(outer) + 1), -1e9, dtype=scores.dtype)
    small[:-1, :-1] = scores[np.ix_(outer, outer)]
    kept = scores[members, heads[members]]
    entering = scores[np.ix_(members, outer)] - kept[:, None]
    small[-1, :-1] = entering.max(0)
    leaving = scores[np.ix_(outer, members)]
    small[:-1, -1] = leaving.max(1)
    found = _spanning_tree(small, int(np.flatnonzero(outer == root)[0]))
    result = heads.copy()
    for row, word in enumerate(outer):
        if word != root:
            head = int(found[row])
            result[word] = outer[head] if head < len(outer) else members[int(leaving[row].argmax())]
    enter = int(found[-1])
    broken = int(entering[:, enter].argmax())
    result[members[broken]] = outer[enter]
    result[root] = 0
    return result
