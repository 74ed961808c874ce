"""Linking of places and nationalities, offline, with an honest None."""

from __future__ import annotations

import pytest

from newsgraph.graph import build_graph
from newsgraph.graph.knowledge.gazetteer import candidates, country, link, nationality
from tests.graph.strategies import mentioning


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kenya", "KE"),
        ("the Netherlands", "NL"),
        ("U.K.", "GB"),
        ("Ivory Coast", "CI"),
        ("Côte d'Ivoire", "CI"),
    ],
)
def test_countries_link_by_all_their_names(name: str, code: str):
    """A country links to ISO 3166, GeoNames and Wikidata."""
    place = link(name)
    assert place is not None
    assert place.iso == code
    assert len(place.iris) == 3
    assert place == country(code)


@pytest.mark.parametrize(
    ("word", "code"), [("Kenyans", "KE"), ("Spaniard", "ES"), ("Swedish", "SE"), ("Korean", None)]
)
def test_nationalities_are_known_by_country(word: str, code: str | None):
    """A word for a people leads to its country, unless it means several."""
    assert nationality(word) == code
    assert link(word) is None


def test_a_big_city_links_alone_and_a_small_one_with_its_country():
    """The smaller a town, the more the document has to say."""
    assert link("Nairobi").country == "KE"
    assert link("Nakuru") is None
    assert link("Nakuru", ["Kenya"]).country == "KE"


def test_namesakes_need_context():
    """Where several places are meant equally, there is no link."""
    assert len(candidates("Springfield")) > 2
    assert link("Springfield") is None
    assert link("Springfield", ["Ohio", "U.S."]).part == "Ohio"
    assert link("Atlantis") is None


def test_linked_entities_have_iris_and_one_name():
    """The canonical name of a linked place is the same whatever the documents call it."""
    ids = {
        build_graph([mentioning("a", (name, "GPE"))]).entities[0].id
        for name in ("Ivory Coast", "Côte d'Ivoire")
    }
    assert len(ids) == 1
    (entity,) = build_graph([mentioning("a", ("Nairobi", "GPE"))]).entities
    assert entity.links == link("Nairobi").iris != ()
    (person,) = build_graph([mentioning("a", ("Nairobi", "PERSON"))]).entities
    assert person.links == ()
