"""Queries run in a process of their own: whatever they do to it, the caller gets a sentence and goes on."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest

import newsgraph
from newsgraph import Limits, QueryError
from newsgraph.exports.rdf import write_turtle
from newsgraph.exports.sandbox.process import START
from tests.exports.sample import sample_graph

ROOT = Path(__file__).parents[3]
NAMES = "SELECT ?name { ?x a schema:Person ; skos:prefLabel ?name }"
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"


@pytest.fixture(scope="module")
def graph() -> newsgraph.KnowledgeGraph:
    return newsgraph.KnowledgeGraph.of(sample_graph())


ENDED = {
    "lists that end the parser": ("SELECT * { ?s ?p " + "?o," * 60_000 + "?o }", Limits(seconds=8)),
    "a join of all with all": (f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}", Limits(seconds=0.5)),
    "a large sort": (f"SELECT * {{ {CROSS} }} ORDER BY ?a ?f", Limits(seconds=20, memory=100 << 20)),
    "a large answer": (f"SELECT * {{ {CROSS} }}", Limits(seconds=20, body=1 << 20)),
    "many rows": ("SELECT * { ?s ?p ?o }", Limits(rows=5)),
    "many columns": (
        "SELECT " + " ".join(f"?v{n}" for n in range(20_000)) + " { ?s ?p ?o }",
        Limits(rows=10_000),
    ),
    "many triples": ("CONSTRUCT WHERE { ?s ?p ?o }", Limits(rows=5)),
    "a long query": ("ASK { } # " + "x" * 2_000, Limits(query=1_000)),
    "triples inside triples": (
        "SELECT ?t40 { BIND(TRIPLE(ng:a, ng:b, 1) AS ?t0) "
        + " ".join(f"BIND(TRIPLE(ng:a, ng:b, ?t{n}) AS ?t{n + 1})" for n in range(40))
        + " }",
        Limits(),
    ),
}


@pytest.mark.parametrize("kind", list(ENDED))
def test_a_query_beyond_its_limits_ends_in_a_sentence(graph: newsgraph.KnowledgeGraph, kind: str):
    """Time, memory, crash, rows, bytes and length; the next query is answered."""
    sparql, limits = ENDED[kind]
    started = time.monotonic()
    with pytest.raises(QueryError, match=r"was stopped: it|has more than|characters; at most|inside triples"):
        graph.query(sparql, limits=limits)
    assert time.monotonic() - started < 20
    assert len(graph.query(NAMES)) == 3


def test_long_lists_of_values_are_no_attack(graph: newsgraph.KnowledgeGraph):
    """What ends a parser in one place is good in another."""
    numbers = ", ".join(str(number) for number in range(3_000))
    assert not graph.query(f"ASK {{ ?s ng:confidence ?c FILTER(STR(?c) IN ({numbers})) }}")


def test_rdflib_runs_apart_as_well(graph: newsgraph.KnowledgeGraph):
    """The other engine has the same limits."""
    with pytest.raises(QueryError, match="was stopped"):
        graph.query(f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}", engine="rdflib", limits=Limits(seconds=1))
    assert list(graph.query(NAMES, engine="rdflib")) == list(graph.query(NAMES))


def test_one_process_answers_all_queries_on_a_graph(graph: newsgraph.KnowledgeGraph):
    """It stays warm; one that was killed meanwhile is replaced."""
    graph.query(NAMES)
    first = graph._process._sandbox
    graph.query(NAMES)
    assert graph._process._sandbox is first
    assert first is not None
    first._process.kill()
    first._process.wait()
    assert len(graph.query(NAMES)) == 3
    assert graph._process._sandbox is not first


def test_a_process_ends_with_its_graph():
    """Graphs that nobody has any more leave no process behind."""
    graph = newsgraph.KnowledgeGraph.of(sample_graph())
    graph.query(NAMES)
    process = graph._process._sandbox._process  # type: ignore[union-attr]
    del graph
    gc.collect()
    assert process.poll() is not None


def test_queries_come_from_many_threads(graph: newsgraph.KnowledgeGraph):
    """Each thread gets the answer to its own question."""
    found: dict[int, object] = {}

    def ask(number: int) -> None:
        found[number] = list(graph.query(f"SELECT ({number} AS ?n) {{}}"))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: [{"n": number}] for number in range(20)}


def test_a_graph_is_pickled_without_its_process(graph: newsgraph.KnowledgeGraph):
    """A graph goes to another process although it was asked before."""
    graph.query(NAMES)
    assert len(pickle.loads(pickle.dumps(graph)).query(NAMES)) == 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_asks_one_of_its_own():
    """After a fork neither reads the answers of the other."""
    code = (
        "import os, newsgraph; from tests.exports.sample import sample_graph;"
        "kg = newsgraph.KnowledgeGraph.of(sample_graph()); ask = lambda: len(kg.query('SELECT * { ?s ?p ?o }'));"
        "a = ask(); pid = os.fork(); b = ask();"
        "pid and os.waitpid(pid, 0); c = ask(); print(a == b == c, flush=True)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]


def test_a_file_that_is_written_anew_is_asked_anew(tmp_path: Path):
    """Processes on files are kept while the file stays as it is."""
    file = tmp_path / "a.ttl"
    file.write_text("<a:a> <a:b> 1 .", encoding="utf-8")
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert newsgraph.query(file, count)[0] == {"n": 1}
    file.write_text("<a:a> <a:b> 1, 2 .", encoding="utf-8")
    assert newsgraph.query(file, count)[0] == {"n": 2}


SLOW = f"""
import newsgraph, sys
print("ready", flush=True)
try:
    newsgraph.query(sys.argv[1], "SELECT (COUNT(*) AS ?n) {{ {CROSS} }}")
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT")
def test_an_interrupt_ends_a_slow_query_at_once(tmp_path: Path):
    """Ctrl-C reaches the caller, and no process stays."""
    (tmp_path / "graph.ttl").write_text(write_turtle(sample_graph()), encoding="utf-8")
    command = [sys.executable, "-c", SLOW, str(tmp_path)]
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs ignore it
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, preexec_fn=heed) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(2)
        children = [child for child in _children(process.pid) if START in _command(child)]
        sent = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "interrupted\n"
        assert time.monotonic() - sent < 1
        process.wait(10)
    assert not any(START in _command(child) for child in children)


def _children(pid: int) -> list[str]:
    place = Path(f"/proc/{pid}/task/{pid}/children")
    return place.read_text().split() if place.exists() else []


def _command(pid: str) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:  # it has ended
        return ""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="this system has no /proc")
def test_a_process_does_not_outlive_a_caller_that_is_killed(tmp_path: Path):
    """SIGKILL gives a caller no chance to clean up."""
    (tmp_path / "graph.ttl").write_text(write_turtle(sample_graph()), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        end = time.monotonic() + 20
        while not (children := _children(process.pid)) and time.monotonic() < end:
            time.sleep(0.1)
        time.sleep(1)
        process.kill()
    assert children
    end = time.monotonic() + 10
    while any(START in _command(child) for child in children):
        assert time.monotonic() < end
        time.sleep(0.1)
