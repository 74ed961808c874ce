"""Which adjectives of nations stand for their states in a record."""

import pytest

import newsgraph


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The Norwegian foreign minister Ada Holm slept.", ["Norway"]),
        ("The Norwegian sculptor Ada Holm slept.", ["Norway"]),  # as her nationality
        ("A Norwegian ferry sank.", []),
        ("Norwegian sculptors slept.", []),
    ],
)
def test_offices_and_nationalities_bring_a_state(text: str, states: list[str]) -> None:
    """A Norwegian minister is one of Norway; a Norwegian ferry brings no state into the record."""
    (record,) = newsgraph.extract_records([text])
    assert [entity.name for entity in record.entities if entity.label == "GPE"] == states
