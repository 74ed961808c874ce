"""The command line from end to end, on an article of our own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgraph.cli import main

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples/moscow-tehran.txt"


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """A command in this process."""
    return CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``build`` makes of the bundled example."""
    out = tmp_path_factory.mktemp("kg")
    assert run("build", str(EXAMPLE), "-o", str(out)).exit_code == 0
    return out


def test_build_writes_three_files(built: Path) -> None:
    """Turtle, page and records, and nothing else."""
    assert sorted(path.name for path in built.iterdir()) == ["graph.html", "graph.jsonl", "graph.ttl"]


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """In another process, with another hash seed and locale."""
    command = [sys.executable, "-m", "newsgraph", "build", str(EXAMPLE), "-o", str(tmp_path / "again")]
    environment = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    for name in ("graph.html", "graph.jsonl", "graph.ttl"):
        assert (tmp_path / "again" / name).read_bytes() == (built / name).read_bytes(), name


def test_extract_prints_records_and_nothing_else() -> None:
    """One line of JSON for each article."""
    result = run("extract", str(EXAMPLE), str(EXAMPLE))
    lines = result.stdout.splitlines()
    assert [json.loads(line)["document"]["date"] for line in lines] == ["2026-03-02"] * 2
    assert result.stderr == ""


def test_standard_input_and_a_date_are_read(tmp_path: Path) -> None:
    """``-`` is standard input, ``--date`` its day."""
    result = run("extract", "-", "--date", "2024-05-06", stdin="Anna Berg met Lars Holm on Sunday.")
    record = json.loads(result.stdout)
    (statement,) = [s for s in record["statements"] if s["predicate"]["lemma"] == "meet"]
    assert (statement["subject"]["text"], statement["object"]["text"]) == ("Anna Berg", "Lars Holm")
    assert [q["value"] for q in statement["qualifiers"] if q["role"] == "time"] == ["2024-05-05"]


@pytest.mark.parametrize("format_", ["json", "csv", "tsv", "xml"])
def test_query_prints_what_the_article_says(built: Path, format_: str) -> None:
    """Who is said to be a spokesman, in every format."""
    sparql = "SELECT ?name WHERE { ?c rdf:predicate rel:spokesperson_of ; rdf:subject/skos:prefLabel ?name }"
    for graph in (built, built / "graph.ttl"):
        result = run("query", str(graph), sparql, "--format", format_)
        assert result.exit_code == 0
        assert "Dmitry Peskov" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "nowhere.txt", "-o", "OUT"], "nowhere.txt"),
        (["build", "EMPTY", "-o", "OUT"], "no text"),
        (["build", "BINARY", "-o", "OUT"], "binary"),
        (["build", "FOLDER", "-o", "OUT"], "no text files"),
        (["build", "GOOD", "-o", "OUT", "--date", "yesterday"], "2026-03-02"),
        (["build", "GOOD", "-o", "OUT", "--schema", "nowhere.yaml"], "nowhere.yaml"),
        (["build", "GOOD", "-o", "OUT", "--judgements", "nowhere.tsv"], "nowhere.tsv"),
        (["extract", "nowhere.txt"], "nowhere.txt"),
        (["query", "nowhere.ttl", "ASK {}"], "nowhere.ttl"),
        (["query", "EMPTY", "SELECT WHERE"], ""),
    ],
)
def test_bad_input_is_refused_with_a_message(arguments: list[str], message: str, tmp_path: Path) -> None:
    """Exit code 2, a plain message on stderr, no traceback, nothing half-written."""
    (tmp_path / "EMPTY").write_text("")
    (tmp_path / "BINARY").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "FOLDER").mkdir()
    (tmp_path / "GOOD").write_text("Anna Berg met Lars Holm.")
    names = {"EMPTY", "BINARY", "FOLDER", "GOOD", "OUT"}
    result = run(*(str(tmp_path / a) if a in names else a for a in arguments))
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output
    assert not (tmp_path / "OUT").exists()


def test_one_bad_document_never_stops_a_batch(tmp_path: Path) -> None:
    """The others are built; the bad one is reported at the end."""
    good = tmp_path / "good.txt"
    good.write_text("Anna Berg met Lars Holm.")
    result = run("build", str(good), str(tmp_path / "bad.txt"), "-o", str(tmp_path / "kg"))
    assert result.exit_code == 2
    assert "bad.txt" in result.stderr
    assert "Anna Berg" in (tmp_path / "kg/graph.ttl").read_text(encoding="utf8")


def test_every_command_shows_an_example() -> None:
    """Help without an example is half a help."""
    assert "Example:" in run("--help").output
    for name in main.commands:
        assert "Example:" in run(name, "--help").output, name
