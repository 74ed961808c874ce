"""Nothing a person can do wrong gives a traceback: every error class, by a command that raises it."""

import importlib
import os
import pkgutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import newsgraph
from newsgraph.cli import COMMANDS, main
from newsgraph.graph.errors import NewsgraphError
from newsgraph.graph.store.lock import write_lock

ASK = "SELECT * { ?s ?p ?o }"
LONG = "x" * 300

WRONG: dict[str, tuple[str, ...]] = {
    "UnreadableError": ("trace", "..."),
    "InputError": ("query", "kg", ASK, "--bind", "nothing"),
    "WriteError": ("export", "kg", "-o", "a.txt/x.ttl"),
    "FolderLockedError": ("add", "locked", "a.txt"),
    "RecordError": ("export", "odd.jsonl", "-o", "x.ttl"),
    "QueryError": ("query", "kg", "SELEC"),
    "SchemaError": ("build", "a.txt", "-o", "new", "--schema", "a.txt"),
}
"""A command for each class of errors, which raises it and nothing else."""

ALSO_WRONG = [
    ("resolve", "kg", "--judgements", "nowhere/x.tsv", "--answer", "same", "A", "B"),
    ("resolve", "kg", "--judgements", "pipe", "--answer", "same", "A", "B"),
    ("build", "a.txt", "-o", "a.txt"),
    ("build", "a.txt", "-o", "dbfolder"),
    ("build", "a.txt", "-o", LONG),
    ("build", "a.txt", "-o", "new", "--schema", "kg"),
    ("build", "a.txt", "-o", "new", "--entities", "kg"),
    ("build", "a.txt", "-o", "new", "--judgements", "kg"),
    ("build", "a.txt", "-o", "new", "--date", "2026-13-45"),
    ("build", "nothing.txt", "-o", "new"),
    ("add", "kg", "nothing.txt", "--jobs", "0"),
    ("add", "nothing", "a.txt"),
    ("remove", "kg", "nobody"),
    ("sync", "kg", "a.txt"),
    ("list", "garbage"),
    ("list", LONG),
    ("list", "foreign"),
    ("diff", "kg", "a.txt"),
    ("read", "nothing.txt"),
    ("read", "pipe"),
    ("extract", LONG),
    ("assemble", "kg/graph.db", "-o", "new"),
    ("assemble", "kg", "-o", "new"),
    ("assemble", "short.parquet", "-o", "new"),
    ("query", "kg", ASK, "--store", "a.txt"),
    ("query", "kg", ASK, "--store", "/proc/nothing"),
    ("query", "kg", "--recipe", "nothing"),
    ("query", "garbage", ASK),
    ("query", "a.txt", ASK),
    ("query", "kg", "-f", "kg"),
    ("query", "kg", ASK, "--format", "nothing"),
    ("query", LONG, ASK),
    ("export", "kg", "-o", "x.nothing"),
    ("export", "kg", "-o", f"{LONG}.ttl"),
    ("export", "kg", "-o", "a\0b.ttl"),
    ("export", "kg", "-o", "x.ttl", "--base", "nothing"),
    ("export", "kg", "-o", "-", "--format", "neo4j"),
    ("export", "pipe", "-o", "x.ttl"),
    ("explain", "kg", "nobody"),
    ("explain", "nothing", "nobody"),
    ("lint", "nothing"),
    ("lint", "kg", "--most", "many"),
    ("trace", "Anna left.", "--date", "yesterday"),
    ("serve", "nothing"),
    ("serve", "kg", "-p", "99999999"),
    ("push", "kg", "http://localhost:1/store"),
    ("push", "kg", "nowhere"),
    ("resolve", "kg", "A", "B"),
    ("build", "a.txt", "-o", "loop"),
    ("add", "loop", "a.txt"),
    ("query", "kg", "SELECT ?x { ?x ?y ?z }", "--bind", "x=\udcff"),
    ("export", "kg", "-o", "x.ttl", "--base", "javascript:a/"),
    ("nothing",),
]
"""More that is refused: files that are none, folders of others, values that are none, servers that are not there."""


