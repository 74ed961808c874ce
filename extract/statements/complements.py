"""What completes a predicate and is a clause: "accused of taking bribes", "made the banks pay", "hard to enforce"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.word_classes import word_class
from ..syntax.phrases import Phrase, clause_phrase, noun_phrase
from ..syntax.predicates import is_adjective_complement

if TYPE_CHECKING:
    from ..syntax.tree import Tree

QUESTION_TAGS = frozenset({"WP", "WDT", "WRB"})
LONGEST = 24
"""A clause of more words than this is left out of the phrase that it completes."""

_ABOUT = frozenset({"at", "about", "on", "into", "over", "of", "to", "upon"})
_BEFORE_GERUND = frozenset({"of", "from", "against", "about", "on", "in", "to", "with", "into", "at", "over"})
_FOR = frozenset({"know", "opt", "push", "vote", "call", "argue", "campaign"})
"""Verbs that "for" before a gerund completes, where it gives others a reason."""
_BARE = frozenset({"make", "let", "have", "leave", "keep"})


def prepositional_clause(tree: Tree, head: int) -> tuple[tuple[int, ...], Phrase | None]:
    """ "Looked at how the bank spends", "insisted on paying": what stands behind a preposition is what the deed is about."""
    for kid in tree.children(head, "advcl", "ccomp"):
        marks = tree.marks(kid)
        if not marks or marks[0] < head:
            continue
        if (len(marks) == 1 and (_asks(tree, kid, marks) or completes(tree, kid))) or _awaited(tree, kid):
            whole = clause_phrase(tree, kid)
            return marks[:1], Phrase(tuple(t for t in whole.tokens if t != marks[0]), kid)
    return (), None


def _asks(tree: Tree, clause: int, marks: tuple[int, ...]) -> bool:
    asked = any(tree.tag[t] in QUESTION_TAGS for t in tree.kids[clause] if t > marks[-1])
    return asked and tree.lower[marks[0]] in _ABOUT


def _awaited(tree: Tree, clause: int) -> bool:
    """ "Waited for the court to rule"."""
    return (
        tree.words(tree.marks(clause)) == "for to" and tree.child(clause, "nsubj", "nsubj:pass") is not None
    )


def completes(tree: Tree, gerund: int) -> bool:
    """Is it a gerund whose preposition its verb asks for ("accused of", "succeeded in", "known for")?"""
    marks = tree.words(tree.marks(gerund))
    if tree.tag[gerund] != "VBG" or tree.child(gerund, "nsubj", "nsubj:pass") is not None:
        return False
    if tree.marks(gerund)[:1] < (tree.head[gerund],):
        return False
    return marks in _BEFORE_GERUND or (marks == "for" and tree.lemma[tree.head[gerund]] in _FOR)


def object_clause(tree: Tree, head: int, item: int) -> Phrase | None:
    """ "Made the banks pay", "left many wondering", "approved Kelda opening a plant": the whole is what is brought about."""
    for kid in tree.children(head, "xcomp"):
        if kid < item or tree.right[kid] - tree.left[item] > LONGEST or tree.marks(kid):
            continue
        bare = tree.tag[kid] == "VB" and tree.lemma[head] in _BARE
        gerund = tree.tag[kid] == "VBG" and tree.lemma[head] not in word_class("perceiving")
        if (bare or gerund) and tree.pos[kid] == "VERB":
            tokens = {*noun_phrase(tree, item).tokens, *clause_phrase(tree, kid).tokens}
            return Phrase(tuple(sorted(tokens)), kid)
    return None


def adjective_phrase(tree: Tree, adjective: int) -> Phrase:
    """An adjective with what it would say something else without: "impossible to carry out", "worried that it may fail"."""
    phrase = noun_phrase(tree, adjective)
    for kid in tree.children(adjective, "csubj", "ccomp", "advcl", "xcomp"):
        marks = tree.marks(kid)
        near = tree.left[kid] == adjective + 1 and tree.right[kid] - tree.left[kid] <= LONGEST
        opened = tree.words(marks) in ("to", "that") or (marks and completes(tree, kid))
        if near and opened and not is_adjective_complement(tree, kid):
            return Phrase((*phrase.tokens, *clause_phrase(tree, kid).tokens), adjective)
    return phrase


def adjective_phrases(tree: Tree, adjective: int) -> tuple[Phrase, ...]:
    """Each of joined adjectives: "vague and unfair"; one that leads to a verb is told with it."""
    joined = [
        kid
        for kid in tree.children(adjective, "conj")
        if tree.pos[kid] == "ADJ" and tree.child(kid, "cop", "nsubj", "xcomp", "obl", "expl") is None
    ]
    return tuple(adjective_phrase(tree, token) for token in (adjective, *joined))
