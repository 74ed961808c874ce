"""The gate: any bytes become a safe text or a plain refusal."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.extractor import chunks
from newsgraph.extract.readers.document import (
    Document,
    GuessedEncoding,
    clean,
    decode,
    expand_paths,
    make_document,
    read_document,
)
from newsgraph.graph.errors import InputError


@given(st.text(st.characters()))
def test_cleaning_keeps_the_length(text: str) -> None:
    """Offsets never shift, and what comes out can be encoded."""
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    cleaned.encode("utf8")
    assert "\x00" not in cleaned


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_byte_order_marks_are_honoured(encoding: str) -> None:
    """The text comes back without its mark."""
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    data = marks.get(encoding, b"") + "Zoë spoke.".encode(encoding)
    assert decode(data, "a.txt") == "Zoë spoke."


def test_other_encodings_are_guessed_with_a_warning() -> None:
    """Windows text is read, and the reader is told."""
    text = "The café’s owner said “no” to the señor from Málaga. " * 5
    with pytest.warns(GuessedEncoding, match=r"a\.txt"):
        assert decode(text.encode("cp1252"), "a.txt") == text


def test_binary_files_are_refused() -> None:
    """A picture is no article."""
    with pytest.raises(InputError, match="binary"):
        decode(bytes(range(256)) * 40, "photo.jpg")


@pytest.mark.parametrize("text", ["", " \n\t ", "123 - 456"])
def test_empty_texts_are_refused(text: str) -> None:
    """No letters, no article."""
    with pytest.raises(InputError, match="no text"):
        make_document(text)


def test_missing_files_and_empty_folders_are_refused(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(InputError, match="nowhere"):
        read_document(tmp_path / "nowhere.txt")
    with pytest.raises(InputError, match="no text files"):
        list(expand_paths([str(tmp_path)]))


def test_a_folder_gives_its_texts_in_order(tmp_path: Path) -> None:
    """Sorted, hidden files left out."""
    for name in ("b.txt", "a.txt", ".hidden.txt", "c.jpg"):
        (tmp_path / name).write_text("A text.")
    assert [Path(p).name for p in expand_paths([str(tmp_path)])] == ["a.txt", "b.txt"]


def test_a_date_line_is_the_date() -> None:
    """The option wins over what the text says."""
    text = "date 2024-05-06\nThe mayor resigned."
    assert make_document(text).date == date(2024, 5, 6)
    assert make_document(text, day=date(2020, 1, 1)).date == date(2020, 1, 1)
    assert text[make_document(text).body :].strip() == "The mayor resigned."


def test_identity_comes_from_the_content() -> None:
    """The same text is the same document wherever it lies; another date makes another."""
    assert Document("A.", "x").id == Document("A.", "y").id
    assert Document("A.", date=date(2020, 1, 1)).id != Document("A.").id


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


def test_a_file_too_large_for_an_article_is_refused_at_once(tmp_path: Path) -> None:
    """Nothing of it is read."""
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match="larger than 20 MB"):
        read_document(tmp_path / "big.txt")
