"""The ledger of word classes reads again only what a class said something of."""

import pytest

from benchmarks.words import READ, _Noted


@pytest.fixture
def said() -> set[str]:
    """The classes that said something."""
    return set()


def test_a_no_is_what_an_empty_class_would_say(said: set[str]) -> None:
    """Only a word of the class, in whatever way it is asked for, is noted."""
    denying = _Noted("denying", said)
    assert "mayor" not in denying
    assert denying.isdisjoint({"mayor", "town"})
    assert not denying & {"mayor"}
    assert not said
    assert "reject" in denying
    assert said == {"denying"}


@pytest.mark.parametrize(
    "joined",
    [lambda c: frozenset({"mayor"}) | c, lambda c: c | {"mayor"}, lambda c: {"mayor", *c}, lambda c: set(c) | {"mayor"}],
)  # fmt: skip
def test_who_takes_all_entries_may_find_any_of_them(said: set[str], joined) -> None:
    """The words are those of the class, and the class is noted."""
    assert joined(_Noted("denying", said)) == READ("denying") | {"mayor"}
    assert said == {"denying"}


def test_a_set_of_words_that_is_compared_with_a_class_notes_it(said: set[str]) -> None:
    """Also where the plain set is asked."""
    assert not {"reject"}.isdisjoint(_Noted("denying", said))
    assert said == {"denying"}
