"""W3C's suites of SPARQL 1.1 and Turtle through our door; what is missed is named, and nothing else may be missed.

``NEWSGRAPH_W3C`` names the folder of the suites, ``test/data/suites/w3c`` of rdflib's source distribution:
``pip download rdflib --no-binary rdflib --no-deps``, and unpack it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from benchmarks import w3c_sparql
from newsgraph.exports.sparql import query
from newsgraph.graph.errors import NewsgraphError

SUITES = Path(os.environ.get("NEWSGRAPH_W3C", "nowhere"))

BASE = "http://www.w3.org/2013/TurtleTests/"
RDFT = "http://www.w3.org/ns/rdftest#"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SUITES.is_dir(), reason="NEWSGRAPH_W3C does not name the folder of W3C's suites"),
]


def test_sparql_misses_nothing_but_what_is_named() -> None:
    """Evaluation and syntax of queries; benchmarks/w3c_sparql.py says why each miss is one."""
    missed, tried = set(), 0
    for manifest in sorted(SUITES.glob("sparql11/*/manifest.ttl")):
        if manifest.parent.name in w3c_sparql.LEFT_OUT:
            continue
        for test in w3c_sparql.tests(manifest):
            tried += 1
            evaluates = test.type in w3c_sparql.EVALUATION
            if (w3c_sparql.run(test) if evaluates else w3c_sparql.check_syntax(test)) is not None:
                missed.add(f"{manifest.parent.name}/{test.id}")
    assert missed == set(w3c_sparql.REASONS)
    assert tried > 250


def test_turtle_misses_nothing_but_what_is_named(tmp_path: Path) -> None:
    """Files that are right, wrong, and right with the triples they hold.

    Numbers are compared by value: a store of Oxigraph does not keep how they were spelled (10 tests have such).
    """
    manifest = ox.Store()
    folder = SUITES / "turtle"
    manifest.load(path=str(folder / "manifest.ttl"), format=ox.RdfFormat.TURTLE, base_iri=BASE)
    found = manifest.query(
        "SELECT ?test ?type ?action ?result { ?test a ?type ; mf:action ?action OPTIONAL { ?test mf:result ?result } }",
        prefixes={"mf": w3c_sparql.MF},
    )
    assert isinstance(found, ox.QuerySolutions)
    missed, tried = set(), 0
    for row in found:
        if row["type"].value.startswith(RDFT):
            tried += 1
            result = None if row["result"] is None else folder / name_of(row["result"])
            if not passes(row["type"].value, folder / name_of(row["action"]), result, tmp_path):
                missed.add(row["test"].value.rpartition("#")[2])
    assert not missed, sorted(missed)
    assert tried > 250


def name_of(node: ox.NamedNode) -> str:
    """The name of the file that a test names."""
    return node.value.rpartition("/")[2]


def passes(kind: str, file: Path, expected: Path | None, folder: Path) -> bool:
    """Is a file taken or refused as it should be, and are its triples those expected?"""
    copy = folder / "test.ttl"
    copy.write_bytes(f"@base <{BASE}{file.name}> .\n".encode() + file.read_bytes())
    try:
        found = query(copy, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    except NewsgraphError:
        return "Negative" in kind
    if "Negative" in kind:
        return False
    return expected is None or canonical(found) == canonical(
        ox.parse(path=str(expected), format=ox.RdfFormat.N_TRIPLES, lenient=True)
    )


def canonical(triples: Iterable[ox.Triple]) -> ox.Dataset:
    """Triples whose blank nodes have the same names wherever they are the same graph, with numbers by value."""
    store = ox.Store()
    store.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    graph = ox.Dataset(store)
    graph.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return graph
