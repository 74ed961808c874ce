"""The date that a document states of itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.english.temporal import DateLines, find_date_lines

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
    """The date is found, and the text goes on behind it."""
    text = head + "Ferries ran again."
    found = find_date_lines(text)
    assert found.date == DAY
    assert text[found.spans[-1][1] :] == "Ferries ran again."


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
    assert find_date_lines(text) == DateLines()


@given(st.text(max_size=80), st.dates(), st.text(max_size=80))
def test_any_text_is_read(before: str, day: date, after: str) -> None:
    """Whatever surrounds a date, the offset lies inside the text."""
    text = f"{before}date {day.isoformat()} {after}"
    spans = find_date_lines(text).spans
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert list(spans) == sorted(spans)


@pytest.mark.parametrize(
    ("head", "day", "read"),
    [
        ("CAIRO - 26 July 2022: ", date(2022, 7, 26), "CAIRO"),
        ("SINGAPORE (May 6, 2021) — ", date(2021, 5, 6), "SINGAPORE"),
        ("OSTBY, Norland - 3 February 2026 - ", date(2026, 2, 3), "OSTBY, Norland"),
        ("February 21, 2015 (OSTBY) - ", date(2015, 2, 21), ""),
        ("OSTBY (Agency) - ", None, "OSTBY"),
        ("OSTBY, Feb 21 - ", None, "OSTBY"),
        ("OSTBY (Norland Post), Thursday, Feb. 21 -- ", None, "OSTBY"),
        ("By Ann Lee, Staff Writer | Mar 2, 2026\n", DAY, ""),
        ("By Ann Lee Updated 2 March 2026\n\n", DAY, ""),
        ("Updated 10:15 GMT, 2 Mar 2026\n", DAY, ""),
        ("2 March 2026 at 14:05\n", DAY, ""),
        ("Ann Lee, March 2, 2026\n", DAY, ""),
        ("2 March 2026 | Ostby Herald\n", DAY, ""),
        ("OSTBY, Norland, Feb. 13, 2026 /Coast Newswire/ -- ", date(2026, 2, 13), "OSTBY, Norland"),
        ("13-02-2026\n", date(2026, 2, 13), ""),
        ("OSTBY - 2 March 2026:\n\n", DAY, ""),
        ("OSTBY (March 2, 2026) —\n", DAY, ""),
        ("OSTBY (Agency) -\n\n", None, ""),
        ("OSTBY, Norland (Agency)\n\n", None, ""),
        ("OSTBY —\n\n", None, ""),
        ("NEW YORK\n\n", None, ""),
        ("(Agency)\n\n", None, ""),
    ],
)
def test_heads_of_news(head: str, day: date | None, read: str) -> None:
    """Of a dateline only the place is read; of a byline with a date nothing."""
    text = head + "Ferries ran again."
    found = find_date_lines(text)
    assert found.date == day
    left = text
    for start, end in reversed(found.spans):
        left = left[:start] + "\n" + left[end:]
    assert left.split("\n")[-1] == "Ferries ran again."
    assert "".join(left.split("\n")[:-1]) == read


def test_a_day_without_a_year_is_the_last_one_before_the_reference() -> None:
    """A paper of January prints news of December."""
    text = "OSTBY, Dec. 28 - Ferries ran again."
    assert find_date_lines(text, reference=date(2026, 1, 3)).date == date(2025, 12, 28)


@pytest.mark.parametrize(
    "line", ["Published 3 hours ago", "Updated an hour ago", "By Ann Lee | posted 2 days ago"]
)
def test_a_line_that_counts_back_is_not_prose(line: str) -> None:
    """It states no day, and no sentence."""
    found = find_date_lines(f"Rain\n\n{line}\n\nIt rained.")
    assert found.date is None
    assert found.spans == ((6, 8 + len(line)),)


def test_published_beats_updated() -> None:
    """Both lines are left unread."""
    found = find_date_lines("Rain\nUpdated: 4 March 2026\nPublished: 2 March 2026\n\nIt rained.")
    assert found.date == DAY
    assert len(found.spans) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Remembering September 11, 2001\n\nIt rained.",
        "Nokia - A history\n\nIt rained.",
        "Ann Lee (Nokia) met Tom Reed.",
        "The vote - on 2 March 2026 - was close.",
        "Vote: Ann Lee wins",
        "Ann Lee (March 2, 1929 – May 1, 1977) – often called Annie – was a painter from Ostby in Norland.",
        "Ann Lee (born Roth) 2 June 1885 – 6 December 1959 was a painter.",
        "The Lee–Roth model extends the older one.",
        "Rivals (2020) – the book by Ann Lee",
        "Wedding of Ann Lee (March 2, 2026)\n\nIt rained.",
        "NORLAND HEALTH SERVICE (NHS)\n\nIt rained.",
        "OSTBY REBORN (Part Two)\n\nIt rained.",
        "Released from prison\n\nIt rained.",
    ],
)
def test_headlines_and_sentences_are_not_datelines(text: str) -> None:
    """Names, dashes and dates also stand in prose."""
    assert find_date_lines(text) == DateLines()


def test_a_byline_beside_a_date_line_is_not_prose() -> None:
    """It names the author."""
    text = "Rain in Ostby\nBy Ann Lee\nMarch 2, 2026\n\nIt rained."
    found = find_date_lines(text)
    assert (found.date, found.authors) == (DAY, ("Ann Lee",))
    assert text[found.spans[-1][1] :] == "It rained."


def test_a_numeric_date_that_could_be_two_is_none() -> None:
    """Nobody knows the month of 03/04/2026."""
    assert find_date_lines("03/04/2026\nIt rained.").date is None


@pytest.mark.parametrize("head", ["HALSUND - ", "HALSUND, Norway - ", "PORT LIND, Fla. — "])
def test_a_place_in_capitals_opens_a_report(head: str) -> None:
    """Whatever region follows it; the dash is not read, so that the place is no part of the sentence."""
    text = head + "The owner of the yard said on Monday that it would close the dock in spring."
    assert [text[start:end].strip() for start, end in find_date_lines(text).spans] == [head.strip()[-1]]
