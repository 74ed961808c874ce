"""Who the subject of a statement is."""

import pytest

from newsgraph import extract_records


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ('Otto Lund noted that banks had closed and "we are in talks with Kelda" about it.', "we"),
        ("Otto Lund noted that banks had closed and we are in talks with Kelda about it.", None),
        ('"Otto Lund noted that we are in talks with Kelda," a banker said.', None),
    ],
)
def test_the_first_person_between_marks_is_the_speakers(text, subject):
    """Though not all that somebody said is quoted; without marks "we" may be whoever writes."""
    (record,) = extract_records([text])
    found = [s.subject.text for s in record.statements if s.object and s.object.text.startswith("talks")]
    assert found == ([] if subject is None else [subject])


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("“We opened a mill in Oslo,” Kelda Foods said in a statement.", "Kelda Foods"),
        ("Kelda Foods sells fish. “We opened a mill in Oslo,” the company said.", "Kelda Foods"),
        ("“We opened a mill in Oslo,” the company said.", "the company"),
        ("“We opened a mill in Oslo,” the BBC quoted a manager as saying.", "We"),
        ("“We opened a mill in Oslo,” the Oslo Courier quoted Otto Lund as saying.", "We"),
        ("“We opened a mill in Oslo,” Otto Lund said.", "We"),
    ],
)
def test_a_body_that_speaks_says_we_of_itself(text, subject):
    """One person does not, and a paper that quotes somebody does not speak."""
    (record,) = extract_records([text])
    names = {entity.id: entity.name for entity in record.entities}
    (found,) = [s.subject for s in record.statements if s.predicate.text == "opened"]
    assert names.get(found.entity or "", found.text) == subject


def test_one_of_them_is_whoever_is_named_beside_it() -> None:
    record = next(iter(extract_records(["Two men fell. One of them, Otto Krug, died."])))
    names = {entity.id: entity.name for entity in record.entities}
    died = next(s for s in record.statements if s.predicate.text == "died")
    assert names[died.subject.entity or ""] == "Otto Krug"
