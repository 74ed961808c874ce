"""Titles of several words that a parse has taken for the person."""

from __future__ import annotations

from ...english.lexicon import ROLE_NOUNS
from .arrays import Columns
from .names import head_phrase

_REACH = 12
_PARTING = frozenset({"PUNCT", "CCONJ", "VERB"})


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
