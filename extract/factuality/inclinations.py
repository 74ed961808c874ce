"""What somebody wishes, fears, weighs or is able to do: "interested in leaving", "afraid of losing", "thinks about leaving"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.word_classes import word_class
from ..syntax.predicates import is_gerund, is_past
from .embedding import Embedding, intended, is_worded, worded
from .signs import Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree


def inclined(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Interested in living abroad", "serious about leaving": a wish, and not yet a deed."""
    inclined = tree.pos[embedding.governor] == "ADJ" and tree.lemma[embedding.governor] in word_class(
        "inclined"
    )
    if (
        inclined
        and is_gerund(tree, embedding.clause)
        and embedding.marks in ("in", "on", "about", "to", "of")
    ):
        yield from intended(tree, embedding.governor)


def dreaded(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Afraid of losing", "capable of building", "key to winning": nothing says that it is done."""
    governor = embedding.governor
    perfect = tree.child(embedding.clause, "aux") is not None  # "nervous about having signed"
    if tree.pos[governor] != "ADJ" or not is_gerund(tree, embedding.clause) or perfect:
        return
    if tree.lower[governor] in word_class("verge"):
        return  # "close to winning" is planned
    open_ = tree.lemma[governor] in word_class("dreading") and embedding.marks in ("of", "about", "in")
    led = embedding.marks == "to" and tree.lemma[governor] not in word_class("accustomed")
    if led and tree.lemma[governor] == "committed":
        yield from intended(tree, governor)
    elif open_ or (led and not is_past(tree, governor)):  # what was key to winning helped to win
        yield Sign("possible", (governor,))


def pondered(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Thinks about leaving", "dreamed of winning": nothing says that it is done."""
    gerund = embedding.dep in ("advcl", "xcomp") and is_gerund(tree, embedding.clause)
    own = tree.child(embedding.clause, "nsubj", "nsubj:pass", "nmod:poss") is not None
    if gerund and not own and is_worded(worded(tree, embedding), "pondering"):
        yield Sign("possible", (embedding.governor,))
