"""Turtle written a piece at a time."""

import pytest
from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from newsgraph.exports.rdf import to_triples, turtle
from newsgraph.exports.rdf import vocabulary as v
from newsgraph.exports.rdf.short_names import ShortNames
from newsgraph.exports.rdf.terms import Iri, LiteralTerm, quoted, to_oxigraph
from newsgraph.graph import KnowledgeGraph, build_graph
from newsgraph.graph.model.record import ExtractionRecord
from tests.exports.sample import sample_graph
from tests.exports.strategies import CONTROLS, HOSTILE, graphs, hostile_graphs
from tests.graph.strategies import corpora


@settings(max_examples=30)
@given(corpora())
def test_pieces_are_the_text(records: list[ExtractionRecord]) -> None:
    """However small they are."""
    graph = build_graph(records)
    with pytest.MonkeyPatch.context() as patch:
        whole = b"".join(turtle.turtle_pieces(graph))
        patch.setattr(turtle, "_PIECE", 3)
        assert b"".join(turtle.turtle_pieces(graph)) == whole


@settings(max_examples=30)
@given(graphs() | hostile_graphs())
def test_it_says_what_the_triples_say(graph: KnowledgeGraph) -> None:
    """In their order, whatever the texts."""
    text = b"".join(turtle.turtle_pieces(graph))
    triples = [quad.triple for quad in parse(text, format=RdfFormat.TURTLE)]
    assert triples == list(to_triples(graph, profile="terse"))


@settings(max_examples=30)
@given(graphs() | hostile_graphs())
def test_the_full_form_is_handed_over_meanwhile(graph: KnowledgeGraph) -> None:
    """The terse one is the same as without; by itself the full form has the same characters."""
    pieces: list[bytes] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(turtle, "_PIECE", 7)
        terse = b"".join(turtle.turtle_pieces(graph, beside=pieces.append))
    assert terse == b"".join(turtle.turtle_pieces(graph))
    assert all(pieces)
    full = b"".join(pieces)
    assert full == b"".join(turtle.full_pieces(graph))
    assert [quad.triple for quad in parse(full, format=RdfFormat.TURTLE)] == list(to_triples(graph))


def test_it_is_written_as_oxigraph_would() -> None:
    """But for indentation, and with an empty line between resources."""
    text = b"".join(turtle.turtle_pieces(sample_graph())).replace(b"\n\n", b"\n").replace(b";\n", b" ;\n\t")
    triples = to_triples(sample_graph(), profile="terse")
    theirs = serialize(triples, format=RdfFormat.TURTLE, prefixes=v.short_prefixes()) or b""
    assert sorted(text.splitlines()) == sorted(theirs.splitlines())


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (Iri(v.NG + "Claim"), ":Claim"),
        (Iri(v.DEFAULT_BASE + "claim/a_x7"), "a:x7"),
        (Iri(v.DEFAULT_BASE + "claim/ada-x7"), "claim:ada-x7"),
        (Iri(v.DEFAULT_BASE + "claim/a_"), "claim:a_"),
        (Iri(v.NG + "-x"), f"<{v.NG}-x>"),
        (Iri(v.NG + "é?b"), f"<{v.NG}é?b>"),
        (Iri("urn:x"), "<urn:x>"),
        (LiteralTerm("5", v.INTEGER), "5"),
        (LiteralTerm("5", v.DECIMAL), '"5"^^xsd:decimal'),
        (LiteralTerm("-.5", v.DECIMAL), "-.5"),
        (LiteralTerm("five", v.INTEGER), '"five"^^xsd:integer'),
        (LiteralTerm("2026", v.EDTF_DATE), '"2026"^^edtf:EDTF'),
        (LiteralTerm('5"^^<x>', v.EDTF_DATE), r'"5\"^^<x>"^^edtf:EDTF'),
        *((LiteralTerm(text), str(Literal(text))) for text in (*HOSTILE, *CONTROLS, "x>")),
    ],
)
def test_terms(term: Iri | LiteralTerm, written: str) -> None:
    """A term is read back as it was."""
    names = v.short_prefixes()
    assert ShortNames(names).term(term) == written
    header = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in names.items())
    (quad,) = parse(f"{header} :s :p {written} .", format=RdfFormat.TURTLE)
    assert quad.triple == Triple(NamedNode(v.NG + "s"), NamedNode(v.NG + "p"), to_oxigraph(term))


def test_every_character_is_quoted_as_oxigraph_does() -> None:
    """The control characters too."""
    text = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x10000))))
    assert quoted(text) == str(Literal(text))
