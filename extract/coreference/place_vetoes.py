"""Vetoes of owners and places: whose a noun is, and what a country and a firm are not."""

from __future__ import annotations

from newsgraph.graph.knowledge import gazetteer

from ..english.name_words import PUBLIC_BODIES
from ..english.role_classes import FIRMS
from .candidates import Candidates

_OWNERS = frozenset({"GPE", "LOC", "ORG", "FAC", "PERSON", "NORP"})
"""Labels of what anything may belong to."""


def other_owner(draft: Candidates, root: int, mention: int) -> bool:
    """The same noun of another named place, body or person ("the senator from Texas", "the senator from Vermont").

    One without a name is nobody whom a name introduces for others, whatever these are ("a spokesman for Holm", "the council's
    spokesman, Ivo Lund").
    """
    own = _owners(draft, mention)
    if draft.mentions[mention].kind != "nominal" or not own:
        return False
    lemma = draft.profiles[mention].lemma
    alike = (i for i in draft.clusters.of(root).members if draft.profiles[i].lemma == lemma)
    theirs = [owners for i in alike if (owners := _owners(draft, i))]
    is_introduced = draft.clusters.of(mention).named and not draft.clusters.of(root).named
    return bool(theirs) and not any(
        _may_be_one(draft, own, owners, whatever=is_introduced) for owners in theirs
    )


def _owners(draft: Candidates, i: int) -> list[int]:
    """Whoever and whatever has a name that a noun is of."""
    kids = draft.tree.children(draft.mentions[i].head, "nmod", "nmod:poss", "compound")
    found = (draft.at[kid] for kid in kids if kid in draft.at)
    return [j for j in found if draft.mentions[j].kind == "name" and draft.mentions[j].label in _OWNERS]


def _may_be_one(draft: Candidates, some: list[int], others: list[int], *, whatever: bool) -> bool:
    """Is one of each the same thing, or, but for ``whatever``, none of one kind ("the mayor of Oslo", "the council's mayor")?"""
    pairs = [(i, j) for i in some for j in others]
    alike = [(i, j) for i, j in pairs if whatever or draft.mentions[i].label == draft.mentions[j].label]
    return not alike or any(draft.clusters.same(i, j) for i, j in alike)


def country_and_town(draft: Candidates, root: int, mention: int) -> bool:
    """ "The country" is no town and no state of the United States that was named."""
    if draft.profiles[mention].place != "country" or draft.mentions[mention].kind != "nominal":
        return False
    named = [draft.mentions[i] for i in draft.clusters.of(root).members if draft.mentions[i].label == "GPE"]
    forms = {" ".join(draft.tree.lower[name.start : name.end]) for name in named if name.kind == "name"}
    places = [place for form in forms for place in gazetteer.candidates(form)]
    return bool(places) and all(_is_no_country(place) for place in places)


def firm_and_office(draft: Candidates, root: int, mention: int) -> bool:
    """ "The company" is no court and no ministry that was named, unless the text calls it one."""
    if draft.mentions[mention].kind != "nominal" or draft.profiles[mention].lemma not in FIRMS:
        return False
    cluster, tree = draft.clusters.of(root), draft.tree
    named = (draft.mentions[i] for i in cluster.members if draft.mentions[i].kind == "name")
    is_office = any(tree.lower[name.head] in PUBLIC_BODIES for name in named)
    return is_office and cluster.nouns.isdisjoint(FIRMS)


def _is_no_country(place: gazetteer.Place) -> bool:
    return place.rank.isdigit() or (place.rank == "part" and place.country == "US")
