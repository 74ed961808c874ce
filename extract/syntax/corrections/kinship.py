"""Relatives by marriage: "son-in-law" is five tokens, of which the first is the relative."""

from __future__ import annotations

from ...english.lexicon import IN_LAW, KINSHIP, ROLE_NOUNS
from .arrays import Columns, ancestors

_REACH = 12
"""Words before and behind "son-in-law" that may hang on it."""


def join_kinship(columns: Columns) -> None:
    """ "Holt's son-in-law Lars Lund", "Lund, a son-in-law of Holt": what hangs on "law" hangs on "son", and "son" on the name."""
    for token in _kinship_terms(columns):
        _join_kinship(columns, token)


def _kinship_terms(columns: Columns) -> list[int]:
    """The first tokens of "son-in-law" and its like."""
    laws = (token for token, word in enumerate(columns.text) if word == "law" and token > 3)
    return [law - 4 for law in laws if columns.lemma[law - 4] in KINSHIP]


def _join_kinship(columns: Columns, kin: int) -> None:
    law = kin + 4
    if columns.text[kin + 1 : law + 1] != IN_LAW:
        return
    if columns.head[kin] == law:
        columns.head[kin], columns.dep[kin] = columns.head[law], columns.dep[law]
        if columns.head[kin] == law:
            columns.head[kin] = kin
    if any(token in (ancestors(columns, kin) or ()) for token in range(kin + 1, law + 1)):
        return
    for token in range(max(0, kin - _REACH), min(len(columns.head), law + _REACH)):
        if columns.head[token] == law and token != law:
            columns.head[token] = kin
    for token, head, dep, tag in (
        (kin + 1, law, "punct", "HYPH"),
        (kin + 2, law, "case", "IN"),
        (kin + 3, law, "punct", "HYPH"),
        (law, kin, "nmod", "NN"),
    ):
        columns.head[token], columns.dep[token], columns.tag[token] = head, dep, tag
    if columns.dep[kin] == "nmod" and columns.label[columns.head[kin]] == "PERSON":
        columns.dep[kin] = "compound"
        _set_beside(columns, kin)
    name = law + 1
    if name >= len(columns.head) or columns.label[name] != "PERSON":
        return
    if columns.head[name] != kin and kin not in (ancestors(columns, name) or {kin}):
        columns.head[kin], columns.dep[kin] = name, "nmod:desc"
    owner = columns.head[kin - 1] if kin and columns.tag[kin - 1] == "POS" else kin
    if columns.head[owner] == name != owner:
        columns.head[owner], columns.dep[owner] = kin, "nmod:poss"


def _set_beside(columns: Columns, noun: int) -> None:
    """ "Ada Lind, a son-in-law of ...": English has no compounds behind their noun, so that a role there stands beside it."""
    name = columns.head[noun]
    beside = (
        columns.dep[noun] == "compound"
        and name < noun
        and any(columns.text[token] == "," for token in range(name + 1, noun))
    )
    if beside and columns.lemma[noun] in ROLE_NOUNS | KINSHIP:
        columns.dep[noun] = "appos"
