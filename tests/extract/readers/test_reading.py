"""Reading files: every one gives documents or refusals with reasons."""

from datetime import date
from pathlib import Path

import pytest

from newsgraph.extract.readers import Document, Refusal, expand_paths, read_document, read_documents
from newsgraph.graph.errors import InputError


def read_one(path: Path | str, **options: object) -> Document:
    """The only result, which must be a document."""
    (found,) = read_documents(path, **options)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def refused(path: Path | str, **options: object) -> Refusal:
    """The only result, which must be a refusal."""
    (found,) = read_documents(path, **options)  # type: ignore[arg-type]
    assert isinstance(found, Refusal), found
    return found


def test_a_text_file_is_a_document(tmp_path: Path) -> None:
    """Its source is its path."""
    (tmp_path / "a.txt").write_text("Anna Bell left Rome.\n", encoding="utf8")
    document = read_one(tmp_path / "a.txt", date="2026-03-02")
    assert document.text.strip() == "Anna Bell left Rome."
    assert (document.source, document.date) == (str(tmp_path / "a.txt"), date(2026, 3, 2))
    assert (document.media_type, document.date_from) == ("text/plain", "given")


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    """The reason names the file; the strict form raises."""
    assert "nowhere.txt: there is no such file" in str(refused(tmp_path / "nowhere.txt"))
    with pytest.raises(InputError, match="nowhere"):
        read_document(tmp_path / "nowhere.txt")


def test_binary_files_are_refused(tmp_path: Path) -> None:
    """A picture is not an article."""
    (tmp_path / "photo.jpg").write_bytes(bytes(range(256)) * 40)
    assert refused(tmp_path / "photo.jpg")


def test_a_file_too_large_for_an_article_is_refused(tmp_path: Path) -> None:
    """Half an article is worse than none."""
    with (tmp_path / "big.txt").open("wb") as file:
        file.write(b"A word. " * 2_600_000)
    assert "larger than 20 MB" in refused(tmp_path / "big.txt").reason


def test_a_day_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    """It is told before anything is read."""
    with pytest.raises(InputError, match="is not a date"):
        read_documents(tmp_path, date="2026-02-30")


def test_a_folder_gives_its_texts_in_order(tmp_path: Path) -> None:
    """Sorted, hidden files left out."""
    for name in ("b.txt", "a.txt", ".hidden.txt", "c.jpg"):
        (tmp_path / name).write_text("A text.")
    assert [Path(p).name for p in expand_paths([str(tmp_path)])] == ["a.txt", "b.txt"]
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no text files"):
        list(expand_paths([str(tmp_path / "empty")]))
