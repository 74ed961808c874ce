"""EDTF: what is a date, and which days it spans."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.graph.edtf import bounds, is_edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02-29T14:30Z", "2024-02-29", "2024-02-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2024-25", "2024-03-01", "2024-05-31"),
        ("2024-31", "2024-03-01", "2024-05-31"),
        ("2024-30", "2024-12-01", "2025-02-28"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-36~", "2024-10-01", "2024-12-31"),
        ("2024-38", "2024-05-01", "2024-08-31"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX?", "1900-01-01", "1999-12-31"),
        ("2024-33/2024-24", "2024-01-01", "2025-02-28"),
        ("2024-05/..", "2024-05-01", None),
        ("../2024-05", None, "2024-05-31"),
        ("-0300", None, None),
        ("9999-24", None, None),
    ],
)
def test_dates(value: str, first: str | None, last: str | None) -> None:
    """Every form of ISO 8601-2 that says which days it means."""
    assert is_edtf(value)
    assert tuple(day and day.isoformat() for day in bounds(value)) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "soon", "P2D", "R/P1Y", "..", "../..", "2024-13", "2024-42", "2023-02-29", "٢٠٢٤", "2024/", "24"],
)
def test_what_is_no_date(value: str) -> None:
    """Durations, recurring times, words and days that no calendar has."""
    assert not is_edtf(value)
    assert bounds(value)[1] is None


def test_an_interval_does_not_run_backwards() -> None:
    """What ends before it starts spans no days."""
    assert bounds("2024-05/2023") == (None, None)


@given(st.dates(), st.dates())
def test_an_interval_spans_its_ends(one: date, other: date) -> None:
    """From the first day of the first to the last of the last."""
    first, last = sorted((one, other))
    assert bounds(f"{first}/{last}") == (first, last)


@given(st.text("0123456789X-/.~?T", max_size=20))
def test_any_text_is_read(value: str) -> None:
    """Whatever comes, days are in order, and only dates have some."""
    first, last = bounds(value)
    assert not (first and last) or first <= last
    assert is_edtf(value) or "/" in value or (first, last) == (None, None)
