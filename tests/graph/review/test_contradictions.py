"""What a graph says of one thing that cannot all be so."""

from __future__ import annotations

import pytest

from newsgraph.graph import ExtractionRecord
from newsgraph.graph.build import build_graph
from newsgraph.graph.review.lint import lint
from tests.graph.collection.articles import Said, article, graph_of
from tests.graph.strategies import mentioning


def problems(*records: ExtractionRecord) -> list[tuple[str, str]]:
    """Return what is found in the graph of ``records``, by name."""
    return [(finding.name, finding.problem) for finding in lint(graph_of(*records))]


def test_one_name_in_two_classes() -> None:
    """What one article takes for a person and another for a town is two nodes; a town gives its name to people."""
    found = lint(build_graph([mentioning("a", ("Vardok", "PERSON")), mentioning("b", ("Vardok", "GPE"))]))
    assert len(found) == 1
    assert found[0].problem in {
        "a person here, elsewhere a place of the same name",
        "a place here, elsewhere a person of the same name",
    }
    assert not lint(build_graph([mentioning("a", ("London", "PERSON")), mentioning("b", ("London", "GPE"))]))
    assert not lint(build_graph([mentioning("a", ("Vardok", "ORG")), mentioning("b", ("Vardok", "ORG"))]))


@pytest.mark.parametrize(("other", "told"), [("Ona Reyes", 1), ("Tarek Vold", 0)])
def test_a_statement_about_itself(other: str, told: int) -> None:
    """Nobody meets herself."""
    said = Said("Ona Reyes", "met", other, roleset="meet.03", event="meeting")
    found = problems(article("a", (f"Ona Reyes met {other}.", said)))
    assert len(found) == told
    assert all(problem == "a statement about itself: Ona Reyes met Ona Reyes" for _, problem in found)


@pytest.mark.parametrize(("relation", "told"), [("parent_of", 1), ("met_with", 0)])
def test_a_relation_both_ways_round(relation: str, told: int) -> None:
    """Who is somebody's mother is not her daughter; a meeting goes both ways."""
    one = Said("Ona Reyes", "raised", "Tarek Vold", relation=relation)
    other = Said("Tarek Vold", "raised", "Ona Reyes", relation=relation)
    records = (
        article("a", ("Ona Reyes raised Tarek Vold.", one)),
        article("b", ("Tarek Vold raised Ona Reyes.", other)),
    )
    assert len(problems(*records)) == told


@pytest.mark.parametrize(
    ("relation", "date", "told"),
    [("owns", "2026-09-02", 1), ("owns", "2031-03-02", 0), ("parent_of", "2031-03-02", 1)],
)
def test_what_changes_over_the_years_is_no_contradiction(relation: str, date: str, told: int) -> None:
    """Kelda owns Vardo, and five years later Vardo owns Kelda; whose mother one is stays."""
    one = Said("Ona Reyes", "had", "Tarek Vold", relation=relation)
    other = Said("Tarek Vold", "had", "Ona Reyes", relation=relation)
    records = (
        article("a", ("Ona Reyes had Tarek Vold.", one), date="2026-03-02"),
        article("b", ("Tarek Vold had Ona Reyes.", other), date=date),
    )
    assert len(problems(*records)) == told


@pytest.mark.parametrize(("day", "told"), [("1950-05-04", 1), ("1950", 0), ("1950-05-03", 0)])
def test_two_days_of_birth(day: str, told: int) -> None:
    """Two days are one too many; the year of a day is none more."""
    first, second = (
        article(
            name,
            (
                f"Ona Reyes was born that day by {name}.",
                Said("Ona Reyes", "was born", relation="born_on", time=f"that day={time}"),
            ),
        )
        for name, time in (("a", "1950-05-03"), ("b", day))
    )
    assert len(problems(first, second)) == told
