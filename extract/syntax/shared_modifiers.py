"""What stands behind the last of joined nouns and belongs to each of them: "the taste and smell of coffee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .conjuncts import coordinated, first_conjunct
from .rules import Rule, RuleTable, first_words

if TYPE_CHECKING:
    from .tree import Tree

_LONGEST = 20
"""A modifier of more words than this is left with the first noun."""
_LOOSE = frozenset({"with", "without", "including", "excluding", "except", "like"})
"""Prepositions of what goes with a thing and is no part of its name."""
_BEFORE = frozenset({"cc", "punct", "det", "amod", "compound", "nummod", "advmod", "nmod:poss"})


def shared_modifier(tree: Tree, noun: int) -> tuple[int, ...]:
    """The words behind the last of joined nouns that belong to this one too; none where no rule knows."""
    return first_words(SHARED, tree, noun)


def _behind_the_last(tree: Tree, noun: int) -> tuple[int, ...]:
    """ "Praised the taste and smell of coffee": in Universal Dependencies what is shared hangs on the first noun."""
    if tree.dep[noun] != "conj" or tree.pos[noun] != "NOUN" or tree.is_named(noun):
        return ()
    if any(tree.dep[kid] not in _BEFORE for kid in tree.kids[noun]):
        return ()
    first = first_conjunct(tree, noun)
    last = coordinated(tree, first)[-1]
    for kid in tree.children(first, "nmod", "acl"):
        if tree.words(tree.cases(kid)) in _LOOSE:
            continue
        close = tree.left[kid] == last + 1 and tree.pos[last + 1] != "PUNCT"
        if close and tree.right[kid] - tree.left[kid] < _LONGEST:
            return tuple(range(tree.left[kid], tree.right[kid] + 1))
    return ()


SHARED: RuleTable[Rule] = RuleTable(
    "phrases", Rule("shared-modifier", _behind_the_last, "UD: conj, shared dependents")
)
"""Asked of every noun that heads a phrase."""
