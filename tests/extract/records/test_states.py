"""Which adjectives of nations stand for their states in a record."""

import pytest

import newsgraph


@pytest.mark.parametrize(("role", "place"), [("foreign minister", ["Norway"]), ("sculptor", [])])
def test_only_offices_are_held_for_a_state(role: str, place: list[str]) -> None:
    """A Norwegian minister is one of Norway; a Norwegian sculptor brings no state into the record."""
    (record,) = newsgraph.extract_records([f"The Norwegian {role} Ada Holm slept."])
    assert [entity.name for entity in record.entities if entity.label == "GPE"] == place
