"""Deeds that a verb tells with a noun: "take into custody" is arrest, "open an investigation into" is investigate.

A noun has senses, and so has the verb that stands for both: "custody of her son" is no arrest, and who "appealed to fans" lodged
no appeal. So a deed is told by all of its words: the verb, the noun, and the preposition of whom or what it is done to.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from ..knowledge.lexicon import table
from ..model.statement import Statement
from .phrases import head_of, stem

_NONE = "-"
"""Stands for no preposition."""
_ANY = "*"
"""Stands for any preposition or none: what somebody resigns as or from is not told where he hands in his resignation."""
_WHEN_OR_WHERE = frozenset({"time", "place"})
_NO = frozenset("no little neither scant without".split())
"""Who makes "no apology" does not apologise."""
_OWN = frozenset({"his", "her", "their", "its"})


class Deed(NamedTuple):
    """A deed by its name, the class of its event, and the words for whom it is done to, if the noun stands in their place."""

    name: str
    event: str | None = None
    noun_is_object: bool = False
    target: str | None = None

    @property
    def verb(self) -> str:
        """The verb that tells it alone."""
        return self.name.partition(".")[0]


class _Entry(NamedTuple):
    name: str
    before: frozenset[str]
    event: str | None


@cache
def _deeds() -> dict[tuple[str, str], tuple[_Entry, ...]]:
    """Return the deeds by verb and noun; those of one noun differ in the preposition of whom they are done to."""
    found: dict[tuple[str, str], tuple[_Entry, ...]] = {}
    for senses, behind, verbs, nouns, before, *event in table("deeds.tsv"):
        prepositions = frozenset(before.split()) - {_NONE}
        entry = _Entry(_name(senses, behind), prepositions, (event or [""])[0].strip() or None)
        for verb, noun in product(verbs.split(), nouns.split()):
            key = verb.replace("_", " "), noun
            found[key] = (*found.get(key, ()), entry)
    return found


@cache
def _plain() -> dict[tuple[str, str], str]:
    """Return the names of deeds by the sense of a verb that tells them alone, and its preposition."""
    rows = [(senses, behind) for senses, behind, *_ in table("deeds.tsv")]
    return {(sense, behind): _name(senses, behind) for senses, behind in rows for sense in senses.split()}


def _name(senses: str, behind: str) -> str:
    return " ".join([senses.split()[0], *({behind} - {_NONE, _ANY})])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(verb.partition(" ")[0] for verb, _ in _deeds())


def deed_of(statement: Statement) -> Deed | None:
    """Return the deed that a statement tells: by its verb alone, or by a noun that is its object or stands behind its verb."""
    preposition = _NONE if statement.passive else statement.preposition or _NONE
    plain, sense = _plain(), statement.roleset or ""
    name = plain.get((sense, preposition), plain.get((sense, _ANY)))
    if name is not None:
        return Deed(name)
    if statement.lemma not in _verbs() or not _NO.isdisjoint(_words(statement)):
        return None
    return next(_by_noun(statement), None)


def _words(statement: Statement) -> Iterator[str]:
    """Yield the words of a predicate, and the first of its object."""
    first = statement.evidence[0]
    yield from first.predicate.text.casefold().split()
    yield from (first.object.text if first.object else "").casefold().split()[:1]


def _by_noun(statement: Statement) -> Iterator[Deed]:
    first, lemma, preposition = statement.evidence[0], statement.lemma, statement.preposition
    verb = f"{lemma} {statement.particle}" if statement.particle else lemma
    noun = head_of(first.object.text) if first.object else ""
    if statement.passive and preposition:  # was taken into custody
        for entry in _deeds().get((f"{lemma} {preposition}", first.object.text if first.object else ""), ()):
            yield Deed(entry.name, entry.event)
    elif preposition:  # put a ban on
        for word in map(stem, first.predicate.text.casefold().split()[1:]):
            for entry in _deeds().get((verb, word), ()):
                if preposition in entry.before:
                    yield Deed(entry.name, entry.event)
    elif not statement.passive:
        for entry in _deeds().get((verb, noun), ()):
            target = _target(statement, entry.before)
            if target is not None or (not entry.before and _is_own(statement)):
                yield Deed(entry.name, entry.event, noun_is_object=True, target=target)
    for qualifier in statement.qualifiers:  # took him into custody
        into, _, words = qualifier.text.partition(" ")
        for entry in _deeds().get((f"{lemma} {into}", words), ()):
            yield Deed(entry.name, entry.event)


def _is_own(statement: Statement) -> bool:
    """Return whether the object is one's own: "his resignation", not "the resignation of his cabinet"."""
    written = statement.evidence[0].object
    first = written.text.casefold().partition(" ")[0] if written is not None else ""
    return written is not None and first in _OWN and " of " not in written.text


def _target(statement: Statement, before: frozenset[str]) -> str | None:
    """Return the words for whom or what a deed is done to, where a noun is the object: "the firm" of "against the firm"."""
    first = statement.evidence[0]
    _, _, behind = (first.object.text if first.object else "").partition(" ")
    for preposition in sorted(before):
        _, found, words = f"{behind} ".partition(f" {preposition} ")
        if found:
            return words.strip()
    for qualifier in statement.qualifiers:
        preposition, _, words = qualifier.text.partition(" ")
        if preposition in before and qualifier.role not in _WHEN_OR_WHERE:
            return words
    return None
