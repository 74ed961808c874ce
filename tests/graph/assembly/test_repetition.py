"""Repetitions: what several sentences of a document say alike is one statement with several pieces of evidence."""

from __future__ import annotations

from dataclasses import replace

from newsgraph.graph import KnowledgeGraph, build_graph
from newsgraph.graph.model.record import LocalStatement, Predicate
from tests.exports.sample import Writer


def article(*statements: tuple[str, str, dict]) -> KnowledgeGraph:
    """Return the graph of sentences "Orr PREDICATE Tarn."; each has its predicate, base and other fields."""
    text = " ".join(f"Orr {words} Tarn." for words, *_ in statements)
    writer = Writer("d", text, None, {"Orr": ("Max Orr", "PERSON"), "Tarn": ("Tarn Institute", "ORG")})
    for number, (words, base, fields) in enumerate(statements):
        writer.state(number, "Orr", words, "Tarn", base.split()[0])
        writer.statements[-1] = with_base(writer.statements[-1], base, **fields)
    return build_graph([writer.record()])


def with_base(statement: LocalStatement, base: str, relation: str | None = None, **fields) -> LocalStatement:
    """Return the statement with the plain wording of its predicate."""
    predicate: Predicate = replace(statement.predicate, base=base, relation=relation)
    return replace(statement, predicate=predicate, **fields)


def test_tense_makes_no_difference():
    """One wording in two tenses is one statement, with both sentences as evidence."""
    graph = article(("left", "leave", {}), ("has left", "leave", {}))
    assert [len(s.evidence) for s in graph] == [2]
    assert graph.statements[0].base == "leave"


def test_another_wording_is_another_statement():
    """Neither the object alone nor the verb alone makes two statements one."""
    assert len(article(("spoke to", "speak to", {}), ("spoke of", "speak of", {}))) == 2


def test_a_relation_of_the_schema_is_shared():
    """A title, a copula and a verb that the schema knows as one relation are one; so is its wording without it."""
    graph = article(
        ("head of", "head of", {"relation": "leader_of"}),
        ("leads", "lead", {"relation": "leader_of"}),
        ("led", "lead", {}),
    )
    assert [(s.relation, len(s.evidence)) for s in graph] == [("leader_of", 3)]


def test_what_is_denied_or_planned_stays_apart():
    """Polarity and modality tell statements apart."""
    graph = article(
        ("left", "leave", {}),
        ("did not leave", "leave", {"polarity": "negative"}),
        ("may leave", "leave", {"modality": "possible"}),
    )
    assert len(graph) == 3


def test_an_article_makes_no_difference():
    """A literal with and without its article is one."""
    text = "Orr is the mayor. Orr, mayor."
    writer = Writer("d", text, None, {"Orr": ("Max Orr", "PERSON")})
    for number, (words, object) in enumerate((("is", "the mayor"), ("Orr", "mayor"))):
        writer.state(number, "Orr", words, object, "be")
        writer.statements[-1] = with_base(writer.statements[-1], "be")
    assert [len(s.evidence) for s in build_graph([writer.record()])] == [2]
