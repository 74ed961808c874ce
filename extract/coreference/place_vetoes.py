"""Vetoes of owners and places: whose a noun is, and what a country and a firm are not."""

from __future__ import annotations

from newsgraph.graph.knowledge import gazetteer

from ..english.name_words import PARTY_WORDS, PUBLIC_BODIES
from ..english.role_classes import FIRMS
from .candidates import Candidates

_PARTIES = {
    "gop": "republican",
    "rnc": "republican",
    "dnc": "democratic",
    "democrat": "democratic",
    "tory": "conservative",
}
"""Other words for a party."""
_NO_PARTY = frozenset({"national", "party"})
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
    if _is_based(draft, mention) and not theirs and lemma in draft.clusters.of(root).nouns:
        return True  # "the Geneva-based group Lex" is no "London-based group"
    is_introduced = draft.clusters.of(mention).named and not draft.clusters.of(root).named
    return bool(theirs) and not any(
        _may_be_one(draft, own, owners, whatever=is_introduced) for owners in theirs
    )


def _is_based(draft: Candidates, i: int) -> bool:
    adjectives = draft.tree.children(draft.mentions[i].head, "amod")
    return any(draft.tree.lower[kid] == "based" for kid in adjectives)


def _owners(draft: Candidates, i: int) -> list[int]:
    """Whoever and whatever has a name that a noun is of, and the place where it is based."""
    tree, head = draft.tree, draft.mentions[i].head
    based = (kid for kid in tree.children(head, "amod") if tree.lower[kid] == "based")
    kids = [
        *tree.children(head, "nmod", "nmod:poss", "compound"),
        *(place for kid in based for place in tree.kids[kid]),
    ]
    found = (draft.at[kid] for kid in kids if kid in draft.at)
    return [j for j in found if draft.mentions[j].kind == "name" and draft.mentions[j].label in _OWNERS]


def _may_be_one(draft: Candidates, some: list[int], others: list[int], *, whatever: bool) -> bool:
    """Is one of each the same thing, or, but for ``whatever``, none of one kind ("the mayor of Oslo", "the council's mayor")?"""
    pairs = [(i, j) for i in some for j in others]
    alike = [(i, j) for i, j in pairs if whatever or draft.mentions[i].label == draft.mentions[j].label]
    return not alike or any(draft.clusters.same(i, j) for i, j in alike)


def other_people(draft: Candidates, root: int, mention: int) -> bool:
    """The same noun of another people or party ("the Turkish army", "the Syrian army"; "the Labour convention")."""
    own = _peoples(draft, mention)
    if draft.mentions[mention].kind != "nominal" or not own:
        return False
    lemma = draft.profiles[mention].lemma
    alike = (
        i for i in draft.clusters.of(root).members if lemma in (draft.profiles[i].lemma, *_words(draft, i))
    )
    theirs = [peoples for i in alike if (peoples := _peoples(draft, i))]
    return bool(theirs) and all(own.isdisjoint(peoples) for peoples in theirs)


def _peoples(draft: Candidates, i: int) -> set[str]:
    """The countries and parties whose adjectives stand in a name or before a noun."""
    tree, mention = draft.tree, draft.mentions[i]
    words = (
        range(mention.start, mention.end)
        if mention.kind == "name"
        else tree.children(mention.head, "amod", "compound")
    )
    forms = [tree.text[word] for word in words]
    peoples = {people for form in forms if form[0].isupper() and (people := gazetteer.nationality(form))}
    return peoples | {
        _PARTIES.get(form.lower(), form.lower()) for form in forms if form.lower() in PARTY_WORDS - _NO_PARTY
    }


def _words(draft: Candidates, i: int) -> tuple[str, ...]:
    return draft.names[i].words if i in draft.names else ()


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
