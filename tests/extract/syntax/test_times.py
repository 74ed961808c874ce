"""Times in the parse: words of one expression stay together, and a time belongs to the verb right before it."""

from typing import Any

import pytest

from newsgraph.extract.english.temporal.tagging import find_expressions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She resigned on Thurs. , Oct. 9 , they said .", ["Thurs. , Oct. 9"]),
        ("Sales rose in 2Q 2021 and in the second half of 2022 .", ["2Q 2021", "second half of 2022"]),
        ("It opened at 9 a.m. on Friday .", ["9 a.m. on Friday"]),
        ("They danced from Monday until Friday .", ["Monday until Friday"]),
        ("He moved in the late 1970 's .", ["late 1970 's"]),
        ("The 12 men paid 30 euros for 2 tables .", []),
        ("The Q7 is a tram line .", []),
    ],
)
def test_expressions_of_several_words_are_found(text: str, expected: list[str]) -> None:
    """The words of each expression, as they stand."""
    words = text.split()
    assert [" ".join(words[start:end]) for start, end in find_expressions(words)] == expected


def _times(record: Any, verb: str) -> list[str | None]:
    return [
        qualifier.value
        for statement in record.statements
        if verb in statement.predicate.text
        for qualifier in statement.qualifiers
        if qualifier.role == "time"
    ]


@pytest.mark.parametrize(
    ("text", "verb", "values"),
    [
        ("Nora Falk flew to Turin on Thurs., Feb. 12.", "flew", ["2026-02-12"]),
        ("Nora Falk met Ida Moe at 6 p.m. on Sunday.", "met", ["2026-03-01"]),
        ("Nora Falk married Per Moe in '93.", "married", ["1993"]),
        ("Veltra shut a mine in 2Q 2022.", "shut", ["2022-04/2022-06"]),
        ("Nora Falk moved and opened a bakery on 4 June 1981.", "moved", []),
        ("Nora Falk moved and opened a bakery on 4 June 1981.", "opened", ["1981-06-04"]),
        ("On Friday Nora Falk restored the boat built by Per Moe in 1950.", "restored", ["2026-02-27"]),
    ],
)
def test_a_time_belongs_to_the_verb_before_it(text: str, verb: str, values: list[str]) -> None:
    """Values of the times of one verb; the day of publication is Monday, 2 March 2026."""
    import newsgraph

    record = next(iter(newsgraph.extract_records(text, date="2026-03-02")))
    assert _times(record, verb) == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A jury in Turin on Friday acquitted Nora Falk.", "2026-02-27"),
        ("Nora Falk yesterday fired Per Moe.", "2026-03-01"),
        ("The winter of 1963 froze the lake.", None),
    ],
)
def test_a_day_before_the_verb_is_when_it_happened(text: str, expected: str | None) -> None:
    """A day inside the subject, right before the verb, is no part of the subject; another date is."""
    import newsgraph

    record = next(iter(newsgraph.extract_records(text, date="2026-03-02")))
    values = [q.value for s in record.statements for q in s.qualifiers if q.role == "time"]
    assert values[:1] == ([expected] if expected else [])
