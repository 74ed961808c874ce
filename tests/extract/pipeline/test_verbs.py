"""Verb forms lead back to their verbs, and only to verbs there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.pipeline.verbs import verb_lemma

VERBS = {
    "allege", "bathe", "box", "call", "carry", "deny", "die", "express", "hop", "hope", "organize", "pass", "see", "stop", "undergo",
    "visit", "waver", "withdraw",
}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("alleged", "VBD", "allege"), ("bathing", "VBG", "bathe"), ("boxed", "VBN", "box"), ("called", "VBD", "call"),
        ("carried", "VBN", "carry"), ("chosen", "VBN", "choose"), ("denies", "VBZ", "deny"), ("dying", "VBG", "die"),
        ("expresses", "VBZ", "express"), ("fell", "VBD", "fall"), ("hoped", "VBD", "hope"), ("hopped", "VBD", "hop"),
        ("organised", "VBN", "organise"), ("passing", "VBG", "pass"), ("saw", "VBD", "see"), ("seeing", "VBG", "see"),
        ("stopping", "VBG", "stop"), ("underwent", "VBD", "undergo"), ("visiting", "VBG", "visit"),
        ("wavering", "VBG", "waver"), ("withdrew", "VBD", "withdraw"), ("allege", "VBP", "allege"), ("visit", "VB", "visit"),
    ],
)  # fmt: skip
def test_forms_are_undone(form: str, tag: str, lemma: str) -> None:
    assert verb_lemma(form, tag, VERBS) == lemma


@pytest.mark.parametrize(
    ("form", "tag"),
    [("googled", "VBD"), ("his", "VBZ"), ("sing", "VBG"), ("red", "VBD"), ("are", "VBP"), ("", "VBZ")],
)
def test_what_no_verb_fits_is_left_to_the_network(form: str, tag: str) -> None:
    assert verb_lemma(form, tag, VERBS) is None


@given(
    st.sets(st.text(alphabet="abeginrstxy", min_size=2, max_size=6)),
    st.text(alphabet="abdeginrsty", max_size=9),
)
def test_a_regular_lemma_is_one_of_the_verbs(verbs: set[str], stem: str) -> None:
    for ending, tag in (("xed", "VBD"), ("xing", "VBG"), ("xes", "VBZ")):
        found = verb_lemma(stem + ending, tag, verbs)
        assert found is None or found in verbs
