"""Characters nobody sees and letters that look like others make no second name and stand in none that is shown."""

import dataclasses
import json
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

import newsgraph
from newsgraph.cli import main
from newsgraph.graph.build import build_graph
from newsgraph.graph.hidden_text import readable_name, without_hidden, without_lookalikes
from newsgraph.graph.model.record import ExtractionRecord
from newsgraph.graph.model.record_io import read_records, write_records

BASE = "Anna Berg met Lars Holm in Oslo."

HIDDEN = {
    "zero width": "Anna Be\u200brg",
    "word joiner": "Anna Be\u2060rg",
    "joiners": "Anna Be\u200crg\u200d",
    "bidi override": "Anna \u202eBerg\u202c",
    "bidi isolate": "Anna \u2066Berg\u2069",
    "tags": "Anna Berg" + "".join(chr(0xE0000 + ord(letter)) for letter in "not"),
    "variation selectors": "Anna Be\ufe0frg\U000e0101",
    "grapheme joiner": "Anna Be\u034frg",
    "fillers": "Anna Be\u3164rg\uffa0\u115f",
    "annotation": "Anna Be\ufff9rg\ufffb",
    "Cyrillic": "Anna B\u0435rg",
    "Greek": "\u0391nna Berg",
    "Armenian": "Anna Ber\u0581",
    "full width": "\uff21\uff4e\uff4e\uff41 Berg",
    "mathematical": "Anna \U0001d401\U0001d41e\U0001d42b\U0001d420",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_a_hidden_name_is_the_name(name: str) -> None:
    """One node, shown as it is read, with no other name."""
    graph = newsgraph.build([BASE.replace("Anna Berg", HIDDEN[name]), BASE.replace("met", "left")])
    found = graph.find("Anna Berg")
    assert found is not None
    entity = found.entity
    assert (entity.name, entity.aliases, len(entity.members)) == ("Anna Berg", (), 2)
    assert readable_name(HIDDEN[name]) == "Anna Berg"


@pytest.mark.parametrize(
    "text",
    [
        "Łódź 東京 محمد بن سلمان",
        "Берг Αθήνα Հայաստան",
        "a Δx of 5 µm, Nokia™, №5, 20 ℃",
        "👩\u200d👧 ❤\ufe0f",
        "می\u200cخواهم",
    ],
)
def test_other_scripts_and_signs_stay(text: str) -> None:
    """Nothing in them is hidden, nor looks like anything but itself."""
    assert without_hidden(text) == (text, 0)
    assert without_lookalikes(text) == (text, 0)


def test_records_of_others_are_shown_readably() -> None:
    """Names in a record that was read elsewhere; its evidence stays as it is."""
    (record,) = _records(BASE)
    hidden = _rewritten(record, "Anna Berg", "Ann\u202e Berg")
    graph = build_graph([hidden])
    found = graph.find("Ann Berg")
    assert found is not None
    assert found.entity.name == "Ann Berg"
    assert found.entity.members[0].mentions[0].text == "Ann\u202e Berg"


def test_the_report_counts_them(tmp_path: Path) -> None:
    """In what a build says it has read."""
    (tmp_path / "a.txt").write_text("Anna Be\u200brg\u202e met L\u0430rs Holm in Oslo.", "utf8")
    result = CliRunner().invoke(main, ["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "kg")])
    assert "3 hidden characters" in result.stderr.splitlines()[-2]


def _records(text: str) -> list[ExtractionRecord]:
    return list(newsgraph.extract_records(text))


def _rewritten(record: ExtractionRecord, old: str, new: str) -> ExtractionRecord:
    """The record of the same text with another name of the same length in it."""
    assert len(old) == len(new)
    (line,) = write_records([record])
    data = json.loads(json.dumps(json.loads(line), ensure_ascii=False).replace(old, new))
    data["document"]["sha256"] = sha256(data["document"]["text"].encode()).hexdigest()
    (read,) = read_records([json.dumps(data)])
    return dataclasses.replace(read)
