"""Titles of works: the recogniser takes what it knows no other kind of for one, so a text must show that it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..english.lexicon import ARTICLES
from ..english.name_words import EPIDEMICS, LAST_WORDS
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..syntax.phrases import QUOTATION_MARKS
from ..syntax.tree import Tree
from .kinds import has_inner_capital, is_beside_quotation_mark, kind_behind

if TYPE_CHECKING:
    from .detection import MentionSpan

_BESIDE = 6
"""Words around a title within which a noun says that it is one ("the film Eclipsed")."""
_LONG = 5
"""So many words are a title rather than any other name."""


def without_loose_titles(tree: Tree, names: Sequence[MentionSpan]) -> list[MentionSpan]:
    """The names other than works of art that nothing in the text shows to be works, wherever they stand.

    Plans, breeds, campaigns, diseases, generations and school grades look like titles to the network.
    """
    spans = {(name.start, name.end) for name in names if name.label != "WORK_OF_ART" or _is_shown(tree, name)}
    titles = {tuple(tree.text[start:end]) for start, end in spans if end - start > 1}
    return [
        name
        for name in names
        if (name.start, name.end) in spans or tuple(tree.text[name.start : name.end]) in titles
    ]


def _is_shown(tree: Tree, name: MentionSpan) -> bool:
    """Does a word stand in quotation marks, near a noun for works or with a longer title, or read like a title?"""
    start, end = name.start, name.end
    if tree.text[start][0] in QUOTATION_MARKS or is_beside_quotation_mark(tree, start, end):
        return True
    if kind_behind(tree, name.head, end) or _is_near_a_work(tree, start, end):
        return True
    if end - start == 1:
        word = tree.lower[start]
        return word in EPIDEMICS or has_inner_capital(tree.text[start]) or _has_namesake(tree, start)
    return _reads_like_a_title(tree.text[start:end])


def _reads_like_a_title(words: Sequence[str]) -> bool:
    """Does it begin with an article, have small words or marks inside, or many words, or end in a noun for prizes or works?"""
    last = words[-1].lower()
    kind, _ = LAST_WORDS.get(last, (noun_type(last), frozenset()))
    if last in word_class("awards") or kind == "WORK_OF_ART":
        return True
    if words[0].lower() in ARTICLES or len(words) >= _LONG:
        return True
    return any(word.islower() or not word[0].isalnum() for word in words[1:-1])


def _is_near_a_work(tree: Tree, start: int, end: int) -> bool:
    near = [*range(max(0, start - _BESIDE), start), *range(end, min(len(tree), end + _BESIDE - 1))]
    return any(
        tree.sentence[i] == tree.sentence[start]
        and tree.pos[i] == "NOUN"
        and noun_type(tree.lemma[i]) == "WORK_OF_ART"
        for i in near
    )


def _has_namesake(tree: Tree, token: int) -> bool:
    """Does a longer name begin with the word or stand before it in brackets, or a longer title stand beside it?"""
    return any(
        tree.text[start] == tree.text[token]
        or (end == token - 1 and tree.text[end] == "(")
        or (label == "WORK_OF_ART" and tree.sentence[start] == tree.sentence[token])
        for start, end, label in tree.entities
        if end - start > 1
    )
