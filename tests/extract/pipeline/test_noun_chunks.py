"""``doc.noun_chunks`` under Universal Dependencies."""

import pickle

import pytest
import spacy
from spacy.tokens import Doc

from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.pipeline.noun_chunks import noun_chunks

BLANK = spacy.blank("en")


def chunks(*rows: tuple[str, str, str, int]) -> list[str]:
    """The noun chunks of a parse: words, parts of speech, relations and heads."""
    words, pos, deps, heads = zip(*rows, strict=True)
    doc = Doc(BLANK.vocab, words=words, pos=pos, deps=deps, heads=heads)
    return [doc[start:end].text for start, end, _ in noun_chunks(doc)]


def test_a_subject_a_copula_and_a_preposition_are_no_part_of_a_noun() -> None:
    """Under Universal Dependencies they hang on it."""
    found = chunks(
        ("Lind", "PROPN", "nsubj", 3),
        ("is", "AUX", "cop", 3),
        ("a", "DET", "det", 3),
        ("poet", "NOUN", "ROOT", 3),
        ("from", "ADP", "case", 6),
        ("old", "ADJ", "amod", 6),
        ("Oslo", "PROPN", "nmod", 3),
    )
    assert found == ["Lind", "a poet", "old Oslo"]


def test_a_comma_between_adjectives_is_inside() -> None:
    """One that opens nothing is not."""
    found = chunks(
        (",", "PUNCT", "punct", 5),
        ("a", "DET", "det", 5),
        ("big", "ADJ", "amod", 5),
        (",", "PUNCT", "punct", 4),
        ("red", "ADJ", "amod", 5),
        ("ship", "NOUN", "ROOT", 5),
    )
    assert found == ["a big , red ship"]


def test_no_chunk_stands_inside_another() -> None:
    """A place of a participle and an owner belong to the noun."""
    found = chunks(
        ("Ada", "PROPN", "nmod:poss", 5),
        ("'s", "PART", "case", 0),
        ("Oslo", "PROPN", "obl:unmarked", 4),
        ("-", "PUNCT", "punct", 2),
        ("based", "VERB", "amod", 5),
        ("bank", "NOUN", "ROOT", 5),
    )
    assert found == ["Ada 's Oslo - based bank"]


def test_a_name_goes_on_behind_its_head() -> None:
    """Its later words are flat."""
    assert chunks(
        ("Ada", "PROPN", "nsubj", 2), ("Lind", "PROPN", "flat", 0), ("left", "VERB", "ROOT", 2)
    ) == ["Ada Lind"]


def test_a_text_without_a_parse_is_refused() -> None:
    """As spaCy refuses it."""
    with pytest.raises(ValueError, match="not have"):
        list(noun_chunks(Doc(BLANK.vocab, words=["Ships"])))


def test_the_shipped_pipeline_has_them_wherever_it_goes() -> None:
    """Also in a slice and in a process that it is pickled to."""
    doc = load_pipeline(roles=False)("The old bridge was sold to a Norwegian firm.")
    assert [chunk.text for chunk in doc.noun_chunks] == ["The old bridge", "a Norwegian firm"]
    assert [chunk.text for chunk in doc[:5].noun_chunks] == ["The old bridge"]
    assert len(list(pickle.loads(pickle.dumps(doc)).noun_chunks)) == 2
