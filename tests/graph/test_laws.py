"""The five laws of the graph, on random valid extraction records."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from newsgraph.graph import KnowledgeGraph, build_graph, read_records, validate, write_records
from newsgraph.graph.assembly.network import fact_text
from newsgraph.graph.build import without
from newsgraph.graph.model.record import ExtractionRecord
from tests.graph.strategies import corpora, extraction_records, judgements, mentioning

Records = list[ExtractionRecord]


@given(extraction_records())
def test_strategy_makes_valid_records(record: ExtractionRecord):
    """The strategy other tests build on keeps the laws of the record."""
    assert validate(record) is record


@given(corpora())
def test_evidence_is_document_text(records: Records):
    """Every text in evidence, mentions and sentences equals the slices of the document at its offsets."""
    texts = {record.document.id: record.document.text or "" for record in records}
    graph = build_graph(records)
    for statement in graph:
        for piece in statement.evidence:
            parts = (piece.subject, piece.predicate, piece.object, piece.attribution, piece.via)
            for part in (*parts, *piece.cues, *piece.arguments):
                slices = [texts[piece.document][start:end] for start, end in part.spans] if part else []
                assert part is None or part.text == " ".join(slices)
    for entity in graph.entities:
        for member in entity.members:
            assert all(m.text == texts[member.document][m.start : m.end] for m in member.mentions)
    for document in graph.documents:
        assert all(s.text == texts[document.id][s.start : s.end] for s in document.sentences)


@given(corpora(), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(records: Records, random):
    """A graph is a function of the set of its records."""
    shuffled = records + records[:1]
    random.shuffle(shuffled)
    assert build_graph(shuffled) == build_graph(records)


@given(corpora())
def test_without_is_as_if_never_read(records: Records):
    """The graph of A and B without B is the graph of A."""
    graph = build_graph(records)
    for record in records:
        rest = [other for other in records if other is not record]
        assert without(graph, record.document.id) == build_graph(rest)


@given(corpora(), judgements(), st.randoms(use_true_random=False))
def test_laws_hold_with_judgements(records: Records, decided, random):
    """Order and reversibility do not depend on whether people have judged; negative judgements are honoured."""
    graph = build_graph(records, judgements=decided)
    random.shuffle(records)
    assert build_graph(records, judgements=decided[::-1]) == graph
    for record in records:
        rest = [other for other in records if other is not record]
        assert without(graph, record.document.id) == build_graph(rest, judgements=decided)
    for entity in graph.entities:
        names = {member.name for member in entity.members if entity.named}
        assert not any(j.verdict == "different" and {j.left, j.right} <= names for j in decided)


VARIANTS = (
    ("Oriel Tamsin", "PERSON"), ("O. Tamsin", "PERSON"), ("Tamsin", "PERSON"), ("Petra Tamsin", "PERSON"),
    ("Oriel Tamsin Jr.", "PERSON"), ("John Smith", "PERSON"), ("Smith", "PERSON"), ("Min-soo Park", "PERSON"),
    ("Park Min-soo", "PERSON"), ("Foreign Ministry", "ORG"), ("Norwegian Foreign Ministry", "ORG"),
    ("Kenyan Ministry of Foreign Affairs", "ORG"), ("World Fishing Office", "ORG"), ("WFO", "ORG"),
    ("The Fishing Office", "ORG"), ("Daily Sun", "ORG"), ("Norway", "GPE"), ("Oslo", "GPE"), ("Kenya", "GPE"),
    ("Nairobi", "GPE"), ("Georgia", "GPE"), ("Tbilisi", "GPE"), ("Atlanta", "GPE"), ("Norwegians", "NORP"),
)  # fmt: skip
"""Names that fit one another more or less, rivals among them."""


@st.composite
def crowds(draw: st.DrawFn) -> Records:
    """Up to ten documents about the same few things."""
    names = st.lists(st.sampled_from(VARIANTS), min_size=1, max_size=6, unique=True)
    found = draw(st.lists(names, min_size=2, max_size=10))
    return [mentioning(f"doc{number}", *names) for number, names in enumerate(found)]


@given(crowds(), st.randoms(use_true_random=False))
def test_laws_hold_where_much_merges(records: Records, random):
    """Neither order nor a document that came and went leaves a trace, however many names might be one."""
    graph = build_graph(records)
    gone = random.choice(records)
    random.shuffle(records)
    assert build_graph(records) == graph
    assert without(graph, gone.document.id) == build_graph([r for r in records if r is not gone])
    assert_sound(graph)


def test_crowds_merge_different_names():
    """The law above is not kept by merging nothing."""
    around = VARIANTS[16:18]
    graph = build_graph(
        [mentioning("a", *VARIANTS[0:13:12], *around), mentioning("b", *VARIANTS[1:14:12], *around)]
    )
    merged = {frozenset(member.name for member in entity.members) for entity in graph.entities}
    assert frozenset({"World Fishing Office", "WFO"}) in merged
    assert any(len(names) > 1 and "Oriel Tamsin" in names for names in merged)


@given(corpora())
def test_ids_are_safe_unique_sorted_and_resolve(records: Records):
    """Ids consist of a-z, 0-9 and hyphens, begin with a letter, and lead where they should."""
    graph = build_graph(records)
    assert_sound(graph)
    for statement in graph:
        ends = (statement.subject, statement.object, statement.attributed_to)
        assert all(graph.entity(end) for end in ends if end)
        assert all(graph.entity(id) for id in statement.involved)
        for piece in statement.evidence:
            assert piece.statement == statement.id
            assert graph.document(piece.document).sentences[piece.sentence]


def assert_sound(graph: KnowledgeGraph) -> None:
    for parts in (graph.entities, graph.statements):
        ids = [part.id for part in parts]
        assert ids == sorted(set(ids))
        assert all(re.fullmatch("[a-z][a-z0-9-]*", id) for id in ids)
    evidence = [piece.id for statement in graph for piece in statement.evidence]
    assert len(evidence) == len(set(evidence))


@given(corpora())
def test_every_statement_and_named_entity_is_kept(records: Records):
    """Nothing a document says is lost on the way into the graph."""
    graph = build_graph(records)
    read = {(r.document.id, s.predicate.spans, s.subject.spans) for r in records for s in r.statements}
    kept = {(e.document, e.predicate.spans, e.subject.spans) for s in graph for e in s.evidence}
    assert kept == read
    values = {"MONEY", "DATE"}
    named = {(r.document.id, e.id) for r in records for e in r.entities if e.named and e.label not in values}
    assert named <= {(m.document, m.entity) for entity in graph.entities for m in entity.members}


@given(corpora())
def test_records_round_trip(records: Records):
    """Reading what was written gives equal records, and writing them again equal characters."""
    lines = list(write_records(records))
    assert list(read_records(lines)) == records
    assert list(read_records("".join(lines).splitlines())) == records
    assert list(write_records(read_records(lines))) == lines


@given(corpora())
def test_networkx_graph_holds_every_statement_once(records: Records):
    """A statement is an edge, or a fact of its subject where its object is not a node."""
    graph = build_graph(records)
    edges = [
        (s, o, key) for s, o, key, kind in graph.graph.edges(keys=True, data="kind") if kind == "statement"
    ]
    assert sorted(edges) == sorted((s.subject, s.object, s.id) for s in graph if s.object is not None)
    for node, facts in graph.graph.nodes(data="facts"):
        texts = [fact_text(s) for s in graph.statements_of(node) if s.object is None]
        assert (facts == "") == (texts == [])
    reached = {end for *ends, _ in edges for end in ends}
    named = {entity.id for entity in graph.entities if entity.named}
    assert reached | named <= set(graph.graph.nodes) <= {entity.id for entity in graph.entities}


@settings(max_examples=2, deadline=None, phases=[Phase.generate])
@given(st.lists(extraction_records(), min_size=2, unique_by=lambda record: record.document.id))
def test_hash_seed_does_not_matter(records: Records):
    """Two processes with different hash seeds print the same graph."""
    assert _graph_of_process(records, "1") == _graph_of_process(records, "2") != ""


_PRINT_GRAPH = """
from newsgraph.graph import build_graph, read_records
import sys
graph = build_graph(read_records(sys.stdin))
print(graph.documents, graph.entities, graph.statements, graph.judgements)
"""


def _graph_of_process(records: Records, seed: str) -> str:
    lines = "".join(write_records(records))
    root = Path(__file__).parents[2]
    env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", _PRINT_GRAPH]
    done = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", env=env, check=True)
    return done.stdout
