"""Family names: those of people whose full names a text gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from newsgraph.graph.knowledge import gazetteer

from ..english.inflection import singular
from ..english.semantic_classes import noun_type
from ..english.titles import count_titles
from ..english.word_classes import word_class
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


def is_family(tree: Tree, word: str) -> bool:
    """Is it the plural of somebody's family name, and of no colour, people or other kind of person or thing?"""
    one = singular(word)
    if word in family_names(tree) or one not in family_names(tree):
        return False
    is_common = noun_type(one.lower()) or one.lower() in word_class("colours")
    return not is_common and gazetteer.nationality(word) is None


def competes(tree: Tree, token: int) -> bool:
    """Does its sentence tell of games, elections or government, as families are called like teams and parties?"""
    sentence = tree.sentence[token]
    first, last = bisect_left(tree.sentence, sentence), bisect_right(tree.sentence, sentence)
    return not (word_class("competing") | word_class("sports")).isdisjoint(tree.lemma[first:last])


SURNAMES = RuleTable("surnames", Rule("surname-like-a-title", _like_a_title))
