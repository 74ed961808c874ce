"""A folder that lives: build, add, remove, sync and list, on texts of our own."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from click.testing import CliRunner, Result

import newsgraph
from newsgraph import __main__ as newsgraph_main
from newsgraph.choices import Choices
from newsgraph.cli import main
from newsgraph.cli.progress import progress
from newsgraph.cli.report import SHOWN
from newsgraph.exports.sparql.filling import Filling
from newsgraph.extract.readers import Document
from newsgraph.folder import add, build_folder, list_documents, remove, sync
from newsgraph.graph.store.lock import write_lock
from newsgraph.views import PAGE, TURTLE, current
from newsgraph.workers import read_each

ROOT = Path(__file__).parent.parent
BERG = "Anna Berg met Lars Holm in Oslo on Sunday.\n"
HOLM = "Lars Holm photographed Petra Dahl in Bergen.\n"
RUIZ = "Ana Ruiz visited Lima.\n"
SCHEMA = """
rival_of:
  label: is a rival of
  domain: [PERSON, ORG]
  range: [PERSON, ORG]
  triggers: [photograph]
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three articles, one of them in a folder below, with a copy of one."""
    folder = tmp_path / "news"
    (folder / "below").mkdir(parents=True)
    (folder / "berg.txt").write_text(BERG)
    (folder / "below" / "holm.txt").write_text(HOLM)
    (folder / "below" / "copy.txt").write_bytes(b"\xef\xbb\xbf" + BERG.replace(".\n", ". \r\n\r\n").encode())
    (folder / "ruiz.txt").write_text(RUIZ)
    return folder


def run(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


def views(folder: Path) -> list[bytes]:
    """What a folder shows."""
    return [(folder / name).read_bytes() for name in (TURTLE, PAGE)]


def test_a_folder_is_read_once(news: Path, tmp_path: Path) -> None:
    """Recursively; the second time only what is new or changed, and the bytes are those of a fresh build."""
    kg = tmp_path / "kg"
    report = build_folder([news], kg)
    assert (report.read, report.unchanged, report.refused) == (4, 0, ())
    before = views(kg)
    report = build_folder([news], kg)
    assert (report.read, report.unchanged) == (0, 4)
    assert (report.sources, report.documents) == (4, 3)
    assert report.graph is None  # nothing had to be put together
    assert views(kg) == before
    (news / "ruiz.txt").write_text(RUIZ.replace("Lima", "Quito"))
    (news / "new.txt").write_text("Ana Ruiz called Anna Berg.")
    report = build_folder([news], kg)
    assert (report.read, report.unchanged) == (2, 3)
    build_folder([news], tmp_path / "fresh")
    assert views(kg) == views(tmp_path / "fresh")
    assert newsgraph.load(kg) == newsgraph.load(tmp_path / "fresh")
    assert newsgraph.load(kg).find("Lima") is None


@pytest.mark.parametrize(("there", "command"), [(True, "serve"), (False, "query")])
def test_the_next_command_is_one_that_works(
    there: bool, command: str, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra ``serve`` the report does not end with a command that would be refused."""
    monkeypatch.setattr("newsgraph.cli.report.find_spec", lambda name: there)
    result = run("build", news, "-o", tmp_path / "kg")
    assert f"Next: newsgraph {command} " in result.stderr


def test_copies_are_one_document(news: Path, tmp_path: Path) -> None:
    """Byte order mark, line ends and trailing blanks do not count; both sources are known."""
    build_folder([news], tmp_path / "kg")
    graph = newsgraph.load(tmp_path / "kg")
    assert len(graph.documents) == 3
    assert sorted(len(record.document.sources) for record in graph.records) == [0, 0, 1]
    told: list[str] = []
    remove(tmp_path / "kg", str(news / "below/copy.txt"), announce=told.append)
    assert any("berg.txt: the same text" in line for line in told)  # whoever removed it should know
    assert newsgraph.load(tmp_path / "kg").find("Anna Berg") is not None
    remove(tmp_path / "kg", str(news / "berg.txt"))
    assert newsgraph.load(tmp_path / "kg").find("Anna Berg") is None


