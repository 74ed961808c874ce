"""Pushing into a SPARQL server: a real one on loopback, replaced graphs, credentials from the environment."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from newsgraph.exports.rdf import to_quads
from newsgraph.exports.sparql.remote import PASSWORD, TOKEN, USER, push
from newsgraph.graph import InputError, KnowledgeGraph, build_graph
from tests.exports.sample import records, sample_graph
from tests.exports.strategies import HOSTILE, with_prefix

DOCUMENTS = "https://w3id.org/newsgraph/data/document/"
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory):
    """The address of a real SPARQL server, without the slash at its end."""
    binary = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}:/usr/bin")
    if binary is None:
        pytest.skip("the package oxigraph, which carries the server, is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        binary,
        "serve",
        "--location",
        str(tmp_path_factory.mktemp("db")),
        "--bind",
        f"127.0.0.1:{port}",
    ]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(address, timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def count(address: str, query: str = COUNT) -> int:
    """Return the number that a query on the server counts."""
    graph = rdflib.Graph(SPARQLStore(f"{address}/query", method="POST", returnFormat="json"))
    return int(next(iter(graph.query(query)))[0])


@pytest.fixture
def empty(oxigraph: str) -> str:
    request = urllib.request.Request(
        f"{oxigraph}/update", b"CLEAR ALL", {"Content-Type": "application/sparql-update"}
    )
    urllib.request.urlopen(request, timeout=30).close()
    return oxigraph


@pytest.mark.parametrize(("protocol", "path"), [("graph-store", "/store"), ("update", "/update")])
def test_push_replaces_what_it_pushed_before(empty: str, protocol, path: str):
    """Pushing twice doubles nothing; a graph of fewer statements replaces the old one; others stay."""
    graph = sample_graph()
    names = push(graph, empty + path, protocol=protocol)
    assert {"bridge", "costs", "judgements"} <= {name.rpartition("/")[2] for name in names}
    expected = len(set(to_quads(graph)))
    assert count(empty) == expected
    push(graph, empty + path, protocol=protocol)
    assert count(empty) == expected
    first, second = records()
    smaller = build_graph([replace(second, statements=second.statements[:1])])
    push(smaller, empty + path, protocol=protocol)
    assert count(empty) < expected
    claims = "SELECT (COUNT(DISTINCT ?c) AS ?n) { GRAPH ?g { ?c a ng:Claim ; ng:evidence/nif:sentence/nif:referenceContext ?d } "
    prefixes = "PREFIX ng: <https://w3id.org/newsgraph/ns#> PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> "
    assert count(empty, prefixes + claims + 'FILTER(STRENDS(STR(?g), "costs")) }') == 1
    assert count(empty, prefixes + claims + 'FILTER(STRENDS(STR(?g), "bridge")) }') == len(first.statements)


@pytest.mark.parametrize(("protocol", "path"), [("graph-store", "/store"), ("update", "/update")])
def test_hostile_texts_inject_nothing(empty: str, protocol, path: str):
    """Every text arrives as it is, also inside an update."""
    for text in HOSTILE[:6]:
        graph = with_prefix(sample_graph(), text)
        push(graph, empty + path, protocol=protocol)
    expected = {quad for text in HOSTILE[:6] for quad in to_quads(with_prefix(sample_graph(), text))}
    last = set(to_quads(graph))
    shared = {quad.graph_name for quad in last if not quad.graph_name.value.startswith(DOCUMENTS)}
    others = {quad for quad in expected - last if quad.graph_name in shared}  # replaced by the last push
    assert count(empty) == len(expected) - len(others)


def test_long_updates_are_cut_between_lines(empty: str, monkeypatch):
    """An update in many parts loads the same."""
    monkeypatch.setattr("newsgraph.exports.sparql.remote._CHUNK", 500)
    push(sample_graph(), f"{empty}/update", protocol="update")
    assert count(empty) == len(set(to_quads(sample_graph())))


@pytest.fixture
def recorder():
    """A server that remembers what it was sent; its address, the requests, and what it answers."""
    requests: list[tuple[str, str, str | None]] = []
    answer: dict[str, object] = {"status": 204}

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            requests.append((self.command, self.path, self.headers["Authorization"]))
            self.send_response(int(answer["status"]))  # type: ignore[call-overload]
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()
            self.wfile.write(b"because\n")

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/store", requests, answer
    server.shutdown()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({USER: "ann", PASSWORD: "s:ecret"}, "Basic YW5uOnM6ZWNyZXQ="),
        ({TOKEN: "abc", USER: "ann"}, "Bearer abc"),
    ],
)
def test_credentials_come_from_the_environment(recorder, monkeypatch, environment, expected):
    """A user and a password, or a token."""
    address, requests, _ = recorder
    for name in (USER, PASSWORD, TOKEN):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    push(sample_graph(), f"{address}?tenant=1")
    assert {authorization for *_, authorization in requests} == {expected}
    assert all(path.startswith("/store?tenant=1&graph=https%3A%2F%2F") for _, path, _ in requests)


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (500, "500 Internal Server Error: because"),
        (401, "credentials are read from NEWSGRAPH_SPARQL_USER"),
        (307, "redirects are not followed"),
    ],
)
def test_refusals_are_explained(recorder, status: int, message: str):
    """What the server says is passed on, and nothing is sent elsewhere."""
    address, requests, answer = recorder
    answer["status"] = status
    with pytest.raises(InputError, match=message):
        push(sample_graph(), address)
    assert len(requests) == 1


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("file:///etc/passwd", "no address of a server"),
        ("localhost:3030", "no address of a server"),
        ("http://127.0.0.1:9/store", "did not take the graph"),
        ("http://", "no address of a server"),
    ],
)
def test_bad_addresses(url: str, message: str):
    """An address that is none, or where nobody answers."""
    with pytest.raises(InputError, match=message):
        push(sample_graph(), url)


def test_an_empty_graph_sends_nothing(recorder):
    """Nothing to push is no error."""
    address, requests, _ = recorder
    assert push(KnowledgeGraph(), address) == ()
    assert requests == []
