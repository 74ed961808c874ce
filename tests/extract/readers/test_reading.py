"""Reading files: every one gives documents or refusals with reasons."""

import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from newsgraph.extract.readers import (
    Article,
    Content,
    Document,
    Options,
    Reader,
    Refusal,
    expand_paths,
    files,
    installation,
    read_document,
    read_documents,
    registry,
)
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
    assert "binary" in refused(tmp_path / "photo.jpg").reason


@pytest.mark.parametrize("name", ["note.txt", "note"])
def test_a_text_with_a_few_zeros_is_read(tmp_path: Path, name: str) -> None:
    """What wrote it slipped; the zeros are no characters of the text."""
    (tmp_path / name).write_bytes(b"Anna Berg met\x00 Lars Holm in Oslo on Monday.\x00\n")
    (found,) = read_documents(tmp_path / name)
    assert isinstance(found, Document)
    assert "\x00" not in found.readable


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


def test_the_file_name_dates_what_states_no_date(tmp_path: Path) -> None:
    """The text itself is asked first, the given day last."""
    (tmp_path / "2022-07-22-harbour.txt").write_text("Anna Bell left Rome on Friday.")
    named = read_one(tmp_path / "2022-07-22-harbour.txt", date="2026-03-02")
    assert (named.date, named.date_from) == (date(2022, 7, 22), "file name")
    (tmp_path / "2022-07-22-harbour.txt").write_text("ROME, July 20, 2022 - Anna Bell left on Friday.")
    assert read_one(tmp_path / "2022-07-22-harbour.txt").date == date(2022, 7, 20)


def test_an_extra_that_is_missing_is_named_with_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command is that of what installed newsgraph."""
    (tmp_path / "page.html").write_text(
        "<!doctype html><html><body><p>Anna Bell left Rome.</p></body></html>"
    )
    monkeypatch.setitem(installation.PACKAGES, "html", "no_such_package_anywhere")
    assert 'pip install "newsgraph[html]"' in str(refused(tmp_path / "page.html"))
    monkeypatch.setattr("sys.prefix", "/home/a/.local/share/pipx/venvs/newsgraph")
    assert 'pipx install --force "newsgraph[html]"' in str(refused(tmp_path / "page.html"))


def test_other_packages_add_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their rows are asked before the built-in ones."""
    function = f"{__name__}:read_upper"
    row = Reader("upper", lambda content: content.suffix == ".upper", function, suffixes=(".upper",))
    monkeypatch.setitem(sys.modules, __name__, sys.modules.get(__name__) or ModuleType(__name__))
    monkeypatch.setattr(sys.modules[__name__], "read_upper", read_upper, raising=False)
    monkeypatch.setattr(registry, "readers", lambda: (row, *registry.BUILT_IN))
    (tmp_path / "a.upper").write_text("ANNA BELL LEFT ROME.")
    assert read_one(tmp_path / "a.upper").text == "anna bell left rome."
    (tmp_path / "b.lower").write_text("anna bell left rome.")
    assert list(files.expand_paths([str(tmp_path)])) == [str(tmp_path / "a.upper")]


def test_a_broken_package_is_named_and_stops_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder is walked, and each file is refused for what is wrong: the package, not the file."""
    point = EntryPoint("shorthand", "no_such_package_anywhere:reader", registry.ENTRY_POINTS)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    registry.readers.cache_clear()
    (tmp_path / "a.txt").write_text("Anna Bell left Rome.")
    (tmp_path / "b.shorthand").write_text("x")
    assert list(files.expand_paths([str(tmp_path)])) == [str(tmp_path / "a.txt")]
    (refused,) = read_documents(tmp_path / "a.txt")
    registry.readers.cache_clear()
    assert isinstance(refused, Refusal)
    assert "'shorthand'" in refused.reason


def read_upper(content: Content, options: Options) -> Iterator[Article]:
    """A reader of texts in capitals."""
    yield Article(content.read().decode().lower())
