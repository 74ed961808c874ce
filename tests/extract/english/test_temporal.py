"""Time expressions: golden cases, and laws that hold for every expression."""

import re
from calendar import monthrange
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.english.temporal import TimeValue, bounds, normalise
from newsgraph.extract.english.temporal.tagging import find_inside

_CASES = [
    tuple(column.strip() for column in line.split("|"))
    for line in (Path(__file__).parent / "temporal_cases.txt").read_text(encoding="utf8").splitlines()
    if line.strip() and not line.startswith("#")
]


def read_case(anchor: str, tense: str, expression: str) -> TimeValue | None:
    """Normalise one golden case."""
    day, _, spoken = anchor.partition(" @ ")
    return normalise(
        expression,
        None if day == "-" else date.fromisoformat(day),
        tense=None if tense == "-" else tense,
        reference=TimeValue(spoken, "date", "day") if spoken else None,
    )


@pytest.mark.parametrize(("anchor", "tense", "expression", "value"), _CASES)
def test_golden_cases(anchor: str, tense: str, expression: str, value: str) -> None:
    """Every case of temporal_cases.txt."""
    found = read_case(anchor, tense, expression)
    assert (found.value if found else "none") == value


def test_there_are_enough_golden_cases() -> None:
    """The file is read in full, and no case is in it twice."""
    assert len(_CASES) > 200
    assert len({case[:3] for case in _CASES}) == len(_CASES)


@pytest.mark.parametrize(
    ("text", "inside"), [("at a fair on March 3", "march 3"), ("weeks after the fair on March 3", None)]
)
def test_a_date_behind_after_is_no_time_of_the_whole(text: str, inside: str | None) -> None:
    """The fair was on that day, and what came after it was not."""
    found = find_inside(text)
    assert (found and found.casefold()) == inside


def test_nothing_is_counted_in_days_from_a_year() -> None:
    """ "In 2019 ... four days later": on which day, nobody knows; a year later is 2020."""
    year = TimeValue("2019", "date", "year")
    assert normalise("four days later", date(2024, 5, 15), tense="past", reference=year) is None
    later = normalise("a year later", date(2024, 5, 15), tense="past", reference=year)
    assert later == TimeValue("2020", "date", "year")


# --- a validator of EDTF and of the ISO 8601 durations, independent of the code under test ----------------------

