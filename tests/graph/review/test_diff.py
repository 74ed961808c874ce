"""What changed from one graph to another."""

from dataclasses import replace

from newsgraph.graph import Judgement, build_graph
from newsgraph.graph.review.diff import diff
from tests.graph.strategies import mentioning
from tests.living import record

ANA, BEN = mentioning("a", ("Ana Ruiz", "PERSON")), mentioning("b", ("Ben Okri", "PERSON"))
SAME = Judgement("Ana Ruiz", "Ben Okri", "same")


def kinds(old, new) -> list[tuple[str, str, str]]:
    """What a difference consists of."""
    return [(change.what, change.kind, change.text) for change in diff(old, new)]


def test_entities_come_go_merge_and_split() -> None:
    """In both directions; equal graphs differ in nothing."""
    one, two = build_graph([ANA]), build_graph([ANA, BEN])
    merged = build_graph([ANA, BEN], judgements=[SAME])
    assert kinds(two, two) == []
    come = [("article", "gained", "b.txt"), ("entity", "gained", "Ben Okri (PERSON)")]
    assert kinds(one, two) == come
    assert kinds(two, one) == [("article", "lost", "b.txt"), ("entity", "lost", "Ben Okri (PERSON)")]
    both = "Ana Ruiz (PERSON), Ben Okri (PERSON)"
    assert kinds(two, merged) == [("entity", "merged", f"{both} became Ana Ruiz (PERSON)")]
    assert kinds(merged, two) == [("entity", "split", f"Ana Ruiz (PERSON) became {both}")]


def test_other_names_that_come_and_go_are_told() -> None:
    """An entity whose name stays has not become itself."""
    short = mentioning("a", ("Ana Ruiz", "PERSON"))
    long = replace(short, entities=tuple(replace(e, aliases=("Ruiz",)) for e in short.entities))
    one, two = build_graph([short]), build_graph([long])
    assert kinds(one, two) == [("entity", "changed", "Ana Ruiz (PERSON): now also called Ruiz")]
    assert kinds(two, one) == [("entity", "changed", "Ana Ruiz (PERSON): no longer also called Ruiz")]


def test_statements_are_followed_through_other_names_of_their_entities() -> None:
    """A statement whose subject got another name has changed; it is not lost."""
    met = record("Oriel Tamsin", "met", "John Smith")
    sued = record("Petra Tamsin", "sued", "John Smith")
    one, two = build_graph([met]), build_graph([met, sued])
    assert ("statement", "gained", "Petra Tamsin sued John Smith") in kinds(one, two)
    assert ("statement", "lost", "Petra Tamsin sued John Smith") in kinds(two, one)
    renamed = build_graph([met, sued], judgements=[Judgement("Oriel Tamsin", "Petra Tamsin", "same")])
    changed = [change for change in kinds(two, renamed) if change[0] == "statement"]
    assert {kind for _, kind, _ in changed} == {"changed"}


def test_two_statements_of_one_place_are_each_followed() -> None:
    """Such as a deed and the plan of it: an equal graph differs in nothing, a new one is gained alone."""
    met = record("Oriel Tamsin", "met", "John Smith")
    (deed,) = met.statements
    both = replace(met, statements=(deed, replace(deed, id="s2", modality="planned")))
    one, two = build_graph([met]), build_graph([both])
    assert kinds(two, two) == []
    assert [kind[:2] for kind in kinds(one, two)] == [("statement", "gained")]
    assert [kind[:2] for kind in kinds(two, one)] == [("statement", "lost")]
