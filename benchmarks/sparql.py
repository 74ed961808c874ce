"""SPARQL and Turtle against rdflib's own engine, in one run: ratios count, times depend on the machine.

    python -m benchmarks.sparql [--triples 100000] [--turtle-triples 100000]

Prints the table of figures; rows that differ between the engines are an error.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median, quantiles
from urllib.parse import urlencode
from urllib.request import urlopen

import rdflib
from pyoxigraph import Quad, RdfFormat, Store, Triple, parse
from rich.console import Console
from rich.table import Table

from newsgraph.exports.rdf import prefixes, read_turtle, to_triples, write_turtle
from newsgraph.exports.rdf.text import write_rdf
from newsgraph.exports.sparql import Rows, open_store, query
from newsgraph.exports.sparql.rdflib_engine import from_rdflib, to_dataset
from newsgraph.graph import KnowledgeGraph, build_graph
from newsgraph.graph.model.record import (
    ExtractionRecord,
    LocalDocument,
    LocalEntity,
    LocalMention,
    LocalStatement,
    Predicate,
    SpanText,
)

QUERIES = {
    "one hop": "SELECT ?a ?b { ?a rel:visit ?b }",
    "two hops": "SELECT ?a ?c { ?a rel:visit ?b . ?b rel:call ?c }",
    "group by": "SELECT ?s (COUNT(?c) AS ?n) { ?c rdf:subject ?s } GROUP BY ?s",
    "regex": 'SELECT ?s { ?s nif:anchorOf ?text FILTER REGEX(?text, "Person 1[0-9] .*Person 7") }',
    "evidence lookup": (
        "SELECT ?claim ?place ?words { ?claim rdf:subject/skos:prefLabel 'Person 7' ; ng:evidence ?e . "
        "?e ng:subjectSpan ?place ; nif:sentence/nif:anchorOf ?words }"
    ),
}
VERBS = ("visited", "called", "met", "praised", "blamed", "joined", "warned", "invited")
LEMMAS = ("visit", "call", "meet", "praise", "blame", "join", "warn", "invite")
TRIPLES_A_DOCUMENT = 630
SERVE = (
    "from newsgraph.exports.serve import serve; import sys;"
    "serve(sys.argv[1], port=0, announce=lambda text: print(text, flush=True))"
)


def corpus(documents: int) -> Iterator[ExtractionRecord]:
    """Yield made-up records of ten sentences each, the same in every run."""
    random = Random(7)
    for number in range(documents):
        names = [f"Person {int(500 * random.random() ** 2)}" for _ in range(20)]  # few are in most sentences
        verbs = [random.randrange(len(VERBS)) for _ in range(10)]
        yield _record(number, names, verbs)


def _record(number: int, names: list[str], verbs: list[int]) -> ExtractionRecord:
    text, sentences, statements = "", [], []
    mentions: list[LocalMention] = []
    ids = {name: f"e{index}" for index, name in enumerate(dict.fromkeys(names))}
    for index, verb in enumerate(verbs):
        start, subject, target = len(text), names[2 * index], names[2 * index + 1]
        sentence = f"{subject} {VERBS[verb]} {target}."
        middle = start + len(subject) + 1
        last = middle + len(VERBS[verb]) + 1
        spans = [
            (start, start + len(subject)),
            (middle, middle + len(VERBS[verb])),
            (last, last + len(target)),
        ]
        parts = [SpanText((span,), sentence[span[0] - start : span[1] - start]) for span in spans]
        for span, name in ((spans[0], subject), (spans[2], target)):
            mentions.append(LocalMention(f"m{len(mentions)}", *span, name, "PERSON", "name", ids[name]))
        statements.append(
            LocalStatement(
                f"s{index}",
                SpanText(parts[0].spans, subject, ids[subject]),
                Predicate(parts[1].spans, VERBS[verb], LEMMAS[verb]),
                SpanText(parts[2].spans, target, ids[target]),
                *((), "positive", "actual", None, 0.5 + (index % 5) / 10, index),
            )
        )
        sentences.append((start, start + len(sentence)))
        text += sentence + " "
    source = LocalDocument(
        f"doc{number}", f"{number}.txt", None, None, "en", sha256(text.encode()).hexdigest(), len(text), text
    )
    entities = tuple(LocalEntity(id, name, "PERSON") for name, id in ids.items())
    return ExtractionRecord(source, tuple(sentences), tuple(mentions), entities, tuple(statements))


def graph_of(triples: int) -> KnowledgeGraph:
    """Return a made-up graph of about so many triples."""
    return build_graph(corpus(max(1, triples // TRIPLES_A_DOCUMENT)))


def seconds(call: Callable[[], object], times: int = 3) -> float:
    """Return the processor time of ``call``, the median of several."""
    return median(_once(call) for _ in range(times))


def _once(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started


def queries(table: Table, graph: KnowledgeGraph) -> None:
    """Compare the queries; our times are those of the library call, checks and sorting included."""
    store = open_store(graph)
    dataset = to_dataset(store)
    dataset.query("ASK {}")  # loads rdflib's parser
    table.add_row("triples", f"{len(dataset):,}", "", "")
    for name, sparql in QUERIES.items():
        ours = query(store, sparql)
        assert isinstance(ours, Rows)
        theirs = list(dataset.query(sparql, initNs=dict(store.prefixes)))
        rows = sorted(tuple(str(from_rdflib(term)) for term in row) for row in theirs)  # type: ignore[union-attr]
        assert rows == sorted(tuple(map(str, row)) for row in ours.terms), f"{name}: the engines differ"
        fast = seconds(lambda sparql=sparql: query(store, sparql), 25)  # type: ignore[misc]
        slow = seconds(lambda sparql=sparql: list(dataset.query(sparql, initNs=dict(store.prefixes))), 9)  # type: ignore[misc]
        table.add_row(
            f"{name} ({len(ours)} rows)",
            f"{fast * 1000:.1f} ms",
            f"{slow * 1000:.0f} ms",
            f"{slow / fast:.0f}×",
        )


def turtle(table: Table, graph: KnowledgeGraph) -> None:
    """Compare writing Turtle and reading it back; rdflib goes from its memory store to another.

    The first row goes from our objects to our objects, which is more than rdflib does; the second from triples
    to triples; the third from triples to a store that answers queries, which is what rdflib does.
    """
    triples = list(to_triples(graph))
    theirs = rdflib.Graph().parse(data=write_turtle(graph), format="turtle")
    slow = seconds(lambda: rdflib.Graph().parse(data=theirs.serialize(format="turtle"), format="turtle"), 1)
    for name, call in (
        ("Turtle, graph to graph", lambda: read_turtle(write_turtle(graph))),
        ("Turtle, triples to triples", lambda: _count(parse(_turtle(triples), format=RdfFormat.TURTLE))),
        ("Turtle, triples to store", lambda: Store().load(_turtle(triples), format=RdfFormat.TURTLE)),
    ):
        fast = seconds(call)
        table.add_row(
            f"{name} ({len(theirs):,} triples)", f"{fast:.2f} s", f"{slow:.1f} s", f"{slow / fast:.1f}×"
        )


def _turtle(triples: list[Triple]) -> bytes:
    return write_rdf(triples, RdfFormat.TURTLE, prefixes())


def _count(quads: Iterable[Quad]) -> int:
    return sum(1 for _ in quads)


def cold(table: Table, file: Path) -> None:
    """Measure the command in a fresh process, start, import and loading included."""
    command = [
        sys.executable,
        "-m",
        "newsgraph",
        "query",
        str(file),
        "SELECT (COUNT(*) AS ?n) { ?c a ng:Claim }",
    ]
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    table.add_row("newsgraph query in a fresh process, CPU time", f"{median(times):.2f} s", "", "")


def endpoint(table: Table, file: Path, requests: int = 300) -> None:
    """Measure good queries over HTTP, one after another; other load on the machine shows in the first row."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, str(file)], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        address = re.search(r"http://[\d.:]+", server.stdout.readline())
        assert address is not None
        sparql = [QUERIES["evidence lookup"].replace("Person 7", f"Person {n}") for n in range(requests)]
        urls = [f"{address[0]}/sparql?{urlencode({'query': text})}" for text in sparql]
        time.sleep(3)  # until all workers have started
        before = _processor_time(server.pid)
        times = [_wall(url) for url in urls]
        used = (_processor_time(server.pid) - before) / requests
        server.terminate()
    rate, slowest = requests / sum(times), quantiles(times, n=100)[98]
    table.add_row("endpoint: queries a second, p99", f"{rate:.0f}/s, {slowest * 1000:.0f} ms", "", "")
    if used:
        table.add_row("endpoint: processor time of a query", f"{used * 1000:.1f} ms", "", "")


def _processor_time(server: int) -> float:
    """Return the seconds that a server and its workers have used; 0 where the system does not tell."""
    try:
        workers = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        fields = [
            Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in (server, *workers)
        ]
    except OSError:
        return 0.0
    return sum(int(user) + int(system) for *_, user, system in (f[:13] for f in fields)) / os.sysconf(
        "SC_CLK_TCK"
    )


def _wall(url: str) -> float:
    started = time.perf_counter()
    with urlopen(url) as answer:  # noqa: S310 - an address of this machine
        answer.read()
    return time.perf_counter() - started


def main() -> None:
    """Run everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=100_000)
    parser.add_argument("--turtle-triples", type=int, default=100_000)
    options = parser.parse_args()
    table = Table("what", "newsgraph", "rdflib", "ratio")
    graph = graph_of(options.triples)
    queries(table, graph)
    turtle(table, graph_of(options.turtle_triples))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.ttl"
        file.write_text(write_turtle(graph), encoding="utf-8")
        cold(table, file)
        endpoint(table, file)
    Console().print(table)


if __name__ == "__main__":
    main()