def run(*arguments: str) -> Result:
    """A command in this process, whose exceptions would be shown."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with an article, a graph, and much that is neither."""
    here, before = tmp_path_factory.mktemp("wrong"), Path.cwd()
    os.chdir(here)
    Path("a.txt").write_text("Anna Berg met Lars Holm in Oslo.\n", "utf8")
    for folder in ("kg", "locked"):
        assert run("build", "a.txt", "-o", folder).exit_code == 0
    Path("odd.jsonl").write_text("[1, 2]\n")
    Path("short.parquet").write_bytes(b"PAR1")
    for folder in ("garbage", "foreign"):
        Path(folder).mkdir()
    Path("garbage/graph.db").write_text("garbage" * 1000)
    Path("dbfolder/graph.db").mkdir(parents=True)
    with sqlite3.connect("foreign/graph.db") as other:
        other.execute("CREATE TABLE t (x)")
    if hasattr(os, "mkfifo"):
        os.mkfifo("pipe")
        Path("loop").symlink_to("loop")
    with write_lock(here / "locked"):
        yield here
    os.chdir(before)


def classes() -> Iterator[type[NewsgraphError]]:
    """Every class of errors of every module."""
    for module in pkgutil.walk_packages(newsgraph.__path__, "newsgraph."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    waiting = list(NewsgraphError.__subclasses__())
    while waiting:
        found = waiting.pop()
        waiting += found.__subclasses__()
        yield found


def test_every_class_has_its_command() -> None:
    """A new class of errors needs a line above."""
    assert {found.__name__ for found in classes()} == set(WRONG)


@pytest.mark.parametrize("name", WRONG)
def test_each_class_is_a_sentence(place: Path, name: str) -> None:
    """And the traceback only for those who ask; the class that is meant is the one that is raised."""
    result = run(*WRONG[name])
    assert_refused(result)
    shown = run("--debug", *WRONG[name])
    assert shown.exit_code == 2
    assert "Traceback" in shown.stderr
    assert f".{name}: " in shown.stderr


@pytest.mark.parametrize("arguments", ALSO_WRONG, ids=lambda arguments: " ".join(arguments)[:60])
def test_what_is_wrong_is_a_sentence(place: Path, arguments: tuple[str, ...]) -> None:
    """With exit status 2."""
    assert_refused(run(*arguments))


def assert_refused(result: Result) -> None:
    """Refused with a sentence, by name of what is wrong, and no traceback."""
    assert result.exit_code == 2, result.output
    assert "Error: " in result.stderr or "Refused: " in result.stderr
    assert "Traceback" not in result.output
    assert "Errno" not in result.stderr.rpartition("Error: ")[2] or "did not take the graph" in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_verbose_tells_the_cause(place: Path) -> None:
    """What Python said, without a traceback."""
    result = run("resolve", "kg", "--judgements", "nowhere/x.tsv", "--answer", "same", "A", "B", "-v")
    assert "because of FileNotFoundError" in result.stderr
    assert "Traceback" not in result.stderr


def test_every_command_takes_the_common_options() -> None:
    """Behind its name too."""
    for command in COMMANDS:
        assert {"verbose", "debug"} <= {parameter.name for parameter in command.params}


def test_a_fault_of_ours_is_no_traceback_either(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has an exit status of its own, and says what to do."""

    def fail(*_: object, **__: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(newsgraph, "trace", fail, raising=False)
    result = run("trace", "Anna left.")
    assert result.exit_code == 3
    assert "--debug" in result.stderr
    assert "Traceback" not in result.output
    assert "Traceback" in run("--debug", "trace", "Anna left.").stderr


@pytest.mark.parametrize(
    ("error", "status"), [(KeyboardInterrupt(), 130), (BrokenPipeError(), 0), (MemoryError(), 2)]
)
def test_the_other_exit_statuses(monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int) -> None:
    """Interrupted, enough seen, no memory left."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(newsgraph, "trace", fail, raising=False)
    result = run("trace", "Anna left.")
    assert result.exit_code == status
    assert "Traceback" not in result.output


def test_exit_statuses_are_documented() -> None:
    """In the help of the program."""
    said = " ".join(main.get_help(click.Context(main)).split())
    for meaning in ("0 done", "1 done but for", "2 refused", "3 a fault", "130 interrupted"):
        assert meaning in said
