"""What a predicate says of the truth of a clause or a report: "is false", "was confirmed", "remains unclear"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.word_classes import word_class
from ..syntax.negation import negators
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree


def assessed(tree: Tree, predicate: int, *, asked: bool = False) -> Iterator[Sign]:
    """The signs of a predicate for what it is said of; ``asked`` says that "whether" opens the clause."""
    word = _assessing(tree, predicate)
    tokens = tuple(sorted({word, *negators(tree, word), *negators(tree, predicate)}))
    negated = len(tokens) > 1 and tokens != (word,)
    lemma = tree.lemma[word]
    names = {lemma, tree.lower[word]}
    if names & word_class("falsehoods") or lemma in word_class("denying"):
        yield Sign("possible" if negated else NEGATIVE, tokens)
    elif names & word_class("improbable"):
        yield Sign("possible", tokens)
        yield Sign(NEGATIVE, tokens)
    elif lemma in word_class("doubt"):
        if not negated and tree.words(tree.cases(word)) not in ("beyond", "without"):
            yield Sign("possible", tokens)
    elif asked or names & word_class("uncertain") or lemma in word_class("retracting"):
        denied = negated and lemma in word_class("conceivable")
        yield Sign(NEGATIVE if denied else "possible", tokens)
    elif negated and (names & word_class("truths") or lemma in word_class("settled")):
        yield Sign(NEGATIVE if lemma in word_class("settled") else "possible", tokens)


def _assessing(tree: Tree, predicate: int) -> int:
    """The word that assesses: the complement of a linking verb ("proved false", "turned out to be a hoax")."""
    if tree.lemma[predicate] in word_class("linking"):
        for kid in tree.children(predicate, "xcomp"):
            if tree.pos[kid] in ("ADJ", "NOUN", "VERB"):
                return kid
    return predicate
