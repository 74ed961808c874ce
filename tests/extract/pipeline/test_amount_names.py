"""Names beside numbers: the year of an event belongs to its name."""

from __future__ import annotations

import pytest

from newsgraph.extract.pipeline.amount_names import with_years


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("the 1998 World Cup", [(1, 2, "DATE"), (2, 4, "EVENT")], [(1, 4, "EVENT")]),
        ("in 1998 World Radio", [(1, 2, "DATE"), (2, 4, "ORG")], [(1, 2, "DATE"), (2, 4, "ORG")]),
        ("Friday World Cup", [(0, 1, "DATE"), (1, 3, "EVENT")], [(0, 1, "DATE"), (1, 3, "EVENT")]),
        ("in 1998 the World Cup", [(1, 2, "DATE"), (3, 5, "EVENT")], [(1, 2, "DATE"), (3, 5, "EVENT")]),
    ],
)
def test_a_year_right_before_an_event_is_part_of_its_name(text, spans, expected):
    """Only a year, only before an event, and only with nothing between."""
    assert with_years(spans, text.split()) == expected
