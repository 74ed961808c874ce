"""What somebody asks for: "urged them to leave", "demanded that they leave"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..attribution.cues import is_somebody
from ..english.lexicon import APPEALING, REQUESTING
from ..english.word_classes import word_class
from ..syntax.predicates import addressee, is_gerund
from .embedding import Embedding, is_infinitive
from .signs import Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_STATING = frozenset({"tell", "warn", "insist"})
"""They state in the indicative, and ask for something in a subjunctive that shows."""
_MAY_STATE = frozenset({"suggest", "advise", "propose"})
"""They state in the present: "suggests that they leave"; in the past a statement would have "left"."""


def requested(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Urged them to leave", "demanded that they leave"; "told them that they had left" asks for nothing."""
    governor = embedding.governor
    lemma = tree.lemma[governor]
    if embedding.marks == "for to":  # "called for him to step down"
        asks = embedding.dep in ("xcomp", "advcl", "acl") and lemma in word_class("calling")
    elif embedding.linked:
        asks = lemma in REQUESTING and is_infinitive(tree, embedding.clause)
    elif embedding.dep == "xcomp":
        asks = lemma in REQUESTING
    elif embedding.dep == "advcl" and embedding.marks == "to":  # "called on them to leave"
        asks = lemma in APPEALING or lemma in word_class("pressing")
        asks = asks and addressee(tree, governor) is not None
    elif embedding.dep == "advcl" and embedding.marks == "for":  # "calls for closing"
        asks = lemma in word_class("calling") and is_gerund(tree, embedding.clause)
    elif embedding.dep in ("ccomp", "csubj", "csubj:pass"):
        asks = lemma in word_class("mandative") and _is_subjunctive(tree, embedding)
    else:
        return
    if asks:
        yield Sign("requested", (governor,))


def _is_subjunctive(tree: Tree, embedding: Embedding) -> bool:
    """ "That he leave", "that they leave" behind a verb that can hardly state; a quotation states."""
    clause = embedding.clause
    auxiliary = tree.child(clause, "aux", "aux:pass", "cop")
    form = tree.tag[clause if auxiliary is None else auxiliary]
    if embedding.marks != "that" and tree.lemma[embedding.governor] in _STATING:
        return False
    if auxiliary is None and tree.lemma[embedding.governor] == "suggest" and _tells_of_things(tree, clause):
        return False  # "suggested the attacks show a trend"
    if form == "VB":
        return True
    lemma = tree.lemma[embedding.governor]
    past = tree.tag[embedding.governor] in ("VBD", "VBN")
    return form == "VBP" and auxiliary is None and lemma not in _STATING and (past or lemma not in _MAY_STATE)


def _tells_of_things(tree: Tree, clause: int) -> bool:
    subject = tree.child(clause, "nsubj", "nsubj:pass")
    return subject is not None and tree.tag[subject] == "NNS" and not is_somebody(tree, subject)
