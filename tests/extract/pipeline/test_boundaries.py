"""Where sentences start and end in raw text: abbreviations, lines without stops, names before verbs."""

import numpy as np
import pytest
from spacy.language import Language

from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.pipeline.boundaries import settle_starts


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The shipped pipeline, without roles."""
    return load_pipeline(roles=False)


def starts(
    words: str, tags: str, network: tuple[int, ...], scores: dict[int, float] | None = None
) -> list[int]:
    """Settled starts of words with their tags, where the network starts a sentence at some."""
    split = words.split()
    marked = np.zeros(len(split), dtype=np.bool_)
    marked[list(network)] = True
    known = [(scores or {}).get(i, -5.0) for i in range(len(split))]
    breaks = [4, *[1] * (len(split) - 1)]
    found = settle_starts(split, breaks, tags.split(), known, marked, np.ones(len(split), dtype=np.bool_))
    return [int(i) for i in np.flatnonzero(found)]


def test_an_abbreviation_may_end_a_sentence() -> None:
    """A name and a finite verb behind it tell, where there was a verb before."""
    assert starts("Ida runs Veltra Corp. Jon left .", "NNP VBZ NNP NNP NNP VBD .", (0,)) == [0, 4]
    assert starts("The Veltra Corp. Jon left .", "DT NNP NNP NNP VBD .", (0,)) == [0]


def test_a_full_stop_ends_a_sentence() -> None:
    """Before titles, too, where the network sees no start."""
    assert starts("Ida met Moe . Prof. Jon left .", "NNP VBD NNP . NNP NNP VBD .", (0,)) == [0, 4]
    assert starts("Ida met Moe . Prof. Jon .", "NNP VBD NNP . NNP NNP .", (0,)) == [0]


def test_titles_and_initials_end_none() -> None:
    """What stands before a name belongs to it."""
    assert starts("Ida met Dr. Jon left .", "NNP VBD NNP NNP VBD .", (0,)) == [0]
    assert starts("Ida said J.R. Moe left .", "NNP VBD NNP NNP VBD .", (0,)) == [0]
    assert starts("Ida said U.S. Senators left .", "NNP VBD NNP NNPS VBD .", (0,)) == [0]


def test_no_sentence_starts_between_a_name_and_its_verb() -> None:
    """Unless the network is certain."""
    assert starts("Ida Moe left Rome", "NNP NNP VBD NNP", (0, 2), {2: 0.9}) == [0]
    assert starts("Ida Moe left Rome", "NNP NNP VBD NNP", (0, 2), {2: 6.0}) == [0, 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Moe founded Veltra Inc. Jon Falk runs Tessel Ltd. now.", ["Ida Moe founded Veltra Inc.", "Jon Falk runs Tessel Ltd. now."]),
        ("The bank paid Veltra $4m. Regulators objected.", ["The bank paid Veltra $4m.", "Regulators objected."]),
        ("The talks ended at 4 p.m. Jon Falk slept.", ["The talks ended at 4 p.m.", "Jon Falk slept."]),
        ("Ida Moe thanked Veltra Corp. chairman Jon Falk.", ["Ida Moe thanked Veltra Corp. chairman Jon Falk."]),
        ("Ida Moe bought Veltra S.A. Jon Falk sued.", ["Ida Moe bought Veltra S.A.", "Jon Falk sued."]),
        ("Ida Moe praised Captain S.A. Falk and left.", ["Ida Moe praised Captain S.A. Falk and left."]),
        ("The envoy quoted U.S. Senator Jon Falk.", ["The envoy quoted U.S. Senator Jon Falk."]),
        ("Harbour reopens\nIda Moe elected mayor\nTram line shut\n", ["Harbour reopens", "Ida Moe elected mayor", "Tram line shut"]),
    ],
)  # fmt: skip
def test_sentences_of_raw_text(nlp: Language, text: str, expected: list[str]) -> None:
    """Sentences as the pipeline finds them."""
    assert [sent.text.strip() for sent in nlp(text).sents] == expected


def test_many_sentences_in_one_line(nlp: Language) -> None:
    """Two hundred sentences without a line break are two hundred sentences."""
    names = [
        f"{first} {last}"
        for first in "Ida Jon Mara Nils Vera Sven Rosa Emil Tove Axel".split()
        for last in "Falk Moe Quill Berg Dahl Strand Vik Holm Lund Nord Sand Voss Krog Brun Friis Bach Juhl Ravn Toft Rask".split()
    ]
    doc = nlp(" ".join(f"{name} praised Per Skov in Turin." for name in names))
    assert len(list(doc.sents)) == len(names)
