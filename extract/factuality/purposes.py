"""What something is done for, and whether it came of it: "to win the title", "fell to close at 30", "wrote to thank her"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import PLAN_NOUNS, SAYING_NOUNS, SPEAKING
from ..english.word_classes import word_class
from ..syntax.conjuncts import first_conjunct
from ..syntax.predicates import finite_word, is_gerund
from .embedding import Embedding, denials, falls_short, worded
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_YEAR = re.compile(r"(1\d|20)\d\d")
_PURPOSE = frozenset({"to", "so that", "in order to", "in order", "so as to", "for to", "in order that"})


def purpose(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "To win the title", "so that it wins"; but "fell to close at 30" and "fought back to win" tell what came of it.

    What is not done for a purpose does not serve it: "never used the boat to cross the border".
    """
    if embedding.dep != "advcl" or embedding.marks not in _PURPOSE or is_gerund(tree, embedding.clause):
        return
    denied = denials(tree, embedding.governor) if embedding.clause > embedding.governor else ()
    if denied and tree.lemma[embedding.governor] == "wait":  # "can't wait for it to open"
        yield Sign("planned", (*denied, embedding.governor))
    elif denied:
        yield Sign(NEGATIVE, denied)
    elif not _is_result(tree, embedding) and not falls_short(tree, embedding.governor):
        yield Sign("planned", tree.marks(embedding.clause))


def _is_result(tree: Tree, embedding: Embedding) -> bool:
    """Does the infinitive tell the outcome? After verbs of change, contest and use, and of what one ends up with."""
    if embedding.marks != "to" or embedding.clause < embedding.governor:
        return False
    if any(tree.lower[kid] in ("only", "never") for kid in tree.children(embedding.clause, "advmod")):
        return True
    words = worded(tree, Embedding(embedding.clause, embedding.governor, "advcl", ""))
    if "go on" in words:
        return True
    changed = (
        not word_class("fluctuating").isdisjoint(words) and tree.child(embedding.governor, "aux") is None
    )
    governor = embedding.governor
    finite = finite_word(tree, governor)
    told = finite is not None and (tree.tag[finite] != "MD" or _is_later_past(tree, governor, finite))
    won = told and not word_class("winning").isdisjoint(words)
    won = won and (tree.dep[governor] != "acl:relcl" or tree.lemma[tree.head[governor]] not in PLAN_NOUNS)
    ended = tree.lemma[embedding.clause] in word_class("ending_up") and tree.lemma[
        embedding.governor
    ] in word_class("coming_to")
    says = tree.lemma[embedding.clause] in SPEAKING | word_class("presupposing")
    spoken = says and _speaks_out(tree, governor, tree.lemma[embedding.clause])
    return changed or won or ended or spoken or spends(tree, governor) or _is_use(tree, governor)


def spends(tree: Tree, verb: int) -> bool:
    """ "40 percent of it goes to pay the crew": money that goes to do something does it."""
    subject = tree.child(first_conjunct(tree, verb), "nsubj")
    if tree.lemma[verb] != "go" or tree.tag[verb] not in ("VBZ", "VBP", "VBD") or subject is None:
        return False
    return tree.label[subject] in ("MONEY", "PERCENT") or tree.lemma[subject] in word_class("sums")


def _is_later_past(tree: Tree, verb: int, modal: int) -> bool:
    """ "In 1998 Lund would win to become champion", "would later win": what came next, told from before it."""
    later = any(tree.lower[kid] in word_class("afterwards") for kid in tree.children(verb, "advmod"))
    year = any(_YEAR.fullmatch(tree.text[kid]) for kid in tree.children(verb, "obl"))
    return tree.lower[modal] == "would" and (later or year)


def _is_use(tree: Tree, verb: int) -> bool:
    """ "Used the boat to cross", "took advantage of the dark to flee": what was used for something served it."""
    item = tree.head[verb] if tree.dep[verb] == "acl:relcl" else tree.child(verb, "obj")
    if item is None or not _is_done(tree, verb):
        return False
    taken = tree.lemma[verb] == "take" and tree.lemma[item] in ("advantage", "opportunity", "moment", "time")
    return taken or tree.lemma[verb] in word_class("using")


def _speaks_out(tree: Tree, verb: int, said: str) -> bool:
    """ "Held a briefing to demand", "took to Twitter to thank", "wrote to thank": who did so said it."""
    item = tree.child(verb, "obj")
    if not _is_done(tree, verb):
        return False
    if item is not None:
        return tree.lemma[item] in word_class("utterances") | SAYING_NOUNS
    took_to = tree.lemma[verb] == "take" and any(
        tree.words(tree.cases(kid)) == "to" for kid in tree.children(verb, "obl")
    )
    return (took_to and said not in word_class("blows")) or tree.lemma[verb] in word_class("addressing")


def _is_done(tree: Tree, verb: int) -> bool:
    """Is the verb told in the past, or in the perfect?"""
    finite = finite_word(tree, verb)
    perfect = any(tree.lemma[kid] == "have" for kid in tree.children(verb, "aux"))
    return finite is not None and tree.tag[finite] != "MD" and (tree.tag[verb] == "VBD" or perfect)
