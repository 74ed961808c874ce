"""Nouns for roles, the names they stand beside, and brackets with codes and labels instead of a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import ROLE_NOUNS

if TYPE_CHECKING:
    from .tree import Tree

BRACKET = 12
"""A bracket of codes or labels has fewer tokens than this."""


def is_role(tree: Tree, noun: int) -> bool:
    """Is it a common noun, or a role in capitals ("the Secretary of State")?"""
    if tree.pos[noun] == "NOUN":
        return not tree.is_named(noun) or tree.lemma[noun] in ROLE_NOUNS
    return tree.pos[noun] == "PROPN" and tree.lower[noun] in ROLE_NOUNS and tree.child(noun, "flat") is None


def is_role_beside(tree: Tree, role: int, name: int) -> bool:
    """Is it a role set beside a name? With an article almost anything beside a person is ("a Social Democrat")."""
    if tree.pos[name] != "PROPN":
        return False
    described = tree.label[name] == "PERSON" != tree.label[role] and tree.child(role, "det") is not None
    return described or is_role(tree, role)


def named_head(tree: Tree, head: int) -> int:
    """The name that stands in apposition to a common noun, else the noun itself."""
    for _ in range(3):  # "her husband, the poet Yusuf Nasser"
        if not is_role(tree, head):
            return head
        kid = next((kid for kid in tree.children(head, "appos") if _can_be_name(tree, head, kid)), None)
        if kid is None:
            return head
        head = kid
    return head


def _can_be_name(tree: Tree, role: int, kid: int, depth: int = 3) -> bool:
    if is_role(tree, kid):
        return depth > 0 and any(
            _can_be_name(tree, kid, below, depth - 1) for below in tree.children(kid, "appos")
        )
    plural = tree.tag[role] == "NNS" and tree.child(kid, "conj") is None
    return tree.pos[kid] == "PROPN" and tree.label[kid] in ("", "PERSON", "ORG", "GPE") and not plural


def is_labelled_bracket(tree: Tree, token: int) -> bool:
    """Does the token stand in a bracket with a colon: a code, a party, a seat ("(NYSE: F)", "(Lab: Leeds)")?"""
    for opening in range(token - 1, max(-1, token - BRACKET), -1):
        if tree.text[opening] in (")", "]"):
            return False
        if tree.text[opening] in ("(", "["):
            inside = range(opening + 1, min(opening + BRACKET, len(tree)))
            closing = next((t for t in inside if tree.text[t] in (")", "]")), opening)
            return closing > token and ":" in tree.text[opening:closing]
    return False
