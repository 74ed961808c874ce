"""Titles of several words that a parse has taken for the person."""

from __future__ import annotations

from functools import cache

from ...english.lexicon import ROLE_NOUNS
from ...english.titles import BEFORE_GENERAL
from ...english.word_classes import word_class
from .arrays import Columns, climb, dependents
from .names import head_phrase

_REACH = 12
_PARTING = frozenset({"PUNCT", "CCONJ", "VERB"})
_WIDE = 30
"""How many words away what else hangs on the last word of a title is looked for."""


@cache
def _openings() -> frozenset[str]:
    """The first words of such titles."""
    return frozenset(title.partition(" ")[0] for title in word_class("titles_with_of"))


def join_whole_titles(columns: Columns) -> None:
    """ "Chief of staff to the governor": three words are one role, and "staff" is nobody that anyone leads."""
    for role, lemma in enumerate(columns.lemma):
        if lemma in _openings():
            _join_whole(columns, role)


def _join_whole(columns: Columns, role: int) -> None:
    case, last = role + 1, role + 2
    words = [columns.lemma[role], *(text.lower() for text in columns.text[case : last + 1])]
    if " ".join(words) not in word_class("titles_with_of"):
        return
    if (columns.head[last], columns.dep[last], columns.head[case]) != (role, "nmod", last):
        return
    for dep in ("nmod", "appos"):
        for token in dependents(columns, last, dep, last + 1, last + _WIDE):
            columns.head[token] = role
    for token in dependents(columns, last, "conj", last + 1, last + _WIDE):
        if columns.lemma[token] in ROLE_NOUNS:  # "secretary of state and senator"
            columns.head[token] = role
    for token in (case, last):
        columns.head[token], columns.dep[token] = role, "fixed"


def join_under(columns: Columns) -> None:
    """ "Met Under Secretary Ada Lind": a capital "Under" inside a sentence is part of the title, and no preposition."""
    for role, text in enumerate(columns.text):
        if text == "Secretary" and columns.text[role - 1] == "Under" and role > 1:
            _join_under(columns, role - 1)


def _join_under(columns: Columns, under: int) -> None:
    role, before = under + 1, under - 1
    opens = columns.pos[before] in ("PUNCT", "SPACE")
    headline = (
        columns.pos[before] == "VERB" and columns.text[before].istitle()
    )  # "Troops Sent Under Secretary"
    if columns.dep[under] != "case" or opens or headline:
        return
    name = columns.head[under] if columns.head[under] != role else columns.head[role]
    above = columns.head[name]
    columns.head[under], columns.dep[under] = role, "compound"
    columns.tag[under], columns.pos[under] = columns.tag[role], columns.pos[role]
    if columns.label[name] != "PERSON":
        return
    if columns.tag[before] == "NNP" and columns.head[before] == above != before:
        # "met US Under Secretary Ada Lind": the state before the title is whose she is
        columns.dep[name] = columns.dep[before]
        columns.head[before], columns.dep[before] = role, "compound"
    elif columns.dep[name] == "obl" and above == before:
        columns.dep[name] = "obj"


def join_generals(columns: Columns) -> None:
    """ "Ada Lind, the attorney general of Norland": "general" behind such a title heads it, and is no word for the attorney."""
    for general, text in enumerate(columns.text):
        if text.lower() == "general" and columns.lemma[general - 1] in BEFORE_GENERAL:
            _join_general(columns, general)


def _join_general(columns: Columns, general: int) -> None:
    title = general - 1
    above = columns.head[title]
    if above != general:
        if columns.head[general] >= general or general in climb(columns, title):
            return  # "the attorney general office"
        columns.head[general], columns.dep[general] = general if above == title else above, columns.dep[title]
        columns.tag[general], columns.pos[general] = columns.tag[title], columns.pos[title]
    for token in range(max(0, title - _WIDE), min(len(columns.head), general + _WIDE)):
        if columns.head[token] == title != token:
            columns.head[token] = general
    for token in dependents(columns, general, "obl", general + 1, general + _WIDE):
        columns.dep[token] = "nmod"
    columns.head[title], columns.dep[title] = general, "compound"


def raise_behind_office(columns: Columns, name: int) -> None:
    """ "Met Leader of the Opposition Ada Lind": a person's name right behind an office heads the phrase, though "of" hang on it."""
    role = columns.head[name]
    case = role + 1
    if (
        columns.label[name] != "PERSON"
        or columns.lemma[role] not in ROLE_NOUNS
        or not case + 1 < name < role + _REACH
        or (columns.text[case], columns.dep[case]) != ("of", "case")
        or any(columns.pos[t] in _PARTING or columns.label[t] == "PERSON" for t in range(role, name))
    ):
        return
    body = [t for t in range(case + 1, name) if columns.head[t] in (role, name)]
    if columns.head[case] not in (name, *body) or columns.pos[name - 1] not in ("NOUN", "PROPN"):
        return
    for token in body:
        columns.head[token] = name - 1
    columns.head[name - 1], columns.dep[name - 1] = role, "nmod"
    columns.head[case] = name - 1
    head_phrase(columns, role, name, columns.head[role], columns.dep[role])
