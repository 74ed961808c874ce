""" "It" that stands for nothing: the weather, the time, and what a clause behind it tells, where the parse takes it for a thing."""

from __future__ import annotations

from functools import cache

from ..english.temporal.vocabulary import MONTHS, WEEKDAYS
from ..english.word_classes import word_class
from ..syntax.tree import Tree

_CLOCKS = frozenset({"a.m.", "p.m.", "am", "pm", "o'clock", "o’clock"})
_CONTENT = frozenset({"csubj", "csubj:pass", "csubj:outer", "ccomp"})
_MARKS = frozenset({"that", "when", "if", "whether"})


def is_empty(tree: Tree, token: int) -> bool:
    """Does "it" as the subject of its clause stand for nothing that was named ("it is Tuesday", "it is sad when")?"""
    top = tree.head[token]
    if tree.lower[token] != "it" or tree.dep[token] not in ("nsubj", "nsubj:pass", "nsubj:outer"):
        return False
    kids = tree.kids[top]
    if tree.child(top, "cop") is None:
        if tree.lemma[top] in word_class("linking") and _becomes_content(tree, top):
            return True
        told = tree.dep[token] == "nsubj:pass" and _has_content(tree, top)
        return told or (tree.pos[top] == "VERB" and tree.lemma[top] in word_class("weather"))
    said = not _conditions().isdisjoint((tree.lower[top], tree.lemma[top]))
    clock = any(tree.lower[kid] in _CLOCKS for kid in (top, *kids))
    return clock or said or _has_content(tree, top)


@cache
def _conditions() -> frozenset[str]:
    """Days, months, times of day and weather."""
    return word_class("weather") | word_class("times_of_day") | frozenset({*MONTHS, *WEEKDAYS})


def _becomes_content(tree: Tree, verb: int) -> bool:
    """ "It became clear that", "it seems likely that": what has become so stands behind the adjective."""
    return any(tree.pos[kid] == "ADJ" and _has_content(tree, kid) for kid in tree.children(verb, "xcomp"))


def _has_content(tree: Tree, top: int) -> bool:
    """Does a clause behind the predicate tell what is meant ("it was decided that they stay")?"""
    behind = [kid for kid in tree.kids[top] if kid > top]
    if any(tree.dep[kid] in _CONTENT for kid in behind):
        return True
    judged = (kid for kid in behind if tree.pos[top] == "ADJ" and tree.dep[kid] == "advcl")
    return any(tree.lower[mark] in _MARKS for kid in judged for mark in tree.kids[kid][:1])
