"""Outlets of one owner are one family, by name or host; users add their own."""

from pathlib import Path

import pytest

from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge.outlets import built_in_outlets, outlets_with, read_outlets


@pytest.mark.parametrize(
    ("publisher", "url", "other_publisher", "other_url"),
    [
        ("New York Post", None, None, "https://www.wsj.com/articles/1"),
        ("The Guardian", None, "guardian", None),
        ("Le Monde in English", None, "Le Monde", None),
        (None, "https://edition.cnn.com/x", "CNN", None),
        ("Halsund Courier", None, None, "https://www.halsundcourier.example/1"),
        ("www.halsundcourier.example", None, "The Halsund Courier", None),
    ],
)
def test_names_and_hosts_lead_to_one_family(
    publisher: str | None, url: str | None, other_publisher: str | None, other_url: str | None
) -> None:
    """What metadata call a publisher does not matter."""
    family = built_in_outlets().family_of
    assert family(publisher, url) == family(other_publisher, other_url) is not None


def test_two_papers_of_two_owners_are_two_families() -> None:
    """A word in common does not make an owner."""
    family = built_in_outlets().family_of
    assert len({family(name, None) for name in ("Vardo Times", "Kelda Times", "The New York Times")}) == 3
    assert family(None, None) is None


def test_a_file_of_the_user_adds_and_replaces(tmp_path: Path) -> None:
    """A row of the same name replaces ours."""
    file = tmp_path / "outlets.tsv"
    file.write_text(
        "# mine\nHalsund Courier\tnorth-press\nCNN\tnorth-press\toutlet\tcnn.com\n", encoding="utf8"
    )
    family = outlets_with(read_outlets(file)).family_of
    assert family("Halsund Courier", None) == family("CNN", None) == "north-press"


@pytest.mark.parametrize("row", ["Halsund Courier\n", "Halsund Courier\tnorth\tpaper\n"])
def test_a_bad_row_is_named(tmp_path: Path, row: str) -> None:
    """The message says where and what to write."""
    file = tmp_path / "outlets.tsv"
    file.write_text("# mine\n" + row, encoding="utf8")
    with pytest.raises(InputError, match="line 2"):
        read_outlets(file)


def test_a_country_is_no_agency() -> None:
    """An agency is called without "news agency", but not where that leaves the name of a place."""
    outlets = built_in_outlets()
    assert outlets.named("Kuwait") is None
    assert outlets.named("the Kuwait News Agency") is not None
    assert outlets.named("Xinhua") == outlets.named("Xinhua News Agency")