_DATE = re.compile(r"(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?~?")
_DURATION = re.compile(r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?")


def is_edtf_date(text: str) -> bool:
    """A year, season, quarter, month or day; a decade or century with X."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = match.groups()
    if month is None:
        return True
    if day is None:
        return "X" not in year and (1 <= int(month) <= 12 or 21 <= int(month) <= 24 or 33 <= int(month) <= 36)
    return int(year) > 0 and 1 <= int(month) <= 12 and 1 <= int(day) <= monthrange(int(year), int(month))[1]


def is_valid(value: str) -> bool:
    """An EDTF date or interval, a duration, or a repeated duration."""
    if value.startswith("R/"):
        return bool(_DURATION.fullmatch(value[2:]))
    if value.startswith("P"):
        return bool(_DURATION.fullmatch(value))
    start, slash, end = value.partition("/")
    if not slash:
        return is_edtf_date(start)
    return {start, end} != {".."} and all(part == ".." or is_edtf_date(part) for part in (start, end))


@pytest.mark.parametrize("value", ["2024-13", "2024-02-30", "../..", "", "P", "R/", "2024/", "199X-04", "24"])
def test_the_validator_refuses(value: str) -> None:
    """The validator itself can fail."""
    assert not is_valid(value)


# --- laws ----------------------------------------------------------------------------------------------------------

_ANCHORS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_TENSES = st.sampled_from(["past", "future", None])
_EXPRESSIONS = st.sampled_from(sorted({case[2] for case in _CASES}))
_WORDS = (
    "the a of in on at to from since until by before after between and early late mid last next this that same two 3 "
    "10 2019 1990s '80s years week weeks months day days ago later earlier Monday Sunday March May January Christmas "
    "weekend end first second quarter half summer century year 2019-03-07 7th night noon about few past every , - . ~"
)
_PHRASES = st.lists(st.sampled_from(re.findall(r"\S+", _WORDS)), max_size=7).map(" ".join)


@pytest.mark.parametrize("text", ["from until 1999", "until since 1999"])
def test_no_interval_is_open_on_both_sides(text: str) -> None:
    found = normalise(text, None)
    assert found is None or found.value != "../.."


@given(st.one_of(_EXPRESSIONS, _PHRASES, st.text(max_size=20)), st.none() | _ANCHORS, _TENSES)
def test_values_are_edtf_and_kinds_agree(text: str, anchor: date | None, tense: str | None) -> None:
    """Whatever the words, a value is valid EDTF or ISO 8601 and its kind says which."""
    found = normalise(text, anchor, tense=tense)
    if found is None:
        return
    assert is_valid(found.value)
    assert (found.kind == "duration") == found.value.startswith("P")
    assert (found.kind == "set") == found.value.startswith("R/")
    assert found.kind != "interval" or "/" in found.value
    assert found.kind != "date" or "/" not in found.value


@given(st.one_of(_EXPRESSIONS, _PHRASES), _ANCHORS, _TENSES)
def test_intervals_are_ordered(text: str, anchor: date, tense: str | None) -> None:
    """The first day of an interval is not after its last."""
    found = normalise(text, anchor, tense=tense)
    first, last = bounds(found.value) if found else (None, None)
    assert first is None or last is None or first <= last


_FORMS = st.sampled_from(
    [
        "{0.day} {0:%B} {0.year}",
        "{0:%B} {0.day}, {0.year}",
        "{0.year}-{0:%m}-{0:%d}",
        "{0:%A}, {0:%B} {0.day}, {0.year}",
        "{0:%d}.{0:%m}.{0.year}",
    ]
)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.none() | _ANCHORS, _TENSES, _FORMS)
def test_absolute_days_do_not_depend_on_the_anchor(
    day: date, anchor: date | None, tense: str | None, form: str
) -> None:
    """A day stated in full is that day, in every form and read from anywhere."""
    found = normalise(form.format(day), anchor, tense=tense)
    assert found == TimeValue(day.isoformat(), "date", "day")


@given(_EXPRESSIONS, _ANCHORS, _ANCHORS, _TENSES)
def test_what_needs_no_anchor_ignores_it(text: str, one: date, other: date, tense: str | None) -> None:
    """An expression that can be read without an anchor is read the same with any; a length of time becomes a day with one."""
    alone = normalise(text, None, tense=tense)
    if alone is not None and alone.kind != "duration" and "'" not in text:
        assert normalise(text, one, tense=tense) == normalise(text, other, tense=tense) == alone


@given(
    _ANCHORS, st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
)
def test_weekdays_are_near(anchor: date, name: str) -> None:
    """A past weekday is at most six days back, a future one six days ahead, and "last" never the day itself."""
    past, future = (normalise(name, anchor, tense=tense) for tense in ("past", "future"))
    last = normalise(f"last {name}", anchor)
    assert past
    assert future
    assert last
    assert 0 <= (anchor - date.fromisoformat(past.value)).days <= 6
    assert 0 <= (date.fromisoformat(future.value) - anchor).days <= 6
    assert 1 <= (anchor - date.fromisoformat(last.value)).days <= 7
    assert all(date.fromisoformat(one.value).strftime("%A") == name for one in (past, future, last))


@given(_ANCHORS, st.integers(1, 400), st.sampled_from(["day", "month", "year"]))
def test_precision_is_kept(anchor: date, count: int, unit: str) -> None:
    """Days are counted to a day, months to a month, years to a year; there and back is the same."""
    ago = normalise(f"{count} {unit}s ago", anchor)
    assert ago
    assert ago.precision == unit
    assert len(ago.value) == {"day": 10, "month": 7, "year": 4}[unit]
    back = normalise(f"{count} {unit}s later", anchor, reference=ago)
    assert back
    assert back.value == anchor.isoformat()[: len(ago.value)]


@given(
    _ANCHORS, st.sampled_from(["last", "this", "next"]), st.sampled_from(["week", "month", "year", "decade"])
)
def test_periods_follow_each_other(anchor: date, which: str, unit: str) -> None:
    """The present period holds the anchor; last and next do not."""
    found = normalise(f"{which} {unit}", anchor)
    assert found
    first, last = bounds(found.value)
    assert first
    assert last
    assert {"last": last < anchor, "this": first <= anchor <= last, "next": first > anchor}[which]
    assert found.precision == unit


def test_long_and_hostile_text_is_refused_fast() -> None:
    """Text that is no time expression costs little."""
    for text in (
        "from to " * 14,
        "since " * 19,
        "1 to " * 23,
        "a " * 4000,
        "early " * 19,
        "in " * 39 + "2019",
    ):
        assert normalise(text, date(2024, 5, 15)) is None
