"""What a text says beside a name that only a firm has: shares and shareholders, products, results, a noun for firms."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ..english.name_words import BODIES, FIRM_TAILS
from ..english.titles import is_title
from ..english.word_classes import word_class
from ..syntax.tree import Tree
from .likeness import is_called_which, is_human

if TYPE_CHECKING:
    from .detection import MentionSpan

HE_OR_SHE = frozenset({"he", "she", "his", "her", "him"})
_PLACES = frozenset({"FAC", "GPE", "LOC"})
_TOLD = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod"})
"""What a noun is in a sentence that it does not head: "Lund shares a flat" may be read as one of shares."""


def is_firm(tree: Tree, name: MentionSpan) -> bool:
    """Does a mention of a name show that a firm has it?"""
    head = name.head
    if _is_called_a_firm(tree, name) or _has_results(tree, head):
        return True
    if _has_its_seat(tree, name):
        return True
    above, dep = tree.head[head], tree.dep[head]
    case = tree.words(tree.cases(head))
    if dep == "nmod" and case in ("of", "in", "at"):
        return _is_of_firms(tree, above)
    if dep == "obl:agent":
        return name.label in _PLACES and tree.lemma[above] in word_class("run_by_firms")
    if dep == "compound" and above > head:
        return _is_of_firms(tree, above) and (
            name.label != "PERSON" or (tree.lemma[above] == "share" and tree.dep[above] in _TOLD)
        )
    return dep == "nmod:poss" and name.label in _PLACES and _is_of_firms(tree, above)


def _is_of_firms(tree: Tree, noun: int) -> bool:
    """Is it a noun for what firms have ("chief executive" of "executive")?"""
    if tree.lower[noun] not in word_class("of_firms"):
        return False
    return tree.lemma[noun] != "executive" or tree.lower[noun - 1] == "chief"


def _is_called_a_firm(tree: Tree, name: MentionSpan) -> bool:
    """Does a noun for firms stand right before the name, or behind it in apposition?"""
    before = name.start - 1
    if (
        before >= 0
        and tree.lower[before] in word_class("called_firms")
        and tree.sentence[before] == tree.sentence[name.head]
    ):
        beside = tree.head[before] == name.head or tree.head[name.head] == before
        return beside and tree.pos[before] == "NOUN"
    kids = tree.children(name.head, "appos")
    return any(kid >= name.end and tree.lower[kid] in word_class("called_firms") for kid in kids)


def _has_its_seat(tree: Tree, name: MentionSpan) -> bool:
    """Is it "headquartered" somewhere, or a single name "based" there?"""
    kids = [tree.lower[kid] for kid in tree.children(name.head, "acl")]
    return "headquartered" in kids or ("based" in kids and name.end - name.start == 1)


def _has_results(tree: Tree, head: int) -> bool:
    """Is it the subject of a verb whose object is "its profit", or of which it says so?"""
    verb = tree.head[head]
    if tree.dep[head] != "nsubj":
        return False
    verbs = [verb, *tree.children(verb, "ccomp")]
    nouns = [kid for v in verbs for kid in tree.kids[v] if tree.dep[kid] in ("obj", "nsubj") and kid > head]
    return any(
        tree.lower[noun] in word_class("results_of_firms")
        and any(tree.dep[kid] == "nmod:poss" and tree.lower[kid] == "its" for kid in tree.kids[noun])
        for noun in nouns
    )


def is_free_of_people(tree: Tree, name: MentionSpan) -> bool:
    """Does nothing beside a mention of a name speak of a person: a title, an age, a deed of body or voice, "he" or "she"?"""
    if is_human(tree, name.head) or (name.start and is_title(tree.text[name.start - 1])):
        return False
    if any(tree.dep[kid] in ("nummod", "acl:relcl") for kid in tree.kids[name.head]):
        return is_called_which(tree, name.head)
    rest = takewhile(lambda t: tree.sentence[t] == tree.sentence[name.head], range(name.end, len(tree)))
    return not any(
        tree.lower[token] in HE_OR_SHE for token in takewhile(lambda t: tree.label[t] != "PERSON", rest)
    )


def ends_a_body(word: str) -> bool:
    """Is it a word that the names of firms and other bodies end in ("Holdings", "Council", "Trust")?"""
    return word in FIRM_TAILS or word in BODIES or word in word_class("endowed")
