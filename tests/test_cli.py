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
    """Database, Turtle and page, and nothing else."""
    assert sorted(path.name for path in built.iterdir()) == ["graph.db", "graph.html", "graph.ttl"]


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """In another process, with another hash seed and locale."""
    command = [sys.executable, "-m", "newsgraph", "build", str(EXAMPLE), "-o", str(tmp_path / "again")]
    environment = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    for name in ("graph.html", "graph.ttl"):
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


def test_query_is_read_from_wherever_it_is(built: Path, tmp_path: Path) -> None:
    """An argument, a file, standard input: the same answer."""
    sparql = "SELECT ?s { ?s a schema:Person }"
    (tmp_path / "query.rq").write_bytes(b"\xef\xbb\xbf" + sparql.encode())
    expected = run("query", str(built), sparql).stdout
    assert "Person" not in expected
    assert "ent:" in expected
    assert run("query", str(built), "-f", str(tmp_path / "query.rq")).stdout == expected
    assert run("query", str(built), "-f", "-", stdin=sparql).stdout == expected
    assert run("query", str(built), "-", stdin=sparql).stdout == expected


def test_recipes_take_bound_variables(built: Path) -> None:
    """A name is a text, however it looks; an IRI is one in brackets or by its prefix."""
    peskov = run("query", str(built), "--recipe", "about", "--bind", "name=Peskov", "--format", "csv").stdout
    assert {line.split(",")[0] for line in peskov.splitlines()[1:]} == {"Peskov"}
    assert "Dmitry Peskov" in peskov
    nobody = run("query", str(built), "--recipe", "about", "--bind", "name=' } ?s ?p ?o {")
    assert nobody.exit_code == 2
    assert "No entity of this graph is called" in nobody.stderr
    sparql = "SELECT ?s ?type { ?s a ?type }"
    for person in ("schema:Person", "<https://schema.org/Person>"):
        found = run("query", str(built), sparql, "--bind", f"type={person}").stdout
        assert found.count("schema:Person") == found.count("ent:") > 5
    assert "about" in run("query", str(built), "--recipe", "list").stdout


def test_a_store_on_disk_is_asked_again(built: Path, tmp_path: Path) -> None:
    """Loaded once, then asked by its own name."""
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    loaded = run("query", str(built), count, "--store", str(tmp_path / "kg.store"))
    assert loaded.exit_code == 0, loaded.stderr
    first = loaded.stdout
    assert first == run("query", str(built), count).stdout
    assert first == run("query", str(tmp_path / "kg.store"), count).stdout


def test_export_takes_the_options_of_rdf(built: Path) -> None:
    """Base, mentions and reifiers; a suffix or a name picks the format."""
    options = ["--base", "https://example.org/", "--no-mentions", "--reifies"]
    text = run("export", str(built), "-o", "-", *options).stdout
    assert "@prefix ent: <https://example.org/entity/> ." in text
    assert "rdf:reifies <<(" in text
    assert "nameSpan" not in text
    assert "nameSpan" in run("export", str(built), "-o", "-", "--format", "ntriples").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["query", "GOOD.ttl", "ASK {}", "--recipe", "about"], "give one query"),
        (["query", "GOOD.ttl"], "give one query"),
        (["query", "GOOD.ttl", "ASK {}", "--bind", "x"], "NAME=VALUE"),
        (["query", "GOOD.ttl", "ASK { ?s ?p ?x }", "--bind", "y=1"], "no variable ?y"),
        (["query", "GOOD.ttl", "SELECT ?s { ?s ?p ?x }", "--bind", "x=1"], "add it to the SELECT"),
        (["query", "GOOD.ttl", "ASK {}", "--format", "png"], "no format 'png'"),
        (["query", "GOOD.ttl", "-f", "BINARY"], "not in UTF-8"),
        (["query", "GOOD.ttl", "--recipe", "abuot"], "Did you mean about?"),
        (["query", "GOOD.ttl", "--recipe", "about"], "say which: --bind name=..."),
        (["query", "GOOD.ttl", "ASK {}", "--store", "FOLDER"], "not empty"),
        (["query", "FOLDER", "ASK {}"], "no graph in this folder"),
        (["push", "GOOD.ttl", "ftp://example.com/"], "http"),
        (["push", "GOOD.ttl", "http://127.0.0.1:9/store"], "did not take"),
        (["export", "GOOD.ttl", "-o", "kg.docx"], "suffix"),
        (["export", "GOOD.ttl", "-o", "-", "--base", "example"], "base"),
        (["serve", "nowhere"], "nowhere"),
        (["serve", "GOOD.ttl", "-p", "99999"], "Port 99999"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_message(
    arguments: list[str], message: str, built: Path, tmp_path: Path
) -> None:
    """Exit code 2, a plain message on stderr, no traceback."""
    (tmp_path / "BINARY").write_bytes(b"\xff\xfe ASK")
    (tmp_path / "GOOD.ttl").write_bytes((built / "graph.ttl").read_bytes())
    (tmp_path / "FOLDER").mkdir()
    (tmp_path / "FOLDER" / "file").touch()
    names = {path.name for path in tmp_path.iterdir()}
    result = run(*(str(tmp_path / a) if a in names else a for a in arguments))
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "nowhere.txt", "-o", "OUT"], "nowhere.txt"),
        (["build", "EMPTY", "-o", "OUT"], "no text"),
        (["build", "BINARY", "-o", "OUT"], "a binary file"),
        (["build", "FOLDER", "-o", "OUT"], "no article"),
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
    assert result.exit_code == 1
    assert "bad.txt" in result.stderr
    assert "Anna Berg" in (tmp_path / "kg/graph.ttl").read_text(encoding="utf8")