def test_documents_come_and_go(news: Path, tmp_path: Path) -> None:
    """By source, pattern, folder or id; sync makes the graph what a folder holds."""
    kg = tmp_path / "kg"
    build_folder([news], kg)
    before = views(kg)
    assert remove(kg, str(news / "b*.txt")).removed == 1 + 2  # a pattern reaches below
    assert [row.name for row in list_documents(kg)] == [str(news / "ruiz.txt")]
    assert add(kg, news / "below").read == 2
    assert add(kg, news / "berg.txt").read == 1
    assert views(kg) == before
    (ruiz,) = [row for row in list_documents(kg) if row.name.endswith("ruiz.txt")]
    assert remove(kg, ruiz.document or "").removed == 1
    with pytest.raises(newsgraph.InputError, match="newsgraph list"):
        remove(kg, "nobody.txt")
    (news / "berg.txt").unlink()
    report = sync(kg, news)
    assert (report.read, report.unchanged, report.removed) == (1, 2, 1)
    build_folder([news], tmp_path / "fresh")
    assert views(kg) == views(tmp_path / "fresh")


def test_an_address_that_no_text_can_hold_refuses_its_row_alone(tmp_path: Path) -> None:
    """Half a surrogate pair in an address is written out where the refusal is kept."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        '{"text": "Anna Berg resigned.", "url": "http://a.example/\\ud800"}\n'
        '{"text": "Otto Lund resigned.", "url": "http://a.example/2"}\n',
        encoding="utf8",
    )
    assert run("build", rows, "--url", "url", "-o", tmp_path / "kg").exit_code == 1
    listed = [json.loads(line) for line in run("list", tmp_path / "kg", "--json").stdout.splitlines()]
    assert sorted(row["name"].partition("#")[2] for row in listed) == [
        r"http://a.example/2",
        r"http://a.example/\ud800",
    ]


def test_refused_documents_are_listed_and_the_others_read(news: Path, tmp_path: Path) -> None:
    """Exit status 1, each with its reason; mended, it is read."""
    (news / "empty.txt").write_text(" \n")
    result = run("build", news, "-o", tmp_path / "kg", "-j", 1)
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    listed = [
        json.loads(line) for line in run("list", tmp_path / "kg", "--refused", "--json").stdout.splitlines()
    ]
    assert [(Path(row["name"]).name, row["document"]) for row in listed] == [("empty.txt", None)]
    assert listed[0]["reason"]
    (news / "empty.txt").write_text("Ana Ruiz called Lars Holm.")
    result = run("build", news, "-o", tmp_path / "kg", "-j", 1)
    assert (result.exit_code, "1 read, 4 unchanged" in result.stderr) == (0, True)
    assert "4 articles from 5 sources (1 copy of the same text)" in result.stderr


def test_nothing_is_replaced_without_a_word(news: Path, tmp_path: Path) -> None:
    """Another graph, a graph of another program, a second writer, a slip of the pen."""
    kg = tmp_path / "kg"
    build_folder([news / "berg.txt"], kg)
    before = views(kg)
    with pytest.raises(newsgraph.InputError, match=r"newsgraph add .*--fresh"):
        build_folder([news / "ruiz.txt"], kg)
    with pytest.raises(newsgraph.InputError, match="no such file"):
        build_folder([news], kg, choices=Choices(judgements=tmp_path / "nowhere.tsv"))
    with write_lock(kg), pytest.raises(newsgraph.InputError, match=f"process {os.getpid()}"):
        add(kg, news)
    assert run("add", kg, news / "nowhere.txt").exit_code == 2
    assert views(kg) == before
    build_folder([news / "ruiz.txt"], kg, fresh=True)
    assert [document.source for document in newsgraph.load(kg).documents] == [str(news / "ruiz.txt")]
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / TURTLE).write_text("")
    with pytest.raises(newsgraph.InputError, match="Name another folder"):
        build_folder([news], tmp_path / "old")


def test_what_another_version_read_counts_once(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As read, although its files are unchanged."""
    build_folder([news], tmp_path / "kg")
    monkeypatch.setattr("newsgraph.intake.extractor_digest", lambda schema: "another")
    report = build_folder([news], tmp_path / "kg")
    assert (report.read, report.unchanged) == (4, 0)
    assert build_folder([news], tmp_path / "kg").unchanged == 4


