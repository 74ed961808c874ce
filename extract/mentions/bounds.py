"""Where a name begins and ends: without articles, titles, possessive endings and what stands in an open bracket."""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.graph.knowledge import gazetteer

from ..english.name_words import BODIES, FIRM_TAILS, PARTY_ADJECTIVES
from ..english.semantic_classes import given_names, noun_type
from ..english.titles import HONOURS, bare, count_titles, is_title
from ..english.word_classes import word_class
from ..syntax.tree import Tree

_KEEPS_ARTICLE = frozenset({"WORK_OF_ART"})
_NO_ADJECTIVES = frozenset({"EVENT", "LAW", "ORG", "PERSON", "PRODUCT"})
"""Labels of names that do not begin with a small adjective, as those of regions do ("northern Kenya")."""
_COMPASS = frozenset(
    "central eastern northeastern northern northwestern south-eastern southeastern southern southwestern western".split()
)
"""Adjectives for a part of a place, which is no name of its own where the place's kind is told ("eastern Jutland province")."""
_BODIES_CALLED = frozenset({"company", "firm", "party", "union"})
"""Nouns that a body's name may follow without being part of it."""
_PARTS = frozenset({"city", "county", "district", "governorate", "prefecture", "province", "region", "state"})
_SCORE = 2
"""Digits of a score."""
_DASHES = frozenset("-–—")


def places_in(tree: Tree, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
    """A name, or the places that one with commas or "in" lists from small to large, or a country and what it has."""
    if label in ("GPE", "LOC"):
        for token in range(start + 1, end - 1):
            is_comma = tree.text[token] == "," and "." not in tree.text[token + 1]
            if is_comma or (tree.lower[token] == "in" and tree.text[token + 1][0].isupper()):
                yield start, token, label
                start = token + 1
    for token in range(start + 1, end - 1):
        if tree.lower[token] in ("'s", "’s") and _owns_place(tree, start, token, label):
            yield start, token, "GPE"
            start = token + 1
    yield start, end, label


def _owns_place(tree: Tree, start: int, end: int, label: str) -> bool:
    """Is it a country, or any place before another one ("Uttar Pradesh's Ghaziabad")?"""
    name = " ".join(word for word in tree.text[start:end] if word.lower() != "the" and word not in _COMPASS)
    is_country = any(place.rank == "country" for place in gazetteer.candidates(name))
    return is_country or (label in ("GPE", "LOC") and gazetteer.is_on_the_map(name))


def bounds(tree: Tree, start: int, end: int, label: str) -> tuple[int, int, str]:
    """The name without what stands beside it, and its label, which a party before a full name settles."""
    while start < end - 1 and _is_loose_start(tree, start, label):
        start += 1
    while end - 1 > start and _is_loose_end(tree, end - 1, label):
        end -= 1
    if end - start > 1 and label in ("ORG", "GPE", "PERSON", "LOC") and _is_in_result(tree, end - 1):
        end -= 1
    if "(" in tree.text[start + 1 : end] and ")" not in tree.text[start:end]:
        end = tree.text.index("(", start + 1)
    if label in ("GPE", "LOC") and tree.text[start] in _COMPASS and tree.text[end - 1] in _PARTS:
        start += 1
    if (
        label in ("GPE", "ORG")
        and tree.text[end - 1] == "state"
        and end - start > 1
        and is_title("".join(tree.text[end : end + 1]))
    ):
        end, label = end - 1, "GPE"
    if end - start > 2 and tree.lower[start] in PARTY_ADJECTIVES and _is_full_name(tree, start + 1, end):
        start, label = start + 1, "PERSON"
    if label == "PERSON":
        start += count_titles(tree.text[start:end])
        while end - start > 2 and bare(tree.text[end - 1]) in HONOURS and tree.text[end - 1].isupper():
            end -= 1
    return start, end, label


def _is_full_name(tree: Tree, start: int, end: int) -> bool:
    """Does it begin with a first name, and not end as a firm or a newspaper does ("Independent Charlotte Courier")?"""
    last = tree.lower[end - 1]
    return tree.lower[start] in given_names() and last not in FIRM_TAILS | BODIES | word_class("news_words")


def _is_in_result(tree: Tree, number: int) -> bool:
    """Is it what one side scored in a line with the result of a match ("LUND 3, VIK 1")?"""
    behind = tree.text[number + 1 : number + 5]
    is_score = tree.text[number].isdecimal() and len(tree.text[number]) <= _SCORE
    goes_on = len(behind) > 2 and behind[0] == "," and behind[1][0].isupper()
    return is_score and goes_on and any(word.isdecimal() for word in behind[2:])


def _is_loose_end(tree: Tree, token: int, label: str) -> bool:
    """A possessive ending, dash, comma or blank behind a name."""
    if tree.lower[token] in ("'s", "’s", "'", "’"):
        return not _is_firm_in_s(tree, token, label)
    return tree.pos[token] == "SPACE" or tree.text[token] == "," or tree.text[token] in _DASHES


def _is_firm_in_s(tree: Tree, token: int, label: str) -> bool:
    """Does the 's end a firm's name, which owns nothing there?"""
    owner = tree.head[token]
    return label == "ORG" and tree.dep[token] == "case" and tree.dep[owner] not in ("nmod:poss", "compound")


def _is_loose_start(tree: Tree, token: int, label: str) -> bool:
    """An article, possessive, adjective or blank before a name; a capital inside a sentence makes the article part of the name."""
    if tree.pos[token] in ("SPACE", "PUNCT") and tree.text[token] not in "“‘\"'":
        return True
    if tree.text[token].islower() and tree.text[token].isalpha() and tree.text[token + 1][0].isupper():
        if label == "ORG" and tree.text[token] in _BODIES_CALLED:
            return True
        if tree.pos[token] == "ADJ" and label in _NO_ADJECTIVES:
            return True
        if tree.pos[token] == "NOUN" and label in ("PRODUCT", "WORK_OF_ART"):
            return noun_type(tree.lemma[token]) == "PRODUCT"
    if tree.lower[token] not in ("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my"):
        return False
    opens = (
        token == 0
        or tree.sentence[token] != tree.sentence[token - 1]
        or tree.pos[token - 1] in ("PUNCT", "SPACE")
    )
    return label not in _KEEPS_ARTICLE and (tree.text[token].islower() or opens)
