"""The date that a document states of itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.english.temporal import find_date_line

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    "head",
    [
        "date 2026-03-02 ",
        "  date 2026-03-02\n",
        "Date: 2 March 2026\n\n",
        "Published: 2 March 2026\n",
        "Updated: Mon, 2 Mar 2026, 10:30 GMT\n",
        "A harbour reopens\n\nPublished on March 2nd, 2026\n",
        "March 2, 2026\n",
        "2026-03-02T08:15:00Z\n\n",
        "LISBON, March 2, 2026 (Agency) - ",
        "PORT LOUIS (Agency), Monday, 2 March 2026 — ",
        "Mar. 2, 2026 -- ",
    ],
)
def test_labels_lines_and_datelines(head: str) -> None:
    """The date is found and the body begins after it."""
    text = head + "Ferries ran again."
    found = find_date_line(text)
    assert found is not None
    assert found.date == DAY
    assert text[found.end :] == "Ferries ran again."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On March 2, 2026, the ferry sank.",
        "March 2, 2026 was a cold day in the harbour.",
        "Released on March 2, 2026, the report blames the wind.",
        "date 2026-13-02 The ferry sank.",
        "The ferry sank.\n" * 8 + "Published: 2 March 2026\n",
    ],
)
def test_dates_of_sentences_are_not_the_documents(text: str) -> None:
    """A date inside a sentence, an impossible one and one far down are not the document's date."""
    assert find_date_line(text) is None


@given(st.text(max_size=80), st.dates(), st.text(max_size=80))
def test_any_text_is_read(before: str, day: date, after: str) -> None:
    """Whatever surrounds a date, the offset lies inside the text."""
    text = f"{before}date {day.isoformat()} {after}"
    found = find_date_line(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
