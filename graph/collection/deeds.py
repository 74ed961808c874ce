"""Deeds that a verb tells with a noun: "take into custody" is arrest, "open an investigation into" is investigate."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from ..knowledge.lexicon import table
from ..model.statement import Statement
from .phrases import head_of, stem

_NONE = "-"
"""Stands for no preposition: whom it is done to is the verb's own object."""


class Deed(NamedTuple):
    """A plain verb that says the same, the class of its event, and whether the noun stands where its object would."""

    verb: str
    event: str | None
    noun_is_object: bool
    before: frozenset[str]


@cache
def _deeds() -> dict[tuple[str, str], tuple[str, frozenset[str], str | None]]:
    found = {}
    for plain, verbs, nouns, before, *event in table("deeds.tsv"):
        prepositions = frozenset() if before == _NONE else frozenset(before.split())
        for verb in verbs.split():
            for noun in nouns.split():
                told = (plain.replace("_", " "), prepositions, (event or [""])[0].strip() or None)
                found[verb.replace("_", " "), noun] = told
    return found


def deed_of(statement: Statement) -> Deed | None:
    """Return the deed that a statement tells with a noun: its object, a word of its predicate, or what stands beside it."""
    verbs = (
        statement.lemma,
        f"{statement.lemma} {statement.particle or statement.preposition or ''}".strip(),
    )
    if not any(verb in _verbs() for verb in verbs):
        return None
    for verb, (noun, place) in product(verbs, _told(statement)):
        plain, before, event = _deeds().get((verb, noun), ("", frozenset(), None))
        if plain and not (place == _BESIDE and before):
            return Deed(plain, event, place == _OBJECT and not statement.passive, before)
    return None


@cache
def _verbs() -> frozenset[str]:
    return frozenset(verb for verb, _ in _deeds())


_OBJECT, _INSIDE, _BESIDE = "object", "predicate", "beside"
"""Where a noun stands: "into custody" is beside the verb that has an object of its own."""


def _told(statement: Statement) -> Iterator[tuple[str, str]]:
    """Yield the nouns that may make a deed, each with where it stands; who makes "no apology" does not apologise."""
    first = statement.evidence[0]
    if first.object is not None and not first.object.text.casefold().startswith("no "):
        yield head_of(first.object.text), _OBJECT
    yield from ((stem(word), _INSIDE) for word in first.predicate.text.casefold().split()[1:])
    for qualifier in statement.qualifiers:
        preposition, _, words = qualifier.text.partition(" ")
        if preposition in ("into", "to"):
            yield head_of(words), _BESIDE


def target_of(deed: Deed, statement: Statement) -> str | None:
    """Return the words for whom or what a deed is done to, where a noun is the object: "the firm" of "against the firm"."""
    for qualifier in statement.qualifiers:
        preposition, _, words = qualifier.text.partition(" ")
        if preposition in deed.before:
            return words
    first = statement.evidence[0]
    _, _, behind = (first.object.text if first.object else "").partition(" ")
    for preposition in sorted(deed.before):
        _, found, words = f"{behind} ".partition(f" {preposition} ")
        if found:
            return words.strip()
    return None
