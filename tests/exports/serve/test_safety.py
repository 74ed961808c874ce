"""Hostile queries and strangers: nothing hangs, dies or leaks, and the next request is answered at once."""

from __future__ import annotations

import http.client
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.exports.serve.test_protocol import NAMES, PEOPLE, get, names, send


@pytest.fixture(scope="module")
def trap():
    """A server that must never be asked anything; its address, and what it was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_POST = do_GET  # noqa: N815

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()


CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . "
HOSTILE = {
    "service": "SELECT * { SERVICE <TRAP> { ?s ?p ?o } }",
    "service escaped": r"SELECT * { \u0053ERVICE <TRAP> { ?s ?p ?o } }",
    "service silent": "SELECT * { SERVICE SILENT <TRAP> { ?s ?p ?o } }",
    "service variable": "SELECT * { BIND(<TRAP> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "service nested": "SELECT * { { SELECT * { FILTER EXISTS { SERVICE <TRAP> { ?s ?p ?o } } } } }",
    "from": "SELECT * FROM <TRAP> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <TRAP> { GRAPH ?g { ?s ?p ?o } }",
    "from file": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "load": "LOAD <TRAP>",
    "load file": "LOAD <file:///etc/passwd> INTO GRAPH <a:a>",
    "cross product": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}",
    "cross product with order": f"SELECT * {{ {CROSS} }} ORDER BY ?a ?f ?l",
    "all rows": f"SELECT * {{ {CROSS} }}",
    "distinct memory": f"SELECT DISTINCT (CONCAT(STR(?a), STR(?f), STR(?i), STR(?l)) AS ?x) {{ {CROSS} }}",
    "group concat": f"SELECT (GROUP_CONCAT(?c) AS ?x) {{ {CROSS} }}",
    "path": "SELECT * { ?s (!<a:a>|^!<a:b>)* ?o . ?o (!<a:c>|^!<a:d>)* ?q . ?q (!<a:e>|^!<a:f>)* ?r }",
    "regex": 'SELECT * { ?s ?p ?o FILTER REGEX(STR(?o), "(a*)*(b*)*((c|c)*)*$") ' + CROSS + "}",
    "brackets": "ASK { FILTER(" + "(" * 4000 + "1" + ")" * 4000 + ") }",
    "groups": "ASK { " + "{" * 4000 + "}" * 4000 + " }",
    "chain": "ASK { FILTER(" + "1+" * 9000 + "1) }",
    "negations": "ASK { FILTER(" + "!" * 15_000 + "1) }",
    "binds": "ASK { " + "".join(f"BIND(1 AS ?x{n}) " for n in range(900)) + " }",
    "triples": "ASK { " + "?s ?p ?o . " * 1500 + " }",
    "long": "ASK { ?s ?p '" + "x" * 30_000 + "' }",
    "replace": 'SELECT (REPLACE(REPLACE(?x,".","' + "y" * 900 + '"),".","' + "z" * 900 + '") AS ?r) '
    '{ BIND("' + "x" * 900 + '" AS ?x) }',
    "null": "SELECT * { ?s ?p '\x00' }",
    "surrogate": r"SELECT * { ?s ?p '\uD800' }",
}


@pytest.mark.parametrize("kind", list(HOSTILE))
def test_hostile_queries(server: str, trap: tuple[str, list[str]], kind: str):
    """Each is answered or refused within the limit, reaches nothing, and does not hold up a good query."""
    address, asked = trap
    query = HOSTILE[kind].replace("TRAP", address)
    started = time.monotonic()
    status, _, text = send(f"{server}/sparql", query.encode("utf-8"), Content_Type="application/sparql-query")
    assert status in {200, 400, 413, 503}
    assert time.monotonic() - started < 15
    assert asked == []
    assert "root:" not in text
    if kind.startswith(("service", "from", "load")):
        assert status == 400
    started = time.monotonic()
    assert names(get(server, NAMES)[2]) == PEOPLE
    assert time.monotonic() - started < 4


def test_good_queries_run_beside_a_hostile_one(server: str):
    """While one query runs into its limit, others are answered."""
    slow = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
    answers: list[int] = []
    thread = threading.Thread(target=lambda: answers.append(get(server, slow)[0]))
    thread.start()
    time.sleep(0.3)
    assert names(get(server, NAMES)[2]) == PEOPLE
    assert thread.is_alive()
    thread.join()
    assert answers == [503]


def test_a_client_that_goes_away(server: str):
    """A query whose client hangs up is stopped, and the server goes on."""
    host, port = server.removeprefix("http://").split(":")
    slow = urllib.parse.urlencode({"query": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"})
    for _ in range(4):
        connection = http.client.HTTPConnection(host, int(port), timeout=10)
        connection.request("GET", f"/sparql?{slow}")
        connection.close()
    started = time.monotonic()
    assert names(get(server, NAMES)[2]) == PEOPLE
    assert time.monotonic() - started < 3.5


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Host": "localhost:1"},
        {"Host": "evil.example:PORT"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:PORT"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/statements", "/query", "/sparql?query=ASK%7B%7D"])
def test_strangers_are_refused(server: str, path: str, headers: dict[str, str]):
    """Other hosts and other origins get nothing, whatever they ask for."""
    port = server.rpartition(":")[2]
    named = {name: value.replace("PORT", port) for name, value in headers.items()}
    status, got, _ = send(server + path, **named)
    assert status == 403
    assert "Access-Control-Allow-Origin" not in got


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "PATCH"])
def test_other_methods(server: str, method: str):
    """Nothing but GET and POST."""
    host, port = server.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=10)
    connection.request(method, "/sparql")
    answer = connection.getresponse()
    assert answer.status == 405
    assert answer.getheader("Access-Control-Allow-Origin") is None


def test_own_page_may_ask(server: str):
    """A request from the page itself has an Origin, too."""
    port = server.rpartition(":")[2]
    for name in ("127.0.0.1", "localhost"):
        headers = {
            "Host": f"{name}:{port}",
            "Origin": f"http://{name}:{port}",
            "Sec-Fetch-Site": "same-origin",
        }
        assert send(f"{server}/sparql?query=ASK%7B%7D", **headers)[0] == 200
