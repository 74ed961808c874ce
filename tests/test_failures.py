"""What can go wrong on the way: a full disk, a file that may not grow, a record that breaks a stage, a kill."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import newsgraph
from newsgraph.folder import add, assemble_folder, build_folder, list_documents
from newsgraph.graph.errors import WriteError
from newsgraph.graph.model.record_io import write_records
from newsgraph.graph.store.database import connect
from newsgraph.graph.store.documents import DocumentStore
from newsgraph.views import PAGE, TURTLE, current
from tests.living import record

ROOT = Path(__file__).parent.parent
WHOLE = {"graph.db", TURTLE, PAGE}
COUNT = "SELECT (COUNT(?d) AS ?n) { ?d a schema:NewsArticle }"


def records(path: Path, *numbers: int) -> Path:
    """Write records that were made by hand into a file."""
    made = [record(f"Ana {'a' * number}", "met", f"Ben {'b' * number}") for number in numbers]
    path.write_text("".join(write_records(made)), encoding="utf8")
    return path


def many(path: Path) -> Path:
    """Write so many records that their graph needs megabytes."""
    return records(path, *range(2, 400))


def views(folder: Path) -> list[bytes]:
    """What a folder shows."""
    return [(folder / name).read_bytes() for name in (TURTLE, PAGE)]


def articles(folder: Path) -> int:
    """How many articles a query finds."""
    (row,) = newsgraph.query(folder, COUNT)
    return int(str(row["n"]))


LIMITED = """
import resource, sys
from newsgraph.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
main(sys.argv[2:])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are those of Unix")
@pytest.mark.parametrize(
    "limit",
    [700_000, pytest.param(500_000, marks=pytest.mark.slow), pytest.param(900_000, marks=pytest.mark.slow)],
)
def test_a_file_that_may_not_grow(limit: int, tmp_path: Path) -> None:
    """The state before is whole and answers, nothing half-written stays, and later it goes on."""
    kg, few, more = tmp_path / "kg", records(tmp_path / "few.jsonl", 1), many(tmp_path / "many.jsonl")
    assemble_folder([few], kg)
    before = views(kg)
    command = [sys.executable, "-c", LIMITED, str(limit), "assemble", str(few), str(more), "-o", str(kg)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 2
    assert "cannot be written" in result.stderr
    assert "Free some space" in result.stderr
    assert "Traceback" not in result.stderr
    assert views(kg) == before or (kg / TURTLE).stat().st_size > len(before[0])
    assert {path.name for path in kg.iterdir()} <= WHOLE | {"graph.db-wal", "graph.db-shm"}
    assemble_folder([few, more], kg)
    assemble_folder([more, few], tmp_path / "fresh")
    assert views(kg) == views(tmp_path / "fresh")
    assert {path.name for path in kg.iterdir()} == WHOLE


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2500k", "tmpfs", str(disk)], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def fill(path: Path) -> None:
    """Write until nothing is free."""
    with path.open("wb", buffering=0) as full, suppress(OSError):
        while True:
            full.write(b"\0" * 4096)


def test_a_full_disk(tiny: Path, tmp_path: Path) -> None:
    """The state before is whole and can be asked, without a byte free; the message says what is needed."""
    kg, few, more = tiny / "kg", records(tmp_path / "few.jsonl", 1), many(tmp_path / "many.jsonl")
    assemble_folder([few], kg)
    before = views(kg)
    fill(tiny / "full")
    assert articles(kg) == 1
    assert [row.name for row in list_documents(kg)] == [str(record("Ana a", "met", "Ben b").document.source)]
    with pytest.raises(WriteError, match=r"needs about as much again .* MB are free"):
        assemble_folder([few, more], kg)
    assert views(kg) == before
    (tiny / "full").unlink()
    with pytest.raises(WriteError, match="MB are free"):
        assemble_folder([few, more], kg)
    assert views(kg) == before
    told: list[str] = []
    assert current(kg, told.append) == kg / TURTLE
    assert "the state before" in told[0]
    assert articles(kg) == 1


@pytest.mark.parametrize("error", [ValueError("odd"), RecursionError(), MemoryError()])
@pytest.mark.parametrize(
    "stage", ["newsgraph.graph.build.statements_of", "newsgraph.exports.rdf.turtle.describe"]
)
def test_a_record_that_breaks_a_stage(
    stage: str, error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused with the reason; the graph of all others is made."""
    import importlib

    module, _, name = stage.rpartition(".")
    sound = getattr(importlib.import_module(module), name)

    def breaking(given, *rest, **options):  # type: ignore[no-untyped-def]
        if hasattr(given, "documents"):
            found = [d.source for d in given.documents]
        else:
            given = tuple(given)
            found = [r.document.source for r in given]
        if any("Ana aaaaa " in source for source in found):
            raise error
        return sound(given, *rest, **options)

    monkeypatch.setattr(stage, breaking)
    kg = tmp_path / "kg"
    report = assemble_folder([records(tmp_path / "r.jsonl", 1, 5, 9)], kg)
    ((source, reason),) = report.refused
    assert ("Ana aaaaa " in source, type(error).__name__ in reason) == (True, True)
    assert (report.read, report.documents) == (2, 2)
    monkeypatch.undo()
    assemble_folder([records(tmp_path / "s.jsonl", 1, 9)], tmp_path / "fresh")
    assert views(kg) == views(tmp_path / "fresh")
    assert [row.reason for row in list_documents(kg) if row.reason] == [reason]


def test_names_of_files_that_are_not_utf8(tmp_path: Path) -> None:
    """They are read and can be listed, whatever their bytes."""
    news = tmp_path / "news"
    news.mkdir()
    try:
        Path(os.fsdecode(os.fsencode(news) + b"/caf\xe9.txt")).write_text("Ana Ruiz visited Lima.")
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")
    assert build_folder([news], tmp_path / "kg").read == 1
    assert build_folder([news], tmp_path / "kg").unchanged == 1
    assert add(tmp_path / "kg", news).unchanged == 1


def committed(folder: Path) -> set[str]:
    """The sources that a folder has kept so far."""
    if not (folder / "graph.db").exists():
        return set()
    with connect(folder) as connection:
        return {row.name for row in DocumentStore(connection).sources()}


def test_kills_lose_nothing_that_was_committed(tmp_path: Path) -> None:
    """Every document that was there just before the kill is there after it."""
    chance, kg = random.Random(4), tmp_path / "kg"
    command = [sys.executable, "-m", "tests.living", str(kg), "grow"]
    for _ in range(10):
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.05, 0.4))
            before = committed(kg)
            process.kill()
        assert before <= committed(kg)
    assert len(before) > 10
