"""``newsgraph review`` as a person uses it: keys typed into a terminal."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

import newsgraph
from newsgraph.graph import write_records
from newsgraph.graph.review import answers
from tests.graph.strategies import mentioning
from tests.hostile import EVIL, STEERING

pty = pytest.importorskip("pty", reason="terminals of this kind are those of POSIX systems")

AROUND = (("Norway", "GPE"), ("Bergen Institute", "ORG"))
RECORDS = [
    mentioning("a", ("Oriel Tamsin", "PERSON"), *AROUND),
    mentioning("b", ("Petra Tamsin", "PERSON"), *AROUND),
    mentioning("c", ("Tamsin", "PERSON"), *AROUND),
    mentioning("d", ("Bergen Institute", "ORG"), ("Norway", "GPE")),
]


@pytest.fixture
def kg(tmp_path: Path) -> Path:
    """Return a folder with a graph in which a family name fits two people."""
    records = tmp_path / "records.jsonl"
    records.write_text("".join(write_records(RECORDS)), encoding="utf8")
    newsgraph.assemble_folder([records], tmp_path / "kg")
    return tmp_path / "kg"


class Terminal:
    """A command that runs on a terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        self.side, other = os.openpty()
        command = [sys.executable, "-m", "newsgraph", *arguments]
        self.process = subprocess.Popen(command, stdin=other, stdout=other, stderr=other)
        os.close(other)
        self.seen, self.before = "", ""

    def expect(self, text: str, seconds: float = 60) -> None:
        """Wait until ``text`` is shown after what was expected before."""
        end = time.monotonic() + seconds
        while text not in self.seen:
            assert time.monotonic() < end, f"{text!r} is not shown: {self.seen[-2000:]!r}"
            if select.select([self.side], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.side, 4096).decode("utf8", "replace")
                except OSError:  # the other side is closed
                    assert text in self.seen, self.seen
        self.before, self.seen = self.seen.split(text, 1)

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self.side, keys.encode())

    def leave(self) -> int:
        """Wait for the end and return the exit status."""
        status = self.process.wait(timeout=60)
        os.close(self.side)
        return status


def judged(kg: Path) -> list[tuple[str, str, str]]:
    """Return the decisions that a folder holds."""
    return sorted((j.verdict, j.left, j.right) for j in newsgraph.load(kg).given)


def test_answers_are_kept_and_taken_back(kg: Path) -> None:
    """Different, back, same, unsure: what was taken back is gone, what stays outlives a rebuild."""
    terminal = Terminal("review", str(kg))
    terminal.expect("Question 1 of 2")
    terminal.expect("Norway)")  # the country around
    terminal.expect("[q]uit")
    terminal.type("d")
    terminal.expect("Question 2 of 2")
    terminal.expect("[q]uit")
    terminal.type("b")
    terminal.expect("Question 1 of 2")
    terminal.expect("[q]uit")
    terminal.type("s")
    terminal.expect("Question 2 of 2")
    terminal.expect("[q]uit")
    terminal.type("u")
    terminal.expect("Kept in")
    assert terminal.leave() == 0
    assert [verdict for verdict, *_ in judged(kg)] == ["same", "undecided"]
    graph = newsgraph.load(kg)
    assert graph.get("Tamsin").name in ("Oriel Tamsin", "Petra Tamsin")
    more = kg.parent / "more.jsonl"
    more.write_text("".join(write_records([mentioning("e", ("Ada Voss", "PERSON"))])), encoding="utf8")
    newsgraph.assemble_folder([more], kg)
    assert newsgraph.load(kg).get("Tamsin").name == graph.get("Tamsin").name
    terminal = Terminal("review", str(kg))
    terminal.expect("Nothing is left undecided.")
    assert terminal.leave() == 0


def test_an_entity_is_corrected_by_its_name(kg: Path) -> None:
    """A document is taken out, the rest renamed; a wrong number is explained and asked again."""
    terminal = Terminal("review", str(kg), "Bergen Institute")
    terminal.expect("[b]ack")
    terminal.type("d")
    terminal.expect("such as 2,4-6")
    terminal.type("9\r")
    terminal.expect("choose numbers from 1 to 4")
    terminal.expect("[b]ack")
    terminal.type("d")
    terminal.expect("such as 2,4-6")
    terminal.type("4\r")
    terminal.expect("-> done")
    terminal.expect("Kept in")
    assert terminal.leave() == 0
    assert sorted(len(e.members) for e in newsgraph.load(kg).entities if e.label == "ORG") == [1, 3]
    terminal = Terminal("review", str(kg), "Oriel Tamsin")
    terminal.expect("[b]ack")
    terminal.type("r")
    terminal.expect("Name")
    terminal.type("Oriel Tamsin-Vale\r")
    terminal.expect("Kept in")
    assert terminal.leave() == 0
    assert newsgraph.load(kg).find("Oriel Tamsin-Vale") is not None


def test_hiding_is_asked_again(kg: Path) -> None:
    """One wrong key takes nothing away: it has to be meant."""
    terminal = Terminal("review", str(kg), "Oriel Tamsin")
    terminal.expect("[b]ack")
    terminal.type("h")
    terminal.expect("Hide Oriel Tamsin (PERSON) and 0 statements? [y]es  [n]o")
    terminal.type("n")
    terminal.expect("[b]ack")
    terminal.type("hy")
    terminal.expect("-> done")
    assert terminal.leave() == 0
    assert newsgraph.load(kg).find("Oriel Tamsin") is None


def test_quitting_keeps_nothing_that_was_not_answered(kg: Path) -> None:
    """Skipping and quitting change nothing."""
    terminal = Terminal("review", str(kg))
    terminal.expect("[q]uit")
    terminal.type("kq")  # typed ahead
    terminal.expect("Question 2 of 2")
    assert terminal.leave() == 0
    assert judged(kg) == []


def test_names_steer_no_terminal(tmp_path: Path) -> None:
    """What articles say is shown, with its controls made visible."""
    records = tmp_path / "records.jsonl"
    evil = mentioning("a", (f"Oriel Tamsin {EVIL}", "PERSON"), *AROUND)
    records.write_text("".join(write_records([evil])), encoding="utf8")
    newsgraph.assemble_folder([records], tmp_path / "kg")
    terminal = Terminal("review", str(tmp_path / "kg"), "Oriel Tamsin")
    terminal.expect("(PERSON)")
    assert STEERING.search(terminal.before) is None
    terminal.type("b")
    assert terminal.leave() == 0


def test_review_needs_a_terminal_and_a_graph(kg: Path, tmp_path: Path) -> None:
    """Elsewhere the command says what to use; a folder without a graph is refused."""
    run = subprocess.run(
        [sys.executable, "-m", "newsgraph", "review", str(kg)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert (run.returncode, "newsgraph resolve" in run.stderr) == (2, True)
    terminal = Terminal("review", str(tmp_path / "nowhere"))
    terminal.expect("there is no such file or folder")
    assert terminal.leave() == 2


def test_the_library_keeps_judgements_too(kg: Path) -> None:
    """``review`` writes what ``answers`` makes into the folder."""
    graph = newsgraph.load(kg)
    hidden = answers.hidden(graph, graph.get("Norway").entity)
    assert newsgraph.review(kg, [hidden]).find("Norway") is None
    assert newsgraph.load(kg).find("Norway") is None
