"""Possessors that stand elsewhere: "the suspect's name, age and address", "Karl Moss, whose firm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.word_classes import word_class
from .conjuncts import first_conjunct
from .rules import Rule, RuleTable, first_words
from .tree import ancestors

if TYPE_CHECKING:
    from .tree import Tree

_BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc"})
_LONGEST = 7
"""A possessor of more words than this is left out."""
_OWN = frozenset({"cc", "punct", "conj"})


def shared_possessor(tree: Tree, noun: int) -> tuple[int, ...]:
    """The words of the possessor of a joined noun that has none of its own; none where no rule knows."""
    return first_words(POSSESSORS, tree, noun)


def _of_bare_conjunct(tree: Tree, noun: int) -> tuple[int, ...]:
    """A conjunct that is nothing but a noun shares what stands before the first."""
    if tree.dep[noun] != "conj" or any(tree.dep[kid] not in _OWN for kid in tree.kids[noun]):
        return ()
    first = first_conjunct(tree, tree.head[noun])
    owner = tree.child(first, "nmod:poss")
    common = tree.pos[first] == tree.pos[noun] == "NOUN" and not tree.is_named(noun)
    if owner is None or owner > first or not common or not first < noun:
        return ()
    return tuple(range(tree.left[owner], tree.right[owner] + 1))


def _whose(tree: Tree, noun: int) -> tuple[int, ...]:
    """ "Karl Moss, whose firm built the bridge": the firm is that of Moss, who stands before it."""
    owners = tree.children(noun, "nmod:poss")
    owners += [kid for owner in owners for kid in tree.children(owner, "nmod:poss")]  # "whose family's firm"
    owner = next((kid for kid in owners if tree.lower[kid] == "whose"), None)
    if owner is None:
        return ()
    clause = next((token for token in ancestors(tree, noun) if tree.dep[token] == "acl:relcl"), None)
    if clause is None:
        return ()
    holder, end = tree.head[clause], tree.left[clause]
    if tree.dep[holder] == "appos" and tree.pos[tree.head[holder]] == "PROPN":  # "Moss, the owner whose firm"
        holder, end = tree.head[holder], owner
    before = [kid for kid in tree.kids[holder] if kid < holder and tree.dep[kid] in _BEFORE]
    first = min((tree.left[kid] for kid in before), default=holder)
    named = tree.is_named(holder)
    behind = (t for t in range(holder, end) if not named or tree.entity[t] == tree.entity[holder])
    found = tuple(t for t in (*range(first, holder), *behind) if tree.pos[t] != "PUNCT")
    return (*found, owner) if holder < owner and len(found) < _LONGEST else ()


def is_style(tree: Tree, noun: int) -> bool:
    """Is it a form of address behind "His", "Her" or "Your" ("His Highness")?"""
    own = tree.child(noun, "nmod:poss")
    return (
        own is not None
        and tree.tag[own] == "PRP$"
        and tree.text[noun][:1].isupper()
        and tree.lower[noun] in word_class("styles")
    )


POSSESSORS: RuleTable[Rule] = RuleTable(
    "phrases",
    Rule("shared-possessor", _of_bare_conjunct, "UD: nmod:poss, conj"),
    Rule("possessor-of-whose", _whose, "UD: nmod:poss in acl:relcl"),
)
"""Asked of every noun that heads a phrase."""
