"""Noise for training windows: names change places, case is lost; what the labels say stays true."""

from __future__ import annotations

import csv
import gzip
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.pipeline.pieces import shape
from training.augment import Names, blur, certain_spans, misspell, swap
from training.corpora import Document, span_tags

WORDS = "Yesterday Karin Holt met Kurds in Bergen , and Karin Holt left Bergen".split()
SPANS = [(1, 3, "PERSON"), (4, 5, "NORP"), (6, 7, "GPE"), (9, 11, "PERSON"), (12, 13, "GPE")]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Names:
    """The names of one document and of two small gazetteers."""
    folder: Path = tmp_path_factory.mktemp("gazetteers")
    (folder / "world-cities").mkdir()
    (folder / "factbook").mkdir()
    with gzip.open(folder / "world-cities/world-cities.csv.gz", "wt", encoding="utf8") as file:
        rows = csv.DictWriter(file, ["name"])
        rows.writeheader()
        rows.writerows({"name": name} for name in ("Oslo", "Turku", "Harbour 7"))
    with gzip.open(folder / "factbook/countries.jsonl.gz", "wt", encoding="utf8") as file:
        row = {
            "ethnic_groups": "Sami 12.5%, other 3%",
            "religions": "Lutheran",
            "nationality_adj": "Northern",
        }
        file.write(json.dumps(row) + "\n")
    document = Document("own", ["Piet", "Vos", "and", "Ada", "Lind"])
    person = span_tags(frozenset({"PERSON"}), 2)
    document.names = [*person, frozenset({"O"}), *person]
    return Names([document], folder)


def test_names_of_gazetteers_are_words_only(names: Names) -> None:
    assert names.pools[("GPE", 1)] == [("Oslo",), ("Turku",)]
    assert names.pools[("NORP", 1)] == [("Lutheran",), ("Northern",), ("Sami",)]


def test_an_uncertain_label_is_no_span() -> None:
    place = span_tags(frozenset({"GPE", "LOC"}), 1)
    assert certain_spans([*place, *span_tags(frozenset({"ORG"}), 3), None]) == [(1, 4, "ORG")]


@given(st.integers(0, 10_000))
def test_swapped_names_keep_place_and_number_of_words(names: Names, seed: int) -> None:
    found = swap(WORDS, SPANS, names, random.Random(seed), parsed=False)
    assert len(found) == len(WORDS)
    covered = {i for start, end, _ in SPANS for i in range(start, end)}
    assert all(found[i] == WORDS[i] for i in range(len(WORDS)) if i not in covered)
    assert found[1:3] == found[9:11]
    assert found[6] == found[12]
    assert found[4] == "Kurds" or found[4].endswith("s")


def test_names_are_swapped_at_times_and_at_times_not(names: Names) -> None:
    found = {tuple(swap(WORDS, SPANS, names, random.Random(seed), parsed=False)) for seed in range(50)}
    assert tuple(WORDS) in found
    assert len(found) > 5


def test_a_parsed_name_of_several_words_stays_but_for_persons(names: Names) -> None:
    words = "Bank of Bergen".split()
    for seed in range(50):
        assert swap(words, [(0, 3, "ORG")], names, random.Random(seed), parsed=True) == words


@given(st.lists(st.sampled_from(["Bergen", "is", "WFO", "9"]), min_size=1), st.integers(0, 1000))
def test_blurred_case_is_some_case_of_the_word(words: list[str], seed: int) -> None:
    forms = blur(words, random.Random(seed))
    assert len(forms) == len(words)
    for word, form in zip(words, forms, strict=True):
        assert form in {shape(word), shape(word.lower()), shape(word.upper())}


@given(st.text("abcdefgh", min_size=4, max_size=12), st.integers(0, 1000))
def test_a_slip_keeps_the_first_letter_and_changes_few_others(word: str, seed: int) -> None:
    found = misspell(word, random.Random(seed))
    assert found[0] == word[0]
    assert abs(len(found) - len(word)) <= 1
    assert set(found) <= set(word)


@pytest.mark.parametrize("word", ["the", "7,500", "U.S.", "co-op"])
def test_short_words_and_what_is_no_word_are_not_misspelled(word: str) -> None:
    assert misspell(word, random.Random(0)) == word
