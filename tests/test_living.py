"""Whatever came, changed, went, was judged and was killed: the outputs have the bytes of a fresh build."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

from newsgraph.exports.sandbox.entailed import whole
from newsgraph.graph.store.database import connect
from newsgraph.graph.store.documents import FOREIGN, DocumentStore, reading_of
from newsgraph.index import has_index, index_or_view
from newsgraph.views import PAGE, TURTLE, graph_of, load_folder, marked, refresh, state_of
from tests.living import run

ROOT = Path(__file__).parent.parent


def outputs(folder: Path) -> dict[str, bytes | str]:
    """Everything that a folder shows, tables included."""
    with connect(folder) as connection:
        tables = {
            table: repr(connection.execute(f"SELECT * FROM {table}").fetchall())
            for table in ("document", "sentence", "entity", "mention", "statement", "evidence", "argument")
        }
    views = {name: (folder / name).read_bytes() for name in (TURTLE, PAGE)}
    return {**views, **tables, "records": load_folder(folder).to_records()}


def fresh(folder: Path, target: Path) -> Path:
    """Build anew, in another order, what a folder holds."""
    target.mkdir()
    with connect(folder) as connection, connect(target, create=True) as other:
        old, new = DocumentStore(connection), DocumentStore(other)
        records = {r.document.id: r for r in old.records()}
        for row in reversed(old.sources()):
            read = records[row.document or ""]
            new.add_reading(reading_of(read, read.document.id, None, FOREIGN), [(row.name, row.file)])
            new.finish_file(row.file, read.document.sha256, [row.name])
        new.add_judgements(old.judgements())
        refresh(target, new)
    return target


@pytest.mark.parametrize("seed", range(5))
def test_any_sequence_gives_the_bytes_of_a_fresh_build(seed: int, tmp_path: Path) -> None:
    """Add, change, remove, judge, in any order."""
    run(tmp_path / "kg", seed)
    assert outputs(tmp_path / "kg") == outputs(fresh(tmp_path / "kg", tmp_path / "fresh"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5, 205))
def test_two_hundred_sequences(seed: int, tmp_path: Path) -> None:
    """The same, many times."""
    test_any_sequence_gives_the_bytes_of_a_fresh_build(seed, tmp_path)


def killed(folder: Path, seed: int, delay: float, *before: str) -> bool:
    """Whether a run, after the statements ``before``, was still going when it was killed after ``delay`` seconds."""
    start = ("import runpy", *before, "runpy.run_module('tests.living', run_name='__main__')")
    command = [sys.executable, "-c", "; ".join(start), str(folder), str(seed)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        return process.wait() != 0


def survive(kills: int, tmp_path: Path, seed: int) -> None:
    """Kill runs at random moments; after each the folder is whole, and in the end nobody can tell."""
    chance, kg = random.Random(seed), tmp_path / "kg"
    stopped = 0
    for _ in range(kills):
        stopped += killed(kg, seed, chance.uniform(0.0, 0.6))
        if not (kg / "graph.db").exists():
            continue
        with connect(kg, create=True) as connection:
            store = DocumentStore(connection)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert len(graph_of(store).documents) == len({row.document for row in store.sources()})
    assert stopped
    run(kg, seed)
    run(tmp_path / "calm", seed)
    assert outputs(kg) == outputs(tmp_path / "calm")
    assert {path.name for path in kg.iterdir()} == {"graph.db", TURTLE, PAGE}


def survive_with_index(kills: int, tmp_path: Path, seed: int) -> None:
    """The same where every state has an index: that which is there is whole, and nothing half-made stays."""
    chance, kg = random.Random(seed), tmp_path / "kg"
    stopped = 0
    for _ in range(kills):
        stopped += killed(
            kg, seed, chance.uniform(0.0, 4.0), "import newsgraph.index", "newsgraph.index.LARGE = 1"
        )
        for index in kg.glob(".graph.index-*"):
            assert len(Store.read_only(str(index))) > 0
        if (shown := marked(kg / TURTLE)) is not None and has_index(kg / TURTLE, shown):
            check_index(kg)
    assert stopped
    run(kg, seed)
    check_index(kg)
    state = marked(kg / TURTLE)
    assert {path.name for path in kg.iterdir()} == {"graph.db", TURTLE, PAGE, f".graph.index-{state}"}


def check_index(folder: Path) -> None:
    """The index has the triples that follow from the Turtle."""
    index = index_or_view(folder / TURTLE, marked(folder / TURTLE) or "")
    shown = whole(parse(path=str(folder / TURTLE), format=RdfFormat.TURTLE))
    assert {quad.triple for quad in Store.read_only(str(index))} == {quad.triple for quad in shown}


def test_kills_while_an_index_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks finds a whole one or none."""
    monkeypatch.setattr("newsgraph.index.LARGE", 1)
    survive_with_index(4, tmp_path, 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 6))
def test_more_kills_while_an_index_is_made(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same, at other moments."""
    monkeypatch.setattr("newsgraph.index.LARGE", 1)
    survive_with_index(20, tmp_path, seed)


def test_twenty_kills(tmp_path: Path) -> None:
    """The folder opens after each of them, and views are of one state or are made anew."""
    survive(20, tmp_path, 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_two_hundred_kills(seed: int, tmp_path: Path) -> None:
    """The same, at other moments."""
    survive(20, tmp_path, seed)


def test_a_view_of_another_state_is_made_anew(tmp_path: Path) -> None:
    """Whether it is old, damaged or gone."""
    run(tmp_path / "kg", 3)
    whole = outputs(tmp_path / "kg")
    (tmp_path / "kg" / TURTLE).write_text("# newsgraph state aaaaaaaaaaaaaaaa\n", encoding="utf8")
    (tmp_path / "kg" / PAGE).unlink()
    with connect(tmp_path / "kg") as connection:
        store = DocumentStore(connection)
        assert marked(tmp_path / "kg" / TURTLE) != state_of(store)
        refresh(tmp_path / "kg", store)
        assert marked(tmp_path / "kg" / TURTLE) == state_of(store)
    assert outputs(tmp_path / "kg") == whole
