"""Every format, read back by a reader that is not ours; hostile texts break none of them."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import networkx
import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings

from newsgraph.exports.formats import FORMATS, Format, formats, write
from newsgraph.exports.formats.write import RdfOptions
from newsgraph.exports.rdf import read_graph, to_quads, to_triples
from newsgraph.graph import InputError, KnowledgeGraph
from tests.exports.sample import sample_graph
from tests.exports.strategies import HOSTILE, graphs, hostile_graphs

write_module = sys.modules["newsgraph.exports.formats.write"]

RDF = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
QUADS = {"trig": "trig", "nquads": "nquads"}


def content(graph: KnowledgeGraph, format: str) -> bytes:
    """Return what the format's file holds."""
    return FORMATS[format].writer(graph, _OPTIONS)  # type: ignore[return-value]


_OPTIONS = RdfOptions()


@pytest.mark.parametrize("format", [*RDF, *QUADS])
@settings(max_examples=20)
@given(graph=graphs(2))
def test_rdf_comes_back_as_an_equal_graph(format: str, graph: KnowledgeGraph, tmp_path_factory):
    """Every RDF format holds the whole graph."""
    file = tmp_path_factory.mktemp("g") / f"graph{FORMATS[format].suffixes[0]}"
    write(graph, file)
    assert read_graph(file) == graph


@pytest.mark.parametrize("format", list(RDF))
@settings(max_examples=15)
@given(graph=hostile_graphs(HOSTILE))
def test_two_engines_read_the_same_triples(format: str, graph: KnowledgeGraph):
    """Oxigraph and rdflib find in the file exactly what we meant to write."""
    data = content(graph, format)
    suffix = FORMATS[format].suffixes[0][1:]
    expected = {_plain(triple) for triple in to_triples(graph)}
    ox = pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.from_extension(suffix))
    assert {_plain(quad.triple) for quad in ox} == expected
    theirs = rdflib.Graph().parse(io.BytesIO(data), format=RDF[format])
    assert {_plain_rdflib(triple) for triple in theirs} == expected


@pytest.mark.parametrize("format", list(QUADS))
@settings(max_examples=15)
@given(graph=hostile_graphs(HOSTILE))
def test_two_engines_read_the_same_quads(format: str, graph: KnowledgeGraph):
    """One named graph for each document, and together they hold what Turtle holds."""
    data = content(graph, format)
    suffix = FORMATS[format].suffixes[0][1:]
    expected = {(_plain(quad.triple), quad.graph_name.value) for quad in to_quads(graph)}
    ox = pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.from_extension(suffix))
    assert {(_plain(quad.triple), quad.graph_name.value) for quad in ox} == expected
    theirs = rdflib.Dataset().parse(io.BytesIO(data), format=QUADS[format])
    quads = {(_plain_rdflib((s, p, o)), str(g)) for s, p, o, g in theirs.quads()}
    assert quads == expected
    assert {triple for triple, _ in expected} == {_plain(triple) for triple in to_triples(graph)}


_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _plain(triple: pyoxigraph.Triple) -> tuple[str, ...]:
    datatype = getattr(triple.object, "datatype", None)
    value = _NO_XML.sub("\ufffd", triple.object.value)
    return triple.subject.value, triple.predicate.value, value, _kind(datatype and datatype.value)


def _plain_rdflib(triple: tuple) -> tuple[str, ...]:
    subject, predicate, value = triple
    is_literal = isinstance(value, rdflib.Literal)
    kind = (value.datatype or rdflib.XSD.string) if is_literal else None
    return str(subject), str(predicate), _NO_XML.sub("\ufffd", _lexical(value)), _kind(kind)


def _lexical(value) -> str:
    return (
        str(value).removesuffix(".0")
        if getattr(value, "datatype", None) == rdflib.XSD.decimal
        else str(value)
    )


def _kind(datatype) -> str:
    return str(datatype) if datatype else "IRI"


@pytest.mark.parametrize("format", list(FORMATS))
@settings(max_examples=5)
@given(graph=hostile_graphs())
def test_the_same_bytes_each_time(format: str, graph: KnowledgeGraph):
    """Writing is a function of the graph."""
    assert content(graph, format) == content(graph, format)


@settings(max_examples=30)
@given(hostile_graphs())
def test_graphml_is_read_back(graph: KnowledgeGraph):
    """Networkx reads the same nodes, edges and attributes."""
    read = networkx.read_graphml(
        io.BytesIO(content(graph, "graphml")), force_multigraph=True, edge_key_type=str
    )
    _same_network(read, graph.graph)


