"""Coordination of nouns: which words are one list, and which the parse has only hung on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .tree import Tree

_JOINING = frozenset(
    {"including", "excluding", "like", "than", "plus", "minus", "versus", "except", "instead", "rather"}
)
"""Prepositions that a member of a list may have for itself."""


def is_contrast(tree: Tree, conjunct: int) -> bool:
    """Does a "but" part it from the first of the joined words ("not to sell, but to keep and mend it")?"""
    members = (kid for kid in tree.children(tree.head[conjunct], "conj") if kid <= conjunct)
    return any(tree.lower[kid] in ("but", "yet") for member in members for kid in tree.children(member, "cc"))


def first_conjunct(tree: Tree, token: int) -> int:
    """The first of the joined words that a token is one of; the token itself where it is joined to none before it."""
    while tree.dep[token] == "conj" and tree.head[token] < token:
        token = tree.head[token]
    return token


def is_agent(tree: Tree, noun: int) -> bool:
    """ "Backed by Kelda and the union": does each of them do what a passive says?"""
    return tree.dep[first_conjunct(tree, noun)] == "obl:agent"


def coordinated(tree: Tree, head: int) -> list[int]:
    """The heads of a coordination, the first one included; parts of one name are not taken apart."""
    heads, queue = [head], [head]
    for token in queue:
        for kid in tree.kids[token]:
            if tree.dep[kid] == "conj" and not same_entity(tree, token, kid) and _is_member(tree, token, kid):
                heads.append(kid)
                queue.append(kid)
    return _of_one_level(tree, sorted(heads))


def same_entity(tree: Tree, token: int, other: int) -> bool:
    """Do two words belong to one name?"""
    return tree.entity[token] >= 0 and tree.entity[token] == tree.entity[other]


def _is_member(tree: Tree, first: int, kid: int) -> bool:
    """A noun behind the first; one with a preposition of its own ("of pride, and for Muslims") is no member beside a bare noun."""
    if kid < first:
        return False
    cases = tree.cases(kid)
    if cases and not tree.cases(first) and tree.lower[cases[0]] not in _JOINING:
        return False
    if tree.pos[kid] in ("VERB", "AUX"):
        return tree.tag[kid] == "VBG" and not tree.child(kid, "obj", "nsubj")
    return tree.child(kid, "cop", "nsubj") is None


def has_own_case(tree: Tree, first: int, conjunct: int) -> bool:
    """ "In favour of the plan but against the tax": has a joined noun another preposition than the first?"""
    own = tree.cases(conjunct)
    return (
        bool(own) and tree.lower[own[0]] not in _JOINING and tree.words(own) != tree.words(tree.cases(first))
    )


def _of_one_level(tree: Tree, heads: list[int]) -> list[int]:
    """ "Check their pulse, temperature and weight; robots, which ...": what a semicolon sets off belongs to a longer list."""
    for place, member in enumerate(heads[2:], 2):
        if _is_set_off(tree, member) and not _is_set_off(tree, heads[1]):
            return heads[:place]
    return heads


def _is_set_off(tree: Tree, member: int) -> bool:
    before = [kid for kid in tree.kids[member] if kid < member]
    return any(tree.text[kid] == ";" for kid in before) or tree.text[tree.left[member] - 1] == ";"
