"""Some of a people, a party or a faith, who are not all of it: "two Norwegians", "young Democrats", "a Norwegian"."""

from __future__ import annotations

from ..english.word_classes import word_class
from ..syntax.tree import Tree

_ONE = frozenset({"a", "an", "another", "one"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "conj"})


def is_some_of_a_people(tree: Tree, start: int, end: int, head: int) -> bool:
    """Does a word before the name of a people say that some or one of its members are meant?

    "Norwegian-Americans" are a people, and what somebody is said to be ("is a Norwegian") stays its name.
    """
    before = [kid for kid in tree.kids[head] if kid < start]
    if tree.tag[head] == "NNPS":
        return any(_counts(tree, kid, start) for kid in before)
    single = tree.tag[head] in ("NN", "NNP") and end == start + 1 and tree.dep[head] in _ARGUMENTS
    return (
        single
        and tree.child(head, "cop", "appos") is None
        and any(tree.dep[kid] == "det" and tree.lower[kid] in _ONE for kid in before)
    )


def _counts(tree: Tree, word: int, name: int) -> bool:
    """Does a number, a quantifier or an adjective pick out some ("Norwegian-" is a part of the name)?"""
    if tree.dep[word] == "det":
        return tree.lower[word] in word_class("some")
    joined = "-" in tree.text[word + 1 : name]
    opens = not word or tree.sentence[word - 1] != tree.sentence[word]
    return tree.dep[word] == "nummod" or (
        tree.dep[word] == "amod" and (opens or tree.text[word].islower()) and not joined
    )