@settings(max_examples=30)
@given(hostile_graphs())
def test_gexf_is_read_back(graph: KnowledgeGraph):
    """Networkx reads the same nodes and edges; no date of writing is in the file."""
    data = content(graph, "gexf")
    assert b"lastmodifieddate" not in data
    read = networkx.read_gexf(io.BytesIO(data))
    expected = graph.graph
    assert set(read.nodes) == set(expected.nodes)
    assert sorted(read.edges()) == sorted(expected.edges())
    for node, attributes in read.nodes(data=True):
        assert attributes["label"] == expected.nodes[node]["name"]


def _same_network(read: networkx.MultiDiGraph, expected: networkx.MultiDiGraph):
    assert {n: _text(a) for n, a in read.nodes(data=True)} == {
        n: _text(a) for n, a in expected.nodes(data=True)
    }
    edges = {key: (*ends, _text(a)) for *ends, key, a in expected.edges(keys=True, data=True)}
    assert {key: (*ends, _text(a)) for *ends, key, a in read.edges(keys=True, data=True)} == edges


@pytest.mark.parametrize("write_network", [networkx.write_graphml, networkx.write_gexf])
@settings(max_examples=10)
@given(graph=hostile_graphs())
def test_networkx_writes_the_graph(write_network, graph: KnowledgeGraph):
    """The writers of networkx take ``graph.graph`` as it is."""
    buffer = io.BytesIO()
    write_network(graph.graph, buffer)
    assert buffer.getvalue()
    assert json.dumps(networkx.node_link_data(graph.graph, edges="edges"))


def _text(attributes: dict) -> dict:
    """GraphML readers give None, or nothing, for an empty text."""
    return {name: value for name, value in attributes.items() if value not in ("", None) and name != "id"}


@settings(max_examples=30)
@given(hostile_graphs())
def test_node_link_json_is_read_back(graph: KnowledgeGraph):
    """Networkx makes the graph that ``KnowledgeGraph.graph`` is, evidence included."""
    read = networkx.node_link_graph(json.loads(content(graph, "nodelink")), edges="edges")
    assert set(read.nodes) == set(graph.graph.nodes)
    assert set(read.edges(keys=True)) == set(graph.graph.edges(keys=True))
    for *_, key, attributes in read.edges(keys=True, data=True):
        if attributes["kind"] != "statement":
            continue
        pieces = graph.statement(key).evidence
        assert [piece["subject"]["text"] for piece in attributes["evidence"]] == [
            p.subject.text for p in pieces
        ]


