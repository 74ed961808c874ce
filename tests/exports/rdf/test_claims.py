"""Claims in RDF: who takes part, in which role, how much, how sure, and where an article has it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsgraph.exports.rdf import read_turtle, to_triples, write_turtle
from newsgraph.exports.sparql import open_store, query
from newsgraph.graph import InputError, KnowledgeGraph, build_graph
from newsgraph.graph.model.record import Amount, Cue, LocalArgument, LocalAttribution, LocalStatement
from tests.exports.sample import records, sample_graph


def changed(number: int, **changes) -> KnowledgeGraph:
    """Return the graph of the first document of the sample with one statement changed."""
    first = records()[0]
    statements = list(first.statements)
    statements[number] = replace(statements[number], **changes)
    return build_graph([replace(first, statements=tuple(statements))])


def payment(**changes) -> KnowledgeGraph:
    """Return a graph with a payment: the payee is an argument and the sum has a value."""
    first = records()[0]
    paid: LocalStatement = first.statements[2]
    text = first.document.text or ""
    start = text.index("Norden Works.", text.index("$3 million"))
    payee = LocalArgument("ARG2", ((start, start + 12),), "Norden Works", "payee", "e2")
    price = replace(paid.object, amount=Amount(3e6, currency="USD"))  # type: ignore[type-var]
    return changed(2, object=price, arguments=(payee,), event_class="payment", **changes)


def rows(graph: KnowledgeGraph, sparql: str) -> list[tuple[str, ...]]:
    """Return what a query finds, as texts."""
    return [tuple(str(value) for value in row.values()) for row in query(open_store(graph), sparql)]


def test_who_takes_part_and_how_much():
    """A claim leads to everybody it involves, says their roles, and its sum is a number."""
    graph = payment()
    found = rows(
        graph,
        """SELECT ?who ?role ?payee ?sum ?currency {
          ?claim ng:eventClass "payment" ; rdf:subject/skos:prefLabel ?who ; ng:number ?sum ; ng:currency ?currency ;
            ng:argument [ ng:label ?role ; ng:entity/skos:prefLabel ?payee ]
          FILTER (?sum > 2500000.5) }""",
    )
    assert found == [("Ida Holm", "payee", "Norden Works", "3000000", "USD")]
    involved = rows(
        graph, 'SELECT ?name { [] ng:eventClass "payment" ; ng:involves/skos:prefLabel ?name } ORDER BY ?name'
    )
    assert involved == [("Ida Holm",), ("Norden Works",), ("Otto Brandt",)]
    assert read_turtle(write_turtle(graph)) == graph


def test_the_plainest_query_finds_each_entity_once():
    """Members in the text layer do not answer to a label."""
    names = rows(sample_graph(), "SELECT ?l { ?e skos:prefLabel ?l . ?e a ng:Entity }")
    labels = rows(
        sample_graph(), "SELECT ?l { ?e skos:prefLabel ?l . FILTER NOT EXISTS { ?e a ng:Relation } }"
    )
    assert sorted(names) == sorted(labels)
    assert len(set(labels)) == len(labels) == len(sample_graph().entities)


@pytest.mark.parametrize(
    ("stance", "polarity", "status", "is_edge"),
    [
        ("asserts", "positive", "reported", True),
        ("asserts", "negative", "negative", False),
        ("denies", "positive", "denied", False),
        ("denies", "negative", "denied", False),
        ("doubts", "positive", "possible", False),
    ],
)
def test_denied_is_not_merely_negative(stance: str, polarity: str, status: str, is_edge: bool):
    """What a source denies or doubts has a status of its own, and is not an edge of the direct layer."""
    said = LocalAttribution(((5, 9),), "Holm", "e0", "said", stance=stance)
    graph = changed(0, attribution=said, polarity=polarity)
    found = rows(
        graph,
        'SELECT ?s (EXISTS { ?a rel:open ?b } AS ?edge) { ?c ng:lemma "open" ; ng:status ?status '
        'BIND (STRAFTER(STR(?status), "#") AS ?s) }',
    )
    assert [(row[0], row[1].lower()) for row in found] == [(status, str(is_edge).lower())]
    assert read_turtle(write_turtle(graph)) == graph


def test_dates_compare():
    """The first and the last day of a time are dates; a query that compares the time itself is told so."""
    after = 'SELECT ?c { ?c ng:notBefore ?day FILTER (?day > "2026-04-30"^^xsd:date) }'
    assert len(rows(sample_graph(), after)) == 1
    wrong = query(
        open_store(sample_graph()), 'SELECT ?c { ?c ng:time ?t FILTER (?t > "2026-01-01"^^xsd:date) }'
    )
    assert len(wrong) == 0
    assert "ng:notBefore" in wrong.notes[0]


def test_cues_have_their_places():
    """The words that make a statement negative or planned are evidence as any other."""
    text = records()[0].document.text or ""
    start = text.index("did not")
    graph = changed(4, factuality=(Cue("negative", ((start, start + 7),), "did not"),))
    found = rows(
        graph,
        "SELECT ?words ?place { ?evidence ng:factualityCue [ ng:effect ng:negative ; ng:text ?words ; ng:span ?place ] }",
    )
    assert found == [("did not", f"char={start},{start + 7}")]


def test_an_article_is_known_by_more_than_its_file():
    """Address, publisher, authors and date stand at the article, and each sentence can be opened on its page."""
    first = records()[0]
    source = replace(
        first.document,
        url="https://news.example/bridge?id=7#top",
        publisher="The Tern Post",
        authors=("Zoe Lind", "Abe Roth"),
    )
    graph = build_graph([replace(first, document=source)])
    found = rows(
        graph,
        "SELECT ?p ?d ?url { ?a a schema:NewsArticle ; schema:publisher ?p ; schema:datePublished ?d ; schema:url ?url ; "
        'prov:wasDerivedFrom ?url ; schema:author "Zoe Lind" , "Abe Roth" }',
    )
    assert found[0][:2] == ("The Tern Post", "2026-05-04")
    links = rows(graph, "SELECT ?link { ?s a oa:TextQuoteSelector ; ng:position 0 ; schema:url ?link }")
    expected = "https://news.example/bridge?id=7#:~:text=Mayor%20Ida%20Holm%20opened%20the%20Tern%20Bridge%20on%20Friday."
    assert expected in links[0][0]
    assert read_turtle(write_turtle(graph)) == graph


@pytest.mark.parametrize("url", ["javascript:alert(1)", "not an address", "http://[bad"])
def test_an_address_that_no_reader_should_follow_is_a_text(url: str):
    """Only web addresses become links."""
    first = records()[0]
    graph = build_graph([replace(first, document=replace(first.document, url=url))])
    text = write_turtle(graph)
    assert f"schema:url <{url}" not in text
    assert read_turtle(text) == graph


def test_the_compact_profile():
    """It says who, what, status, time and where, in a fraction of the triples; it cannot be read back."""
    graph = sample_graph()
    compact = list(to_triples(graph, profile="compact"))
    assert len(compact) < len(list(to_triples(graph))) / 2
    full = set(to_triples(graph))
    assert {triple for triple in compact if "/relation/" in triple.predicate.value} <= full
    with pytest.raises(InputError, match="compact"):
        read_turtle("".join(f"{triple} .\n" for triple in compact))
    with pytest.raises(InputError, match="no profile 'tiny'"):
        list(to_triples(graph, profile="tiny"))  # type: ignore[arg-type]