def test_starting_anew_forgets_even_what_is_damaged(news: Path, tmp_path: Path) -> None:
    """But nothing of another program, and no graph where there is nothing to read instead."""
    kg = tmp_path / "kg"
    build_folder([news / "berg.txt"], kg)
    before = views(kg)
    with pytest.raises(newsgraph.InputError, match="left as it is"):
        build_folder([news / "brg.txt"], kg, fresh=True)
    assert views(kg) == before
    os.truncate(kg / "graph.db", 60_000)
    for call in (list_documents, lambda place: build_folder([news / "ruiz.txt"], place)):
        with pytest.raises(newsgraph.InputError, match=r"damaged .* --fresh"):
            call(kg)
    build_folder([news / "ruiz.txt"], kg, fresh=True)
    build_folder([news / "ruiz.txt"], tmp_path / "other")
    assert views(kg) == views(tmp_path / "other")
    (kg / "graph.db").write_text("mine")
    with pytest.raises(newsgraph.InputError, match="name another folder"):
        build_folder([news / "ruiz.txt"], kg, fresh=True)
    assert (kg / "graph.db").read_text() == "mine"


def test_what_was_given_once_stays(news: Path, tmp_path: Path) -> None:
    """Judgements, entity list and confidence hold for articles to come; a schema reads the old ones anew."""
    kg, entities = tmp_path / "kg", tmp_path / "mine.csv"
    entities.write_text("id,name\nhttps://example.org/lars,Lars Holm\n")
    build_folder([news / "berg.txt"], kg, choices=Choices(entities=entities))
    add(kg, news / "below")
    assert newsgraph.load(kg).get("Lars Holm").links == ("https://example.org/lars",)
    (tmp_path / "mine.yaml").write_text(SCHEMA)
    assert add(kg, news / "ruiz.txt", choices=Choices(schema=tmp_path / "mine.yaml")).read == 4
    add(kg, news / "below/holm.txt")
    again = newsgraph.load(kg).get("Petra Dahl").statements
    anew = newsgraph.build(news / "below/holm.txt", schema=tmp_path / "mine.yaml")
    assert [s.relation for s in again] == [s.relation for s in anew.statements] == ["rival_of"]


def test_commands_read_a_folder(news: Path, tmp_path: Path) -> None:
    """And make a view anew that is out of date."""
    kg = tmp_path / "kg"
    build_folder([news], kg)
    (kg / TURTLE).unlink()
    result = run("query", kg, "SELECT ?n { ?x a schema:Person ; skos:prefLabel ?n }")
    assert "Lars Holm" in result.stdout
    assert (kg / TURTLE).exists()
    assert run("explain", kg, "Holm").stdout.startswith("Lars Holm (PERSON)")
    assert run("lint", kg).exit_code == 0
    assert run("resolve", kg).exit_code == 0
    assert run("export", kg, "-o", tmp_path / "records.jsonl").exit_code == 0
    lines = (tmp_path / "records.jsonl").read_text(encoding="utf8").splitlines()
    assert [json.loads(line)["document"]["id"] for line in lines] == [
        d.id for d in newsgraph.load(kg).documents
    ]
    assert newsgraph.load(tmp_path / "records.jsonl") == newsgraph.load(kg)


def documents() -> list[tuple[str, Document]]:
    """Return six tasks."""
    return [
        (str(n), Document.from_text(f"Anna Berg met Lars Holm{n * ' and Ana Ruiz'}.", str(n)))
        for n in range(6)
    ]


def test_workers_give_what_one_process_gives() -> None:
    """In whatever order; one that dies costs the document it held, and the others are read."""
    alone = {read.key: read for read in read_each(documents(), jobs=1)}
    results = {}
    for result in read_each(documents(), jobs=2):
        if not results:
            os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGKILL)
        results[result.key] = result
    assert results.keys() == alone.keys()
    lost = [read.reason for read in results.values() if read.record is None]
    assert len(lost) <= 1
    assert all("SIGKILL" in (reason or "") for reason in lost)
    assert all(read == alone[read.key] for read in results.values() if read.record is not None)


