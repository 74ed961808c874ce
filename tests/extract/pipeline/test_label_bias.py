"""What is known of names before the network is asked."""

from __future__ import annotations

import numpy as np
import pytest

from newsgraph.extract.pipeline.label_bias import ARTICLE_COST, LABEL_ODDS, SMALL_COST, weigh_names

TAGS = ["O", "S-PERSON", "I-PERSON", "S-NORP", "B-GPE"]


@pytest.mark.parametrize(
    ("before", "word", "costs"),
    [
        ("", "Harbour", (0.0, 0.0)),
        ("The", "Harbour", (ARTICLE_COST, 0.0)),
        ("in", "harbour", (SMALL_COST, SMALL_COST)),
        ("the", "harbour", (ARTICLE_COST + SMALL_COST, SMALL_COST)),
        ("in", "7", (0.0, 0.0)),
    ],
)
def test_articles_and_small_letters_make_a_name_less_likely(
    before: str, word: str, costs: tuple[float, float]
) -> None:
    """Where it begins: a person after "the", and all but peoples in small letters. The rest keeps the odds of its label."""
    scores = np.zeros((1, len(TAGS)), dtype=np.float32)
    weigh_names(scores, [word], before, TAGS)
    odds = np.array([LABEL_ODDS.get(tag[2:], 0.0) for tag in TAGS])
    np.testing.assert_allclose(odds - scores[0], [0, costs[0], 0, 0, costs[1]], atol=1e-6)


def test_the_word_before_counts_within_a_block() -> None:
    """As the one before the block does."""
    scores = np.zeros((3, len(TAGS)), dtype=np.float32)
    weigh_names(scores, ["Boats", "the", "Harbour"], "", TAGS)
    assert scores[0, 1] - scores[2, 1] == pytest.approx(ARTICLE_COST)
