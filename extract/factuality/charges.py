"""Charges and verdicts: "accused him of bribing", "acquitted of bribing"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.word_classes import word_class
from ..syntax.negation import negators
from ..syntax.predicates import by_phrase, is_gerund
from .embedding import Embedding, denials
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree


_TRIALS = frozenset({"trial", "charge", "prosecution", "extradition", "court", "indictment", "arrest"})


def accused(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Accused him of bribing", "was charged with killing", "is wanted for killing": said, not found."""
    verb = embedding.governor
    if embedding.dep == "acl" and tree.dep[verb] in ("obj", "iobj"):  # "accused [her of bribing]"
        verb = tree.head[verb]
    elif embedding.dep != "advcl":
        return
    if not is_gerund(tree, embedding.clause):
        return
    if tree.lemma[verb] in word_class("criticising") and embedding.marks == "for":
        if denials(tree, verb) or _is_by_nobody(tree, verb):  # else it is the charge of a critic
            yield Sign("possible", (verb,))
        return
    wrong = tuple(kid for kid in tree.children(verb, "advmod") if tree.lower[kid] in word_class("wrongly"))
    charged = tree.lemma[verb] in word_class("accusing") or _awaits_trial(tree, verb)
    if not charged and not (wrong and tree.lemma[verb] in word_class("judging")):
        return  # "wrongly convicted of stealing"
    if embedding.marks in ("of", "with", "for", "over", "about", "as"):
        yield Sign(NEGATIVE, (*wrong, verb)) if wrong else Sign("possible", (verb,))


def _awaits_trial(tree: Tree, verb: int) -> bool:
    """ "Faces trial for", "stood trial for", "awaits prosecution for"."""
    courts = (tree.lemma[kid] in _TRIALS for kid in tree.children(verb, "obj"))
    return tree.lemma[verb] in ("face", "stand", "await") and any(courts)


def _is_by_nobody(tree: Tree, verb: int) -> bool:
    """Is it passive, and nothing says by whom?"""
    return tree.child(verb, "nsubj:pass") is not None and by_phrase(tree, verb) is None


def exonerated(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Acquitted of bribing", "not guilty of stealing", "innocent of killing"."""
    governor = embedding.governor
    if embedding.dep not in ("advcl", "acl", "xcomp") or not is_gerund(tree, embedding.clause):
        return
    if embedding.marks not in ("of", "in", "from", "to", "for"):
        return
    lemma = tree.lemma[governor]
    if lemma in word_class("exonerating") and not negators(tree, governor):
        yield Sign(NEGATIVE, (governor,))
    elif lemma in word_class("denied_predicates"):
        tokens = negators(tree, governor)
        if not tokens and tree.dep[governor] == "xcomp":
            tokens = negators(tree, tree.head[governor])
        if tokens:
            yield Sign(NEGATIVE, (*tokens, governor))
    else:  # "pleaded not guilty to stealing"
        for word in tree.children(governor, "xcomp"):
            tokens = negators(tree, word) if tree.lemma[word] in word_class("denied_predicates") else ()
            if tokens:
                yield Sign(NEGATIVE, (*tokens, word))
