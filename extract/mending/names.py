"""Names that a parse has torn apart, or tied to what they are not: titles, roles, appositions."""

from __future__ import annotations

from ..lexicon import KINSHIP, ROLE_NOUNS
from .columns import Columns, ancestors

_CLAUSAL = frozenset({"VERB", "AUX", "PRON", "SCONJ"})


def join_name(columns: Columns, start: int, end: int) -> None:
    """Make the words of a person's name (``start`` to ``end``, exclusive) hang together: on its last word with a governor outside.

    A parser may hang a title on one word of the sentence and the name behind it on another ("Sheikh Omar Haddad").
    """
    outside = [token for token in range(start, end) if not start <= columns.head[token] < end]
    if len(outside) < 2:
        return
    first = outside[-1]
    above = ancestors(columns, first)
    if above is None or any(token in above for token in outside[:-1]):
        return
    for token in range(start, end):
        if token != first and (token in outside or columns.head[token] in outside):
            columns.head[token], columns.dep[token] = first, "flat"


def join_role(columns: Columns, role: int, subjects: dict[int, list[int]]) -> None:
    """ "Prosecutor Holt said", "One hopeful, Ada Lind, says" with two subjects: the second names the first."""
    verb = columns.head[role]
    name = next((other for other in subjects.get(verb, ()) if other > role), None)
    if name is None or columns.pos[name] != "PROPN" or not _may_be_named(columns, role, name):
        return
    between = [token for token in range(role + 1, name) if columns.text[token] != ","]
    if any(not {role, name} & (ancestors(columns, token) or set()) for token in between):
        return
    if columns.text[name - 1] == ",":
        columns.head[name], columns.dep[name] = role, "appos"
        subjects[verb].remove(name)
    else:
        columns.head[role], columns.dep[role] = name, "nmod:desc"
        subjects[verb].remove(role)


def _may_be_named(columns: Columns, role: int, name: int) -> bool:
    if name == role + 1 and columns.lemma[role] in ROLE_NOUNS:
        return True
    common = columns.pos[role] == "NOUN" or columns.lemma[role] in ROLE_NOUNS
    return common and not columns.label[role] and columns.label[name] == "PERSON"


def part_subjects(columns: Columns, noun: int, subjects: dict[int, list[int]]) -> None:
    """ "Leaders of five states met", "Ada Lind and Lars Lund met": the second is no subject, but hangs on the first."""
    verb = columns.head[noun]
    first = subjects.get(verb, [noun])[0]
    if first >= noun:
        return
    between = [t for t in range(first + 1, noun) if not {first, noun} & (ancestors(columns, t) or set())]
    joined = any(columns.pos[t] == "CCONJ" for t in range(first + 1, noun))
    if (
        joined
        and not any(columns.pos[t] in _CLAUSAL for t in between)
        and columns.label[first] == columns.label[noun]
    ):
        columns.head[noun], columns.dep[noun] = first, "conj"
        subjects[verb].remove(noun)
        return
    case = next(
        (t for t in range(first + 1, noun) if columns.dep[t] == "case" and columns.head[t] == noun), None
    )
    if case is not None and columns.tag[case] == "IN":
        columns.head[noun], columns.dep[noun] = first, "nmod"
        subjects[verb].remove(noun)


def is_title(columns: Columns, noun: int) -> bool:
    """ "Trainer Ada Lind": a role before a person is no part of the name."""
    name = columns.head[noun]
    person = columns.label[name] == "PERSON" != columns.label[noun] and columns.pos[noun] == "NOUN"
    return person and noun < name and columns.lemma[noun] in ROLE_NOUNS | KINSHIP


def part_titles(columns: Columns, role: int, subjects: dict[int, list[int]]) -> None:
    """ "Envoy Ada Lind and Berg's aide Lars Lund": each has a role of his own."""
    name = columns.head[role]
    if name < role or columns.label[name] != "PERSON":
        return
    own = (
        t for t in range(role + 1, name) if columns.head[t] == role and columns.dep[t] in ("appos", "flat")
    )
    first = next((t for t in own if columns.label[t] == "PERSON"), None)
    conjunction = next((t for t in range(first or name, name) if columns.pos[t] == "CCONJ"), None)
    if conjunction is None:
        return
    verb = columns.head[name]
    columns.head[role], columns.dep[role] = (role if verb == name else verb), columns.dep[name]
    columns.head[name], columns.dep[name] = role, "conj"
    subjects[verb] = [role if token == name else token for token in subjects.get(verb, ())]
    for token in range(conjunction, name):
        if columns.head[token] == role:
            columns.head[token] = name
            if columns.lemma[token] in ROLE_NOUNS | KINSHIP:
                columns.dep[token] = "nmod:desc"


def raise_apposition(columns: Columns, name: int) -> None:
    """ "The head of the ministry, Ada Lind": a person is not the ministry, but its head."""
    noun = columns.head[name]
    role = columns.head[noun]
    misplaced = columns.label[name] == "PERSON" and columns.label[noun] in (
        "ORG",
        "GPE",
        "NORP",
        "LOC",
        "FAC",
    )
    if misplaced and columns.dep[noun] == "nmod" and columns.lemma[role] in ROLE_NOUNS | KINSHIP:
        columns.head[name] = role


def part_appositions(columns: Columns, name: int) -> None:
    """Of two persons in apposition to one role the second, behind an "and", is coordinated."""
    role = columns.head[name]
    if columns.pos[role] != "NOUN" or columns.label[name] != "PERSON":
        return
    between = range(name - 1, role, -1)
    conjunction = next((token for token in between if columns.pos[token] == "CCONJ"), None)
    if conjunction is None or not any(
        columns.head[token] == role and columns.dep[token] == "appos" and columns.label[token] == "PERSON"
        for token in range(role + 1, conjunction)
    ):
        return
    columns.dep[name] = "conj"
    above = ancestors(columns, role) or set()
    for token in range(conjunction, name):
        if columns.head[token] == role and token not in above:
            columns.head[token] = name
            if columns.lemma[token] in ROLE_NOUNS | KINSHIP:
                columns.dep[token] = "nmod:desc"
