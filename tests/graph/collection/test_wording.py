"""How alike wordings are in what their words mean."""

from __future__ import annotations

from newsgraph.graph.collection.background import Squares
from newsgraph.graph.collection.phrases import content_words
from newsgraph.graph.collection.wording import alike_in_meaning

EVEN = Squares(
    dict.fromkeys(content_words("Vold resigned quit his post on Monday bought a farm Kelda 14 16"), 1.0)
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted(content_words(text)))


def test_words_of_like_meaning_speak_for_each_other() -> None:
    """To quit is to resign, and not to buy."""
    quit_, bought = (
        alike_in_meaning(_words("Vold resigned"), _words(text), EVEN) for text in ("Vold quit", "Vold bought")
    )
    assert 0.7 < quit_[0] < 1
    assert bought == (0.5, 0.5)


def test_names_and_numbers_are_only_like_themselves() -> None:
    """No table has Kelda, and 14 is no 16."""
    assert alike_in_meaning(_words("Kelda 14"), _words("Kelda 16"), EVEN) == (0.5, 0.5)
    assert alike_in_meaning(_words("Kelda"), _words("Vold"), EVEN) == (0, 0)


def test_what_one_says_besides_counts_for_the_other_only() -> None:
    """A wording inside a longer one is wholly said by it."""
    both, most = alike_in_meaning(_words("Vold quit"), _words("Vold quit his post on Monday"), EVEN)
    assert most == 1
    assert both < 1


def test_nothing_is_like_nothing() -> None:
    """No words, or none that anybody else writes, are alike in nothing."""
    assert alike_in_meaning((), _words("Vold quit"), EVEN) == (0, 0)
    assert alike_in_meaning(("unheard",), _words("Vold quit"), EVEN) == (0, 0)
