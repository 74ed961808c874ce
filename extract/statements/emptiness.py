"""Predicates that say nothing for want of an object: "the man shouting", "as she envisioned", "I hope that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import SPEAKING, THINKING
from ..english.word_classes import word_class

if TYPE_CHECKING:
    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree


def says_nothing(tree: Tree, clause: Clause, method: str, words: tuple[int, ...], *, alone: bool) -> bool:
    """Does a predicate without an object say nothing? ``alone`` tells that it has no circumstances either."""
    if (alone or tree.lemma[clause.head] == "say") and _is_bare(tree, clause.head, method):
        return True
    return (
        _lacks_object(tree, clause, words) or _lacks_content(tree, clause.head) or _is_stranded(tree, clause)
    )


def _is_bare(tree: Tree, head: int, method: str) -> bool:
    """ "The man shouting", "it is", "I remember that": no statement without an object or a circumstance."""
    lemma = tree.lemma[head]
    return (
        method in ("participle", "infinitive")
        or (lemma == "be" and method != "existential")
        or lemma in ("say", "tell", "add", *word_class("of_content"))
    )


def _lacks_content(tree: Tree, head: int) -> bool:
    """ "I hope that it ends, because it must", told of the hope alone: its content is a statement of its own."""
    return tree.lemma[head] in SPEAKING | THINKING and tree.child(head, "ccomp") is not None


def _is_stranded(tree: Tree, clause: Clause) -> bool:
    """ "The fear that I believe he is tapping into", "as Kelda reported": what it is about stands elsewhere."""
    head = clause.head
    behind = [kid for kid in tree.children(head, "obl") if tree.pos[kid] == "ADP" and not tree.kids[kid]]
    if behind and not clause.passive:
        return True
    told = tree.lemma[head] in word_class("stating") and not clause.passive
    return told and tree.dep[head] == "advcl" and tree.words(tree.marks(head)) == "as"


def _lacks_object(tree: Tree, clause: Clause, words: tuple[int, ...]) -> bool:
    """ "As she envisioned", "we found", "he personally wants": a verb that says nothing without its object, whatever surrounds it."""
    head = clause.head
    if clause.passive or tree.lemma[head] not in word_class("needing_objects"):
        return False
    if any(tree.lemma[link] in word_class("hard") for link in clause.links):  # "is hard to enforce"
        return False
    active = tree.tag[head] != "VBN" or tree.child(head, "aux") is not None
    inside = tree.child(head, "obj", "compound:prt")  # "takes place", "takes off"
    return active and inside not in words
