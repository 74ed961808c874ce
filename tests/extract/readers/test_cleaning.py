"""Cleaning: what is stored is words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.readers import make_document
from newsgraph.extract.readers.cleaning import clean_text, page_of


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("The min-\nister left.", "The minister left."),
        ("The Sver-\n  dlov line.", "The Sverdlov line."),
        ("Anglo-\nAmerican ties.", "Anglo-American ties."),
        ("A self-\nmade man.", "A self-made man."),
        ("A well-known man, a man well-\nknown.", "A well-known man, a man well-known."),
        ("Tom\u00ad Reed, har\u00adbour, har\u00ad\nbour", "Tom Reed, harbour, harbour"),
        ("\u202aTom\u202c Re\u200bed\ufeff", "Tom Reed"),
        ("The \ufb01rst e\ufb00ort", "The first effort"),
        ("AT&amp;T&#8217;s &amp;amp; Fox&nbsp;left", "AT&T’s & Fox left"),
        ("R&D; a < b & c > d", "R&D; a < b & c > d"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
    ],
)
def test_words_are_whole_and_visible(text: str, cleaned: str) -> None:
    """Line ends, invisible characters, ligatures and entities do not enter names."""
    assert clean_text(text)[0] == cleaned


def test_what_was_taken_out_is_told() -> None:
    """In numbers."""
    notes = clean_text("Tom\u00ad Re\u200bed met the min-\nister.")[1]
    assert notes == ("2 invisible characters left out", "1 words joined that line ends had broken")


@given(st.text(max_size=200))
def test_cleaning_twice_changes_little(text: str) -> None:
    """Cleaning never fails, and leaves nothing invisible."""
    cleaned, _ = clean_text(text)
    assert "\u00ad" not in cleaned
    assert "\ufeff" not in cleaned


def test_markup_in_a_text_is_undone() -> None:
    """HTML and Markdown give the same words."""
    assert (
        make_document("<p>Ann Lee left <b>Rome</b>.</p><p>Tom stayed.</p>").text
        == "Ann Lee left Rome.\n\nTom stayed."
    )
    assert make_document("**Ann Lee** left [Rome](https://x.example/rome).").text == "Ann Lee left Rome."


@pytest.mark.parametrize(
    "text",
    [
        "Is 3 < 4 and 5 > 4?",
        "Sales * profit = 5 * 3.",
        "The file_name_here is long.",
        "I *think* so_ she said",
    ],
)
def test_plain_text_keeps_its_signs(text: str) -> None:
    """Only marks of markup go."""
    assert make_document(text).text == text


def test_pages_are_found_by_offset() -> None:
    """Counting from 1."""
    assert [page_of((0, 100, 250), offset) for offset in (0, 99, 100, 300)] == [1, 1, 2, 3]
    assert page_of((), 5) is None
