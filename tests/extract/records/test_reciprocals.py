"""What two do to each other, each does to the other."""

import pytest

import newsgraph

PAIRS = {
    "Anna Lund and Tom Berg sued each other in May.": {("Anna Lund", "Tom Berg"), ("Tom Berg", "Anna Lund")},
    "Anna Lund and Tom Berg hugged one another.": {("Anna Lund", "Tom Berg"), ("Tom Berg", "Anna Lund")},
    "Anna Lund and Tom Berg sang in Oslo. They accused each other of lying.": {
        ("Anna Lund", "Tom Berg"),
        ("Tom Berg", "Anna Lund"),
    },
    "Anna Lund, Tom Berg and Karl Moss blamed each other.": set(),
    "The firms sued each other.": set(),
}


@pytest.mark.parametrize("text", PAIRS)
def test_each_of_two_is_the_other(text):
    """Of three nobody says who did it to whom."""
    (record,) = newsgraph.extract_records([text])
    names = {entity.id: entity.name for entity in record.entities}
    found = {
        (names[s.subject.entity], names[s.object.entity])
        for s in record.statements
        if s.object
        and s.object.text in ("each other", "one another")
        and s.object.entity
        and s.subject.entity
    }
    assert found == PAIRS[text]
