"""The document: any text becomes a safe value with stable identity."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.extractor import chunks
from newsgraph.extract.readers import Document, make_document
from newsgraph.extract.readers.cleaning import blank, safe
from newsgraph.graph.errors import InputError


@given(st.text(st.characters()))
def test_making_safe_keeps_the_length(text: str) -> None:
    """Offsets never shift, and what comes out can be encoded."""
    cleaned = safe(text)
    assert len(cleaned) == len(text)
    cleaned.encode("utf8")
    assert "\x00" not in cleaned


@given(st.text(st.sampled_from("ab\n"), max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_blanking_keeps_offsets(text: str, start: int, length: int) -> None:
    """What is not blanked stands where it stood; what is blanked is white."""
    end = min(len(text), start + length)
    start = min(start, end)
    blanked = blank(text, [(start, end)])
    assert len(blanked) == len(text)
    assert blanked[:start] == text[:start]
    assert blanked[end:] == text[end:]
    assert not blanked[start:end].strip()


@pytest.mark.parametrize("text", ["", " \n\t ", "123 - 456"])
def test_empty_texts_are_refused(text: str) -> None:
    """No letters, no article."""
    with pytest.raises(InputError, match="no text"):
        make_document(text)


def test_a_date_line_is_the_date() -> None:
    """What the text states of itself wins over the day given from outside."""
    text = "date 2024-05-06\nThe mayor resigned."
    assert make_document(text).date == date(2024, 5, 6)
    assert make_document(text, day=date(2020, 1, 1)).date == date(2024, 5, 6)
    assert make_document("The mayor resigned.", day=date(2020, 1, 1)).date == date(2020, 1, 1)


def test_the_headline_above_a_date_line_is_read() -> None:
    """The headline is the title and stays; the date line is neither."""
    document = make_document("Harbour of Ostby reopens\nSeptember 7, 2005\nFerries ran again.")
    assert document.title == "Harbour of Ostby reopens"
    assert document.readable.split("\n\n")[0].strip() == "Harbour of Ostby reopens"
    assert "September" not in document.readable
    assert document.readable.endswith("Ferries ran again.")
    assert len(document.readable) == len(document.text)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("2 March 2026\nFerries run again\n\n", "Ferries run again"),
        ("Published: 2 March 2026 at 14:05\n\nFerries run again\n\n", "Ferries run again"),
        (
            "Business\n\nFerries of Ostby run again\n\nBy Ann Lee | Mar 2, 2026\n\n",
            "Ferries of Ostby run again",
        ),
        ("Ferries run again\n=================\n\n", "Ferries run again"),
        ("OSTBY (Agency) -\n\n", None),
        ("OSTBY - 2 March 2026:\n\n", None),
        ("LONDON\n\n", None),
        ("03/04/2026\n\n", None),
        ("2 March 2026\n\n", None),
    ],
)
def test_headlines_below_date_lines_and_section_names(head: str, title: str | None) -> None:
    """The headline is what a person would take for it; a dateline is none."""
    document = make_document(head + "The ferries of Ostby ran again.\nAnn Lee thanked the crews.")
    assert document.title == title


def test_identity_comes_from_the_content() -> None:
    """The same text is the same document wherever it lies, whenever it appeared, and however its lines end."""
    assert Document("A.", "x").id == Document("A.", "y").id
    assert Document("A.", date=date(2020, 1, 1)).id == Document("\ufeffA. \r\n").id == Document("A.").id
    assert Document("A. B.").id != Document("A.\nB.").id


@given(st.text(st.sampled_from("ab \n"), max_size=300), st.integers(5, 50))
def test_chunks_cover_the_text(text: str, size: int) -> None:
    """Nothing but blanks is left out, nothing is read twice, no block is too long."""
    found = list(chunks(text, size=size))
    assert all(end - start <= size for start, end in found)
    assert all(a[1] == b[0] for a, b in pairwise(found))
    if found:
        assert found[0][0] == 0
        assert not text[found[-1][1] :].strip()
    else:
        assert not text.strip()


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("HALSUND (Reuters), March 9, 2026 - ", ("Reuters",)),
        ("(AFP) - ", ("AFP",)),
        ("Rain in Halsund\n\nBy Ona Reyes\n\nHALSUND, March 9 (Bloomberg) -- ", ("Ona Reyes", "Bloomberg")),
        ("HALSUND (Updated) - ", ()),
    ],
)
def test_the_agency_of_a_dateline_is_an_author(head: str, authors: tuple[str, ...]) -> None:
    """The dateline is not read, so whom an article is from would be lost with it."""
    assert Document.from_text(f"{head}The ferry to Brinmark was late again on Monday.").authors == authors


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("Harbour reopens\n\nThe Sunday Beacon, 17 April 2026\n\n", "The Sunday Beacon"),
        ("Harbour reopens\n\nOSTBY, April 15 (Halsund Courier) — ", "Halsund Courier"),
        ("Harbour reopens\nBy Ann Lee, The Ostby Times | Mar 2, 2026\n\n", "The Ostby Times"),
        ("Harbour reopens\nBBC News, 3 April 2026\n\n", "BBC News"),
        ("Harbour reopens\n\nAnn Lee\nBBC News, Santiago\n5 March 2026\n\n", "BBC News"),
        ("Harbour reopens\n\nAnn Lee in Ostby\nThe Guardian\nFri 6 Mar 2026\n\n", "The Guardian"),
        ("Harbour reopens\n\nLONDON, Feb. 22, 2026 -- ESPN\n\nBy Ann Lee\n\n", "ESPN"),
        ("Harbour reopens\nBy Ann Lee\nBloomberg News | January 26, 2026\n\n", "Bloomberg News"),
        ("BBC to cut 500 jobs\n\nSky News\n3 April 2026\n\n", "Sky News"),
        ("The Ostby Courier, 17 April 2026\n\nHarbour reopens\n\nOSTBY (Reuters) - ", "The Ostby Courier"),
        ("Harbour reopens\nWorld News | 17 April 2026\n\n", None),
        ("Health News | 17 April 2026\n\n", None),
        ("London News | 17 April 2026\n\n", None),
        ("Press Release, 17 April 2026\n\n", None),
        ("Daily Briefing, 17 April 2026\n\n", None),
        ("Harbour reopens\nCrime Reporter | 17 April 2026\n\n", None),
        ("Harbour reopens\nBy The Associated Press\n17 April 2026\n\n", None),
        ("Emily Courier, 17 April 2026\n\n", None),
        ("Harbour reopens\nMark Beacon and Emily Times, 17 April 2026\n\n", None),
        ("Harbour reopens\n\nThe White House, 17 April 2026\n\n", None),
        ("The Old Town, 17 April 2026\n\n", None),
        ("Ostby Times Square, 17 April 2026\n\n", None),
        ("Guardian wins prize\n\nBy Ann Lee\n3 April 2026\n\n", None),
        ("The Guardian, The Times win prizes\n\n3 April 2026\n\n", None),
        ("The Guardian\n\n", None),
        ("Hard Times\n3 April 2026\n\n", None),
        ("Harbour reopens\n\nOpening Times | 3 April 2026\n\n", None),
        ("Harbour reopens\n\nNanjing Times | 3 April 2026\n\n", "Nanjing Times"),
        ("Military Observer, 3 April 2026\n\n", None),
        ("Metro\n\nHarbour reopens\n\n3 April 2026\n\n", None),
        ("BBC News\nThe Guardian\nFox News\n\n", None),
        ("Harbour reopens\nBy Ann Lee, Staff Reporter | Mar 2, 2026\n\n", None),
        ("Harbour reopens\nThe Hague, 17 April 2026\n\n", None),
        ("Harbour reopens\n\nROME (Italy), April 15, 2026 - ", None),
        ("Harbour reopens\nHealth News | 17 April 2026\n\n", None),
        ("Harbour reopens\nPress Release, 17 April 2026\n\n", None),
        ("Harbour reopens\nThe Royal Palace, 17 April 2026\n\n", None),
        ("Harbour reopens\nBy The Ostby Press\n17 April 2026\n\n", None),
        ("Harbour reopens\nMartha Post, 17 April 2026\n\n", None),
        ("Harbour reopens\nOstby Press Club, 17 April 2026\n\n", None),
        ("Harbour reopens\n\nOSTBY (Reuters) - ", None),
    ],
)
def test_a_masthead_names_the_publisher(head: str, publisher: str | None) -> None:
    """The outlet beside a date or in the brackets of a dateline; no place, section or byline, and agencies are credited."""
    assert (
        make_document(head + "Ferries ran again on Tuesday between the islands of the bay.").publisher
        == publisher
    )


@pytest.mark.parametrize(
    ("masthead", "publisher"),
    [
        ("The New York Times\n\n", "The New York Times"),
        ("Le Monde in English\n\n", "Le Monde in English"),
        ("The Ostby Courier\n17 April 2026\n\n", "The Ostby Courier"),
    ],
)
def test_a_line_that_is_a_masthead_is_neither_title_nor_prose(masthead: str, publisher: str) -> None:
    """The headline is what stands below it, and the name of the paper is not read."""
    document = make_document(
        masthead + "Harbour reopens\n\nFerries ran again on Tuesday between the islands."
    )
    assert (document.publisher, document.title) == (publisher, "Harbour reopens")
    assert publisher not in document.readable


def test_a_declared_headline_is_no_masthead() -> None:
    """A file that says what its headline is may have one that is the name of an outlet."""
    document = make_document("BBC News\n\nFerries run\n\nFerries ran on Tuesday.", title="BBC News")
    assert (document.publisher, document.title) == (None, "BBC News")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2026-03-strike.txt", date(2026, 3, 3)),
        ("strike_2026_04.txt", date(2026, 3, 3)),
        ("2026-03-05-strike.txt", date(2026, 3, 3)),
        ("2026-12-strike.txt", None),
        ("strike-2026.txt", None),
        ("strike.txt", None),
    ],
)
def test_the_month_of_a_file_name_gives_a_dateline_its_year(name: str, day: date | None) -> None:
    """Agencies write no year; a month long after the day, and a year alone, may be of something else."""
    text = "OSTBY, March 3 (Reuters) - Crews of the ferries went on strike on Tuesday."
    assert Document.from_text(text, name).date == day
