"""The terse form leaves out what follows by rule, and nobody who asks for it misses anything."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from pyoxigraph import RdfFormat, Store, parse

from newsgraph.exports.formats import write
from newsgraph.exports.rdf import read_graph, read_turtle, to_triples, write_turtle
from newsgraph.exports.rdf.turtle import turtle_pieces
from newsgraph.exports.sandbox.entailed import RULES, fill
from newsgraph.exports.sandbox.exchange import Frames
from newsgraph.exports.sandbox.querying import load, start
from newsgraph.exports.sparql import GraphProcess
from newsgraph.graph import InputError, KnowledgeGraph
from tests.exports.sample import sample_graph, with_own_labels
from tests.exports.strategies import graphs, hostile_graphs


def terse(graph: KnowledgeGraph, **options: str) -> str:
    return b"".join(turtle_pieces(graph, **options)).decode()


def filled(text: str, disk: Path | None = None) -> Store:
    """Return a store that was filled from Turtle."""
    store = Store() if disk is None else Store(str(disk))
    fill(store, parse(text, format=RdfFormat.TURTLE), on_disk=disk is not None)
    return store


@given(graphs() | hostile_graphs())
@settings(max_examples=40)
def test_a_store_has_the_triples_of_the_full_form(graph: KnowledgeGraph) -> None:
    """No more and no less, whatever the texts."""
    assert {quad.triple for quad in filled(terse(graph))} == set(to_triples(graph))


@given(graphs() | hostile_graphs())
@settings(max_examples=30)
def test_it_is_read_back(graph: KnowledgeGraph) -> None:
    """As the graph that it was."""
    assert read_turtle(terse(graph)) == graph


@pytest.mark.parametrize("graph", [sample_graph(), with_own_labels(sample_graph())])
def test_on_disk_and_with_another_base(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """The other way to fill a store comes to the same, and the IRIs of rules follow the base of the file."""
    base = "https://example.org/kg/"
    store = filled(terse(graph, base=base), tmp_path / "store")
    assert {quad.triple for quad in store} == set(to_triples(graph, base=base))


def test_an_index_is_the_same_of_a_graph_and_of_its_file(tmp_path: Path) -> None:
    """The graph itself goes out in full; of its terse file all is put back on disk."""
    (tmp_path / "graph.ttl").write_text(terse(sample_graph()), encoding="utf8")
    for source, disk in ((sample_graph(), tmp_path / "one"), (tmp_path / "graph.ttl", tmp_path / "other")):
        GraphProcess(source, disk=disk)
        assert {quad.triple for quad in Store.read_only(str(disk))} == set(to_triples(sample_graph()))


def test_a_disk_that_is_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the system says of it."""

    def refuse(*given: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("newsgraph.exports.sandbox.querying.fill", refuse)
    frames = Frames(lambda: ({}, b""))
    with pytest.raises(InputError, match=r"store: this store cannot be written \(No space left on device\)"):
        start({"disk": str(tmp_path / "store")}, frames)


def test_every_rule_has_work_to_do() -> None:
    """Each puts something back into the sample, or else nothing of the kind is in it."""
    full, kept = set(to_triples(sample_graph())), set(parse(terse(sample_graph()), format=RdfFormat.TURTLE))
    missing = {triple.predicate for triple in full - {quad.triple for quad in kept}}
    assert len(kept) < 0.7 * len(full)
    assert len(RULES) > 20
    assert len(missing) > 15


def test_files(tmp_path: Path) -> None:
    """The profile is written and read as a file, with the prefixes of the full form only; other formats have none."""
    file = tmp_path / "kg.ttl"
    write(sample_graph(), file, profile="terse")
    assert file.stat().st_size < 0.75 * len(write_turtle(sample_graph()))
    assert read_graph(file) == sample_graph()
    opened = load(str(file), RdfFormat.TURTLE.media_type, file.as_uri())
    assert {"ent", "claim"} <= opened.prefixes.keys()
    assert opened.prefixes.keys().isdisjoint({"", "ev", "q"})
    for name in ("kg.nt", "kg.trig"):
        with pytest.raises(InputError, match="Turtle"):
            write(sample_graph(), tmp_path / name, profile="terse")
