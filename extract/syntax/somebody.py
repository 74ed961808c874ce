"""Whether a noun is somebody who can do something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.semantic_classes import noun_type

if TYPE_CHECKING:
    from .tree import Tree

SOMEBODY = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""Labels of names that can do something."""


def is_somebody(tree: Tree, noun: int) -> bool:
    """Can the noun do something: a person, a body, a pronoun for one?"""
    if tree.label[noun]:
        return tree.label[noun] in SOMEBODY
    return tree.pos[noun] == "PRON" or noun_type(tree.lemma[noun]) in ("PERSON", "ORG")


def takes_somebody(tree: Tree, verb: int) -> bool:
    """Is the object somebody, who did what stands behind "for" ("thanked her for saving")?"""
    item = tree.child(verb, "obj", "iobj")
    return item is not None and (
        tree.label[item] in SOMEBODY
        or tree.pos[item] == "PRON"
        or (noun_type(tree.lemma[item]) == "PERSON" and not tree.label[item])
    )
