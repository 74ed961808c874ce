"""The three open information extraction scores, on tuples small enough to count by hand."""

import pytest

from training.openie_scores import (
    OpenTuple,
    benchie_forms,
    benchie_score,
    carb_match,
    carb_score,
    wire_score,
)

GOLD = OpenTuple("signed", ("Olsen", "the treaty", "on Friday"))


def test_carb_counts_words_of_predicate_and_arguments():
    """Arguments after the first count as one; two of three words of the prediction's second argument are right."""
    precision, recall = carb_match(GOLD, OpenTuple("signed", ("Olsen", "the treaty today")))
    assert precision == pytest.approx(4 / 5)
    assert recall == pytest.approx(4 / 6)


def test_carb_needs_a_word_of_the_predicate():
    """Otherwise nothing matches; a left-over "be" stands for any of its forms."""
    assert carb_match(GOLD, OpenTuple("broke", ("Olsen", "the treaty"))) == (0.0, 0.0)
    assert carb_match(OpenTuple("was", ("Olsen", "here")), OpenTuple("be", ("Olsen", "here"))) == (1.0, 1.0)


def test_carb_matches_one_to_one_for_precision_only():
    """A second extraction of the same tuple costs precision, not recall."""
    score = carb_score({"s": [GOLD]}, {"s": [GOLD, GOLD]})
    assert (score.precision, score.recall) == (0.5, 1.0)


def test_carb_takes_the_best_threshold():
    """The doubtful extraction is left out."""
    wrong = OpenTuple("x", ("y", "z"), confidence=0.1)
    assert carb_score({"s": [GOLD]}, {"s": [GOLD, wrong]}).f1 == 1.0


def test_benchie_forms_leave_out_what_is_optional():
    """Every choice of the words in square brackets."""
    assert benchie_forms("He --> is --> [the] head [of it]") == {
        ("he", "is", "head"),
        ("he", "is", "the head"),
        ("he", "is", "head of it"),
        ("he", "is", "the head of it"),
    }


def test_benchie_counts_facts_once():
    """Two extractions of one fact are both right, and it is one of two facts."""
    facts = {"1": [benchie_forms("He --> led --> [the] union"), benchie_forms("He --> left --> town")]}
    found = {"1": [OpenTuple("led", ("He", "union")), OpenTuple("led", ("He", "the union"))]}
    score = benchie_score(facts, found)
    assert (score.precision, score.recall) == (1.0, 0.5)


def test_wire_needs_a_shared_word_in_each_part():
    """Subject, predicate and object; then words are counted."""
    gold = {"1": [OpenTuple("led", ("He", "the union"))]}
    assert wire_score(gold, {"1": [OpenTuple("led", ("She", "the union"))]}).f1 == 0.0
    score = wire_score(gold, {"1": [OpenTuple("led", ("He", "union"))]})
    assert (score.precision, score.recall) == (1.0, 0.75)
