"""Whose a role is by the words around it: "Kremlin spokesman", but "a Cuban singer", "a Jewish president", "has two sons, A and B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import KINSHIP, RANKS, ROLE_NOUNS
from ..english.word_classes import word_class

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_BODIES = frozenset({"ORG", "GPE", "LOC", "FAC"})
_NAMES = frozenset({"ORG", "GPE", "NORP", "LOC", "PERSON", "FAC"})


def holds(tree: Tree, role: int, kid: int) -> bool:
    """Is the modifier the one the role is held for or of ("Kremlin" in "Kremlin spokesman")?"""
    if tree.dep[kid] == "nmod:poss":
        return True
    if tree.dep[kid] not in ("compound", "amod", "nmod") or _says_what_kind(tree, role, kid):
        return False
    unlabelled = not tree.entities and tree.pos[kid] == "PROPN" and tree.lower[kid] not in RANKS
    return tree.label[kid] in _NAMES or unlabelled


def _says_what_kind(tree: Tree, role: int, kid: int) -> bool:
    """ "Republican", "Cuban", "Bergen" tell whose a nominee, a president, a mayor is, but not whose a singer or a plant."""
    lemma = tree.lemma[role]
    if tree.label[kid] == "NORP" and tree.pos[kid] == "ADJ":
        creed = tree.lower[kid] in word_class("creeds") or tree.tag[kid - 1] == "HYPH"
        return lemma not in word_class("running" if creed else "state_offices") | word_class("running")
    if lemma not in word_class("parts_of_firms"):
        return False
    of = any(tree.words(tree.cases(other)) == "of" for other in tree.children(role, "nmod"))
    return of or tree.label[kid] in ("GPE", "LOC")


def had_by(tree: Tree, relative: int) -> int | None:
    """ "Otto Krug has two sons, Ivo and Lars": whose they are, the verb tells."""
    verb = tree.head[relative]
    had = tree.dep[relative] == "obj" and tree.lemma[verb] == "have" and tree.lemma[relative] in KINSHIP
    return tree.child(verb, "nsubj") if had else None


def is_no_holder(tree: Tree, role: int, name: int) -> bool:
    """ "Between Norland and Tarvia, the president said": no body and no place has the office of a person."""
    return tree.label[name] in _BODIES and tree.lemma[role] in ROLE_NOUNS - word_class("held_for_bodies")
