"""Titles of several words that a parse has taken for the person."""

from __future__ import annotations

from functools import cache

from ...english.lexicon import ROLE_NOUNS
from ...english.semantic_classes import noun_type
from ...english.titles import BEFORE_GENERAL, is_title
from ...english.word_classes import word_class
from .arrays import Columns, climb, dependents
from .names import head_phrase

_REACH = 12
_IN_TITLES = frozenset({"NOUN", "PROPN", "ADJ"})
_LISTED = frozenset({"appos", "conj"})
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


def join_listed(columns: Columns) -> None:
    """ "Premier Omar Dale, Deputy Premier Sami Krug and": in a list of people a role right before a name is that person's.

    A parser may take it for an apposition of the name before it, and the next name for one of the role.
    """
    people = {end: start for start, end, label in columns.entities if label == "PERSON"}
    for end, start in sorted(people.items()):
        opening = _opening_of_titles(columns, start)
        before = people.get(opening - 1)
        goes_on = columns.tag[end : end + 1] in (["VBD"], ["VBZ"], ["VBP"], ["MD"])  # ", coach Krug resigned"
        if before is not None and opening < start and columns.text[opening - 1] == "," and not goes_on:
            _join_listed(columns, range(before, opening - 1), range(opening, start), range(start, end))


def _opening_of_titles(columns: Columns, name: int) -> int:
    """The first word of the bare roles and titles right before a name; the name itself where there are none."""
    opening = name
    for token in range(name - 1, max(-1, name - _REACH), -1):
        joins = columns.text[token] == "and" and opening < name and _is_role(columns, token - 1)
        if columns.label[token] == "PERSON" or not (columns.pos[token] in _IN_TITLES or joins):
            break
        opening = token
    return opening if opening < name and _is_role(columns, name - 1) else name


def _is_role(columns: Columns, word: int) -> bool:
    lemma = columns.lemma[word].lower()
    return lemma in ROLE_NOUNS or noun_type(lemma) == "PERSON" or is_title(columns.text[word])


def _join_listed(columns: Columns, before: range, roles: range, name: range) -> None:
    inside = {*roles, *name}
    tops = [token for token in roles if columns.head[token] not in inside and columns.pos[token] != "CCONJ"]
    heads = [token for token in name if columns.head[token] not in name]
    if len(heads) != 1 or any(not _is_beside(columns, token, before) for token in tops):
        return
    (head,) = heads
    if columns.head[head] not in roles and not _is_beside(columns, head, before):
        return
    for token in roles:
        if token in tops or (columns.head[token] in roles and columns.dep[token] == "conj"):
            columns.head[token], columns.dep[token] = head, "nmod:desc"
    first = next(
        token for token in before if columns.head[token] not in before or columns.head[token] == token
    )
    if columns.dep[first] == "conj" and columns.label[columns.head[first]] == "PERSON":
        first = columns.head[first]
    columns.head[head], columns.dep[head] = first, "conj"
    for token in range(name.stop, min(len(columns.head), name.stop + _WIDE)):
        if columns.head[token] in roles:
            columns.head[token] = head


def _is_beside(columns: Columns, word: int, before: range) -> bool:
    """Does the parse set the word beside the name before it, beside one that opens the list, or beside that one's title?"""
    above = columns.head[word]
    person = columns.head[above] if columns.dep[above] == "nmod:desc" else above
    return columns.dep[word] in _LISTED and above < before.stop and columns.label[person] == "PERSON"


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
    for general, text in enumerate(columns.text[:-1]):
        if text.lower() == "general" and columns.lemma[general - 1] in BEFORE_GENERAL:
            _join_general(columns, general)
        elif text == "General" and _is_role(columns, general + 1):
            _join_role(columns, general)


def _join_role(columns: Columns, general: int) -> None:
    """ "General Secretary Ada Lind": one role, and she is no general."""
    if columns.dep[general] == columns.dep[general + 1] == "nmod:desc":
        columns.head[general], columns.dep[general] = general + 1, "amod"


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
