"""What somebody judges of saying, thinking or doing something: "hard to imagine", "a stretch to say", "crucial that"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.word_classes import word_class
from ..syntax.negation import negative_words, negators
from .embedding import Embedding, denials, is_extraposed, is_infinitive
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree


def inconceivable(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "It is hard to imagine him winning", "difficult to believe that"."""
    verb = embedding.governor
    judged = tree.head[verb]
    if not embedding.is_complement:
        return
    if tree.lemma[verb] in word_class("conceiving") and is_hard(tree, verb):
        yield Sign("possible", (judged, verb))
        yield Sign(NEGATIVE, (judged, verb))


def is_hard(tree: Tree, verb: int) -> bool:
    """Is it hard or impossible to do ("it is hard to imagine")?"""
    judged = tree.head[verb]
    hard = tree.lemma[judged] in word_class("hard") and tree.pos[judged] == "ADJ"
    return hard and is_infinitive(tree, verb) and not negators(tree, judged)


def unwarranted(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "It would be a stretch to say that": rather not so; "premature to conclude that": open; "no stretch to say that": so.

    Who "was wrong to say that" said so, and is its source.
    """
    verb = embedding.governor
    judged = tree.head[verb]
    if (
        embedding.dep != "ccomp"
        or not is_infinitive(tree, verb)
        or tree.lemma[verb] not in word_class("taking_for_so")
    ):
        return
    named = any(tree.lower[kid] != "it" for kid in tree.children(judged, "nsubj", "nsubj:pass"))
    if named or tree.child(judged, "obl", "nmod") is not None:  # "disingenuous of Lund to say"
        return
    wrong, early = (
        tree.lemma[judged] in word_class("unwarranted"),
        tree.lemma[judged] in word_class("too_soon"),
    )
    if not (wrong or early) or negators(tree, judged) or negative_words(tree, judged):
        return
    yield Sign("possible", (judged, verb))
    if wrong and not denials(tree, embedding.clause):  # of "nobody died" the opposite is not told
        yield Sign(NEGATIVE, (judged, verb))


def judged(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Makes it difficult for us to sleep", "it is important for her to win": nothing says that it is so."""
    if (
        embedding.marks == "for to"
        and tree.pos[embedding.governor] == "ADJ"
        and is_infinitive(tree, embedding.clause)
    ):
        yield Sign("possible", (embedding.governor,))


def necessary(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "It is crucial that they leave", "her leaving is vital": nothing says that they do; that they left does."""
    governor = embedding.governor
    if embedding.dep not in ("ccomp", "csubj") or tree.lemma[governor] not in word_class("necessary"):
        return
    auxiliary = tree.child(embedding.clause, "aux", "aux:pass", "cop")
    form = tree.tag[embedding.clause if auxiliary is None else auxiliary]
    gerund = embedding.dep == "csubj" and form == "VBG"
    present = embedding.marks == "that" and form in ("VB", "VBP", "VBZ")
    if gerund or (present and is_extraposed(tree, embedding)):
        yield Sign("obligatory", (governor,))
