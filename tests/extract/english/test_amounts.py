"""Amounts: golden cases, and laws that hold for every phrase."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.english.amounts import amount_of
from newsgraph.extract.english.amounts.numbers import figures

_CASES = [
    tuple(column.strip() for column in line.split("|"))
    for line in (Path(__file__).parent / "amount_cases.txt").read_text(encoding="utf8").splitlines()
    if line.strip() and not line.startswith("#")
]


def written(value: float | str | None) -> str:
    """One field as the case file writes it."""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return "-" if value is None else value.replace(" ", "_")


@pytest.mark.parametrize(("phrase", "label", "expected"), _CASES)
def test_golden_cases(phrase: str, label: str, expected: str) -> None:
    """Every case of amount_cases.txt."""
    found = amount_of(phrase, None if label == "-" else label)
    fields = found and (found.number, found.low, found.high, found.unit, found.currency, found.approx)
    assert (" ".join(map(written, fields)) if fields else "none") == expected


_WORDS = (
    "a an one two dozen half third 3 40 1,200 3.5 million bn m % percent $ € euros people men of in between and to "
    "or at least nearly - . aged 2015 May Article square km"
).split()


@given(st.one_of(st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join), st.text(max_size=30)))
def test_an_amount_is_a_number_or_a_range(text: str) -> None:
    """Whatever the words, an amount has a number or a lower end, and a range is in order."""
    found = amount_of(text)
    if found is None:
        return
    assert (found.number is None) == (found.low is not None)
    assert found.high is None or (found.low is not None and found.low <= found.high)
    assert found.approx in (None, "about", "over", "under")


@given(st.integers(2, 10**12), st.sampled_from(["people", "ships", "euros", "percent"]))
def test_separators_do_not_count(number: int, unit: str) -> None:
    """A number means the same with and without separators, and years need no separator to be counts."""
    one, other = amount_of(f"{number:,} {unit}"), amount_of(f"{number} {unit}")
    assert one == other
    assert one
    assert one.number == number


@given(st.integers(1, 999))
def test_scales_multiply(number: int) -> None:
    """Three spellings of millions agree."""
    spelled = {
        amount_of(f"{number} million euros"),
        amount_of(f"€{number}m"),
        amount_of(f"{number},000,000 euros"),
    }
    assert len(spelled) == 1


def test_long_and_hostile_text_is_cheap() -> None:
    """Text that is no amount costs little, however long."""
    for text in (
        "1 to " * 50_000,
        "half a " * 50_000,
        "hundred " * 50_000,
        "1," * 50_000,
        "$" * 50_000,
        "9" * 50_000,
    ):
        amount_of(text)


def test_figures_keep_other_words() -> None:
    """Words that are no numbers stay as they are."""
    assert figures("the tension of the often tentative men") == "the tension of the often tentative men"
