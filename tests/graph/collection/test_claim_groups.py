"""Groups are those of the plain definition, however few pairs are compared for them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import pytest

from newsgraph.graph.collection.background import Background
from newsgraph.graph.collection.claim_groups import MEMBERS, claim_groups
from newsgraph.graph.collection.claims import Likeness, background_of, likenesses, signatures_of
from newsgraph.graph.collection.matching import THRESHOLD, compare
from newsgraph.graph.collection.signatures import Signature
from newsgraph.graph.collection.union import Sets
from tests.graph.collection.articles import Said, article, graph_of

PEOPLE = ("Ona Reyes", "Tarek Vold")
THINGS = ("the bridge", "the old bridge", "two bridges", "three bridges", "the harbour")
DEEDS = (("opened", "open.01"), ("shut", "shut.01"), ("closed", "close.01"))
TIMES = ("", " on Monday", " on Tuesday")


def plainly(
    signatures: Iterable[Signature], pairs: Iterable[Likeness], background: Background
) -> Sequence[tuple[str, ...]]:
    """Join pairs one after the other where no member contradicts another and most are alike."""
    known = {signature.id: signature for signature in signatures}
    sets, members = Sets(), {id: [id] for id in known}
    for pair in pairs:
        first, second = sets.root(pair.left), sets.root(pair.right)
        if pair.contradiction or first == second:
            continue
        left, right = members[first], members[second]
        found = [compare(known[a], known[b], background) for a in left[:MEMBERS] for b in right[:MEMBERS]]
        apart = any(one.contradiction not in (None, "predicate") for one in found)
        alike = sum(one.score >= THRESHOLD for one in found)
        if len(found) == 1 or (not apart and alike * 2 >= len(found)):
            members[sets.join(first, second)] = sorted([*left, *right])
    return [group for group in sets.groups() if len(group) > 1]


@pytest.mark.parametrize("seed", [0, 11, 13, 22, 81, 92])
def test_groups_are_those_of_the_plain_definition(seed: int) -> None:
    """Of statements by few people about few things; in most of these, groups that did not agree do so when they have grown."""
    chance = random.Random(seed)
    records = []
    for number in range(60):
        told = []
        for _ in range(3):
            who, what = chance.choice(PEOPLE), chance.choice(THINGS)
            (verb, roleset), when = chance.choice(DEEDS), chance.choice(TIMES)
            day = f"{when[4:]}=2026-03-0{2 + TIMES.index(when)}" if when else None
            sentence = f"{who} {verb} {what} in Halsund{when}."
            told.append((sentence, Said(who, verb, what, roleset=roleset, time=day)))
        records.append(article(f"a{number:02}", *told, date=f"2026-03-{chance.randint(1, 28):02}"))
    graph = graph_of(*records)
    signatures = signatures_of(graph)
    background = background_of(graph, signatures)
    pairs = likenesses(signatures, background)
    groups = claim_groups(signatures, pairs, background)
    assert list(groups) == plainly(signatures, pairs, background)
