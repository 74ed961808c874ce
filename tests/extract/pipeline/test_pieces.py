"""Case shapes and edit scripts."""

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.pipeline.lemmas import apply_script, edit_script
from newsgraph.extract.pipeline.pieces import SHAPES, shape

words = st.text(st.characters(codec="utf8", exclude_categories=["Z", "C"]), min_size=1, max_size=12)


@given(words, words)
def test_a_script_gives_the_lemma_it_was_made_of(word: str, lemma: str) -> None:
    """Making and applying a script are inverse, for any two words."""
    assert apply_script(word, edit_script(word, lemma)) == lemma


@given(words)
def test_shapes_are_in_range(word: str) -> None:
    """Every word has a shape, and none is the padding's."""
    assert 0 < shape(word) < SHAPES


def test_shapes_tell_capitals() -> None:
    """What an uncased encoder cannot see."""
    assert len({shape(word) for word in ("us", "US", "Us", "U.S.", "iPhone", "2026", "F-16", "—")}) == 8
