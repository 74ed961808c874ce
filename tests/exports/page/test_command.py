"""The page from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgraph.cli import main
from newsgraph.exports.rdf import write_turtle
from newsgraph.graph.knowledge_graph import KnowledgeGraph


@pytest.fixture(scope="module")
def turtle(strike: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a graph in a file."""
    path = tmp_path_factory.mktemp("graph") / "strike.ttl"
    path.write_text(write_turtle(strike), encoding="utf-8")
    return path


def run(*arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def test_export_writes_the_page_and_tells_its_size(turtle: Path, strike_html: str, tmp_path: Path) -> None:
    """The suffix picks the page; size and time go to standard error; the page is that of the graph."""
    out = tmp_path / "strike.html"
    result = run("export", str(turtle), "-o", str(out))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith(f"Page: {len(strike_html) / 1e6:.1f} MB, made in ")
    assert out.read_text(encoding="utf-8") == strike_html


def test_max_visible(turtle: Path, tmp_path: Path) -> None:
    """Fewer entities make another opening; standard output takes the page, too."""
    whole, few = run("export", str(turtle), "-o", "-", "--format", "html"), tmp_path / "few.html"
    assert run("export", str(turtle), "-o", str(few), "--max-visible", "3").exit_code == 0
    assert whole.stdout.startswith("<!DOCTYPE html>")
    assert few.read_text(encoding="utf-8") != whole.stdout
    assert run("export", str(turtle), "-o", str(few), "--max-visible", "0").exit_code == 2
