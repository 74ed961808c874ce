"""Nothing foreign that a command prints can steer a terminal, and no console's encoding stops one."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgraph.cli import COMMANDS, main
from newsgraph.steering import escaped, one_line, visible
from tests.hostile import EVIL, STEERING, write_articles, write_record

ROOT = Path(__file__).parent.parent


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """A command in this process."""
    return CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Hostile articles, the graph of them, another graph of hostile records, and judgements."""
    here = tmp_path_factory.mktemp("hostile")
    write_articles(here / "news")
    before = Path.cwd()
    os.chdir(here)
    try:
        assert run("build", "news", "-o", "kg").exit_code == 1
        for name, text in (("one", "Eva Dahl blamed Per Lund."), ("two", "E. Dahl left Oslo.")):
            (line,) = run("extract", "-", stdin=text).stdout.splitlines()
            write_record(here / f"{name}.jsonl", line)
        assert run("assemble", "one.jsonl", "two.jsonl", "-o", "other").exit_code == 0
        yield here
    finally:
        os.chdir(before)


PRINTED = {
    "build": ["build", "news", "-o", "new"],
    "add": ["add", "kg", "news", "/no\x1b[2Jwhere.txt"],
    "remove": ["remove", "kg", "no\x1b[2Jbody"],
    "sync": ["sync", "kg", "news"],
    "list": ["list", "kg"],
    "list --json": ["list", "other", "--json"],
    "diff": ["diff", "kg", "other"],
    "diff --json": ["diff", "kg", "other", "--json"],
    "stories": ["stories", "kg"],
    "claims": ["claims", "kg"],
    "disputes": ["disputes", "kg"],
    "read": ["read", "news"],
    "extract": ["extract", "news"],
    "assemble": ["assemble", "one.jsonl", "-o", "third"],
    "query": ["query", "other", "SELECT * { ?s ?p ?o } LIMIT 1000"],
    "query error": ["query", "kg", "SELECT \x1b[2J\u202e"],
    "export error": ["export", "kg", "-o", "\x1b[2J.nothing"],
    "explain": ["explain", "other", "Per Lund"],
    "explain error": ["explain", "kg", "\x1b[2J"],
    "resolve": ["resolve", "other"],
    "resolve error": ["resolve", "kg", "--judgements", "new.tsv", "--answer", "same", EVIL, "B"],
    "review error": ["review", "\x1b[2J"],
    "lint": ["lint", "kg"],
    "trace": ["trace", f"Anna Berg{EVIL} met Lars Holm."],
    "serve": ["serve", "\x1b[2J"],
    "push": ["push", "other", "http://localhost:1/\x1b[2J"],
    "usage": ["list", "kg", "--\x1b[2J"],
    "command": ["\x1b[2J\u202e"],
}


@pytest.mark.parametrize("name", PRINTED)
def test_nothing_foreign_steers_the_terminal(folder: Path, name: str) -> None:
    """On neither stream."""
    result = run(*PRINTED[name])
    assert result.output
    assert STEERING.search(result.output) is None


def test_every_command_is_tried() -> None:
    """A new command needs a line above."""
    assert {command.name for command in COMMANDS} <= {arguments[0] for arguments in PRINTED.values()}


def test_no_line_is_forged(folder: Path) -> None:
    """A line end in a name stays inside its line."""
    lines = run("list", "kg").output.splitlines() + run("read", "news").output.splitlines()
    assert lines
    assert not any(line.startswith("Error: forged") for line in lines)


def test_json_carries_what_the_terminal_does_not_show(folder: Path) -> None:
    """As escapes: programs get the name as it is."""
    names = [json.loads(line)["name"] for line in run("list", "kg", "--json").stdout.splitlines()]
    assert any(EVIL in name for name in names)


def test_data_are_shown_visibly_on_a_terminal_only(folder: Path) -> None:
    """Turtle for a program keeps every character; on a terminal it steers nothing."""
    command = [sys.executable, "-m", "newsgraph", "query", "other", "--format", "csv"]
    command += ["SELECT ?s { ?d dcterms:source ?s }"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    piped = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert STEERING.search(piped.stdout.decode().replace("\r\n", "\n"))
    if os.name == "posix":
        shown = on_a_terminal(command, environment)
        assert "forged" in shown
        assert STEERING.search(shown.replace("\r\n", "\n")) is None


def on_a_terminal(command: list[str], environment: dict[str, str]) -> str:
    """What a terminal gets of a command."""
    ours, theirs = os.openpty()
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        got = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            got += piece
        process.wait()
    os.close(ours)
    return got.decode()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_no_console_is_too_poor(folder: Path, encoding: str) -> None:
    """Tables replace what it lacks; data are UTF-8 whatever it is."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}

    def ask(*format_: str) -> bytes:
        command = [sys.executable, "-m", "newsgraph", "query", "kg", *format_]
        command.append("SELECT ?l { ?e skos:prefLabel ?l }")
        return subprocess.run(command, capture_output=True, env=environment, check=True).stdout

    assert b"?ukasz Ja??" in ask()
    assert "Łukasz Jaźń" in ask("--format", "csv").decode()


def test_visible_texts_are_left_alone() -> None:
    """Accents, other scripts, emoji with their joiners, tabs and lines."""
    text = "Łódź 東京 محمد 👩\u200d👩\u200d👧 a\tb\nc"
    assert visible(text) == text
    assert one_line("a\r\n\tb") == "a b"


def test_escaped_json_is_the_same_json() -> None:
    """Escapes stand for the same characters."""
    value = {"name": EVIL, "other": "Łódź\n"}
    text = escaped(json.dumps(value, ensure_ascii=False))
    assert json.loads(text) == value
    assert STEERING.search(text) is None
    assert "Łódź" in text
