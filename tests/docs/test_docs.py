"""The documentation is true: references are those of the code, tutorials run, links lead somewhere."""

from __future__ import annotations

import doctest
import importlib.util
import inspect
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgraph.cli import main
from newsgraph.graph.model import record

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def reference() -> object:
    """The module that makes the references."""
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands.md", "library.md", "vocabulary.md"])
def test_references_are_those_of_the_code(name: str) -> None:
    """``python docs/reference.py`` has been run since the commands and docstrings changed."""
    made = reference().PAGES[name]()  # type: ignore[attr-defined]
    assert (DOCS / name).read_text(encoding="utf8") == made, "run python docs/reference.py"


def test_the_record_is_described_field_by_field() -> None:
    """``docs/record.md`` has a table for each class of the record, with its fields in their order."""
    page = (DOCS / "record.md").read_text(encoding="utf8")
    described = {
        name: re.findall(r"^\| (\w+) \|", body, re.MULTILINE)[1:]
        for name, body in re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    }
    classes = {c.__name__: c for c in vars(record).values() if inspect.isclass(c) and is_dataclass(c)}
    assert described == {name: [field.name for field in fields(c)] for name, c in classes.items()}
    assert f"**format {record.FORMAT}**" in page


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the bundled example, as a reader of a tutorial has it."""
    (tmp_path / "examples").mkdir()
    shutil.copy(ROOT / "examples/moscow-tehran.txt", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "page", [p for p in PAGES if ">>> " in p.read_text(encoding="utf8")], ids=lambda p: p.name
)
def test_python_in_the_docs_runs(page: Path, desk: Path) -> None:
    """Every ``>>>`` gives what the page says."""
    result = doctest.testfile(str(page), module_relative=False, optionflags=FLAGS, encoding="utf8")
    assert result.attempted
    assert not result.failed


CONSOLE = [p for p in PAGES if "```console" in p.read_text(encoding="utf8")]


@pytest.mark.parametrize("page", CONSOLE, ids=lambda p: p.name)
def test_commands_in_the_docs_run(page: Path, desk: Path) -> None:
    """Every ``$ newsgraph`` succeeds and prints the lines below it; "..." stands for any."""
    for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf8"), re.DOTALL):
        for command, wanted in re.findall(r"^\$ newsgraph (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            result = CliRunner().invoke(main, shlex.split(command), catch_exceptions=False)
            assert result.exit_code == 0, (command, result.output)
            printed = " ".join(result.output.split())
            for line in wanted.splitlines():
                assert line.strip() in ("", "...") or " ".join(line.split()) in printed, (command, line)


def test_links_lead_somewhere() -> None:
    """No page points at a page that is not there."""
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+\.md)[^)]*\)", page.read_text(encoding="utf8")):
            assert (page.parent / target).exists(), (page.name, target)


def test_the_site_builds_strictly(tmp_path: Path) -> None:
    """MkDocs warns of nothing."""
    pytest.importorskip("mkdocs", reason="the extra docs is not installed")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(tmp_path / "site"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_promise_of_the_threat_model_has_its_test() -> None:
    """A table row without a test promises nothing."""
    page = (DOCS / "threat-model.md").read_text(encoding="utf8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| promise")]
    assert len(rows) > 20
    for row in rows:
        found = re.search(r"`([\w/.]+)::(\w+)`", row)
        assert found, row
        assert re.search(rf"^def {found[2]}\(", (ROOT / found[1]).read_text(encoding="utf8"), re.MULTILINE), (
            row
        )


def test_the_suites_of_reliability_are_there() -> None:
    """Those that the page names."""
    page = (DOCS / "reliability.md").read_text(encoding="utf8")
    assert all((ROOT / name).is_file() for name in re.findall(r"`(tests/[\w/]+\.\w+)`", page))
