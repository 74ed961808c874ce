"""Names in a document agree: votes, missed occurrences, and what stays out of both."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.pipeline.label_voting import agree

LABELS = ("DATE", "GPE", "NORP", "ORG", "PERSON")
TAGS = ("O", *(f"{mark}-{label}" for label in LABELS for mark in "BIES"))


def scores_of(words: list[str], said: dict[int, dict[str, float]]) -> np.ndarray:
    """Zero everywhere but where ``said`` gives a word's score for a tag; all other words are outside names."""
    scores = np.zeros((len(words), len(TAGS)), dtype=np.float32)
    scores[:, 0] = 8.0
    for place, tags in said.items():
        scores[place, 0] = 0.0
        for tag, value in tags.items():
            scores[place, TAGS.index(tag)] = value
    return scores


def starts_of(words: list[str]) -> list[bool]:
    return [i == 0 or words[i - 1] == "." for i in range(len(words))]


def test_the_surer_occurrences_win() -> None:
    words = "Orlan met us . Orlan spoke . Near Orlan".split()
    said = {0: {"S-PERSON": 9.0}, 4: {"S-PERSON": 8.0, "S-ORG": 2.0}, 8: {"S-GPE": 3.0, "S-PERSON": 2.0}}
    spans = [(0, 1, "PERSON"), (4, 5, "PERSON"), (8, 9, "GPE")]
    found = agree(words, spans, scores_of(words, said), starts_of(words), TAGS)
    assert found == [(0, 1, "PERSON"), (4, 5, "PERSON"), (8, 9, "PERSON")]


def test_peoples_and_dates_keep_their_label() -> None:
    words = "Thai food . Thai won . May came . May left".split()
    said = {0: {"S-NORP": 9.0}, 3: {"S-GPE": 3.0}, 6: {"S-DATE": 9.0}, 9: {"S-PERSON": 5.0}}
    spans = [(0, 1, "NORP"), (3, 4, "GPE"), (6, 7, "DATE"), (9, 10, "PERSON")]
    assert agree(words, spans, scores_of(words, said), starts_of(words), TAGS) == spans


def test_nobody_has_an_article_but_as_part_of_a_longer_phrase() -> None:
    words = "The Citadel said so . Citadel sources agreed . The Citadel press".split()
    said = {5: {"S-PERSON": 6.0, "S-ORG": 4.0}, 1: {"S-PERSON": 1.0, "O": 2.0}, 10: {"S-PERSON": 9.0}}
    scores, starts, spans = scores_of(words, said), starts_of(words), [(5, 6, "PERSON"), (10, 11, "PERSON")]
    nouns = [word in {"sources", "press"} for word in words]
    assert {label for _, _, label in agree(words, spans, scores, starts, TAGS, nouns)} == {"ORG"}
    rest = words[5:]
    later = [(start - 5, end - 5, label) for start, end, label in spans]
    assert agree(rest, later, scores[5:], starts[5:], TAGS, nouns[5:]) == later


def test_a_headline_of_capitals_takes_the_label_of_the_name_below() -> None:
    """ "LUND LEAVES" is about the Lund of the text; "ADA" may be initials and stays."""
    words = "LUND left ADA . Lund ran . Ada slept".split()
    said = {0: {"S-GPE": 6.0}, 2: {"S-GPE": 6.0}, 4: {"S-PERSON": 6.0}, 7: {"S-PERSON": 6.0}}
    spans = [(0, 1, "GPE"), (2, 3, "GPE"), (4, 5, "PERSON"), (7, 8, "PERSON")]
    found = agree(words, spans, scores_of(words, said), starts_of(words), TAGS)
    assert [label for _, _, label in found] == ["PERSON", "GPE", "PERSON", "PERSON"]


@pytest.mark.parametrize("address", ["Mr.", "Ms", "said"])
def test_whoever_is_addressed_like_a_person_may_have_an_article(address: str) -> None:
    """ "The Lund we know" is still Mr. Lund, not so "the Citadel"."""
    words = f"The Lund we know . {address} Lund ran".split()
    said = {1: {"S-PERSON": 4.0, "S-GPE": 6.0}, 6: {"S-PERSON": 9.0, "S-GPE": 6.0}}
    spans = [(1, 2, "GPE"), (6, 7, "PERSON")]
    found = agree(words, spans, scores_of(words, said), starts_of(words), TAGS)
    assert {label for _, _, label in found} == {"GPE" if address == "said" else "PERSON"}


@pytest.mark.parametrize(
    ("first", "place", "expected"), [("Ada", 5.0, "PERSON"), ("Ada", 9.0, "GPE"), ("Old", 5.0, "GPE")]
)
def test_the_last_word_of_a_persons_name_is_rather_the_person(
    first: str, place: float, expected: str
) -> None:
    """Unless the network is sure of a place, as of the town beside somebody who is named like it."""
    words = f"{first} Orlan met us . Near Orlan".split()
    label = "PERSON" if first == "Ada" else "ORG"
    said = {0: {f"B-{label}": 9.0}, 1: {f"E-{label}": 9.0}, 6: {"S-GPE": place, "S-PERSON": 3.0}}
    spans = [(0, 2, label), (6, 7, "GPE")]
    found = agree(words, spans, scores_of(words, said), starts_of(words), TAGS)
    assert found == [(0, 2, label), (6, 7, expected)]


def test_a_missed_occurrence_is_found_unless_the_network_was_sure() -> None:
    words = "Acme Widgets grew . Later Acme Widgets fell . The Acme Widgets".split()
    said = {
        0: {"B-ORG": 9.0}, 1: {"E-ORG": 9.0},
        5: {"B-ORG": 1.0, "O": 2.0}, 6: {"E-ORG": 1.0, "O": 1.5},
    }  # fmt: skip
    found = agree(words, [(0, 2, "ORG")], scores_of(words, said), starts_of(words), TAGS)
    assert found == [(0, 2, "ORG"), (5, 7, "ORG")]


def test_no_name_runs_over_a_sentence_or_another_name() -> None:
    words = "New Haven . Was it New Haven and New Haven".split()
    scores = scores_of(words, {i: {"B-GPE": 1.0, "E-GPE": 1.0} for i in (0, 1, 5, 6, 8, 9)})
    starts = [i in (0, 3, 6) for i in range(len(words))]
    spans = [(0, 2, "GPE"), (9, 10, "DATE")]
    assert agree(words, spans, scores, starts, TAGS) == spans


@given(st.data())
def test_names_never_overlap_and_none_is_lost(data: st.DataObject) -> None:
    words = data.draw(
        st.lists(st.sampled_from(["Ada", "Bo", "the", "The", "ran", "."]), min_size=1, max_size=14)
    )
    seed = data.draw(st.integers(0, 9999))
    scores = np.random.default_rng(seed).normal(0, 3, (len(words), len(TAGS))).astype(np.float32)
    spans, place = [], 0
    while place < len(words):
        end = place + data.draw(st.integers(1, 3))
        if data.draw(st.booleans()) and end <= len(words):
            spans.append((place, end, data.draw(st.sampled_from(LABELS))))
        place = end
    found = agree(words, spans, scores, starts_of(words), TAGS)
    borders = {(start, end) for start, end, _ in found}
    assert {(start, end) for start, end, _ in spans} <= borders
    assert all(left[1] <= right[0] for left, right in pairwise(found))
