"""The ontology declares every word of ours that we write, and what we write conforms to the shapes."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from hypothesis import Phase, given, settings
from rdflib.namespace import OWL, RDF, RDFS, SKOS

import newsgraph
from newsgraph.exports import rdf
from newsgraph.exports.rdf import read_turtle, to_triples, vocabulary, write_turtle
from newsgraph.graph import KnowledgeGraph
from tests.exports.sample import sample_graph, with_own_labels
from tests.exports.strategies import graphs

FOLDER = Path(rdf.__file__).parent
NG = rdflib.Namespace(vocabulary.NG)


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / "newsgraph.ttl")


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / "shapes.ttl")


def ours(graph: rdflib.Graph) -> set[str]:
    """Return the IRIs of our namespace that occur in ``graph``."""
    return {str(term) for triple in graph for term in triple if str(term).startswith(vocabulary.NG)}


def test_every_word_of_ours_is_declared(ontology: rdflib.Graph):
    """What the vocabulary module spells has a type, a label and a definition."""
    declared = {str(subject) for subject in ontology.subjects(RDF.type) if subject in NG}
    spelled = {*map(str, vocabulary.declared_terms())}
    written = ours(rdflib.Graph().parse(data=write_turtle(sample_graph()), format="turtle"))
    used = {iri for iri in spelled | written if iri.startswith(vocabulary.NG)}
    assert used <= declared
    for word in map(rdflib.URIRef, declared):
        assert ontology.value(word, SKOS.definition)
        assert ontology.value(word, RDFS.label) or ontology.value(word, SKOS.prefLabel)


def test_no_declared_property_is_unused(ontology: rdflib.Graph):
    """The ontology promises no property that is never written."""
    properties = {*ontology.subjects(RDF.type, OWL.ObjectProperty)}
    properties |= {*ontology.subjects(RDF.type, OWL.DatatypeProperty)}
    spelled = {*map(str, vocabulary.declared_terms())}
    assert {str(p) for p in properties} <= spelled


def test_every_shape_speaks_of_declared_words(ontology: rdflib.Graph, shapes: rdflib.Graph):
    """The shapes use no word that the ontology lacks."""
    assert ours(shapes) <= ours(ontology) | {vocabulary.NG}


def conforms(data: rdflib.Graph, shapes: rdflib.Graph) -> tuple[bool, str]:
    """Return whether ``data`` conforms, and the report."""
    pyshacl = pytest.importorskip("pyshacl")
    passed, _, report = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    return passed, report


def in_rdflib(graph: KnowledgeGraph) -> rdflib.Graph:
    """Return what we write of ``graph``, as rdflib reads it."""
    return rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in to_triples(graph)), format="nt")


def test_the_sample_conforms(shapes: rdflib.Graph):
    """A graph with every kind of statement conforms."""
    passed, report = conforms(in_rdflib(sample_graph()), shapes)
    assert passed, report


@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(graphs(2))
def test_random_graphs_conform(shapes: rdflib.Graph, graph: KnowledgeGraph):
    """Any graph conforms."""
    passed, report = conforms(in_rdflib(graph), shapes)
    assert passed, report


def test_shapes_catch_mistakes(shapes: rdflib.Graph):
    """A graph with mistakes does not conform, and the report names each."""
    text = write_turtle(with_own_labels(sample_graph()))
    for old, new in (
        ("ng:status ng:reported", "ng:status ng:asserted"),
        ("ng:confidence 0.8 ", "ng:confidence 1.8 "),
        ("ng:modality ng:obligatory ;\n\tng:conf", "ng:modality ng:unsure ;\n\tng:conf"),
        ('nif:anchorOf "Velmark"', 'nif:anchorOf "Velmork"'),
        ('nif:anchorOf "Tern Bridge"', 'nif:anchorOf "Tern"'),
    ):
        assert old in text
        text = text.replace(old, new)
    data = rdflib.Graph().parse(data=text, format="turtle")
    conditional = next(data.subjects(NG.status, NG.conditional))
    data.add(tuple(data.value(conditional, part) for part in (RDF.subject, RDF.predicate, RDF.object)))
    data.remove((next(data.subjects(NG.lemma, rdflib.Literal("resign"))), NG.evidence, None))
    passed, report = conforms(data, shapes)
    assert not passed
    for message in (
        "status of a claim follows",
        "1.8",
        "ng:unsure",
        "as long as its place, and what its sentence has there",
        "not in the direct layer",
        "A claim without evidence",
    ):
        assert message in report


ROOT = Path(__file__).parents[3]
ARTICLES = ROOT.parent / "shared/articles"


@pytest.mark.parametrize("folder", [ROOT / "examples", ARTICLES], ids=["examples", "shared articles"])
def test_built_graphs_conform(shapes: rdflib.Graph, folder: Path):
    """What is built from real articles conforms, and comes back whole."""
    pytest.importorskip("spacy")
    articles = sorted(folder.glob("*.txt"))
    if not articles:
        pytest.skip(f"{folder} is not here: it is no part of the repository")
    graph = newsgraph.build(articles)
    assert read_turtle(write_turtle(graph)).statements == graph.statements
    passed, report = conforms(in_rdflib(graph), shapes)
    assert passed, report


def test_the_shapes_are_shapes(shapes: rdflib.Graph):
    """The shapes conform to the shapes of SHACL itself."""
    pyshacl = pytest.importorskip("pyshacl")
    passed, _, report = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
    assert passed, report