@pytest.mark.parametrize(("threads", "used"), [(1, 1), (2, 0)])
def test_one_job_is_one_core(monkeypatch: pytest.MonkeyPatch, threads: int, used: int) -> None:
    """The encoder computes nothing ahead where one core was asked for; afterwards it is as before (0: all cores)."""
    encoder, seen = SimpleNamespace(threads=0), []

    def read(_document: Document) -> None:
        seen.append(encoder.threads)
        raise ValueError

    nlp = SimpleNamespace(
        pipeline=[("reader", SimpleNamespace(encoder=encoder)), ("other", SimpleNamespace())]
    )
    monkeypatch.setattr(
        "newsgraph.workers.extractor_with", lambda _schema: SimpleNamespace(nlp=nlp, read=read)
    )
    assert [result.record for result in read_each(documents()[:1], threads=threads)] == [None]
    assert (seen, encoder.threads) == ([used], 0)


def test_control_c_keeps_what_was_read(news: Path, tmp_path: Path) -> None:
    """Exit status 130 and a line that says how to go on; the next run does."""
    for number in range(60):
        (news / f"{number}.txt").write_text(f"Anna Berg met Lars Holm in room {number}.\n" * 30)
    command = [sys.executable, "-m", "newsgraph", "build", str(news), "-o", str(tmp_path / "kg"), "-j", "1"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs ignore it
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=environment, preexec_fn=heed
    ) as process:
        until = time.monotonic() + 60
        while time.monotonic() < until and not _some_read(tmp_path / "kg"):
            time.sleep(0.05)
        for _ in range(3):  # people press it until something happens
            process.send_signal(signal.SIGINT)
            time.sleep(0.05)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert errors.splitlines()[-1].startswith("Interrupted")
    kept = len(list_documents(tmp_path / "kg"))
    assert 0 < kept < 64


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.3, 0.6, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0])
def test_control_c_at_any_moment(news: Path, tmp_path: Path, moment: float) -> None:
    """To all processes of the command, as a terminal sends it: one line, within a second or two, and nothing is lost."""
    for number in range(60):
        (news / f"{number}.txt").write_text(f"Anna Berg met Lars Holm in room {number}.\n" * 200)
    command = [sys.executable, "-m", "newsgraph", "build", str(news), "-o", str(tmp_path / "kg"), "-j", "2"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=environment, preexec_fn=heed, start_new_session=True
    ) as process:
        time.sleep(moment)
        started = time.monotonic()
        for _ in range(3):
            with suppress(ProcessLookupError):  # it has left already
                os.killpg(process.pid, signal.SIGINT)
            time.sleep(0.05)
        _, errors = process.communicate(timeout=20)
    assert time.monotonic() - started < 3  # a second on a machine that does nothing else
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert errors.splitlines()[-1].startswith("Interrupted")
    assert (
        all(row.reason is None for row in list_documents(tmp_path / "kg"))
        if _some_read(tmp_path / "kg")
        else True
    )


@pytest.fixture
def control_c() -> Iterator[None]:
    """Have Ctrl-C heeded as before once the test is over."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("control_c")
def test_control_c_while_modules_are_loaded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback of an import."""

    def interrupted(name: str) -> None:
        raise KeyboardInterrupt

    module = ModuleType("newsgraph.cli")
    monkeypatch.setattr(module, "__getattr__", interrupted, raising=False)
    monkeypatch.setitem(sys.modules, "newsgraph.cli", module)
    monkeypatch.setattr(newsgraph_main, "_leave", lambda: None)
    with pytest.raises(SystemExit, match="130"):
        newsgraph_main.run()
    assert capsys.readouterr().err == "Interrupted.\n"


