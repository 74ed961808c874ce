"""Scoring records against annotated facts."""

from pathlib import Path

import pytest

from newsgraph.graph.model.record import (
    ExtractionRecord,
    LocalAttribution,
    LocalDocument,
    LocalEntity,
    LocalQualifier,
    LocalStatement,
    Predicate,
    SpanText,
)
from training.evaluate_facts import Fact, Verdict, judge, read_facts, summarize

ARTICLES = sorted(Path("tests/extract/articles").glob("*.txt"))


def record(**changes):
    """One statement: he met Karin Holt on Friday, Brandt said."""
    statement = {
        "id": "s0", "subject": SpanText(((0, 2),), "he", "e0"), "predicate": Predicate(((3, 6),), "met", "meet"),
        "object": SpanText(((7, 17),), "Karin Holt"), "polarity": "positive", "modality": "actual",
        "qualifiers": (LocalQualifier("time", ((18, 27),), "on Friday", "2024-05-03"),),
        "attribution": LocalAttribution(((29, 35),), "Brandt", cue="said"), "confidence": 1.0, "sentence": 0,
    } | changes  # fmt: skip
    source = LocalDocument("d", "a.txt", None, None, "en", "x", 40)
    return ExtractionRecord(
        source,
        entities=(LocalEntity("e0", "Marta Olsen", "PERSON"),),
        statements=(LocalStatement(**statement),),
    )


FACT = Fact(("Marta Olsen",), ("meet",), ("Holt",), ("Brandt",), ("positive",), ("actual",), ("2024-05-03",))


def test_a_fact_is_found_by_entity_names_and_words():
    """The pronoun counts by the entity it refers to."""
    assert judge(FACT, record()) == Verdict(found=True, attribution=True, stance=True, time=True)


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": SpanText(((0, 2),), "he")},
        {"predicate": Predicate(((3, 6),), "left", "leave")},
        {"object": SpanText(((7, 17),), "Aker")},
    ],
)
def test_each_part_must_fit(changes):
    """Subject, predicate, object."""
    assert judge(FACT, record(**changes)) == Verdict(found=False)


def test_source_stance_and_time_are_judged_on_found_facts():
    """Each for itself."""
    verdict = judge(FACT, record(attribution=None, polarity="negative", qualifiers=()))
    assert verdict == Verdict(found=True, attribution=False, stance=False, time=False)
    assert [round(share, 2) for _, share, _ in summarize([verdict, Verdict(found=False)])] == [0.5, 0, 0, 0]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_annotation_is_complete(article):
    """Twenty facts an article, every value one that the record knows."""
    facts = read_facts(article.with_suffix("").with_suffix(".facts.tsv"))
    assert len(facts) == 20
    for fact in facts:
        assert set(fact.polarity) <= {"positive", "negative"}
        assert set(fact.modality) <= {
            "actual",
            "planned",
            "possible",
            "conditional",
            "obligatory",
            "requested",
        }
        assert all(
            all(part) for part in (fact.subject, fact.predicate, fact.object, fact.attribution, fact.time)
        )
