"""Family names: those of people whose full names a text gives."""

from __future__ import annotations

from functools import lru_cache

from ..english.titles import count_titles
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree


def is_surname(tree: Tree, token: int) -> bool:
    """Is a word that is a title elsewhere the family name of somebody here ("Rita Dean ... Dean said")?"""
    for rule in SURNAMES.active():
        if rule.apply(tree, token):
            rule.fire(token)
            return True
    return False


def _like_a_title(tree: Tree, token: int) -> bool:
    has_article = any(tree.dep[kid] in ("det", "nmod:poss") for kid in tree.kids[token])
    return tree.text[token] in family_names(tree) and not has_article


@lru_cache(maxsize=4)
def family_names(tree: Tree) -> frozenset[str]:
    """The last words of the names of people that have a first name."""
    people = (tree.text[start:end] for start, end, label in tree.entities if label == "PERSON")
    return frozenset(words[-1] for words in people if len(words) - count_titles(words) > 1)


SURNAMES = RuleTable("surnames", Rule("surname-like-a-title", _like_a_title))
