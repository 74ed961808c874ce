"""Roles that are set beside a name: "Anna Berg, an envoy", "Holt's son-in-law, Lars Lund"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.model.record import VALUE_LABELS

from ..coreference.appositions import is_no_person
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..factuality.modality import Factuality
from ..syntax.conjuncts import coordinated
from ..syntax.lists_of_people import holder_beside
from ..syntax.phrases import noun_phrase
from ..syntax.possessors import is_style
from ..syntax.roles import is_labelled_bracket, is_role, is_role_beside, named_head
from ..syntax.tree import climb
from .extraction import Extraction
from .holders import had_by, is_no_holder
from .roles import holders, role_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

_NAMES = frozenset({"PROPN", "PRON"})
"""What stands before one of those that the noun before it is about."""


def apposition_statements(tree: Tree, head: int) -> Iterator[Extraction]:
    """Roles set beside a name, whichever of the two comes first."""
    for kid in tree.children(head, "appos"):
        role, name = (kid, head) if is_role_beside(tree, kid, head) else (head, named_head(tree, kid))
        if (not is_role(tree, role) and role != kid) or is_labelled_bracket(tree, kid):
            continue
        if _is_of_another(tree, role, name) or is_style(tree, role) or is_no_holder(tree, role, name):
            continue
        if tree.dep[head] == "nmod:desc" and tree.label[kid] in (
            "GPE",
            "LOC",
        ):  # "MP Lucy Berger (Leeds East)"
            continue
        alone = tree.tag[role] == "NNS" and tree.child(name, "conj") is None
        single = tree.label[name] == "PERSON" and tree.dep[name] != "conj"
        if alone and (role == head or (single and name < role)):
            continue
        if role < name and tree.label[name] == "PERSON" and is_no_person(tree, role):
            continue  # "on Yapster, the platform, Ivo Dahl wrote"
        if role > name and tree.label[name] == "PERSON" and _is_thing(tree, role):
            continue  # "Lund of the Vardo Institute, a body that"
        if role == head and not word_class("picking_out").isdisjoint(
            tree.lower[t] for t in tree.children(kid, "advmod")
        ):
            continue  # "the banks, particularly Kelda"
        if role == head and tree.lemma[role] in word_class("groups"):  # "the couple, Ada and Lars"
            continue
        if (tree.pos[name] not in _NAMES and not tree.is_named(name)) or _is_value(tree, name):
            continue
        if tree.pos[name] == "PRON" and tree.tag[name] != "PRP":  # "an association, nothing more"
            continue
        for item in coordinated(tree, role) if role == kid else [role]:
            method = "possessive" if tree.child(item, "nmod:poss") else "apposition"
            for one in holders(tree, name, item):
                holder = noun_phrase(tree, one, titles=False)
                yield from role_statements(tree, holder, item, Factuality(), method, owner=had_by(tree, item))


def _is_thing(tree: Tree, role: int) -> bool:
    """Is it a noun for a body, a place or a thing?"""
    return noun_type(tree.lemma[role]) not in ("", "PERSON")


def _is_of_another(tree: Tree, role: int, name: int) -> bool:
    """Does a role stand beside somebody else's name, as where the next of a list hangs on it or is passed over?"""
    holder = holder_beside(tree, role) if tree.label[name] == "PERSON" else None
    if holder is None or tree.entity[holder] == tree.entity[name]:
        return False
    holder = climb(tree, holder, ("flat",))
    if tree.tag[role] == "NNS" and tree.head[holder] == name:
        return False  # "Ada and Lars Lind, the parents"
    return role < name or tree.dep[holder] in ("appos", "conj", "list")


def _is_value(tree: Tree, token: int) -> bool:
    return tree.label[token] in VALUE_LABELS or tree.pos[token] in ("NUM", "SYM")
