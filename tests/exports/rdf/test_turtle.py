"""Turtle: the graph comes back whole, whatever its texts; nothing in a text becomes a triple."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from rdflib.compare import isomorphic

from newsgraph.exports.rdf import read_turtle, to_rdflib, to_triples, write_turtle
from newsgraph.exports.rdf.literals import decimal
from newsgraph.graph import InputError, KnowledgeGraph, Literal, build_graph
from tests.exports.sample import sample_graph, with_own_labels
from tests.exports.strategies import graphs, hostile_graphs, with_prefix
from tests.graph.strategies import corpora


@given(graphs())
def test_round_trip(graph: KnowledgeGraph):
    """Reading what was written gives an equal graph."""
    assert read_turtle(write_turtle(graph)) == graph


def test_mentions_are_places_of_their_members():
    """A mention is a place; only one with a label of its own is a resource, and both come back."""
    graph = sample_graph()
    assert "nif:Phrase" not in write_turtle(graph)
    odd = with_own_labels(graph)
    assert write_turtle(odd).count(" a nif:Phrase ") == sum(
        len(member.mentions) for entity in graph.entities for member in entity.members
    )
    assert read_turtle(write_turtle(odd)) == odd


@given(hostile_graphs())
def test_round_trip_of_hostile_text(graph: KnowledgeGraph):
    """Quotes, brackets, line breaks, bidi marks, controls and 4,000 characters come back as they were."""
    assert read_turtle(write_turtle(graph)) == graph


@settings(max_examples=40)
@given(graphs())
def test_round_trip_with_reifiers_and_another_base(graph: KnowledgeGraph):
    """The RDF 1.2 form and another base of IRIs describe the same graph."""
    text = write_turtle(graph, base="https://example.org/kg/", reifies=True)
    assert read_turtle(text) == graph


@settings(max_examples=40)
@given(corpora())
def test_same_bytes(records):
    """The order of documents makes no difference to the text."""
    assert write_turtle(build_graph(records)) == write_turtle(build_graph(records[::-1]))


@settings(max_examples=30)
@given(hostile_graphs())
def test_rdflib_reads_the_same_triples(graph: KnowledgeGraph):
    """An independent reader sees exactly the triples that we wrote: hostile text injects none."""
    read = rdflib.Graph().parse(io.StringIO(write_turtle(graph)), format="turtle")
    written = rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in to_triples(graph)), format="nt")
    assert len(read) == len(set(to_triples(graph)))
    assert isomorphic(read, written)


@pytest.mark.parametrize("surrogate", ["\ud800", "x\udfff"])
@settings(max_examples=20)
@given(graphs(1))
def test_surrogates_become_replacement_characters(surrogate: str, graph: KnowledgeGraph):
    """A lone surrogate, which no encoding can carry, is written as U+FFFD, so offsets still fit."""
    hostile, tame = with_prefix(graph, surrogate), with_prefix(graph, surrogate[:-1] + "\ufffd")
    assert read_turtle(write_turtle(hostile)) == tame


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("this is no Turtle", "kg.ttl cannot be read as RDF"),
        ("<http://a> a <https://w3id.org/newsgraph/ns#Entity> .", "has no skos:prefLabel"),
    ],
)
def test_unreadable_input(text: str, message: str):
    """What is no graph of ours is refused with the file and the place."""
    with pytest.raises(InputError, match=message):
        read_turtle(text, "kg.ttl")


@pytest.mark.parametrize(
    ("pattern", "replacement", "message"),
    [
        (r"\nent:velmark-[^.]*? a (?s:.*?) \.\n\n", "\n", "speaks of the entity velmark-.*does not describe"),
        (r"\ndoc:bridge a (?s:.*?) \.\n\n", "\n", "does not have sentence 4 of bridge"),
        (
            "nif:sentence text:bridge_s0",
            "nif:sentence text:bridge_s9",
            "no nif:referenceContext",
        ),
        ("ng:polarity ng:positive", "ng:polarity ng:maybe", "is maybe and"),
        ("ng:modality ng:planned", "ng:modality ng:wished", "positive and wished"),
        ("ng:confidence 0.97", "ng:confidence 97", "confidence of 97"),
        ("nif:beginIndex 0", 'nif:beginIndex "x"', "no whole number"),
    ],
)
def test_a_graph_that_was_tampered_with(pattern: str, replacement: str, message: str):
    """What is missing or unknown is said, and nothing later stumbles over it."""
    text, count = re.subn(pattern, replacement, write_turtle(sample_graph()))
    assert count
    with pytest.raises(InputError, match=message):
        read_turtle(text)


def test_foreign_triples_are_passed_over():
    """RDF that says nothing in our words is an empty graph."""
    assert read_turtle("<http://a> <http://b> [] .") == KnowledgeGraph()


def test_same_bytes_in_every_process():
    """Another process, with another hash seed, writes the same characters."""
    code = (
        "from tests.exports.sample import sample_graph;"
        "from newsgraph.exports.rdf import write_turtle; print(write_turtle(sample_graph()), end='')"
    )
    root = Path(__file__).parents[3]
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(root)}
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, cwd=root)
    assert other.stdout == write_turtle(sample_graph())


def test_grouped_by_entity_for_people():
    """An entity's edges stand under its name, and a plan has a relation of its own."""
    text = write_turtle(sample_graph())
    block = next(block for block in text.split("\n\n") if 'skos:prefLabel "Ida Holm"' in block)
    assert 'rel:pay "$3 million"' in block
    assert "rel:plan_to_visit ent:velmark-" in block
    assert "rel:visit ent:" not in text
    assert "rel:sue ent:" not in text


def test_in_rdflib():
    """The graph is an rdflib graph with our prefixes, whose queries Oxigraph answers."""
    graph = to_rdflib(sample_graph())
    assert isinstance(graph, rdflib.Graph)
    assert len(graph) == len(set(to_triples(sample_graph())))
    assert graph.qname("https://w3id.org/newsgraph/ns#Claim") == "ng:Claim"
    rows = graph.query("SELECT ?n { ?s rel:open/skos:prefLabel ?n }")
    assert [str(name) for (name,) in rows] == ["Tern Bridge"]
    assert (None, rdflib.RDF.type, rdflib.URIRef("https://schema.org/Person")) in graph


def test_literals_keep_all_they_know():
    """A literal object keeps its normalised value and its category; times keep their precision."""
    statement = next(s for s in sample_graph() if s.literal)
    full = replace(statement, literal=Literal("$3 million", "3000000 USD", "MONEY"), time="2026-05/..")
    graph = replace(sample_graph(), statements=(full,))
    text = write_turtle(graph)
    assert read_turtle(text) == graph
    assert 'ng:time "2026-05/.."^^edtf:EDTF' in text
    assert 'sem:hasEarliestBeginTimeStamp "2026-05-01"^^xsd:date' in text
    assert "sem:hasLatestEndTimeStamp" not in text


@pytest.mark.parametrize(
    ("value", "digits"),
    [(0.1, "0.1"), (1.0, "1"), (0.0, "0"), (-0.0, "0"), (1e-7, "0.0000001"), (-0.25, "-0.25")],
)
def test_decimals_are_canonical(value: float, digits: str):
    """No exponent, no zero at the end: stores give them back as they were."""
    assert decimal(value).value == digits