@settings(max_examples=30)
@given(hostile_graphs())
def test_csv_holds_no_formula(graph: KnowledgeGraph):
    """One row a statement, and no cell that a spreadsheet would run."""
    rows = list(csv.DictReader(io.StringIO(content(graph, "csv").decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == [statement.id for statement in graph.strongest()]
    for row, statement in zip(rows, graph.strongest(), strict=True):
        assert not any(cell and cell[0] in "=+-@\t\r" for cell in row.values())
        assert row["predicate"] in (statement.predicate, f"'{statement.predicate}")


@settings(max_examples=30)
@given(hostile_graphs())
def test_neo4j_files_fit_together(graph: KnowledgeGraph):
    """Every relationship starts and ends in a node of the files; no cell has a line break."""
    tables = {
        name: list(csv.DictReader(io.StringIO(data.decode(), newline="")))
        for name, data in FORMATS["neo4j"].writer(graph, _OPTIONS).items()  # type: ignore[union-attr]
    }
    ids = {row["id:ID"] for name in ("entities.csv", "values.csv") for row in tables[name]}
    for row in tables["statements.csv"]:
        assert row[":START_ID"] in ids
        assert row[":END_ID"] in ids
        assert re.fullmatch(r"[A-Z0-9_]+", row[":TYPE"])
    cells = [cell for rows in tables.values() for row in rows for cell in row.values()]
    assert not any("\n" in cell or "\r" in cell for cell in cells)
    with_object = [s for s in graph.statements if s.object is not None or s.literal is not None]
    assert len(tables["statements.csv"]) == len(with_object)


_CYPHER_STRING = re.compile(r"'((?:[^'\\]|\\u[0-9a-f]{4})*)'")


@settings(max_examples=30)
@given(hostile_graphs())
def test_cypher_texts_stay_inside_their_quotes(graph: KnowledgeGraph):
    """Without its string literals the script has the shape that it has without hostile text."""
    lines = content(graph, "cypher").decode().splitlines()
    assert all(line.endswith(";") for line in lines)
    allowed = re.compile(r"[A-Za-z0-9_ .,:;(){}\[\]=+>`?<-]*")
    for line in lines:
        assert allowed.fullmatch(_CYPHER_STRING.sub("", line))
    texts = {_unescape(text) for line in lines for text in _CYPHER_STRING.findall(line)}
    assert {entity.name for entity in graph.entities} <= texts


def _unescape(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)


def test_suffix_picks_the_format(tmp_path: Path):
    """Each suffix of the table writes its format, and a name goes before the suffix."""
    graph = sample_graph()
    for name, format in FORMATS.items():
        for suffix in format.suffixes:
            write(graph, tmp_path / f"kg{suffix}")
            assert (tmp_path / f"kg{suffix}").read_bytes() == content(graph, name)
    write(graph, tmp_path / "kg.txt", "ntriples")
    assert (tmp_path / "kg.txt").read_bytes() == (tmp_path / "kg.nt").read_bytes()
    write(graph, tmp_path / "neo", "neo4j")
    assert sorted(p.name for p in (tmp_path / "neo").iterdir()) == [
        "entities.csv",
        "statements.csv",
        "values.csv",
    ]
    assert not list(tmp_path.glob("*.part"))


def test_standard_output(capfdbinary):
    """A dash is standard output."""
    write(sample_graph(), "-", "nquads")
    assert capfdbinary.readouterr().out == content(sample_graph(), "nquads")


@pytest.mark.parametrize("word", ["ttl", ".ttl", "TTL", "turtle"])
def test_a_format_is_called_by_its_suffix_too(tmp_path: Path, word: str):
    """As ``query`` calls it."""
    write(sample_graph(), tmp_path / "kg", word)
    write(sample_graph(), tmp_path / "kg.ttl")
    assert (tmp_path / "kg").read_bytes() == (tmp_path / "kg.ttl").read_bytes()


@pytest.mark.parametrize(
    ("path", "format", "message"),
    [
        ("kg.docx", None, "suffix"),
        ("kg.ttl", "word", "no format 'word'"),
        ("/dev/null/kg.ttl", None, "cannot be written"),
        ("-", "neo4j", "folder"),
    ],
)
def test_bad_targets(path: str, format: str | None, message: str):
    """An unknown format and a path that cannot be written are refused with the reason."""
    with pytest.raises(InputError, match=message):
        write(sample_graph(), path, format)


def test_options_of_rdf(tmp_path: Path):
    """Base, mentions and reifiers can be asked for."""
    write(sample_graph(), tmp_path / "kg.ttl", base="https://example.org/", mentions=False, reifies=True)
    text = (tmp_path / "kg.ttl").read_text(encoding="utf-8")
    assert "@prefix ent: <https://example.org/entity/> ." in text
    assert "nif:Phrase" not in text
    assert "rdf:reifies <<(" in text
    with pytest.raises(InputError, match="end in a slash"):
        write(sample_graph(), tmp_path / "x.ttl", base="https://example.org")


def test_a_format_of_another_package_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """An entry point gives a name and a suffix; our own formats stay what they are."""
    monkeypatch.setattr(write_module, "entry_points", lambda group: EntryPoints([_COUNT]))
    formats.cache_clear()
    try:
        write(sample_graph(), tmp_path / "graph.count")
        assert (tmp_path / "graph.count").read_bytes() == str(len(sample_graph().entities)).encode()
        assert formats()["turtle"] is FORMATS["turtle"]
    finally:
        formats.cache_clear()


COUNT = Format((".count",), "how many entities", lambda graph, _: str(len(graph.entities)).encode())
_COUNT = EntryPoint("count", f"{__name__}:COUNT", "newsgraph.formats")


def test_csv_names_documents_by_headline_outlet_date_and_link():
    """A reader sees what a paper calls its article; an address that no browser should open is left out."""
    graph = sample_graph()
    (first, *others) = graph.documents
    told = replace(
        first, title="Port shut", publisher="Herald", date="2027-01-02", url="https://example.org/1"
    )
    rows = _rows(replace(graph, documents=(told, *others)))
    row = next(row for row in rows if "Port shut" in row["documents"])
    assert ("Herald" in row["outlets"], "2027-01-02" in row["dates"]) == (True, True)
    assert "https://example.org/1" in row["urls"]
    hostile = replace(told, url="javascript:alert(1)")
    rows = _rows(replace(graph, documents=(hostile, *others)))
    assert all("javascript" not in row["urls"] for row in rows)


def _rows(graph: KnowledgeGraph) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content(graph, "csv").decode("utf-8-sig"), newline="")))
