"""Prepositions of several words."""

from __future__ import annotations

from functools import cache

from ...english.word_classes import word_class
from .arrays import Columns, ancestors, dependents

_NOMINAL = frozenset({"obl", "nmod"})
_REACH = 40
"""How many words away a clause of the noun is looked for."""


@cache
def _nouns() -> frozenset[str]:
    """The nouns of such prepositions."""
    return frozenset(words.split()[-2] for words in word_class("complex_prepositions"))


def join_prepositions(columns: Columns) -> None:
    """ "Voted in favour of the plan", "is in charge of the bank": it is the plan that the vote was on, no favour."""
    nouns = _nouns()
    copular = {columns.head[token] for token, dep in enumerate(columns.dep) if dep == "cop"}
    for noun, dep in enumerate(columns.dep):
        if (dep in _NOMINAL or noun in copular) and columns.text[noun].lower() in nouns:
            _join(columns, noun)


def _join(columns: Columns, noun: int) -> None:
    start = noun - 2 if columns.dep[noun - 1] == "det" else noun - 1
    words = columns.text[max(0, start) : noun + 2]
    items = dependents(columns, noun, "nmod", noun + 2, len(columns.head))[:1]
    if " ".join(words).lower() not in word_class("complex_prepositions") or not items:
        return
    item, last = items[0], noun + 1
    if columns.head[last] != item or columns.dep[last] != "case":
        return
    is_root = columns.head[noun] == noun
    columns.head[item], columns.dep[item] = item if is_root else columns.head[noun], columns.dep[noun]
    columns.head[start], columns.dep[start] = item, "case"
    for part in range(start + 1, last + 1):
        columns.head[part], columns.dep[part] = start, "fixed"
    for token in range(max(0, start - _REACH), min(len(columns.head), last + _REACH)):
        if columns.head[token] == noun:
            columns.head[token] = item
    if noun in columns.subjects:
        columns.subjects[item] = columns.subjects.pop(noun)
    if noun in columns.finite:
        columns.finite.remove(noun)
        columns.finite.add(item)


def hang_of(columns: Columns, noun: int) -> None:
    """ "The homeland (of the Sami)": what stands behind "of" is no other name for the noun before it."""
    between = range(columns.head[noun] + 1, noun)
    inside = {noun, *(t for t in between if columns.head[t] == noun and columns.dep[t] == "compound")}
    for case in between:
        if columns.text[case] == "of" and columns.dep[case] == "case" and columns.head[case] in inside:
            columns.head[case], columns.dep[noun] = noun, "nmod"


def hang_standard(columns: Columns, noun: int) -> None:
    """ "Rose faster than wages", "is less than last year": what stands behind "than" belongs to the comparative before it."""
    than = next((t for t in dependents(columns, noun, "case", 1, noun) if columns.text[t] == "than"), None)
    if than is None or columns.tag[than - 1] not in ("JJR", "RBR") or columns.pos[noun] == "NUM":
        return
    if columns.dep[than - 1] != "fixed" and noun not in (ancestors(columns, than - 1) or ()):
        columns.head[noun], columns.dep[noun] = than - 1, "obl"


def hang_worth(columns: Columns, word: int) -> None:
    """ "Took gifts worth 300 euros": right behind a noun "worth" tells of it, not of the deed."""
    before = word - 1
    own = columns.pos[before] == "NOUN" and word not in (ancestors(columns, before) or ())
    if columns.text[word].lower() == "worth" and before > 0 and own:
        columns.head[word], columns.dep[word] = before, "amod"


def join_all_but(columns: Columns) -> None:
    """ "The ruling all but ended the talks": before a verb "all but" is one adverb, whatever the parse makes of its words."""
    for verb in range(2, len(columns.text)):
        words = [text.lower() for text in columns.text[verb - 2 : verb]]
        if (
            words == ["all", "but"]
            and columns.pos[verb] == "VERB"
            and columns.tag[verb] in ("VBD", "VBN", "VBZ")
        ):
            columns.head[verb - 2], columns.dep[verb - 2] = verb, "advmod"
            columns.head[verb - 1], columns.dep[verb - 1] = verb - 2, "fixed"
