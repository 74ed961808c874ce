"""Names that nothing compares and a person can tell are asked about, and never joined without an answer."""

import pytest

from newsgraph.graph import ExtractionRecord, Judgement, KnowledgeGraph, build_graph
from newsgraph.graph.review.questions import questions
from tests.graph.strategies import mentioning


def asked(*names: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the names of what is asked about names of one article each."""
    return [(question.left.name, question.right.name) for question in questions(graph_of(*names))]


def graph_of(*names: tuple[str, str], same: tuple[str, str] | None = None) -> KnowledgeGraph:
    """Return the graph of articles with one name each, two of which a person may call the same."""
    records: list[ExtractionRecord] = [mentioning(f"d{n}", name) for n, name in enumerate(names)]
    return build_graph(records, judgements=[Judgement(*same, "same")] if same else [])


@pytest.mark.parametrize("label", ["ORG", "GPE", "PERSON"])
def test_one_word_may_be_short_for_a_body(label: str) -> None:
    """Whatever an article takes the word for; both stay apart until somebody says so."""
    names = ("Korvane Hydro", "ORG"), ("Korvane", label)
    assert asked(*names) in ([("Korvane", "Korvane Hydro")], [("Korvane Hydro", "Korvane")])
    assert len(graph_of(*names).entities) == 2


@pytest.mark.parametrize(
    ("short", "others"),
    [
        (("Norway", "GPE"), [("Norway Hydro", "ORG")]),
        (("Oslo", "ORG"), [("Oslo Hydro", "ORG")]),
        (("Peter", "PERSON"), [("Peter Hydro", "ORG")]),
        (("National", "ORG"), [("National Hydro", "ORG")]),
        (("Korvane", "GPE"), [("Korvane Hydro", "ORG"), ("Korvane Shipping", "ORG")]),
        (("Korvane", "GPE"), [("Korvane", "GPE"), ("Korvane Hydro", "ORG")]),
    ],
)
def test_words_that_many_share_are_not_asked(short: tuple[str, str], others: list[tuple[str, str]]) -> None:
    """Places on the map, names of people, common words, what begins two bodies, and a town of two articles."""
    assert asked(short, *others) == []


def test_one_name_with_two_labels_is_asked() -> None:
    """A town here and a firm there, or a person: nobody but a reader knows; known words may well be both."""
    assert asked(("Vestholm", "GPE"), ("Vestholm", "ORG")) == [("Vestholm", "Vestholm")]
    assert asked(("Vestholm", "GPE"), ("Vestholm", "PERSON")) == [("Vestholm", "Vestholm")]
    assert asked(("Jordan", "GPE"), ("Jordan", "PERSON")) == []


def test_a_firm_stays_a_firm_when_it_is_joined() -> None:
    """Two articles that take the short name for a town do not outvote the full one."""
    names = ("Korvane Hydro", "ORG"), ("Korvane", "GPE"), ("Korvane", "GPE")
    (found,) = graph_of(*names, same=("Korvane Hydro", "Korvane")).entities
    assert found.label == "ORG"
