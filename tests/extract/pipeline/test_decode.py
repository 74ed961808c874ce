"""Decoders: allowed tag sequences, spanning trees, bounded sentences."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from newsgraph.extract.pipeline import decode

TAGS = ("O", "B-A", "I-A", "E-A", "S-A", "B-B", "I-B", "E-B", "S-B")
BIOES = decode.Bioes.of(TAGS)

scores = st.integers(1, 12).flatmap(
    lambda n: arrays(np.float32, (n, len(TAGS)), elements=st.floats(-5, 5, width=32), unique=True)
)


def allowed(tags: list[int]) -> bool:
    """Does the sequence open, go on and close as BIOES says? Spelled out again, without the code under test."""
    state = None
    for tag in tags:
        mark, label = TAGS[tag][0], TAGS[tag][2:]
        if (state is None) != (mark in "OBS") or (mark in "IE" and label != state):
            return False
        state = label if mark in "BI" else None
    return state is None


@given(scores)
def test_tags_are_always_allowed(scores: np.ndarray) -> None:
    """Whatever the scores, the answer is a sequence that BIOES allows."""
    assert allowed(list(decode.best_tags(scores, BIOES)))


@settings(max_examples=30)
@given(
    st.integers(1, 3).flatmap(
        lambda n: arrays(np.float32, (n, len(TAGS)), elements=st.floats(-5, 5, width=32))
    )
)
def test_viterbi_finds_the_best_sequence(scores: np.ndarray) -> None:
    """On short stretches the answer has the best total of all allowed sequences."""
    found = decode._viterbi(scores, BIOES)
    best = max(
        sum(float(scores[i, tag]) for i, tag in enumerate(tags))
        for tags in itertools.product(range(len(TAGS)), repeat=len(scores))
        if allowed(list(tags))
    )
    assert sum(float(scores[i, tag]) for i, tag in enumerate(found)) == pytest.approx(best, abs=1e-3)


def test_names_come_out_of_tags() -> None:
    """B to E and S make names; O makes none."""
    tags = np.array([TAGS.index(tag) for tag in ("B-A", "E-A", "O", "S-B")])
    assert decode.tag_spans(tags, TAGS) == [(0, 2, "A"), (3, 4, "B")]


def is_tree(heads: list[int]) -> bool:
    """One root, and every word reaches it."""
    if heads.count(-1) != 1:
        return False
    for word in range(len(heads)):
        seen = set()
        while word >= 0:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]
    return True


arcs = st.integers(1, 9).flatmap(
    lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-9, 9, width=32), unique=True)
)


@given(arcs)
def test_heads_make_a_tree(scores: np.ndarray) -> None:
    """Whatever the scores, there is one root and no cycle."""
    assert is_tree(list(decode.tree_heads(scores)))


@settings(max_examples=60)
@given(
    st.integers(1, 4).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-9, 9, width=32), unique=True)
    )
)
def test_the_tree_is_the_best_of_its_root(scores: np.ndarray) -> None:
    """No other tree with the same root has a higher total."""
    count = len(scores)
    heads = list(decode.tree_heads(scores))

    def total(tree: tuple[int, ...] | list[int]) -> float:
        return sum(float(scores[word, head + 1]) for word, head in enumerate(tree))

    others = [
        total(tree)
        for tree in itertools.product(range(-1, count), repeat=count)
        if is_tree(list(tree))
        and tree.index(-1) == heads.index(-1)
        and all(w != h for w, h in enumerate(tree))
    ]
    assert total(heads) == pytest.approx(max(others), abs=1e-3)


def test_long_sentences_are_split_where_a_start_is_likely() -> None:
    """A sentence of 1,000 words becomes pieces of at most LONGEST_SENTENCE."""
    scores = np.zeros(1000, dtype=np.float32)
    scores[333] = 1.0
    starts = np.zeros(1000, dtype=bool)
    bounds = decode.sentence_bounds(starts, scores)
    assert bounds[0] == (0, 333)
    assert [start for start, _ in bounds[1:]] == [end for _, end in bounds[:-1]]
    assert max(end - start for start, end in bounds) <= decode.LONGEST_SENTENCE


@given(
    st.integers(3, 9).flatmap(
        lambda n: st.tuples(
            arrays(np.float32, (n, n + 1), elements=st.floats(-0.5, 0.5, width=32)), st.integers(0, n - 2)
        )
    )
)
def test_a_name_hangs_on_the_sentence_by_one_word(drawn: tuple[np.ndarray, int]) -> None:
    scores, start = drawn
    end = min(start + 3, len(scores))
    before = scores.copy()
    heads = decode.tree_heads(decode.hold_together(scores, [(start, end)]))
    assert sum(not start <= heads[word] < end for word in range(start, end)) == 1
    assert (scores == before).all()
