"""Corrections by people: taking apart by document and by mention, new names and labels, hidden nodes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsgraph.graph import InputError, Judgement, KnowledgeGraph, build_graph
from newsgraph.graph.build import without
from newsgraph.graph.model.record import ExtractionRecord, LocalStatement, Predicate, SpanText
from newsgraph.graph.review import answers
from newsgraph.graph.review.questions import unknown_sides
from tests.graph.strategies import mentioning

RECORDS = [mentioning(id, ("Oriel Tamsin", "PERSON"), ("Norway", "GPE")) for id in "abcd"]


def nodes(graph: KnowledgeGraph) -> dict[str, set[str]]:
    """Return the documents of each named node by its members."""
    found = (
        ("+".join(sorted({m.name for m in e.members})), {m.document for m in e.members})
        for e in graph.entities
        if e.named and e.label == "PERSON"
    )
    return {f"{name} {''.join(sorted(documents))}": documents for name, documents in found}


def two_mentions() -> ExtractionRecord:
    """Return a record that takes two people for one, and says something of the second."""
    record = mentioning("x", ("Oriel Tamsin", "PERSON"), ("Petra Vale", "PERSON"), ("Norway", "GPE"))
    mentions = tuple(replace(m, entity="e0") if m.text == "Petra Vale" else m for m in record.mentions)
    vale = mentions[1]
    statement = LocalStatement(
        "s0",
        SpanText(((vale.start, vale.end),), vale.text, "e0"),
        Predicate(((0, 5),), "left", "leave"),
        None,
        (),
        "positive",
        "actual",
        None,
        1.0,
        0,
    )
    entities = (record.entities[0], record.entities[2])
    return replace(record, mentions=mentions, entities=entities, statements=(statement,))


def test_documents_are_taken_apart_and_those_to_come_stay_with_the_rest() -> None:
    """Two of four documents mean somebody else; a fifth one is with the others, and no order matters."""
    graph = build_graph(RECORDS)
    entity = graph.get("Oriel Tamsin").entity
    judged = answers.take_apart(entity, [m for m in entity.members if m.document in "bd"])
    apart = build_graph(RECORDS, judgements=judged)
    assert set(nodes(apart)) == {"Oriel Tamsin ac", "Oriel Tamsin bd"}
    more = [*RECORDS, mentioning("e", ("Oriel Tamsin", "PERSON"), ("Norway", "GPE"))]
    assert set(nodes(build_graph(more, judgements=judged))) == {"Oriel Tamsin ace", "Oriel Tamsin bd"}
    assert build_graph(reversed(more), judgements=judged) == build_graph(more, judgements=judged)
    with pytest.raises(InputError, match="but not all"):
        answers.take_apart(entity, entity.members)


def test_mentions_of_one_document_are_taken_apart() -> None:
    """Mentions that mean somebody else become an entity, and so does what is said of them."""
    record = two_mentions()
    member = build_graph([record]).get("Oriel Tamsin").entity.members[0]
    judgement = answers.take_out(member, [record.mentions[1].start])
    graph = build_graph([record], judgements=[judgement])
    assert {e.name for e in graph.entities if e.label == "PERSON"} == {"Oriel Tamsin", "Petra Vale"}
    (statement,) = graph.statements
    assert graph.entity(statement.subject).name == "Petra Vale"
    assert unknown_sides(graph) == []
    with pytest.raises(InputError, match="but not all"):
        answers.take_out(member, [m.start for m in member.mentions])


def test_what_was_taken_out_joins_others_of_its_name() -> None:
    """A person taken out of one entity is the same person elsewhere."""
    record, other = two_mentions(), mentioning("y", ("Petra Vale", "PERSON"), ("Norway", "GPE"))
    judgement = Judgement("x#e0", f"x#e0@{record.mentions[1].start}", "different")
    assert "Petra Vale xy" in nodes(build_graph([record, other], judgements=[judgement]))


def test_names_and_labels_are_corrected_and_outlive_documents() -> None:
    """A new name and label hold whatever documents come and go; a graph without the judgement is as before."""
    graph = build_graph(RECORDS)
    entity = graph.get("Oriel Tamsin").entity
    judged = [answers.renamed(graph, entity, "Oriel Tamsin-Vale"), answers.labelled(graph, entity, "ORG")]
    corrected = build_graph(RECORDS, judgements=judged)
    assert corrected.get("Oriel Tamsin-Vale").label == "ORG"
    assert "Oriel Tamsin" in corrected.get("Oriel Tamsin-Vale").aliases
    assert without(corrected, "a").get("Oriel Tamsin-Vale").label == "ORG"
    assert build_graph(RECORDS) == graph
    with pytest.raises(InputError, match="must be one of"):
        answers.labelled(graph, entity, "DATE")


def test_hidden_nodes_are_gone_and_statements_stay() -> None:
    """What is no entity has no node; a statement about it keeps an unnamed participant."""
    record = two_mentions()
    graph = build_graph([record])
    hidden = build_graph([record], judgements=[answers.hidden(graph, graph.get("Oriel Tamsin").entity)])
    assert [e.name for e in hidden.entities if e.named] == ["Norway"]
    assert len(hidden.statements) == len(graph.statements)
