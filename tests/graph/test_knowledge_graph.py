"""The knowledge graph as a value to look things up in."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import newsgraph.graph
from newsgraph.graph import InputError, KnowledgeGraph, RecordError, build_graph
from newsgraph.graph.build import without
from tests.graph.strategies import mentioning

TWO = (
    mentioning("a", ("Oriel Tamsin", "PERSON"), ("Oslo", "GPE")),
    mentioning("b", ("Petra Tamsin", "PERSON")),
)


def test_find_goes_by_name_then_alias_then_words():
    """What fits best is found, whatever the case; nothing is None."""
    graph = build_graph(TWO)
    assert graph.find("ORIEL tamsin").name == "Oriel Tamsin"
    assert graph.find("petra").name == "Petra Tamsin"
    assert graph.find("nobody") is None
    assert graph.find("") is None
    with pytest.raises(KeyError, match="nobody"):
        graph.get("nobody")


def test_containment():
    """A graph contains its parts, their ids and the names of its entities."""
    graph = build_graph(TWO)
    entity = graph.get("Oslo").entity
    assert "Oslo" in graph
    assert "Bergen" not in graph
    assert entity in graph
    assert entity.id in graph
    assert "a" in graph
    assert replace(entity, name="Bergen") not in graph
    assert 7 not in graph


def test_two_records_of_one_document_are_refused():
    """A document id stands for one document."""
    with pytest.raises(RecordError, match="'a'"):
        build_graph([TWO[0], mentioning("a", ("Bergen", "GPE"))])


def test_a_graph_without_records_cannot_be_taken_apart():
    """A graph that was read from an export says what to do instead."""
    graph = build_graph(TWO)
    bare = KnowledgeGraph(graph.documents, graph.entities, graph.statements, graph.judgements)
    assert bare == graph
    with pytest.raises(InputError, match="extraction records"):
        without(bare, "a")
    with pytest.raises(KeyError):
        without(graph, "z")


def test_every_public_name_exists():
    """What the package offers can be imported from it."""
    assert all(getattr(newsgraph.graph, name) is not None for name in newsgraph.graph.__all__)
    assert newsgraph.graph.__all__ == sorted(newsgraph.graph.__all__)


def test_import_loads_nothing_heavy():
    """Importing the core loads neither spaCy nor RDF nor networkx."""
    heavy = ("spacy", "rdflib", "pyoxigraph", "networkx", "scipy", "numpy", "msgspec", "rapidfuzz")
    program = f"import newsgraph.graph, sys; print([m for m in {heavy} if m in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_ids_of_documents_may_contain_anything():
    """Documents whose ids look like keys of members do not get in each other's way."""
    graph = build_graph(
        [
            mentioning("a", ("Oslo", "GPE")),
            mentioning("a#e0", ("Oslo", "GPE")),
            mentioning("%23", ("Oslo", "GPE")),
        ]
    )
    assert len(graph.get("Oslo").members) == 3
