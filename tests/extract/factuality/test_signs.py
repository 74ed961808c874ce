"""Signs and cues: what they add up to, and that every statement shows the words that decide it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.english.word_classes import WORDS, word_class
from newsgraph.extract.factuality.signs import NEGATIVE, STRENGTH, Sign, combine
from newsgraph.extract.statements import find_extractions

SIGNS = st.builds(
    Sign, st.sampled_from((NEGATIVE, *STRENGTH[1:])), st.tuples(st.integers(0, 9), st.integers(10, 19))
)


@given(st.lists(SIGNS))
def test_signs_decide_and_nothing_else_does(signs):
    """A statement is negative just where an odd number of its cues deny it, and its modality is one of theirs."""
    read = combine(signs)
    negations = sum(sign.effect == NEGATIVE for sign in read.signs)
    assert (read.polarity == "negative") == (negations % 2 == 1)
    effects = {sign.effect for sign in read.signs} - {NEGATIVE}
    assert read.modality == max(effects, key=STRENGTH.index, default="actual")
    assert combine(read.signs) == read
    assert combine(reversed(signs)) == read


def test_a_statement_keeps_its_cues(parse):
    """The words that make it negative and planned stand in the statement."""
    doc = parse("""
        Olsen NNP nsubj 4
        does VBZ aux 4 do
        not RB advmod 4
        plan VB root 0
        to TO mark 6
        sign VB xcomp 4
        papers NNS obj 6 paper
        . . punct 4
    """)
    (statement,) = find_extractions(doc)
    shown = {(sign.effect, " ".join(doc[t].text for t in sign.tokens)) for sign in statement.signs}
    assert shown == {("negative", "not"), ("planned", "plan")}


@pytest.mark.parametrize("path", sorted(WORDS.glob("*.txt")), ids=lambda path: path.stem)
def test_word_classes_are_lemmas_in_small_letters(path):
    """Nothing is listed twice, and nothing that a lemma could never equal."""
    lines = [line.partition("#")[0] for line in path.read_text("utf8").splitlines()]
    entries = [entry.strip() for line in lines for entry in line.split(",") if entry.strip()]
    assert entries
    assert len(entries) == len(set(entries))
    assert all(entry == entry.lower() for entry in entries)
    assert word_class(path.stem) == set(entries)
