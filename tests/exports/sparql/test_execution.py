"""Queries: every form and format, on graphs and files, the same rows from both engines."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, parse_query_results

from newsgraph.exports.formats import write
from newsgraph.exports.rdf import write_turtle
from newsgraph.exports.sparql import GraphStore, Rows, Triples, open_store, query
from newsgraph.exports.sparql.bindings import read_bindings
from newsgraph.exports.sparql.rdflib_engine import from_rdflib
from newsgraph.graph import InputError, KnowledgeGraph, QueryError
from tests.exports.sample import sample_graph
from tests.exports.strategies import hostile_graphs

NAMES = "SELECT ?name ?confidence { ?c rdf:subject/skos:prefLabel ?name ; ng:confidence ?confidence }"
QUERIES = (
    NAMES,
    "SELECT ?s ?o { ?s rel:open ?o }",
    "SELECT ?name (COUNT(?c) AS ?n) { ?c rdf:subject/skos:prefLabel ?name } GROUP BY ?name ORDER BY ?name",
    'SELECT ?s { ?s skos:prefLabel ?n FILTER REGEX(?n, "^V") }',
    "SELECT ?c ?when { ?c a ng:Claim OPTIONAL { ?c ng:time ?when } }",
    "SELECT ?c { ?c ng:status ng:reported ; ng:attributedTo/skos:prefLabel 'Otto Brandt' }",
    "SELECT ?c (MAX(?x) AS ?best) { ?c ng:evidence/ng:confidence ?x } GROUP BY ?c",
    "SELECT DISTINCT ?p { ?s ?p ?o } ORDER BY ?p",
    "ASK { ?s rel:plan_to_visit ?o }",
    "ASK { ?s rel:visit ?o }",
    "CONSTRUCT { ?s rel:opened ?o } WHERE { ?s rel:open ?o }",
)


@pytest.fixture(scope="module")
def store() -> GraphStore:
    return open_store(sample_graph())


@pytest.mark.parametrize("sparql", QUERIES)
def test_both_engines_give_the_same(store: GraphStore, sparql: str):
    """Oxigraph and rdflib answer alike, rows in the same order."""
    ours, theirs = query(store, sparql), query(store, sparql, engine="rdflib")
    assert str(ours) == str(theirs)
    assert "\n" in str(ours)


def test_rows_are_dicts_of_python_values(store: GraphStore):
    """A row is a dict; numbers are numbers."""
    rows = query(store, NAMES + " ORDER BY DESC(?confidence) LIMIT 1")
    assert isinstance(rows, Rows)
    assert rows.dicts() == [{"name": "Ida Holm", "confidence": Decimal("0.97")}]
    assert rows[0] == rows[-1] == rows[:1][0] == next(iter(rows))


def test_rows_become_a_pandas_frame(store: GraphStore):
    """One column a variable."""
    pytest.importorskip("pandas")
    rows = query(store, NAMES)
    assert isinstance(rows, Rows)
    frame = rows.to_pandas()
    assert list(frame.columns) == ["name", "confidence"]
    assert len(frame) == len(rows) == 12


@pytest.mark.parametrize("format", ["json", "tsv"])
@settings(max_examples=25)
@given(graph=hostile_graphs(), sparql=st.sampled_from(["SELECT * { ?s ?p ?o }", "SELECT ?s ?x { ?s a ?t }"]))
def test_result_formats_are_read_back(format: str, graph: KnowledgeGraph, sparql: str):
    """Oxigraph's reader finds the same terms in what we write."""
    rows = query(graph, sparql)
    assert isinstance(rows, Rows)
    data = rows.text(format).encode()
    read = parse_query_results(data, QueryResultsFormat.JSON if format == "json" else QueryResultsFormat.TSV)
    assert [tuple(solution) for solution in read] == list(rows.terms)


@settings(max_examples=25)
@given(graph=hostile_graphs(), sparql=st.sampled_from(["SELECT * { ?s ?p ?o }", "SELECT ?s ?x { ?s a ?t }"]))
def test_xml_results_are_read_back(graph: KnowledgeGraph, sparql: str):
    """The reader of rdflib finds the same terms, but for characters that XML has no place for."""
    rows = query(graph, sparql)
    assert isinstance(rows, Rows)
    read = rdflib.query.Result.parse(io.BytesIO(rows.text("xml").encode()), format="xml")
    found = [
        tuple(from_rdflib(row.get(rdflib.Variable(name))) for name in rows.variables) for row in read.bindings
    ]
    assert [[_plain(term) for term in row] for row in found] == [
        [_plain(t) for t in row] for row in rows.terms
    ]


