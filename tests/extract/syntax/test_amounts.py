"""Amounts in the parse: numbers with their units, and what is given to whom."""

from typing import Any

import pytest


def read(text: str) -> Any:
    """The statements of a text."""
    import newsgraph

    return next(iter(newsgraph.extract_records(text, date="2026-03-02"))).statements


def amounts(text: str) -> list[tuple[float | None, str | None]]:
    """Numbers with currency or unit of objects and qualifiers, in order, each once."""
    found = {
        (phrase.amount.number, phrase.amount.currency or phrase.amount.unit): None
        for statement in read(text)
        for phrase in (statement.subject, statement.object, *statement.qualifiers)
        if phrase is not None and phrase.amount is not None
    }
    return list(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Veltra stock rose 8 percent to 22.50 euros.", [(8.0, "percent"), (22.5, "EUR")]),
        ("The rate fell by 2 cents to 1.15 dollars.", [(2.0, "cent"), (1.15, "USD")]),
        ("The gauge lost 1.5 percent to 9,870 points.", [(1.5, "percent"), (9870.0, "point")]),
        ("At least 14 miners died in Orvane.", [(14.0, "miner")]),
        ("Nora Falk, who employs 40 people, bought a barge.", [(40.0, "person")]),
        ("Nora Falk owns a quarter of Veltra Shipping.", [(0.25, "share")]),
        ("The harbour handled 12 million tonnes of grain.", [(12e6, "tonne")]),
    ],
)
def test_amounts_of_statements(text: str, expected: list[tuple[float, str]]) -> None:
    """Every amount stands whole, with its unit, at the phrase whose head it measures."""
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Nordbank lent Tessel AB 12 million euros.", "Tessel AB"),
        ("The jury awarded Mara Quill 2 million dollars.", "Mara Quill"),
        ("A court fined Orvane 70,000 euros.", "Orvane"),
    ],
)
def test_a_name_before_an_amount_receives_it(text: str, recipient: str) -> None:
    """The name and the amount are never one object."""
    objects = [statement.object.text for statement in read(text) if statement.object is not None]
    assert recipient in objects
    assert not any(recipient in other and other != recipient for other in objects)
