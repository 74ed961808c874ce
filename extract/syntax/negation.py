"""Negation of single words: negators that hang on a verb, nouns that deny by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import NEGATIVE_NOMINALS, NEGATORS

if TYPE_CHECKING:
    from .tree import Tree


def is_negated(tree: Tree, token: int) -> bool:
    """Does a negator hang on this word? "Not only", "not until" and "not before" are none."""
    return any(
        tree.lower[kid] in NEGATORS
        and not (kid + 1 < len(tree) and tree.lower[kid + 1] in ("only", "until", "before"))
        for kid in tree.kids[token]
        if tree.dep[kid] in ("advmod", "cc", "det", "cc:preconj")
    ) or _no_longer(tree, token)


def _no_longer(tree: Tree, token: int) -> bool:
    return any(
        tree.lower[kid] in ("longer", "more") and kid and tree.lower[kid - 1] == "no"
        for kid in tree.children(token, "advmod")
    )


def is_negative_nominal(tree: Tree, noun: int) -> bool:
    """Does the noun deny what is said of it ("nobody", "no one", "neither side")?"""
    if tree.lower[noun] in NEGATIVE_NOMINALS:
        return True
    if tree.lower[noun] == "one" and noun and tree.lower[noun - 1] == "no":
        return True
    return any(tree.lower[kid] in ("no", "neither") for kid in tree.children(noun, "det", "cc:preconj"))
