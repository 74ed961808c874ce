"""A predicate agrees with the name that stands in place of "I"."""

import pytest

from newsgraph.graph.assembly.agreement import predicate_of
from newsgraph.graph.model.statement import Statement
from tests.graph.collection.articles import Said, article, graph_of


def _statement(subject: str, predicate: str) -> Statement:
    words = {"like": "like", "carry out": "carry", "put": "put", "push for": "push"}
    said = Said(subject, predicate, "the bridge", roleset=f"{words.get(predicate, 'be')}.01")
    (found,) = graph_of(article("a", (f"{subject} {predicate} the bridge.", said))).statements
    return found


@pytest.mark.parametrize(
    ("subject", "predicate", "expected"),
    [
        ("I", "am for", "is for"),
        ("We", "don't want", "doesn't want"),
        ("I", "like", "likes"),
        ("I", "carry out", "carries out"),
        ("We", "push for", "pushes for"),
        ("I", "put", "put"),
        ("I", "will like", "will like"),
        ("Ona Reyes", "am for", "am for"),
    ],
)
def test_a_predicate_agrees_with_a_name(subject: str, predicate: str, expected: str) -> None:
    """First and second persons are turned into the third; past forms and names' own verbs stay."""
    assert predicate_of(_statement(subject, predicate), "PERSON") == expected


def test_groups_are_many() -> None:
    """A people behind "we" keeps the plural."""
    assert predicate_of(_statement("We", "are for"), "NORP") == "are for"