def _plain(term) -> str:
    return re.sub(
        "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", getattr(term, "value", "")
    )


def test_csv_has_plain_values(store: GraphStore):
    """CSV follows RFC 4180."""
    text = query(store, "SELECT ?n { ?s skos:prefLabel ?n ; a schema:Person } ORDER BY ?n LIMIT 1").text(
        "csv"
    )
    assert text == "n\r\nIda Holm\r\n"


def test_ask_and_construct_formats(store: GraphStore):
    """An answer is a truth value; triples have a text in each RDF format."""
    answer = query(store, "ASK { ?s rel:open ?o }")
    assert bool(answer)
    assert json.loads(answer.text("json")) == {"head": {}, "boolean": True}
    assert "<boolean>true</boolean>" in answer.text("xml")
    triples = query(store, "DESCRIBE rel:plan_to_visit")
    assert isinstance(triples, Triples)
    assert "ng:baseRelation rel:visit" in triples.text()
    assert len(triples.text("nt").splitlines()) == len(triples) == 5
    with pytest.raises(InputError, match="no format 'csv'"):
        triples.text("csv")


def test_a_table_cannot_steer_the_terminal():
    """Escape sequences in a text are shown as blanks, line breaks do not break the table."""
    rows = query(KnowledgeGraph(), 'SELECT ?x { BIND("a\\u001B[2Jb\\nc\\u202Ed" AS ?x) }')
    assert "a [2Jb c d" in rows.text()
    assert "\x1b" not in rows.text()


def test_sources(tmp_path: Path):
    """A folder, a file and an on-disk store answer like the graph itself."""
    expected = query(sample_graph(), NAMES).text()
    (tmp_path / "graph.ttl").write_text(write_turtle(sample_graph()), encoding="utf-8")
    assert query(tmp_path, NAMES).text() == expected
    assert query(str(tmp_path / "graph.ttl"), NAMES).text() == expected
    built = open_store(sample_graph(), disk=tmp_path / "store")
    assert query(built, NAMES).text() == expected
    del built
    assert query(tmp_path / "store", NAMES).text() == expected


def test_named_graphs_answer_like_one(tmp_path: Path):
    """What two articles state is one triple in queries that name no graph, and stands in the graph of each."""
    for name in ("kg.trig", "kg.nq", "kg.ttl"):
        write(sample_graph(), tmp_path / name)
    open_store(tmp_path / "kg.trig", disk=tmp_path / "store")
    by_graph = "SELECT ?g { GRAPH ?g { ?s a ng:Claim ; ng:lemma 'open' } }"
    for sparql in (NAMES, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"):
        expected = query(tmp_path / "kg.ttl", sparql).text()
        for name in ("kg.trig", "kg.nq", "store"):
            assert query(tmp_path / name, sparql).text() == expected
            assert len(query(tmp_path / name, by_graph)) == 2
    assert len(query(tmp_path / "kg.trig", by_graph, engine="rdflib")) == 2


def test_prefixes_of_the_file(tmp_path: Path):
    """A prefix that the file declares needs no declaration in the query."""
    file = tmp_path / "other.ttl"
    file.write_text("@prefix my: <http://example.com/my#> . my:a my:b my:c .", encoding="utf-8")
    assert query(file, "ASK { my:a my:b my:c }").text() == "true\n"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("Putin", "text"),
        ("12 Angry Men", "text"),
        ("'tis", "text"),
        ("", "text"),
        ("Reuters:news", "text"),
        ('"0.9"', "text"),
        ("<a:a> . <a:b> <a:c> <a:d>", "text"),
        ('"\\" . <a:b> <a:c> <a:d', "text"),
        ("0.9", "number"),
        ("<http://example.com/a>", "iri"),
        ("ent:a-b", "iri"),
        ("a:b", "iri"),
    ],
)
def test_bindings_of_a_command_line(value: str, kind: str):
    """What SPARQL reads as one term is that term, all else a text."""
    term = read_bindings([f"?x={value}"], {"ent": "http://example.com/", "a": "http://example.com/a"})["x"]
    if kind == "iri":
        assert isinstance(term, NamedNode)
    else:
        assert isinstance(term, Literal)
        assert term.datatype.value.endswith("string" if kind == "text" else "decimal")
        assert term.value == value.strip('"') or value.startswith('"\\')


