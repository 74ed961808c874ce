"""Outlets that relay a source: "told Reuters", "said in an interview with the Herald", "quoted by the agency"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.word_classes import word_class
from ..syntax.phrases import Phrase, noun_phrase
from .cues import is_relayed

if TYPE_CHECKING:
    from ..syntax.tree import Tree


def relay_of(tree: Tree, cue: int | None) -> Phrase | None:
    """The outlet that a cue names beside its source, None for most."""
    if cue is None or tree.pos[cue] != "VERB":
        return None
    for kid in tree.kids[cue]:
        noun = _addressed(tree, kid)
        if noun is not None and is_outlet(tree, noun):
            return noun_phrase(tree, noun)
    return None


def _addressed(tree: Tree, kid: int) -> int | None:
    """Whom the source speaks to: the hearer, or the partner of an interview."""
    if tree.dep[kid] in ("iobj", "obj"):
        return kid
    if tree.dep[kid] not in ("obl", "obl:agent"):
        return None
    if tree.words(tree.cases(kid)) in ("to", "with"):
        return kid
    if tree.words(tree.cases(kid)) == "by" and is_relayed(tree, tree.head[kid]):
        return kid
    if tree.lemma[kid] in word_class("talks"):
        partners = (
            k for k in tree.children(kid, "nmod") if tree.words(tree.cases(k)) in ("with", "to", "on")
        )
        return next(partners, None)
    return None


def is_outlet(tree: Tree, noun: int) -> bool:
    """Does the noun name a newspaper, a broadcaster or an agency? By its words, or because everybody knows it."""
    if tree.label[noun] not in ("ORG", "WORK_OF_ART", "PRODUCT") or tree.entity[noun] < 0:
        return False
    words = [
        tree.lower[token]
        for token in range(tree.left[noun], tree.right[noun] + 1)
        if tree.entity[token] == tree.entity[noun]
    ]
    name = " ".join(words)
    known = word_class("news_outlets")
    return name in known or words[0] in known or not word_class("news_words").isdisjoint(words)
