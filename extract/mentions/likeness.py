"""What a text says around a name that only a person, or only a body, has or does."""

from __future__ import annotations

from itertools import takewhile

from ..english.word_classes import word_class
from ..syntax.tree import Tree


def is_human(tree: Tree, head: int) -> bool:
    """Does a name do what no body does ("Lund smiled")?"""
    return tree.dep[head] == "nsubj" and tree.lemma[tree.head[head]] in word_class("human_acts")


def acts_like_a_person(tree: Tree, head: int) -> bool:
    """Is a pronoun, age or apposition about the name that only a person has?"""
    near = takewhile(lambda t: tree.sentence[t] - tree.sentence[head] <= 1, range(head, len(tree)))
    return any(tree.dep[kid] in ("appos", "acl:relcl", "nummod") for kid in tree.kids[head]) or any(
        tree.lower[token] in ("he", "she", "his", "her", "him") for token in near
    )


def is_called_which(tree: Tree, head: int) -> bool:
    """Does a relative clause take the name up as "which", as its subject or object ("Lund, which has ten shops")?"""
    clauses = tree.children(head, "acl:relcl")
    return any(
        tree.lower[kid] == "which" and tree.dep[kid] in ("nsubj", "nsubj:pass", "obj")
        for clause in clauses
        for kid in tree.kids[clause]
    )


def in_headline(tree: Tree, token: int) -> bool:
    """Does its sentence end without a full stop?"""
    end = token
    while end + 1 < len(tree) and tree.sentence[end + 1] == tree.sentence[token]:
        end += 1
    last = (tree.text[k] for k in range(max(token, end - 2), end + 1))
    return not any(mark in text for text in last if not text[0].isdecimal() for mark in ".!?")  # "$2.3bn"