@pytest.mark.parametrize("value", ["\udcff", "<\udcff>", '"\udcff"'])
def test_a_binding_that_no_literal_holds_is_refused(value: str):
    """Bytes of a command line that are not UTF-8."""
    with pytest.raises(InputError, match="cannot be bound"):
        read_bindings([f"x={value}"], {})


def test_bindings_are_values_not_text(store: GraphStore):
    """A bound value with quotes in it finds nothing, and does no harm."""
    sparql = "SELECT ?s ?n { ?s a ng:Entity ; skos:prefLabel ?n }"
    assert len(query(store, sparql, bindings={"n": "Velmark"})) == 1
    assert len(query(store, sparql, bindings={"n": '" } { ?s ?p ?o } #'})) == 0
    person = {"t": NamedNode("https://schema.org/Person")}
    assert len(query(store, "SELECT ?s ?t { ?s a ?t }", bindings=person)) == 3
    with pytest.raises(QueryError, match=r"no variable \?m to bind; it has \?n, \?s"):
        query(store, sparql, bindings={"m": "Velmark"})
    with pytest.raises(InputError, match="cannot be bound"):
        query(store, sparql, bindings={"n": object()})


@pytest.mark.parametrize(
    ("sparql", "line", "caret", "problem"),
    [
        ("SELECT ?x\nWHERE { ?x a 'y' oops }", 2, "oops", "no word 'oops'"),
        ("SELEC ?x { ?x ?y ?z }", 1, "SELEC", "did you mean SELECT?"),
        ("SELECT * { ?s skso:prefLabel ?x }", 1, "skso", "did you mean skos:?"),
        ("SELECT * {\n ?s ?p 'abc }", 2, "'abc", "never closed"),
        ("SELECT * { ?s ?p ?o } LIMT 5", 1, "LIMT", "did you mean LIMIT?"),
        ("SELECT * {\n\n  ?s ?p ?o ", 1, "{", "never closed"),
        ("SELECT * {\n  ?s ?p ?o )\n}", 2, ")", "'}' is missing"),
        ("SELECT * {\n  ?s ?p }", 2, "?s", "cannot make sense"),
    ],
)
def test_syntax_errors_have_a_line_and_a_caret(sparql: str, line: int, caret: str, problem: str):
    """The caret stands under the place."""
    with pytest.raises(QueryError, match="wrong in line") as caught:
        query(KnowledgeGraph(), sparql)
    message, shown, pointer = str(caught.value).split("\n")
    assert f"line {line}," in message
    assert problem in message
    assert shown[len(pointer) - 1 :].startswith(caret)


def test_a_misspelt_property_is_noted(store: GraphStore):
    """A name that is in no triple gets a note, with the nearest that is."""
    result = query(store, "SELECT ?a { ?a rel:spokesmn_of ?b ; skos:prefLabel ?n }")
    assert result.notes == ("rel:spokesmn_of occurs nowhere in the graph. Did you mean rel:spokesman_of?",)
    assert query(store, NAMES).notes == ()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("rel:spokesman", "rel:spokesman_of"),
        ("rel:pref_label", "skos:prefLabel"),
        ("ng:person", "schema:Person"),
        ("rel:baid", None),
        ("rel:mpened", None),
    ],
)
def test_only_what_is_likely_meant_is_suggested(store: GraphStore, asked: str, meant: str | None):
    """The same words under another prefix, or near ones under its own; any two IRIs of one prefix are long and alike."""
    (note,) = query(store, f"SELECT ?a {{ ?a {asked} ?b }}").notes
    assert note.endswith(f"Did you mean {meant}?" if meant else "occurs nowhere in the graph.")


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE#comment\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT * { BIND("\\u0022" AS ?x) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } #" }\n}',
        "SELECT * { FILTER(?a<?b) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ex:a\\#b ?o . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_service_is_refused(sparql: str, engine):
    """However SERVICE is spelled, no engine sees it."""
    with pytest.raises(QueryError, match="SERVICE"):
        query(KnowledgeGraph(), sparql, engine=engine)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * { ?s ?p "SERVICE <http://x> {}" } # SERVICE <http://x>',
        "SELECT ?service { ?service ng:SERVICE <http://example.com/SERVICE> }",
    ],
)
def test_the_word_service_elsewhere_is_harmless(sparql: str):
    """In strings, IRIs, names, variables and comments it is no call."""
    assert len(query(KnowledgeGraph(), sparql)) == 0