@pytest.mark.usefixtures("control_c")
@pytest.mark.parametrize(("status", "at_once"), [(130, [130]), (0, []), (2, [])])
def test_only_control_c_leaves_at_once(
    status: int, at_once: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without taking the modules down, which a busy machine needs seconds for."""
    left: list[int] = []
    module = ModuleType("newsgraph.cli")
    monkeypatch.setattr(module, "main", lambda: sys.exit(status), raising=False)
    monkeypatch.setitem(sys.modules, "newsgraph.cli", module)
    monkeypatch.setattr(newsgraph_main.atexit, "_run_exitfuncs", lambda: None)
    monkeypatch.setattr(newsgraph_main.os, "_exit", left.append)
    with pytest.raises(SystemExit, match=str(status)):
        newsgraph_main.run()
    assert left == at_once


@pytest.mark.parametrize("name", ["x" * 300, "x" * 300 + ".ttl"])
def test_names_that_no_system_takes_are_refused(name: str, tmp_path: Path) -> None:
    """In the library with the errors it promises."""
    for call in (newsgraph.load, newsgraph.list, lambda path: newsgraph.query(path, "ASK {}")):
        with pytest.raises(newsgraph.InputError):
            call(tmp_path / name)
    with pytest.raises(newsgraph.InputError):
        build_folder([tmp_path], tmp_path / name)


def _some_read(kg: Path) -> bool:
    try:
        return bool(list_documents(kg))
    except newsgraph.InputError:
        return False


def test_records_from_elsewhere_give_the_same_bytes(news: Path, tmp_path: Path) -> None:
    """From JSON Lines or Parquet, as ``extract`` prints them or as ``read_batch`` returns them."""
    build_folder([news], tmp_path / "kg")
    names = [row.name for row in list_documents(tmp_path / "kg")]
    texts = [
        {"id": str(n), "source": name, "text": _text(name), "media_type": "text/plain"}
        for n, name in enumerate(names)
    ]
    rows = newsgraph.read_batch([*texts, {"id": "bad", "text": " "}, {"id": "none"}])
    assert [row["error"] is None for row in rows] == [True] * len(texts) + [False, False]
    (tmp_path / "records.jsonl").write_text(run("extract", news).stdout, encoding="utf8")
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    pyarrow = pytest.importorskip("pyarrow", reason="the extra 'parquet' is not installed")
    from pyarrow import parquet

    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "rows.parquet")
    assert run("assemble", tmp_path / "records.jsonl", "-o", tmp_path / "a").exit_code == 0
    for name in ("rows.jsonl", "rows.parquet"):
        result = run("assemble", tmp_path / name, "-o", tmp_path / name[:6])
        assert (result.exit_code, "bad" in result.stderr) == (1, True)
        assert views(tmp_path / name[:6]) == views(tmp_path / "kg")
    assert views(tmp_path / "a") == views(tmp_path / "kg")
    assert run("assemble", tmp_path / "nowhere.jsonl", "-o", tmp_path / "b").exit_code == 2
    chosen = ("--min-confidence", "0.9", "--max-visible", "1")
    before = views(tmp_path / "kg")
    assert run("assemble", tmp_path / "records.jsonl", "-o", tmp_path / "a", *chosen).exit_code == 0
    assert run("build", news, "-o", tmp_path / "kg", *chosen).exit_code == 0
    assert views(tmp_path / "a") == views(tmp_path / "kg") != before


def _text(name: str) -> str:
    return Path(name).read_text(encoding="utf-8-sig")


def test_an_open_folder_loads_what_is_asked(news: Path, tmp_path: Path) -> None:
    """A query needs no graph; the graph is the one that was built."""
    build_folder([news], tmp_path / "kg")
    opened = newsgraph.open(tmp_path / "kg")
    assert len(opened.query("SELECT ?x { ?x a schema:Person }")) > 2
    assert "_loaded" not in opened.__dict__
    assert opened == newsgraph.load(tmp_path / "kg")
    assert newsgraph.diff(tmp_path / "kg", opened) == ()
    with pytest.raises(newsgraph.InputError, match="newsgraph build"):
        newsgraph.open(tmp_path)


def test_other_programs_open_the_database(news: Path, tmp_path: Path) -> None:
    """sqlite-utils and Datasette find tables with rows, and search them."""
    sqlite_utils = pytest.importorskip("sqlite_utils", reason="a test dependency")
    build_folder([news], tmp_path / "kg")
    database = sqlite_utils.Database(tmp_path / "kg/graph.db")
    people = {row["name"] for row in database["entity"].rows_where("label = 'PERSON'")}
    assert {"Anna Berg", "Lars Holm", "Ana Ruiz"} <= people
    said = {(row["subject"], row["object"]) for row in database["said"].rows}
    assert ("Anna Berg", "Lars Holm") in said
    assert [row["name"] for row in database["entity"].search("ruiz")] == ["Ana Ruiz"]
    database.close()
    pytest.importorskip("datasette", reason="a test dependency")
    for page, found in (("document.json", 3), ("sentence.json?_search=photographed", 1)):
        command = [
            sys.executable,
            "-m",
            "datasette",
            str(tmp_path / "kg/graph.db"),
            "--get",
            f"/graph/{page}",
        ]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert len(json.loads(output)["rows"]) == found


def test_a_file_is_listed_as_a_folder_is(news: Path, tmp_path: Path) -> None:
    """Turtle and records name their articles; what is no graph is refused with a sentence."""
    kg = tmp_path / "kg"
    build_folder([news], kg)
    newsgraph.export(kg, tmp_path / "kg.jsonl")
    listed = [(row.name, row.date, row.statements) for row in list_documents(kg) if row.reason is None]
    for file in (kg / TURTLE, tmp_path / "kg.jsonl"):
        assert [(row.name, row.date, row.statements) for row in list_documents(file)] == listed
    with pytest.raises(newsgraph.InputError, match="berg"):
        list_documents(news / "berg.txt")


def test_threads_take_turns() -> None:
    """Four of them read what one reads."""
    texts = [f"Anna Berg met Lars Holm in room {n}." for n in range(8)]
    alone = [newsgraph.build(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(newsgraph.build, texts)) == alone


def test_a_large_graph_is_shown_when_asked(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small change is kept at once; a query says that it asks the state before, unless it shall be the present one."""
    monkeypatch.setattr("newsgraph.index.LARGE", 10)
    monkeypatch.setattr("newsgraph.folder.is_small_change", lambda *_: True)
    kg, said = tmp_path / "kg", []
    build_folder([news / "berg.txt", news / "below"], kg)
    assert len(list(kg.glob(".graph.index-*"))) == 1
    before = views(kg)
    report = add(kg, news / "ruiz.txt", announce=said.append)
    assert (report.read, report.graph) == (1, None)
    assert "show the state before" in said[0]
    for content, old in zip(views(kg), before, strict=True):
        assert content.startswith(old)
        assert b"Articles were added" in content[len(old) :]
    remove(kg, "*ruiz.txt")
    assert views(kg) == before
    add(kg, news / "ruiz.txt")
    assert newsgraph.load(kg).find("Ana Ruiz") is not None
    people = "SELECT ?n { ?x a schema:Person ; skos:prefLabel ?n }"
    at_once = run("query", kg, people)
    assert "Ana Ruiz" not in at_once.stdout
    assert "this is the state before" in at_once.stderr
    assert "this is the state before" in run("query", kg / TURTLE, people).stderr
    _is_explained_as_before(kg)
    assert views(kg)[0].startswith(before[0])
    (kg / TURTLE).write_bytes(before[0])  # as if the notice could not be written
    assert "this is the state before" in run("query", kg / TURTLE, people).stderr
    anew = run("query", kg, people, "--anew")
    assert "Ana Ruiz" in anew.stdout
    assert "state before" not in anew.stderr
    build_folder([news], tmp_path / "fresh")
    assert views(kg) == views(tmp_path / "fresh")
    (index,) = kg.glob(".graph.index-*")
    up_to_date = run("query", kg, people)
    assert "Ana Ruiz" in up_to_date.stdout
    assert "state before" not in up_to_date.stderr
    remove(kg, "*ruiz.txt")
    assert "Ana Ruiz" not in run("query", kg, people, "--anew").stdout
    (other,) = kg.glob(".graph.index-*")
    assert other != index


def _is_explained_as_before(kg: Path) -> None:
    """What was there before is explained at once and with a warning, unless asked for anew; what has come since, too."""
    with pytest.warns(UserWarning, match="this is the state before") as told:
        assert newsgraph.open(kg).find("Anna Berg") is not None
    assert len(told) == 1
    told_before, told_anew = run("explain", kg, "Anna Berg"), run("explain", kg, "Anna Berg", "--anew")
    assert told_before.stdout == told_anew.stdout
    assert "this is the state before" in told_before.stderr
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert newsgraph.open(kg, anew=True).find("Anna Berg") is not None
    with pytest.warns(UserWarning, match="nothing is called 'Ana Ruiz'; this is of the articles") as told:
        assert newsgraph.open(kg).find("Ana Ruiz") is not None
    assert len(told) == 1
    assert "Ana Ruiz (PERSON)" in run("explain", kg, "Ana Ruiz").stdout
    with pytest.warns(UserWarning, match="nothing is called 'Nobody'; the present one is put together"):
        assert newsgraph.open(kg).find("Nobody") is None
    assert told_anew.stderr == ""


def test_a_large_graph_is_asked_while_another_process_writes(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its index or, where that is not made yet, without: nobody has to wait for the writer."""
    monkeypatch.setattr("newsgraph.index.LARGE", 10)
    kg = tmp_path / "kg"
    build_folder([news], kg)
    (index,) = kg.glob(".graph.index-*")
    with write_lock(kg):
        assert current(kg) == index
        index.rename(tmp_path / "away")
        assert current(kg) == kg / TURTLE


def test_a_large_graph_is_written_even_where_its_index_fails(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk that is too full for both: the Turtle is there, nothing else is left, and the next query has the index made."""
    monkeypatch.setattr("newsgraph.index.LARGE", 10)

    def fail(filling: Filling) -> None:
        raise newsgraph.InputError("Filling the store failed.")

    kg = tmp_path / "kg"
    with monkeypatch.context() as patch:
        patch.setattr(Filling, "finish", fail)
        patch.setattr("newsgraph.folder.make_index", lambda *_: None)
        build_folder([news], kg)
    assert list(kg.glob(".*")) == []
    build_folder([news], tmp_path / "other")
    assert views(kg) == views(tmp_path / "other")
    (index,) = (tmp_path / "other").glob(".graph.index-*")
    assert current(kg) == kg / index.name


def test_a_first_build_under_way_is_told_soon(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no state before to ask; what was read so far can be listed."""
    monkeypatch.setattr("newsgraph.views._PATIENCE", 0.1)
    kg = tmp_path / "kg"
    build_folder([news], kg)
    (kg / TURTLE).unlink()
    with write_lock(kg):
        with pytest.raises(
            newsgraph.InputError, match=f"process {os.getpid()} since .* writes into this folder"
        ):
            newsgraph.query(kg, "ASK {}")
        assert len(list_documents(kg)) == 4
    assert newsgraph.query(kg, "ASK {}")


def test_the_time_left_is_that_of_reading(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not of the models, which are loaded before the first file is done."""
    clock = iter((0.0, 100.0, 111.0))
    monkeypatch.setattr("newsgraph.cli.progress.time", SimpleNamespace(monotonic=lambda: next(clock)))
    with progress() as shown:
        shown(1, 12, "a.txt")
        shown(2, 12, "b.txt")
    assert capsys.readouterr().err == "Read 2 of 12 files, about 110 s left; b.txt\n"


def test_a_name_is_found_without_putting_a_large_graph_together(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From its index, and what is found is what the whole graph has; so is what explains it."""
    monkeypatch.setattr("newsgraph.index.LARGE", 10)
    kg = tmp_path / "kg"
    build_folder([news], kg)
    whole, opened = newsgraph.load(kg), newsgraph.open(kg)
    names = {name for entity in whole.entities for name in (entity.name, *entity.aliases)}
    names |= {name.split()[-1].upper() for name in names} | {"nobody", "", "?"}
    monkeypatch.setattr("newsgraph.opened.load_folder", None)
    for name in sorted(names):
        assert opened.find(name) == whole.find(name)
        if whole.find(name):
            assert newsgraph.explain(kg, name) == newsgraph.explain(whole, name)
    with pytest.raises(newsgraph.InputError, match="Nothing in this graph is called 'nobody'"):
        newsgraph.explain(kg, "nobody")


def test_a_large_graph_that_cannot_be_written_is_asked(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From its Turtle, where no index can be made beside it."""

    def refuse(*given: object, **options: object) -> None:
        raise newsgraph.InputError("kg: cannot be written (Read-only file system).")

    kg = tmp_path / "kg"
    build_folder([news], kg)
    monkeypatch.setattr("newsgraph.index.LARGE", 10)
    monkeypatch.setattr("newsgraph.views.write_lock", refuse)
    said: list[str] = []
    assert current(kg, said.append) == kg / TURTLE
    assert said == ["No index for queries: kg: cannot be written (Read-only file system)."]


def test_a_folder_without_a_graph_is_told_apart(news: Path, tmp_path: Path) -> None:
    """A slip of the pen, one that is not built, a file; and a folder without articles."""
    kg, empty = tmp_path / "kg", tmp_path / "empty"
    build_folder([news / "ruiz.txt"], kg)
    empty.mkdir()
    for name, *rest in (
        ("list",),
        ("explain", "Ruiz"),
        ("query", "ASK {}"),
        ("remove", "a.txt"),
        ("add", news),
    ):
        mistyped, bare = (run(name, place, *rest).stderr for place in (tmp_path / "kgg", empty))
        assert f"there is no such file or folder (did you mean '{kg}'?)" in mistyped
        assert f"{empty}: there is no graph in this folder." in bare
    assert "this is a file; name the folder" in run("add", news / "ruiz.txt", news).stderr
    told = run("build", empty, "-o", tmp_path / "new").stderr
    assert f"Passed over: {empty}: there is no file to read in this folder." in told
    assert "this is a file; name a folder" in run("build", news, "-o", news / "ruiz.txt").stderr


def test_what_is_no_article_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    """A picture, a makefile, a broken picture: counted, neither read nor refused; refused where it is named."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("Anna Berg met Lars Holm in Oslo.")
    (news / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (news / "c.jpg").write_text("abc def")
    (news / "Makefile").write_text("all:\n\tcc a.c\n")
    report = build_folder([news], tmp_path / "kg")
    assert (report.read, report.passed_over, report.refused) == (1, 3, ())
    assert [Path(name).name for name, _ in report.others] == ["Makefile", "b.png", "c.jpg"]
    assert len(build_folder([news / "c.jpg", news / "a.txt"], tmp_path / "other").refused) == 1
    for number in range(4):
        (news / f"d{number}.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    told = run("build", news, "-o", tmp_path / "kg").stderr
    assert f"Passed over: {news / 'b.png'}: this does not look like an article." in told
    assert "... and 2 more; -v names all." in told
    assert run("build", news, "-o", tmp_path / "kg", "-v").stderr.count("Passed over: ") == 7
    listed = run("list", tmp_path / "kg").stdout.splitlines()
    assert f"refused\t{news / 'b.png'}\tpassed over: this does not look like an article." in listed
    assert len(listed) == 8
    assert sync(tmp_path / "kg", news).removed == 0
    (news / "d0.png").unlink()
    (news / "a.txt").rename(news / "a.png")
    sync(tmp_path / "kg", news)
    left = {Path(row.name).name: row.reason for row in list_documents(tmp_path / "kg")}
    assert "d0.png" not in left
    assert "a.txt" not in left
    assert left["a.png"] == left["b.png"]


def test_a_date_of_a_row_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """With its row and its words; the article has the date that its text states, or none."""
    table = tmp_path / "news.csv"
    rows = ("2026-03-02,Anna Berg met Lars Holm.", "32.13.2026,Ana Ruiz left Oslo.", ",Lars Holm left Oslo.")
    table.write_text("\n".join(("date,text", *rows)))
    report = build_folder([table], tmp_path / "kg")
    problem = "the date '32.13.2026' is not clearly a day; write YYYY-MM-DD"
    assert report.unclear == ((f"{table}#2", problem),)
    told = run("build", table, "-o", tmp_path / "other").stderr
    assert f"Unclear date: {table}#2: {problem}." in told


def test_a_refusal_is_told_once(news: Path, tmp_path: Path) -> None:
    """With its reason; reasons are counted only where not every document is named."""
    (news / "empty.txt").write_text(" \n")
    told = run("build", news, "-o", tmp_path / "kg", "-j", 1).stderr
    assert told.count("there is no text in it") == 1
    for number in range(SHOWN):
        (news / f"empty{number:03}.txt").write_text(" \n")
    told = run("build", news, "-o", tmp_path / "kg", "-j", 1).stderr
    assert f"{SHOWN + 1} refused: there is no text in it" in told


def test_a_source_is_removed_by_the_name_that_the_list_shows(tmp_path: Path) -> None:
    """A line end or a tab in a name of a file is shown as a blank, an escape as U+FFFD."""
    news = tmp_path / "news"
    news.mkdir()
    for name, text in (("od\nd.txt", BERG), ("ta\t\tb.txt", HOLM), ("es\x1bc.txt", RUIZ)):
        (news / name).write_text(text)
    build_folder([news], tmp_path / "kg")
    for line in run("list", tmp_path / "kg").stdout.splitlines():
        assert remove(tmp_path / "kg", line.split("\t")[1]).removed == 1
    assert list_documents(tmp_path / "kg") == ()
