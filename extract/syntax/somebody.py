"""Whether a noun is somebody who can do something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from ..english.semantic_classes import noun_type

if TYPE_CHECKING:
    from .tree import Tree

SOMEBODY = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""Labels of names that can do something."""


class ParsedWords(Protocol):
    """The words of a tree, or of a parse that is still corrected."""

    @property
    def label(self) -> Sequence[str]:
        """Label of the name that each word is in, "" outside names."""

    @property
    def pos(self) -> Sequence[str]:
        """Universal part of speech of each word."""

    @property
    def lemma(self) -> Sequence[str]:
        """Lemma of each word."""


def is_somebody(words: ParsedWords, noun: int) -> bool:
    """Can the noun do something: a person, a body, a pronoun for one?"""
    if words.label[noun]:
        return words.label[noun] in SOMEBODY
    return words.pos[noun] == "PRON" or noun_type(words.lemma[noun]) in ("PERSON", "ORG")


def takes_somebody(tree: Tree, verb: int) -> bool:
    """Is the object somebody, who did what stands behind "for" ("thanked her for saving")?"""
    item = tree.child(verb, "obj", "iobj")
    return item is not None and (
        tree.label[item] in SOMEBODY
        or tree.pos[item] == "PRON"
        or (noun_type(tree.lemma[item]) == "PERSON" and not tree.label[item])
    )
