"""Relations inside noun phrases: names that a preposition, a possessive, a hyphen or a bracket sets beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.knowledge.gazetteer import candidates

from ..english.parties import place_of_party
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..factuality.signs import Factuality
from ..syntax.phrases import Phrase, conjunct_phrases, noun_phrase
from ..syntax.roles import named_head
from .adjuncts import is_time
from .extraction import Extraction
from .titles import titles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

METHOD = "phrase"
"""The method of statements made here."""

RULES = frozenset(
    {
        "name-with-preposition",
        "owner-of-name",
        "place-in-place",
        "place-of-participle",
        "constituency",
        "age-of-name",
    }
)
"""The rules of this module, by name."""

JOINING = {
    "PERSON": frozenset({"of", "from", "at", "with"}),
    "ORG": frozenset({"in", "at", "of", "near"}),
    "FAC": frozenset({"in", "at", "of", "near", "on"}),
}
"""Prepositions that join a name of a kind to another for good, not for the deed of the sentence."""
OWNED = frozenset({"PERSON", "PRODUCT", "WORK_OF_ART", "FAC"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OWNERS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", ""})
_AGES = range(1, 120)


def name_with_preposition(tree: Tree, name: int) -> Iterator[Extraction]:
    """ "Nina Vale of the ARC", "Tess Moana from Otaki", "the Tunga School at Danso"."""
    if not tree.is_named(name) or tree.label[name] not in JOINING or _is_inside(tree, name):
        return
    if titles_of(tree, name) and tree.child(name, "nmod:desc") is not None:
        joining = JOINING[tree.label[name]] - {"of"}  # the title's own
    else:
        joining = JOINING[tree.label[name]]
    for kid in tree.children(name, "nmod"):
        case = tree.cases(kid)
        if kid < name or tree.words(case) not in joining or not _may_be_joined(tree, name, kid):
            continue
        for item in conjunct_phrases(tree, kid):
            if _is_proper(tree, item.head):
                yield _statement(tree, _holder(tree, name), case, tree.lower[case[-1]], item)


def _may_be_joined(tree: Tree, name: int, other: int) -> bool:
    """A person is of a body or a place; a place is where something lies."""
    other = named_head(tree, other)
    if is_time(tree, other) or not _is_proper(tree, other):
        return False
    if tree.label[name] == "PERSON":
        return tree.label[other] in ("ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "")
    return tree.label[other] in _PLACES


def _is_proper(tree: Tree, token: int) -> bool:
    capitals = len(tree.text[token]) > 1 and tree.text[token].isupper()
    return tree.is_named(token) or tree.tag[token] in ("NNP", "NNPS") or capitals


def _is_inside(tree: Tree, token: int) -> bool:
    """Is it a later word of a name?"""
    head = tree.head[token]
    return head != token and tree.entity[head] == tree.entity[token] and tree.entity[token] >= 0


def _holder(tree: Tree, name: int) -> Phrase:
    phrase = noun_phrase(tree, name, titles=False)
    own = tuple(t for t in phrase.tokens if tree.entity[t] == tree.entity[name])
    return Phrase(own or phrase.tokens, name)


def owner_of_name(tree: Tree, name: int) -> Iterator[Extraction]:
    """ "The HRB's Chetan Rao", "the union's Erik Dahl": a name that a body or a place has."""
    owner = tree.child(name, "nmod:poss")
    if owner is None or not tree.is_named(name) or tree.label[name] not in OWNED or titles_of(tree, name):
        return
    mark = next((kid for kid in tree.kids[owner] if tree.tag[kid] == "POS"), None)
    own = tree.entity[owner] == tree.entity[name] >= 0
    known = _is_proper(tree, owner) or noun_type(tree.lemma[owner]) == "ORG"
    if mark is None or own or not known or tree.label[owner] not in _OWNERS:
        return
    for item in conjunct_phrases(tree, owner):
        yield _statement(tree, _holder(tree, name), (mark,), "of", item)


def place_in_place(tree: Tree, name: int) -> Iterator[Extraction]:
    """ "Misrata, Libya", "Port Augusta in South Australia": where a town lies, if the gazetteer does not know better."""
    if tree.label[name] not in ("GPE", "LOC") or _is_inside(tree, name):
        return
    for kid in tree.children(name, "nmod", "appos"):
        case = tree.cases(kid)
        mark = case if tree.words(case) == "in" else _comma(tree, kid) if not case else ()
        if kid > name and mark and tree.label[kid] == "GPE" and _lies_in(_name(tree, name), _name(tree, kid)):
            item = Phrase(noun_phrase(tree, kid, titles=False).tokens, kid)
            yield _statement(tree, _holder(tree, name), mark, "in", item)


def _comma(tree: Tree, kid: int) -> tuple[int, ...]:
    first = tree.left[kid]
    return next(((mark,) for mark in (first, first - 1) if mark >= 0 and tree.text[mark] == ","), ())


def _name(tree: Tree, head: int) -> str:
    return " ".join(tree.text[t] for t in range(len(tree)) if tree.entity[t] == tree.entity[head] >= 0)


def _lies_in(town: str, region: str) -> bool:
    """Is the region a country or a part of one, and the town in it or known to nobody?"""
    regions = {
        (place.country, place.rank) for place in candidates(region) if place.rank in ("country", "part")
    }
    towns = candidates(town)
    if not regions or any(place.rank == "country" for place in towns):
        return False
    return not towns or bool({place.country for place in towns} & {country for country, _ in regions})


def place_of_participle(tree: Tree, participle: int) -> Iterator[Extraction]:
    """ "The Lima-based Port Institute", "Bergen-born author Eva Holm"."""
    if tree.dep[participle] != "amod" or tree.lemma[participle] not in word_class("settled_participles"):
        return
    for kid in tree.kids[participle]:
        hyphen = kid + 1 < participle and tree.tag[kid + 1] == "HYPH"
        if hyphen and tree.label[kid] in (*_PLACES, "ORG"):
            item = noun_phrase(tree, tree.head[participle], titles=False)
            rest = tuple(t for t in item.tokens if not tree.left[participle] <= t <= participle)
            if item.head in rest:
                place = Phrase(noun_phrase(tree, kid).tokens, kid)
                yield _statement(tree, Phrase(rest, item.head), (participle,), tree.lemma[participle], place)


def constituency(tree: Tree, name: int) -> Iterator[Extraction]:
    """ "Labour MP Lucy Berger (Leeds East)", "Senator Ron Hale, D-Ohio": whom somebody represents."""
    if tree.label[name] != "PERSON" or _is_inside(tree, name):
        return
    role = next((t for t in titles_of(tree, name) if tree.lower[t] in word_class("representing")), None)
    place = None if role is None else _seat(tree, name)
    if role is not None and place is not None:
        seat = tuple(
            t for t in range(place, place + 8) if t < len(tree) and tree.entity[t] == tree.entity[place]
        )
        yield _statement(tree, _holder(tree, name), (role,), tree.lemma[role], Phrase(seat, place))


def _seat(tree: Tree, name: int) -> int | None:
    end = name
    while end + 1 < len(tree) and tree.entity[end + 1] == tree.entity[name] >= 0:
        end += 1
    opening = end + 1
    place = place_of_party(tree.text, opening)
    if place is None and tree.text[opening : opening + 1] == ["("]:
        place = opening + 1
    told = place is not None and place < len(tree) and tree.label[place] in ("GPE", "LOC")
    return place if told else None


def age_of_name(tree: Tree, name: int) -> Iterator[Extraction]:
    """ "Jane Moss, 54, ...", "Jane Moss, aged 54", "the 54-year-old sailor Lars Holm": how old somebody is."""
    if tree.label[name] != "PERSON" or _is_inside(tree, name):
        return
    for noun in (name, tree.head[name], *tree.children(name, "nmod:desc", "appos")):
        beside = noun == name or tree.dep[name] == "appos" or tree.head[noun] == name
        old = next((kid for kid in tree.children(noun, "amod") if tree.lower[kid] == "old"), None)
        number = None if old is None or not beside else _years(tree, old)
        if old is not None and number is not None:
            yield _statement(tree, _holder(tree, name), (old,), "aged", Phrase((number,), number))
            return
    end = name
    while end + 1 < len(tree) and tree.entity[end + 1] == tree.entity[name] >= 0:
        end += 1
    mark = end + 1
    if mark + 1 >= len(tree) or tree.text[mark] not in (",", "("):
        return
    number = mark + 1
    words: tuple[int, ...] = (mark,)
    if tree.lower[number] in ("aged", "age") and number + 1 < len(tree):
        words, number = (number,), number + 1
    closing = number + 1 >= len(tree) or tree.text[number + 1] in (",", ".", ")", ";")
    text = tree.text[number]
    if closing and text.isdecimal() and len(text) < 4 and int(text) in _AGES:
        yield _statement(tree, _holder(tree, name), words, "aged", Phrase((number,), number))


def _years(tree: Tree, old: int) -> int | None:
    """The number of "54-year-old"."""
    year = next((kid for kid in tree.kids[old] if tree.lemma[kid] == "year"), None)
    return None if year is None else tree.child(year, "nummod")


def _statement(tree: Tree, holder: Phrase, words: tuple[int, ...], lemma: str, item: Phrase) -> Extraction:
    plain = Factuality()
    return Extraction(
        holder.tokens, holder.head, words, lemma, item.tokens, item.head, (), plain.polarity, plain.modality, None,
        tree.sentence[holder.head], METHOD,
    )  # fmt: skip
