"""The SPARQL 1.1 Protocol, as clients that are not ours speak it."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from email.message import Message

import pyoxigraph
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from newsgraph.exports.serve.media import ROW_TYPES, choose

NAMES = "SELECT ?name { ?p a schema:Person ; skos:prefLabel ?name } ORDER BY ?name"
PEOPLE = ["Ida Holm", "Otto Brandt", "a foreign minister"]


def send(url: str, data: bytes | None = None, **headers: str) -> tuple[int, Message, str]:
    """Return status, headers and text of an answer, whatever its status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, data, named)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def get(server: str, query: str, accept: str = "*/*", **more: str) -> tuple[int, Message, str]:
    """Ask by GET."""
    return send(f"{server}/sparql?" + urllib.parse.urlencode({"query": query, **more}), Accept=accept)


def names(text: str) -> list[str]:
    """Return the names in a JSON result."""
    return [binding["name"]["value"] for binding in json.loads(text)["results"]["bindings"]]


def test_get(server: str):
    """A query in the address."""
    status, headers, text = get(server, NAMES)
    assert (status, names(text)) == (200, PEOPLE)
    assert headers["Content-Type"].startswith("application/sparql-results+json")
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    ("type", "encode"),
    [
        ("application/x-www-form-urlencoded", lambda query: urllib.parse.urlencode({"query": query})),
        ("application/sparql-query", lambda query: query),
        ("application/sparql-query; charset=UTF-8", lambda query: query),
    ],
)
def test_post(server: str, type: str, encode):
    """A query in the body, as a form or as it is."""
    status, _, text = send(f"{server}/sparql", encode(NAMES).encode(), Content_Type=type)
    assert (status, names(text)) == (200, PEOPLE)


@pytest.mark.parametrize(
    "type", [t for t in ROW_TYPES if t.startswith(("application/sparql", "text/c", "text/t"))]
)
def test_result_types_of_select_and_ask(server: str, type: str):
    """Each result format on demand."""
    status, headers, text = get(server, NAMES, type)
    assert status == 200
    assert headers["Content-Type"].startswith(type)
    assert headers["Vary"] == "Accept"
    assert "Otto Brandt" in text
    assert "true" in get(server, "ASK { ?s rel:open ?o }", type)[2]


@pytest.mark.parametrize(
    ("type", "format"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
    ],
)
def test_result_types_of_construct(server: str, type: str, format: str):
    """Each RDF format on demand, also for the service description."""
    query = "CONSTRUCT { ?s rel:open ?o } WHERE { ?s rel:open ?o }"
    status, headers, text = get(server, query, type)
    assert status == 200
    assert headers["Content-Type"].startswith(type)
    assert len(rdflib.Graph().parse(data=text, format=format)) == 1
    status, _, text = send(f"{server}/sparql", Accept=type)
    description = rdflib.Graph().parse(data=text, format=format)
    service = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (None, rdflib.RDF.type, service.Service) in description
    assert (rdflib.URIRef(f"{server}/sparql"), service.endpoint, None) in description


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("application/sparql-results+xml, */*;q=0.1", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.2, text/tab-separated-values;q=0.3", "text/tab-separated-values"),
        ("*/*, application/sparql-results+json;q=0", "application/sparql-results+xml"),
        ("image/png", None),
        ("nonsense;;;q=x,,", None),
    ],
)
def test_content_negotiation(accept: str, expected: str | None):
    """The most specific range decides, then the weight, then our order."""
    assert choose(accept, ROW_TYPES) == expected


def test_nothing_acceptable(server: str):
    """406 says what there is."""
    status, _, text = get(server, NAMES, "image/png")
    assert status == 406
    assert "text/csv" in text


@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ("SELECT ?x WHERE { ?x a oops }", 400, "no word 'oops'"),
        ("SELECT ?x WHERE { ?x foo:a 1 }", 400, "prefix 'foo:'"),
        ("INSERT DATA { <a:a> <a:b> 1 }", 400, "queries only read"),
        ("SELECT * FROM <http://example.com/g> { ?s ?p ?o }", 400, "not fetched"),
        ("PREFIX e: <http://example.com/> SELECT * FROM NAMED e:g { ?s ?p ?o }", 400, "not fetched"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> {} }", 400, "SERVICE"),
        ("", 400, "wrong in line 1"),
    ],
)
def test_wrong_queries(server: str, query: str, status: int, message: str):
    """A wrong query is refused with the reason."""
    got, _, text = get(server, query)
    assert got == status
    assert message in text


@pytest.mark.parametrize(
    ("data", "type", "status"),
    [
        (b"update=CLEAR+ALL", "application/x-www-form-urlencoded", 403),
        (b"CLEAR ALL", "application/sparql-update", 403),
        (b"query=ASK+{}&query=ASK+{}", "application/x-www-form-urlencoded", 400),
        (b"", "application/x-www-form-urlencoded", 400),
        (b"ASK {}", "text/plain", 415),
        (b"\xff\xfe", "application/sparql-query", 400),
        (b"query=%ff", "application/x-www-form-urlencoded", 400),
        (b"ASK { ?s ?p " + b'"x" ' * 50_000 + b"}", "application/sparql-query", 413),
    ],
)
def test_wrong_requests(server: str, data: bytes, type: str, status: int):
    """Updates, missing and double queries, other types and long bodies are refused."""
    assert send(f"{server}/sparql", data, Content_Type=type)[0] == status


def test_unknown_graphs_of_the_protocol(server: str):
    """A default graph of another place is not fetched."""
    status, _, text = get(server, NAMES, **{"default-graph-uri": "http://127.0.0.1:9/g"})
    assert status == 400
    assert "not fetched" in text


def test_notes(server: str):
    """A misspelt property is noted in a header."""
    _, headers, _ = get(server, "SELECT ?s { ?s rel:spokesmn_of ?o }")
    assert "Did you mean rel:spokesman_of?" in urllib.parse.unquote(headers["X-Newsgraph-Notes"])


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_is_a_client(server: str, method: str):
    """SPARQLWrapper reads rows, answers and graphs."""
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{server}/sparql", returnFormat=wrapper.JSON)
    client.setMethod(method)
    client.setQuery(NAMES)
    found = client.queryAndConvert()["results"]["bindings"]
    assert [row["name"]["value"] for row in found] == PEOPLE
    client.setQuery("ASK { ?s rel:open ?o }")
    assert client.queryAndConvert()["boolean"] is True
    client.setReturnFormat(wrapper.TURTLE)
    client.setQuery("CONSTRUCT WHERE { ?s rel:open ?o }")
    assert b"rel:open" in client.query().convert()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_is_a_client(server: str, method: str):
    """The SPARQLStore of rdflib makes a graph of the endpoint."""
    graph = rdflib.Graph(SPARQLStore(f"{server}/sparql", method=method, returnFormat="json"))
    assert [str(name) for (name,) in graph.query(NAMES)] == PEOPLE
    relation = rdflib.URIRef("https://w3id.org/newsgraph/relation/open")
    assert len(list(graph.triples((None, relation, None)))) == 1


def test_results_are_read_back_by_oxigraph(server: str):
    """What the endpoint sends is what the standard says."""
    text = get(server, "SELECT * { ?s ?p ?o }", "application/sparql-results+xml")[2]
    rows = list(pyoxigraph.parse_query_results(text, pyoxigraph.QueryResultsFormat.XML))
    assert len(rows) > 300
