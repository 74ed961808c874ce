"""Mend attachments that a parser gets wrong and that other evidence puts right.

Four cases of news prose: a finite verb coordinated with a non-finite one belongs to the finite verb above
("admitted renting a van but refuses to talk"); a reporting verb coordinated with what is reported of a
thing belongs to the reporter ("said the strike was illegal and accused the union"); a role and a name side
by side as two subjects are one; the parts of a name belong to the name, not to the title before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from .lexicon import ROLE_NOUNS, SPEAKING

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NON_FINITE = frozenset({"VB", "VBG"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a parse that mending reads; ``head`` and ``dep`` are changed in place."""

    head: list[int]
    dep: list[str]
    tag: list[str]
    pos: list[str]
    lemma: list[str]
    label: list[str]


def mend(columns: Columns) -> None:
    """Mend the parse in place; the number of roots does not change."""
    subjects = _subjects(columns)
    for token, dep in enumerate(columns.dep):
        if dep == "conj" and columns.pos[token] == "VERB" and token not in subjects:
            _raise_conjunct(columns, token, subjects)
        elif dep == "nsubj":
            _join_role(columns, token, subjects)


def _subjects(columns: Columns) -> dict[int, list[int]]:
    """The subjects of each predicate."""
    subjects: dict[int, list[int]] = {}
    for token, dep in enumerate(columns.dep):
        if dep in _SUBJECTS:
            subjects.setdefault(columns.head[token], []).append(token)
    return subjects


def _raise_conjunct(columns: Columns, verb: int, subjects: dict[int, list[int]]) -> None:
    first = columns.head[verb]
    above = columns.head[first]
    if above == first or columns.tag[verb] not in _FINITE or columns.pos[above] not in ("VERB", "AUX"):
        return
    open_complement = columns.dep[first] == "xcomp" and columns.tag[first] in _NON_FINITE
    if open_complement or _is_reporter(columns, verb, subjects.get(first, [])):
        columns.head[verb] = above


def _is_reporter(columns: Columns, verb: int, reported: list[int]) -> bool:
    """Does a verb after reported speech speak itself? Then it goes with the reporting verb, unless somebody is reported on."""
    first = columns.head[verb]
    speaks = columns.lemma[verb] in SPEAKING and columns.lemma[columns.head[first]] in SPEAKING
    return columns.dep[first] == "ccomp" and speaks and not any(_is_somebody(columns, token) for token in reported)


def join_name(columns: Columns, start: int, end: int) -> None:
    """Make the words of a person's name (``start`` to ``end``, exclusive) hang together: on its last word with a governor outside.

    A parser may hang a title on one word of the sentence and the name behind it on another ("Sheikh Omar Haddad").
    """
    outside = [token for token in range(start, end) if not start <= columns.head[token] < end]
    if len(outside) < 2:
        return
    first = outside[-1]
    above = _ancestors(columns, first)
    if above is None or any(token in above for token in outside[:-1]):
        return
    for token in range(start, end):
        if token != first and (token in outside or columns.head[token] in outside):
            columns.head[token], columns.dep[token] = first, "flat"


def _ancestors(columns: Columns, token: int) -> set[int] | None:
    """All words above a token; None for a root."""
    above: set[int] = set()
    while columns.head[token] != token and columns.head[token] not in above:
        token = columns.head[token]
        above.add(token)
    return above or None


def _is_somebody(columns: Columns, subject: int) -> bool:
    return (
        columns.pos[subject] == "PRON"
        or columns.label[subject] in _PEOPLE
        or columns.lemma[subject] in ROLE_NOUNS
    )


def _join_role(columns: Columns, role: int, subjects: dict[int, list[int]]) -> None:
    """ "Prosecutor Holt said" with two subjects."""
    verb = columns.head[role]
    name = role + 1
    if name in subjects.get(verb, ()) and columns.pos[name] == "PROPN" and columns.lemma[role] in ROLE_NOUNS:
        columns.head[role], columns.dep[role] = name, "nmod:desc"
