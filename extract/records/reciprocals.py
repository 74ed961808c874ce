"""Each other: what two do to one another, each does to the other (UD: reciprocal pronouns)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.conjuncts import first_conjunct
from ..syntax.phrases import conjunct_phrases

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_RECIPROCAL = frozenset({"each other", "one another"})


def is_reciprocal(tree: Tree, head: int | None) -> bool:
    """Is it the first word, which heads it, of "each other" or "one another"?"""
    return head is not None and " ".join(tree.lower[head : head + 2]) in _RECIPROCAL


def other_subject(tree: Tree, subject: int) -> int | None:
    """The head of the other of two joined subjects; None where there are not two."""
    heads = [phrase.head for phrase in conjunct_phrases(tree, first_conjunct(tree, subject))]
    others = [head for head in heads if head != subject]
    return others[0] if len(heads) == 2 and len(others) == 1 else None
