"""The linter for nodes."""

from __future__ import annotations

from hashlib import sha256

import pytest

from newsgraph.graph import build_graph
from newsgraph.graph.model.record import ExtractionRecord, LocalDocument, LocalEntity, LocalMention
from newsgraph.graph.review.lint import lint
from tests.graph.strategies import mentioning


@pytest.mark.parametrize(
    ("name", "label", "problem"),
    [
        ("He", "PERSON", "a pronoun"),
        ("Monday", "ORG", "a day or month"),
        ("Prime Minister", "PERSON", "a bare title"),
        ("the", "ORG", "a function word"),
        ("THE", "ORG", "a function word"),
        ("B.", "ORG", "a single letter"),
        ("EXCLUSIVE", "ORG", "a newsroom word"),
        ("By Oriel Tamsin", "PERSON", "a byline"),
        ("—", "ORG", "no letters"),
        ("officials", "PERSON", "no capital letter"),
        ("Tamsin,", "PERSON", "punctuation at its edge"),
        ("Petra's", "PERSON", "punctuation at its edge"),
        ("What " + "very " * 12 + "long", "ORG", "a clause"),
    ],
)
def test_junk_is_found(name: str, label: str, problem: str):
    """Each kind of junk has a word for it."""
    assert [finding.problem for finding in lint(build_graph([mentioning("a", (name, label))]))] == [problem]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("IT", "ORG"), ("WHO", "ORG"), ("May", "PERSON"), ("Judge", "PERSON"), ("eBay", "ORG"), ("Yahoo!", "ORG"),
        ("G7", "ORG"), ("“Dune”", "WORK_OF_ART"), ("de Vries", "PERSON"), ("李", "PERSON"),
    ],
)  # fmt: skip
def test_names_are_left_alone(name: str, label: str):
    """Names that look odd are names."""
    assert lint(build_graph([mentioning("a", (name, label))])) == ()


def dateline(text: str, *, again: str = "") -> ExtractionRecord:
    """Return a record that mentions the agency Nordpress at its first place in ``text``, and in ``again``."""
    whole = text + again
    starts = [start for start in range(len(whole)) if whole.startswith("Nordpress", start)]
    mentions = [
        LocalMention(f"m{n}", s, s + 9, "Nordpress", "ORG", "name", "e0") for n, s in enumerate(starts)
    ]
    source = LocalDocument("a", "a", None, None, "en", sha256(whole.encode()).hexdigest(), len(whole), whole)
    return ExtractionRecord(
        source, ((0, len(whole)),), tuple(mentions), (LocalEntity("e0", "Nordpress", "ORG"),)
    )


def test_agency_in_a_dateline():
    """An agency that only stands in datelines did nothing; one that is spoken of did."""
    head = "OSLO, March 2 (Nordpress) - Ferries were late on Monday."
    assert [finding.problem for finding in lint(build_graph([dateline(head)]))] == ["an agency in a dateline"]
    assert lint(build_graph([dateline(head, again=" The mayor told Nordpress why.")])) == ()
    assert lint(build_graph([dateline("The mayor told Nordpress why.")])) == ()
