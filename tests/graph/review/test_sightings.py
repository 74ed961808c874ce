"""A sighting shows an entity in a sentence, and tells the country that its articles speak of most."""

from __future__ import annotations

import pytest

from newsgraph.graph import build_graph
from newsgraph.graph.review.questions import Sightings
from tests.graph.strategies import mentioning


@pytest.mark.parametrize(
    ("around", "country"),
    [
        (("Norway", "Norwegian", "Kenya"), "Norway"),
        (("Kenya", "Norwegian", "Norway", "Sweden"), "Norway"),
        (("Kenya", "Norway"), None),
        ((), None),
    ],
)
def test_the_country_named_most_is_the_country_around(around: tuple[str, ...], country: str | None) -> None:
    """It need not be more than all others together; of two that are named as often, none is told."""
    labels = {"Norwegian": "NORP"}
    graph = build_graph(
        [mentioning("d", ("Otto Vardane", "PERSON"), *((name, labels.get(name, "GPE")) for name in around))]
    )
    (person,) = [entity for entity in graph.entities if entity.label == "PERSON"]
    assert Sightings(graph).of(person).country == country
