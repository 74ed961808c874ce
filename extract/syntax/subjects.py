"""Subjects in the clause itself: nouns, what a relative pronoun stands for, and what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .phrases import Phrase, clause_phrase, conjunct_phrases
from .relative_pronouns import antecedent_phrase, is_asked, resolved, whole_of
from .tree import SUBJECT_DEPS

if TYPE_CHECKING:
    from .tree import Tree

_MODALS = frozenset({"could", "would", "should", "might", "must"})


def own_subjects(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """The subjects in the clause itself; a relative pronoun stands for its antecedent."""
    found = [kid for kid in tree.kids[head] if tree.dep[kid] in SUBJECT_DEPS]
    if not found:
        return _clausal_subject(tree, head)
    if tree.tag[found[-1]] in ("CC", "MD") or tree.lower[found[-1]] in _MODALS:
        return ()  # "you COULD leave": a slip of the parse
    subject = found[-1]  # an outer subject or a dateline stands before it
    if (
        len(found) > 1 and found[-2] < head < tree.left[subject] - 1
    ):  # what stands far behind the verb is none
        subject = found[-2]
    meant = resolved(tree, whole_of(tree, subject))
    if meant != subject:
        own = antecedent_phrase(tree, meant, subject)
        shared = [phrase for phrase in conjunct_phrases(tree, meant) if phrase.head < subject]
        whole = shared and _plural(tree, head)
        return tuple(own if phrase.head == own.head else phrase for phrase in shared) if whole else (own,)
    if is_asked(tree, subject):
        return ()
    return tuple(conjunct_phrases(tree, subject))


def _clausal_subject(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """ "Buying Kelda ruined Vardo", "to buy it would ruin them": what is done is the subject."""
    clause = tree.child(head, "csubj", "csubj:pass")
    if clause is None or clause > head or tree.child(clause, *SUBJECT_DEPS) is not None:
        return ()
    infinitive = tree.tag[clause] == "VB" and any(tree.lower[mark] == "to" for mark in tree.marks(clause))
    return (clause_phrase(tree, clause),) if infinitive or tree.tag[clause] == "VBG" else ()


def _plural(tree: Tree, head: int) -> bool:
    """May a relative clause hang on a whole coordination? Only with a plural verb."""
    return tree.tag[head] == "VBP" or any(
        tree.tag[kid] == "VBP" for kid in tree.children(head, "aux", "cop", "aux:pass")
    )