@pytest.mark.parametrize(
    "sparql", ["LOAD <http://127.0.0.1:9/>", "INSERT DATA { <a:a> <a:b> 1 }", "CLEAR ALL"]
)
def test_updates_are_refused(sparql: str):
    """Queries only read."""
    with pytest.raises(QueryError, match="queries only read"):
        query(KnowledgeGraph(), sparql)


@pytest.mark.parametrize("clause", ["FROM <file:///etc/passwd>", "FROM NAMED <http://127.0.0.1:9/>"])
def test_from_reads_no_file(store: GraphStore, clause: str):
    """FROM names a graph of the store; rdflib, which would fetch it, never sees it."""
    sparql = f"SELECT * {clause} WHERE {{ ?s ?p ?o }}"
    found = query(store, sparql)
    assert len(found) == 0
    assert any("not fetched" in note for note in found.notes)
    with pytest.raises(QueryError, match="FROM"):
        query(store, sparql, engine="rdflib")


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
        "ASK { " + "{" * 5000 + "}" * 5000 + " }",
        "ASK { FILTER(" + "1+" * 50_000 + "1) }",
        "ASK { " + "FILTER(true) " * 20_000 + " }",
    ],
)
def test_queries_that_would_crash_the_engine_are_refused(sparql: str):
    """Nesting and chains have limits, because engines recurse."""
    with pytest.raises(QueryError, match="at most"):
        query(KnowledgeGraph(), sparql)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.ttl", None, "no such file"),
        ("broken.ttl", "<a> <b> ", "cannot be read as RDF"),
        ("unknown.doc", "x", "suffix"),
    ],
)
def test_bad_sources(tmp_path: Path, name: str, content: str | None, message: str):
    """What cannot be read is named, with what to do."""
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        query(tmp_path / name, "ASK {}")


def test_a_folder_without_a_graph(tmp_path: Path):
    """A folder that newsgraph did not build is refused."""
    with pytest.raises(InputError, match=r"no graph in this folder"):
        query(tmp_path, "ASK {}")


def test_asking_a_file_loads_little(tmp_path: Path):
    """A query on the command line waits for neither rdflib, networkx, numpy nor rich, nor for our own writers."""
    (tmp_path / "graph.ttl").write_text(write_turtle(sample_graph()), encoding="utf-8")
    code = (
        "import sys; from newsgraph.exports.sparql import query; query(sys.argv[1], 'ASK { ?s rel:open ?o }');"
        "print(*sys.modules)"
    )
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", code, str(tmp_path)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout.split()
    assert not {"rdflib", "networkx", "numpy", "spacy", "rich", "starlette"} & set(loaded)
    assert not {"newsgraph.graph.knowledge_graph", "newsgraph.exports.rdf.text"} & set(loaded)
    assert "pyoxigraph" in loaded


def test_columns_of_select_star(store: GraphStore):
    """The columns of SELECT * stand as the query names them, not by the alphabet."""
    for engine in ("oxigraph", "rdflib"):
        rows = query(store, "SELECT DISTINCT * { ?s rel:open ?o . ?o skos:prefLabel ?n }", engine=engine)
        assert isinstance(rows, Rows)
        assert rows.variables == ("s", "o", "n")
        assert rows[0]["n"] == "Tern Bridge"


def test_a_list_of_objects_that_ends_the_parser_is_refused() -> None:
    """Thousands of commas are answered with a sentence, not with the end of the process."""
    with pytest.raises(QueryError, match="commas and semicolons"):
        query(open_store(sample_graph()), "SELECT * {?s ?p " + "?o," * 9_000 + "?o}")
