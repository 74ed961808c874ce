"""Interest: what a reader would want goes before what is true and wanted by nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsgraph.graph import Evidence, Statement
from newsgraph.graph.assembly.interest import WEIGHTS, interest_of
from newsgraph.graph.model.record import Amount, SpanText
from tests.exports.sample import sample_graph

BASE = Statement(
    *("s0", "ent-a", "met", "meet", None, "ent-b", None, "positive", "actual", None, None, None, (), 0.9, ())
)
NAMED = frozenset({"ent-a", "ent-b"})


def told(sentence: int = 0, method: str = "active") -> Evidence:
    """Return evidence of BASE in this sentence of a document."""
    words = SpanText(((0, 1),), "x")
    return Evidence("v0", "d0", sentence, "s0", words, words, None, None, None, False, 0.9, method)


def scores(*statements: Statement) -> list[float]:
    """Return the scores of statements in one graph, in their order."""
    numbered = [replace(s, id=f"s{number}") for number, s in enumerate(statements)]
    found = interest_of(numbered, NAMED)
    return [found[s.id] for s in numbered]


@pytest.mark.parametrize(
    "less",
    [
        replace(BASE, object="phrase"),
        replace(BASE, subject="phrase"),
        replace(BASE, polarity="negative"),
        replace(BASE, modality="possible"),
        replace(BASE, attributed_to="ent-a"),
        replace(BASE, confidence=0.4),
        replace(BASE, evidence=(told(30),)),
        replace(BASE, evidence=(told(method="apposition"),)),
    ],
    ids=["object", "subject", "negative", "possible", "said of itself", "unsure", "late", "standing"],
)
def test_less_is_wanted_less(less: Statement):
    """Names at both ends, facts rather than guesses, deeds rather than remarks and offices, sure rather than unsure, first."""
    more, fewer = scores(*(s if s.evidence else replace(s, evidence=(told(),)) for s in (BASE, less)))
    assert more > fewer


@pytest.mark.parametrize(
    "more",
    [
        replace(BASE, relation="spouse_of"),
        replace(BASE, event_class="arrest"),
        replace(BASE, amount=Amount(3e6, currency="USD")),
    ],
    ids=["relation", "event", "amount"],
)
def test_more_is_wanted_more(more: Statement):
    """A relation of the schema, an event class or an amount makes a statement more wanted."""
    wanted, plain = scores(more, BASE)
    assert wanted > plain


def test_where_a_place_lies_is_wanted_least():
    """That a court is in a town is a relation of the schema, and of no use to know first."""
    deed, place = scores(replace(BASE, relation="fined"), replace(BASE, relation="located_in"))
    assert deed > place + 0.15


def test_remarks_and_common_predicates():
    """A statement event is a remark; a predicate that all have is not rare."""
    deed, remark = scores(replace(BASE, event_class="arrest"), replace(BASE, event_class="statement"))
    assert deed > remark
    *common, rare = scores(BASE, BASE, BASE, replace(BASE, lemma="annex"))
    assert rare > max(common)


def test_scores_are_bounded_and_sorted():
    """Weights sum to 1, scores lie between 0 and 1, and the strongest statements stand first."""
    assert sum(WEIGHTS.values()) == pytest.approx(1)
    graph = sample_graph()
    found = [graph.interest[statement.id] for statement in graph.strongest()]
    assert found == sorted(found, reverse=True)
    assert all(0 <= score <= 1 for score in found)
    assert graph.strongest()[0].object is not None
