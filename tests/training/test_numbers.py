"""The rules for numbers and dates, on sentences written for these tests."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.numbers import LABELS, find_numbers


def found(text: str) -> list[tuple[str, str]]:
    """Return the expressions and labels of a text."""
    return [(text[start:end], label) for start, end, label in find_numbers(text)]


def labelled(text: str, label: str) -> list[str]:
    """Return the expressions of one label."""
    return [span for span, other in found(text) if other == label]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on Monday.", ["Monday"]),
        ("It reopened on Thursday, March 5, 2026, after repairs.", ["Thursday, March 5, 2026"]),
        ("Talks ran from 3 to 5 April.", ["3 to 5 April"]),
        ("The bridge opened in 1998 and closed in the 2010s.", ["1998", "the 2010s"]),
        (
            "Early this month the mine closed for the past three years.",
            ["Early this month", "the past three years"],
        ),
        ("A day earlier, two months had passed.", ["A day earlier", "two months"]),
        ("It failed 10 years ago, in the summer of 2020.", ["10 years ago", "the summer of 2020"]),
        ("A 21-year-old farmer left yesterday.", ["21-year-old", "yesterday"]),
        ("Between 2010 and 2014 prices fell.", ["Between 2010 and 2014"]),
        ("By the end of 2027 the dam will stand.", ["the end of 2027"]),
        ("The first quarter of 2020 was weak.", ["The first quarter of 2020"]),
        ("In the late 19th century nobody lived there.", ["the late 19th century"]),
        ("Its annual report says daily traffic fell.", ["annual", "daily"]),
        ("Ms. Okoro, 45, runs the bakery.", ["45"]),
        ("In March she left; in May she returned.", ["March", "May"]),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    """Absolute and relative dates, durations of a day or longer, and ages are DATE."""
    assert labelled(text, "DATE") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The train left at 3:15 p.m. and came at noon.", ["3:15 p.m.", "noon"]),
        ("They argued for two hours on Sunday night.", ["two hours", "Sunday night"]),
        ("Shops open at 10:30 GMT this morning.", ["10:30 GMT this morning"]),
        ("It took half an hour.", ["half an hour"]),
        ("Early on Friday morning it rained overnight.", ["Early on Friday morning", "overnight"]),
    ],
)
def test_times(text: str, expected: list[str]) -> None:
    """Anything shorter than a day is TIME."""
    assert labelled(text, "TIME") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fund raised $3.5 billion and €20.", ["$3.5 billion", "€20"]),
        ("They owe nearly $3 billion.", ["nearly $3 billion"]),
        ("The road cost Rs 500 crore, or 200 million euros.", ["Rs 500 crore", "200 million euros"]),
        ("A fine of between $5 and $10 million.", ["between $5 and $10 million"]),
        ("Hundreds of thousands of dollars vanished.", ["Hundreds of thousands of dollars"]),
        ("Tickets cost 40 U.S. dollars.", ["40 U.S. dollars"]),
    ],
)
def test_money(text: str, expected: list[str]) -> None:
    """Amounts take in their currency and modifiers."""
    assert labelled(text, "MONEY") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell 5% and then 12 percent.", [("5%", "PERCENT"), ("12 percent", "PERCENT")]),
        ("Rates of 2 to 3 per cent", [("2 to 3 per cent", "PERCENT")]),
        ("Growth was -4.1%.", [("4.1%", "PERCENT")]),
        ("A 20-mile trench of three tonnes", [("20-mile", "QUANTITY"), ("three tonnes", "QUANTITY")]),
        ("More than 50 km away", [("More than 50 km", "QUANTITY")]),
        ("It warmed to 31 degrees Celsius.", [("31 degrees Celsius", "QUANTITY")]),
        ("She was first, he came 3rd.", [("first", "ORDINAL"), ("3rd", "ORDINAL")]),
    ],
)
def test_percentages_quantities_and_ordinals(text: str, expected: list[tuple[str, str]]) -> None:
    """Signs and units belong to the expression."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two boats and dozens of nets", ["Two", "dozens"]),
        (
            "more than 300 people, about 20 dogs and at least three cats",
            ["more than 300", "about 20", "at least three"],
        ),
        ("One of them voted; the council split 5-4.", ["One", "5-4"]),
        ("Some 1,500 to 2,000 soldiers", ["Some 1,500 to 2,000"]),
        ("two hundred and fifty houses", ["two hundred and fifty"]),
        ("2000 troops left", ["2000"]),
        ("two-thirds of the hall, half of the street", ["two-thirds", "half"]),
    ],
)
def test_cardinals(text: str, expected: list[str]) -> None:
    """Counts keep their modifiers; numbers in words count as well."""
    assert labelled(text, "CARDINAL") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pilots of the F-16 and the Boeing 747 met.",
        "The Covid-19 ward near the G20 venue",
        "No one must know, and one should ask the other one.",
        "They may march if they must.",
        "May I ask Theresa May?",
        "The fall of the fort",
        "Call +44 20 7946 0958 or see https://example.org/2024/05",
        "He lives at 12 Mulberry Street.",
        "The 20th Century Fox film",
        "Version 1.2.3 is out.",
    ],
)
def test_names_pronouns_and_codes_are_left_alone(text: str) -> None:
    """Digits inside names, the pronoun "one" and verbs that look like months are not labelled."""
    assert found(text) == []


def test_a_line_break_inside_an_expression_is_a_blank() -> None:
    """Wrapped paragraphs keep their expressions; a blank line ends them."""
    assert found("It took 2\nhours.") == [("2\nhours", "TIME")]
    assert found("Item 2\n\nhours") != [("2\n\nhours", "TIME")]


def test_second_is_a_unit_or_an_ordinal() -> None:
    """The word "second" is a time after a number and an ordinal elsewhere."""
    assert found("A 30-second clip of the second man") == [("30-second", "TIME"), ("second", "ORDINAL")]


_WORDS = st.sampled_from(
    re.findall(
        r"\S+\n?",
        "the a May march Monday 3 2026 $ % two million of last year ago - , . one second night 5,000 km euros\n"
        "in 9/11 New Section to and between",
    )
)


@given(st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=12).map(" ".join)))
def test_spans_are_ordered_disjoint_and_labelled(text: str) -> None:
    """Whatever the text, spans lie inside it, do not overlap and carry a known label."""
    spans = find_numbers(text)
    assert all(0 <= start < end <= len(text) and label in LABELS for start, end, label in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end, _ in spans)


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_paragraphs_are_independent(text: str) -> None:
    """A blank line separates: what follows it does not change what was found before."""
    alone = find_numbers(text + "\n\n")
    assert find_numbers(text + "\n\nIt rained.") == alone
