"""Restrictive clauses: those without which their noun says nothing ("those who oppose it", "the first woman to lead it").

Other relative clauses become statements of their own and only make a phrase longer. After Huddleston and Pullum (2002),
"The Cambridge Grammar of the English Language", chapter 12, on integrated relatives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.word_classes import word_class
from .rules import Rule, RuleTable

if TYPE_CHECKING:
    from .tree import Tree

LONGEST = 24
"""A clause of more words than this is left out of the phrase of its noun."""

_CLAUSES = frozenset({"acl:relcl", "acl"})
_APART = frozenset({",", "-", "–", "—", "(", ";", ":"})
"""What sets a clause off as an afterthought."""
_ONLY = frozenset({"first", "last", "only", "same"})


def is_restrictive(tree: Tree, noun: int, clause: int) -> bool:
    """Does the noun need the clause that hangs on it?"""
    if tree.dep[clause] not in _CLAUSES or clause < noun or tree.right[clause] - tree.left[clause] > LONGEST:
        return False
    if tree.text[tree.left[clause] - 1] in _APART or tree.text[tree.left[clause]] in _APART:
        return False
    for rule in RESTRICTIVE.active():
        if rule.apply(tree, noun, clause):
            rule.fire(noun, tree.text[clause])
            return True
    return False


def is_open_head(tree: Tree, noun: int) -> bool:
    """Does the word stand for nobody that the text has in mind, but for all of whom a clause is true?"""
    plain = not any(tree.dep[kid] in ("det", "nummod", "amod", "nmod:poss") for kid in tree.kids[noun])
    return plain and tree.lower[noun] in word_class("open_heads")


def _predicate(tree: Tree, noun: int, clause: int) -> bool:
    """ "A democracy is a state in which the people rule"."""
    common = tree.pos[noun] == "NOUN" and not tree.is_named(noun)
    return common and tree.dep[clause] == "acl:relcl" and tree.child(noun, "cop") is not None


def _existential(tree: Tree, noun: int, clause: int) -> bool:
    """ "There is no law requiring candidates to publish their taxes"."""
    expletive = tree.child(tree.head[noun], "expl")
    return tree.dep[noun] == "nsubj" and expletive is not None and tree.lower[expletive] == "there"


def _open(tree: Tree, noun: int, clause: int) -> bool:
    """ "Those who oppose it", "anyone hurt in the fire", "the people who live there"."""
    return tree.lower[noun] in word_class("open_heads")


def _bare(tree: Tree, noun: int, clause: int) -> bool:
    """ "Cited the impact that the strike would have", "raised the possibility of moving": an abstract noun with no more than an article."""
    own = (tree.dep[kid] for kid in tree.kids[noun] if kid != clause)
    content = any(tree.lower[mark] == "that" for mark in tree.marks(clause))  # told as a statement of its own
    bare = all(dep in ("det", "punct", "case") for dep in own) and tree.dep[noun] == "obj"
    return bare and not content and tree.lemma[noun] in word_class("abstract_nouns")


def _ranked(tree: Tree, noun: int, clause: int) -> bool:
    """ "The first novel to win the prize", "the worst storm that the town has seen"."""
    return is_ranked(tree, noun) and tree.pos[noun] == "NOUN"


def is_ranked(tree: Tree, noun: int) -> bool:
    """Is it said to be the first, last, only or greatest?"""
    return any(
        tree.tag[kid] == "JJS" or tree.lower[kid] in _ONLY for kid in tree.children(noun, "amod", "advmod")
    )


RESTRICTIVE: RuleTable[Rule] = RuleTable(
    "phrases",
    Rule("clause-of-predicate", _predicate, "UD: acl:relcl of a nominal predicate"),
    Rule("clause-of-existential", _existential, "UD: expl, acl"),
    Rule("clause-of-open-head", _open, "UD: acl of a pronoun or general noun"),
    Rule("clause-of-bare-noun", _bare, "UD: acl of an abstract noun without modifiers"),
    Rule("clause-of-ranked-noun", _ranked, "UD: acl beside a superlative"),
)
"""Asked of the clauses that hang on a noun."""
