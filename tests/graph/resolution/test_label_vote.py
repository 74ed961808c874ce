"""Votes on labels: what most articles call a spelling, all of its members are."""

from __future__ import annotations

import pytest

from newsgraph.graph import build_graph
from newsgraph.graph.resolution.label_vote import relabelled, vote_on_labels
from newsgraph.graph.resolution.profile import profile_of
from tests.graph.strategies import mentioning


def labels(*names: tuple[str, str, int]) -> list[str]:
    """Return the labels of the nodes of a collection with so many articles for each name and label."""
    every = [(name, label) for name, label, count in names for _ in range(count)]
    graph = build_graph([mentioning(f"d{n}", name) for n, name in enumerate(every)])
    return sorted(f"{e.name} {e.label} {len(e.members)}" for e in graph.entities if e.named)


def test_most_articles_decide() -> None:
    """One article that takes a body for an event is outvoted."""
    assert labels(("Tarn Forum", "ORG", 4), ("Tarn Forum", "EVENT", 1)) == ["Tarn Forum ORG 5"]


def test_two_articles_are_no_majority() -> None:
    """Where as many say this as that, nothing is decided."""
    found = labels(("Vale", "PERSON", 1), ("Vale", "NORP", 1))
    assert len(found) == 2


def test_an_unknown_word_that_is_a_body_elsewhere_is_one() -> None:
    """Unless somebody in the collection is called so."""
    assert labels(("Vardane", "PERSON", 1), ("Vardane", "ORG", 1)) == ["Vardane ORG 2"]
    found = labels(("Vardane", "PERSON", 1), ("Vardane", "ORG", 1), ("Eva Vardane", "PERSON", 1))
    assert "Vardane ORG 1" in found


def test_a_plural_is_a_group() -> None:
    """A plural whose singular is a group is no person, however often it is taken for one."""
    found = labels(("Tarnists", "PERSON", 3), ("Tarnists", "NORP", 2), ("Tarnist", "NORP", 2))
    assert found == ["Tarnist NORP 7"] or found == ["Tarnists NORP 7"]


@pytest.mark.parametrize("name", ["Republic of Kenya", "Kingdom of Norway"])
def test_the_full_name_of_a_state_is_a_place(name: str) -> None:
    """A state labelled as a body is the state."""
    assert vote_on_labels([profile_of(name, "ORG")]).get("", "GPE") == "GPE"
    assert relabelled(profile_of(name, "ORG"), "GPE").place is not None


def test_a_body_of_the_list_is_no_place() -> None:
    """The seat of a government stands for the government; a city that is called like a body stays one."""
    assert labels(("Kremlin", "GPE", 1), ("Kremlin", "ORG", 1)) == ["Kremlin ORG 2"]
    assert labels(("Kenya", "GPE", 1)) == ["Kenya GPE 1"]


def test_a_city_and_its_club_stay_two() -> None:
    """A known place is never voted out of its label: the club of a city is called like it."""
    found = labels(("Liverpool", "ORG", 5), ("Liverpool", "GPE", 1))
    assert found == ["Liverpool GPE 1", "Liverpool ORG 5"]


def test_a_first_name_stays_a_person() -> None:
    """A woman called like a state is herself."""
    assert "Georgia PERSON 1" in labels(("Georgia", "GPE", 9), ("Georgia", "PERSON", 1))


def test_a_family_name_in_the_article_of_its_bearer_is_hers() -> None:
    """A bare name with the label of a group is the person whom the same article calls by full name."""
    names = (("Petra Valemont", "PERSON"), ("Valemont", "NORP"), ("Norway", "GPE"))
    graph = build_graph([mentioning("a", *names)])
    assert {e.label for e in graph.entities if "Valemont" in e.name} == {"PERSON"}


def test_a_family_name_of_a_famous_person_is_hers() -> None:
    """A bare name with the label of a group belongs to whom many articles call by full name."""
    assert labels(("Petra Valemont", "PERSON", 7), ("Valemont", "NORP", 1))[0].startswith(
        "Petra Valemont PERSON"
    )


@pytest.mark.parametrize(
    ("name", "label", "right"),
    [
        ("Calif.", "PERSON", "GPE"),
        ("BBC London", "LOC", "ORG"),
        ("Tarnova London", "GPE", "GPE"),
        ("Plaza Tarnova", "GPE", "FAC"),
        ("Tarnova Stadium", "GPE", "FAC"),
        ("Rua", "GPE", "GPE"),
        ("UNESCO", "PERSON", "ORG"),
    ],
)
def test_a_name_that_tells_what_it_is_has_that_label(name: str, label: str, right: str) -> None:
    """States cut short, editions of outlets, and what is built in a town; one article is enough."""
    assert [found.split()[-2] for found in labels((name, label, 1))] == [right]
