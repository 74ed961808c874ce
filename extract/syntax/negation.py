"""Negation of single words: negators that hang on a verb, nouns that deny by themselves."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..english.lexicon import NEGATIVE_NOMINALS, NEGATORS
from ..english.word_classes import word_class

if TYPE_CHECKING:
    from .tree import Tree

_SCALAR = frozenset({"only", "until", "before", "just", "merely", "simply", "least"})
"""Words that take the force from a "not" in front of them: "not only", "not until"."""
_QUANTITIES = frozenset(
    {"a", "one", "all", "every", "many", "much", "enough", "everyone", "everybody", "everything"}
)
"""Words that "not" denies of a subject: "not a word", "not many"."""
PRAISING = frozenset({"well", "best", "better", "ill"})
"""Adverbs that a participle says something else without ("well received"); a "not" before them denies the whole."""
_NO_MORE = frozenset({"fewer", "less", "more", "other", "later", "sooner", "earlier", "better", "worse"})


@lru_cache(maxsize=512)
def negators(tree: Tree, token: int) -> tuple[int, ...]:
    """The words that negate a token: "not", "never", "no longer", "no different"; "not only", "not until" and "not before" do not."""
    found = [
        kid
        for kid in tree.kids[token]
        if tree.lower[kid] in NEGATORS
        and tree.dep[kid] in ("advmod", "cc", "det", "cc:preconj")
        and not is_scalar(tree, kid)
    ]
    for kid in tree.children(token, "advmod"):
        if tree.tag[token] == "VBN" and kid == token - 1 and tree.lower[kid] in PRAISING:
            found += negators(tree, kid)  # "was not well received"
        if tree.lower[kid] in ("longer", "more") and kid and tree.lower[kid - 1] == "no":
            found += [kid - 1, kid]
        if tree.lower[kid] == "before" and kid and tree.lower[kid - 1] == "never":
            found += tree.children(kid, "advmod")  # "never before seen", where "never" hangs on "before"
    if tree.pos[token] == "ADJ" and (tree.lower[token] == "different" or tree.tag[token] == "JJR"):
        found += [kid for kid in tree.children(token, "advmod", "det") if tree.lower[kid] == "no"]
    return tuple(sorted(found))


def is_scalar(tree: Tree, negator: int) -> bool:
    """Does the word after a negator take its force ("not only", "not just")?"""
    following = negator + 1
    if following == len(tree) or (
        tree.lower[negator] == "never" and tree.pos[following] == "ADV" and tree.lower[following] == "before"
    ):
        return False  # "never before seen"
    return tree.lower[following] in _SCALAR


def is_negated(tree: Tree, token: int) -> bool:
    """Does a negator hang on this word?"""
    return bool(negators(tree, token))


@lru_cache(maxsize=512)
def negative_words(tree: Tree, noun: int) -> tuple[int, ...]:
    """The words by which a noun denies what is said of it ("nobody", "no one", "neither side").

    "No more important task" and "no fewer than 40" compare, and deny nothing.
    """
    word = tree.lower[noun]
    if word in NEGATIVE_NOMINALS:
        return (noun,)
    if word == "one" and noun and tree.lower[noun - 1] == "no":
        return (noun - 1, noun)
    for kid in tree.children(noun, "advmod") if tree.child(noun, "conj") is None else ():
        if tree.lower[kid] == "not" and _QUANTITIES.intersection(tree.lower[kid + 1 : kid + 2]):
            return (kid,)
    first = tree.left[noun]
    if tree.lower[first] == "neither" and tree.dep[first] == "cc:preconj":
        return (first,)
    for kid in tree.children(noun, "det", "cc:preconj"):
        if tree.lower[kid] == "neither" or (tree.lower[kid] == "no" and not _compares(tree, noun, kid)):
            return (kid,)
    return ()


def _compares(tree: Tree, noun: int, no: int) -> bool:
    between = range(no + 1, noun)
    return any(tree.lower[token] in _NO_MORE or tree.tag[token] in ("JJR", "RBR") for token in between)


def is_negative_nominal(tree: Tree, noun: int) -> bool:
    """Does the noun deny what is said of it?"""
    return bool(negative_words(tree, noun))


def is_scant(tree: Tree, verb: int) -> bool:
    """ "Few made", "barely made", "almost made": is less told than that it was done?"""
    weak = word_class("scant") | word_class("approximators")
    subjects = tree.children(verb, "nsubj")
    words = [*subjects, *(kid for noun in subjects for kid in tree.children(noun, "amod", "det", "advmod"))]
    words += (kid for kid in tree.children(verb, "advmod") if kid < verb)
    return any(tree.lower[word] in weak for word in words)


def stays_undone(tree: Tree, verb: int) -> tuple[int, ...]:
    """The "yet" or "still" of "has yet to", "is still to": what follows has not happened; nothing of another verb.

    Before the verb it says nothing of the kind: who "still has to" or "may yet have to" pay is bound to.
    """
    if tree.lemma[verb] not in ("have", "be"):
        return ()
    behind = (kid for kid in tree.children(verb, "advmod") if kid > verb)
    return tuple(kid for kid in behind if tree.lower[kid] in ("yet", "still"))