def test_answers_about_nobody_are_kept_and_told(built: Path, tmp_path: Path) -> None:
    """A misspelled name in a judgements file is no error, but nobody should have to wonder."""
    answers = tmp_path / "who.tsv"
    result = run("resolve", str(built), "--judgements", str(answers), "--answer", "same", "Putin", "Puttin")
    assert result.exit_code == 0
    assert "'Puttin'" in result.stderr
    assert "'Putin'" not in result.stderr
    result = run("build", str(EXAMPLE), "-o", str(tmp_path / "kg"), "--judgements", str(answers))
    assert "nothing in these articles is called so" in result.stderr
    assert "'Puttin'" in result.stderr


def test_not_every_unknown_name_of_many_is_told(tmp_path: Path) -> None:
    """A list made for other articles would fill the terminal."""
    answers = tmp_path / "who.tsv"
    rows = [f"different\tAna Novak {number:03}\tAna Nowak {number:03}" for number in range(40)]
    answers.write_text("\n".join(["verdict\tleft\tright", *rows]))
    result = run("build", str(EXAMPLE), "-o", str(tmp_path / "kg"), "--judgements", str(answers))
    assert result.stderr.count("is called so") == 20
    assert "... and 60 more names" in result.stderr


def test_every_command_shows_an_example() -> None:
    """Help without an example is half a help."""
    assert "Example:" in run("--help").output
    for name in main.commands:
        assert "Example:" in run(name, "--help").output, name


def test_read_prints_what_a_reader_makes_of_a_file(tmp_path: Path) -> None:
    """Metadata, an empty line, the text; what gives nothing is told on standard error."""
    table = tmp_path / "t.csv"
    table.write_text("kop,tekst,dag\nRome loses Bell,Anna Bell left Rome on Friday.,2026-03-02\n")
    result = run("read", str(table), "--text", "tekst", "--title", "kop", "--date", "dag")
    assert result.exit_code == 0
    assert "title: Rome loses Bell\ndate: 2026-03-02 (from given)" in result.stdout
    assert result.stdout.endswith("\n\nRome loses Bell\n\nAnna Bell left Rome on Friday.\n")
    result = run("read", str(table), "--text", "body")
    assert result.exit_code == 2
    assert "there is no field 'body'; there are 'kop', 'tekst', 'dag'." in result.stderr


def test_build_reads_named_fields_and_keeps_their_names(tmp_path: Path) -> None:
    """What was named once is known when the folder is added to."""
    table, out = tmp_path / "t.csv", tmp_path / "kg"
    table.write_text("kop,tekst,dag\nRome loses Bell,Anna Bell left Rome on Friday.,2026-03-02\n")
    fields = ("--text", "tekst", "--title", "kop", "--date", "dag")
    assert run("build", str(table), "-o", str(out), *fields).exit_code == 0
    assert "2026-03-02" in run("list", str(out)).stdout
    (tmp_path / "u.csv").write_text("kop,tekst,dag\nLima sues,Dan Wu sued Acme in Lima.,2026-03-03\n")
    assert run("add", str(out), str(tmp_path / "u.csv")).exit_code == 0
    assert "Lima sues" in run("list", str(out)).stdout
    assert "2026-03-03" in run("list", str(out)).stdout
    assert run("build", str(table), "-o", str(tmp_path / "other"), "--date", "dag").exit_code == 2
