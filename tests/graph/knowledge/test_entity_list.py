"""The user's own list of entities."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgraph.graph import InputError, KnownEntity, read_entities
from newsgraph.graph.knowledge.entity_list import known_entities


def write(path: Path, text: str) -> Path:
    """Write a file and return its path."""
    path.write_text(text, encoding="utf-8")
    return path


def test_csv_and_json_lines_give_the_same(tmp_path: Path):
    """Both forms carry id, name, aliases and type."""
    rows = "id,name,aliases,type\nQ1,Harbour Union,HU|The Harbour,ORG\n2,Tarn,,\n"
    lines = '{"id": "Q1", "name": "Harbour Union", "aliases": ["HU", "The Harbour"], "type": "ORG"}\n\n{"id": 2, "name": "Tarn"}\n'
    expected = (KnownEntity("Q1", "Harbour Union", ("HU", "The Harbour"), "ORG"), KnownEntity("2", "Tarn"))
    assert read_entities(write(tmp_path / "list.csv", rows)) == expected
    assert read_entities(write(tmp_path / "list.jsonl", lines)) == expected


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "name\nTarn\n", "columns id and name"),
        ("a.csv", "id,name\n,Tarn\n", "line 2: an id"),
        ("a.csv", "id,name,type\n1,Tarn,HERO\n", "'HERO'"),
        ("a.jsonl", "{", "line 1: this is no JSON"),
        ("a.jsonl", "[]", "an object"),
        ("a.jsonl", '{"id": 1, "name": "A", "aliases": "B"}', "a list of names"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, name: str, text: str, message: str):
    """A mistake is reported with its place."""
    with pytest.raises(InputError, match=message):
        read_entities(write(tmp_path / name, text))


def test_ids_become_iris():
    """An id that is no IRI becomes a URN, whatever is in it."""
    assert KnownEntity("http://a.org/1", "A").iri == "http://a.org/1"
    assert KnownEntity("a b<c>", "A").iri == "urn:x-entity:a%20b%3Cc%3E"


def test_a_name_of_two_known_entities_is_nobodys():
    """An ambiguous name identifies nobody, unless the label decides."""
    known = known_entities(
        [
            KnownEntity("1", "Tarn", label="PERSON"),
            KnownEntity("2", "Tarn", label="ORG"),
            KnownEntity("3", "Vale"),
            KnownEntity("4", "vale"),
        ]
    )
    assert known.find("TARN", "ORG").id == "2"
    assert known.find("Tarn", "GPE") is None
    assert known.find("Vale", "GPE") is None
