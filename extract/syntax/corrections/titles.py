"""Titles of several words that a parse has taken for a preposition, or for the person."""

from __future__ import annotations

from ...english.lexicon import ROLE_NOUNS
from .arguments import NOMINAL
from .arrays import Columns, dependents
from .names import head_phrase

_REACH = 12
_NEAR = 8
_PARTING = frozenset({"PUNCT", "CCONJ", "VERB"})


def join_under(columns: Columns) -> None:
    """ "Met US Under Secretary Ada Lind": before a secretary in capitals "under" is a part of the title."""
    for under in range(len(columns.text) - 2):
        title = under + 1 + (columns.tag[under + 1] == "HYPH")
        secretary = columns.text[under] == "Under" and columns.text[title].startswith("Secretar")
        if secretary and columns.dep[under] == "case":
            columns.pos[under], columns.tag[under] = "PROPN", "NNP"
            columns.head[under], columns.dep[under] = title, "compound"
            _give_body(columns, under - 1, title)


def _give_body(columns: Columns, body: int, title: int) -> None:
    """Hang the name before the title on it, and what bears the title where that name was."""
    name = columns.head[title] if columns.dep[title] == "nmod:desc" else title
    if columns.dep[name] not in ("obl", "nmod") or body < 0:
        return
    if columns.pos[body] in NOMINAL and columns.head[body] in (
        columns.head[name],
        columns.head[columns.head[name]],
    ):
        columns.head[name], columns.dep[name] = columns.head[body], columns.dep[body]
        columns.head[body], columns.dep[body] = title, "compound"
        for token in dependents(columns, body, "case", body - _NEAR, body):
            columns.head[token] = name
    elif columns.pos[body] == "VERB" and columns.head[name] == body:
        columns.dep[name] = "obj"


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
