"""Explanations, and questions to a person."""

from __future__ import annotations

from dataclasses import replace

from newsgraph.graph import Judgement, build_graph
from newsgraph.graph.review.explain import explain
from newsgraph.graph.review.questions import questions, unknown_sides
from tests.graph.strategies import mentioning

RECORDS = (
    mentioning("a", ("Oriel Tamsin", "PERSON"), ("Norway", "GPE"), ("Bergen Institute", "ORG")),
    mentioning("b", ("Tamsin", "PERSON"), ("Norway", "GPE"), ("Bergen Institute", "ORG")),
    mentioning("c", ("Tamsin", "PERSON"), ("Kenya", "GPE"), ("Norway", "GPE")),
)


def test_explanation_names_members_reasons_and_doubts():
    """Why two members are one is said in words, and so is what else might be."""
    graph = build_graph(RECORDS)
    text = "\n".join(explain(graph, graph.get("Oriel Tamsin").entity))
    assert '"Tamsin": 1 mention in b.txt (b#e0)' in text
    assert '"Oriel Tamsin" = "Tamsin" in b.txt (0.9' in text
    assert "both with Norway, bergen institute" in text
    assert "Undecided:" in text


def test_a_label_that_was_outvoted_is_told():
    """What an article labelled otherwise is said, and who decided."""
    names = [("Tarn Forum", "ORG")] * 4 + [("Tarn Forum", "EVENT")]
    records = [mentioning(f"d{n}", name) for n, name in enumerate(names)]
    graph = build_graph(records)
    text = "\n".join(explain(graph, graph.get("Tarn Forum").entity))
    assert "Read as ORG, though labelled EVENT in 1 document: most documents" in text
    corrected = build_graph(records, judgements=[Judgement("Tarn Forum", "EVENT", "labelled")])
    text = "\n".join(explain(corrected, corrected.get("Tarn Forum").entity))
    assert "Read as EVENT, though labelled ORG in 4 documents: a person says so" in text


def test_forms_of_a_member_are_counted():
    """A person sees what a document calls the thing, the frequent forms first."""
    record = mentioning("a", ("Oriel Tamsin", "PERSON"), ("Tamsin", "PERSON"), ("Tamsin", "PERSON"))
    mentions = tuple(replace(mention, entity="e0") for mention in record.mentions)
    graph = build_graph([replace(record, mentions=mentions, entities=record.entities[:1])])
    text = "\n".join(explain(graph, graph.get("Oriel Tamsin").entity))
    assert '"Oriel Tamsin": 3 mentions in a.txt (a#e0)\n    as "Tamsin" (2), "Oriel Tamsin" (1)' in text


def test_judgements_by_people_are_told_with_their_author():
    """What a person decided is shown as such."""
    graph = build_graph(
        RECORDS, judgements=[Judgement("a#e0", "c#e0", "different", reasons=("two cities",), author="Ann")]
    )
    text = "\n".join(explain(graph, graph.get("Oriel Tamsin").entity))
    assert 'Not the same:\n    "Oriel Tamsin" in a.txt /= "c#e0" (1.00, Ann): two cities' in text


def test_questions_are_the_undecided_and_answers_settle_them():
    """Every question is about two entities; answering it takes it off the list."""
    graph = build_graph(RECORDS)
    first, *_ = asked = questions(graph)
    assert all(question.left.id != question.right.id for question in asked)
    assert [q.value for q in asked] == sorted((q.value for q in asked), reverse=True)
    assert {seen.document for seen in first.seen} == {"a.txt", "c.txt"}
    assert "Tamsin Kenya Norway (c.txt)" in {str(seen) for seen in first.seen}
    answer = Judgement(first.judgement.left, first.judgement.right, "different", author="me")
    settled = build_graph(RECORDS, judgements=[answer])
    assert first.judgement.pair not in {question.judgement.pair for question in questions(settled)}


def test_names_in_judgements_that_nothing_has():
    """A misspelled name is told; members and other names of an entity are known."""
    decided = [Judgement("Tamsin", "Orjel Tamsin", "same"), Judgement("c#e0", "Norway", "different")]
    assert unknown_sides(build_graph(RECORDS, judgements=decided)) == ["Orjel Tamsin"]


def test_nobody_is_asked_which_of_many_an_article_elsewhere_means():
    """Of a frequent family name; of a rare one, or with more in common, a person may know."""
    place = ("Seoul", "GPE"), ("Tamsin Police", "ORG")
    kims = [
        mentioning(d, (name, "PERSON"), *place)
        for d, name in zip("abc", ("Kim", "Kim Jin-pyo", "Kim Seong-jong"), strict=True)
    ]
    graph = build_graph(kims)
    assert [j.verdict for j in graph.judgements if "Kim" in (j.left, j.right)] == ["undecided", "undecided"]
    assert not questions(graph)
    assert questions(build_graph(RECORDS))
