"""Possessors that the first of joined nouns has for all: "the suspect's name, age and address"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .rules import Rule, RuleTable

if TYPE_CHECKING:
    from .tree import Tree

_OWN = frozenset({"cc", "punct", "conj"})


def shared_possessor(tree: Tree, noun: int) -> tuple[int, ...]:
    """The words of the possessor of a joined noun that has none of its own; none where no rule knows."""
    for rule in POSSESSORS.active():
        found: tuple[int, ...] = rule.apply(tree, noun)
        if found:
            rule.fire(noun, " ".join(tree.text[token] for token in found))
            return found
    return ()


def _of_bare_conjunct(tree: Tree, noun: int) -> tuple[int, ...]:
    """A conjunct that is nothing but a noun shares what stands before the first."""
    if tree.dep[noun] != "conj" or any(tree.dep[kid] not in _OWN for kid in tree.kids[noun]):
        return ()
    first = tree.head[noun]
    while tree.dep[first] == "conj" and tree.head[first] < first:
        first = tree.head[first]
    owner = tree.child(first, "nmod:poss")
    common = tree.pos[first] == tree.pos[noun] == "NOUN" and not tree.is_named(noun)
    if owner is None or owner > first or not common or not first < noun:
        return ()
    return tuple(range(tree.left[owner], tree.right[owner] + 1))


POSSESSORS: RuleTable[Rule] = RuleTable(
    "phrases", Rule("shared-possessor", _of_bare_conjunct, "UD: nmod:poss, conj")
)
"""Asked of joined nouns."""
