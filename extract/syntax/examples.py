"""The names that stand for a plural as its examples, behind "including" and "such as"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.model.record import VALUE_LABELS

from ..english.adjuncts import MEASURES
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from .negation import negative_words
from .phrases import Phrase, conjunct_phrases

if TYPE_CHECKING:
    from .tree import Tree

_INCLUDING = frozenset({"including", "such as"})


def included_phrases(tree: Tree, head: int) -> list[Phrase]:
    """The names listed behind "including" or "such as" ("dozens of officials, including the mayor, Ada Lind")."""
    found: list[Phrase] = []
    for noun in (head, *_counted(tree, head)):
        if not _may_include(tree, noun) or _is_few(tree, noun):
            continue
        for kid in tree.children(noun, "nmod"):
            if tree.words(tree.cases(kid)) in _INCLUDING and not _is_of_inner(tree, noun, kid):
                found.extend(p for p in conjunct_phrases(tree, kid) if tree.is_named(p.head))
    return found


def _is_of_inner(tree: Tree, noun: int, example: int) -> bool:
    """ "The killers of men such as Ivo": right behind another plural the examples are of that one."""
    between = [kid for kid in tree.children(noun, "nmod") if tree.right[kid] == tree.left[example] - 1]
    return not _is_quantity(tree, noun) and any(tree.tag[kid] in ("NNS", "NNPS") for kid in between)


def _counted(tree: Tree, head: int) -> list[int]:
    """ "Dozens of firms", "half of the firms": what is counted does what its number does; "fans of the firms" are others."""
    if not _is_quantity(tree, head) or _is_few(tree, head):
        return []
    return [kid for kid in tree.children(head, "nmod") if tree.words(tree.cases(kid)) == "of"]


def _is_quantity(tree: Tree, noun: int) -> bool:
    if tree.label[noun] in VALUE_LABELS or tree.pos[noun] in ("NUM", "PRON", "DET", "ADJ"):
        return True
    lemma = tree.lemma[noun]
    return lemma in MEASURES or any(lemma in word_class(name) for name in ("groups", "counted"))


def _is_few(tree: Tree, noun: int) -> bool:
    """ "Few people such as Ivo", "no firm including Kelda", "hardly any": the examples are not among those who did it."""
    words = [noun, *tree.children(noun, "amod", "det", "advmod")]
    words += [kid for word in words[1:] for kid in tree.kids[word]]
    scant = any(tree.lower[word] in word_class("scant") for word in words)
    return bool(negative_words(tree, noun)) or (scant and all(tree.lower[word] != "a" for word in words))


def _may_include(tree: Tree, noun: int) -> bool:
    """ "Led its expansion, including Abu Dhabi": nothing is included in one thing that is no group."""
    several = tree.label[noun] or tree.tag[noun] != "NN" or noun_type(tree.lemma[noun]) in ("ORG", "PERSON")
    return bool(several) or any(tree.lemma[noun] in word_class(name) for name in ("groups", "counted"))
