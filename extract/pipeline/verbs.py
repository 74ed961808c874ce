"""Lemmas of English verb forms: irregular ones by a table, regular ones by undoing the ending, given the verbs there are."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from ..english.conjugation import IRREGULAR

BASES = frozenset({"VB", "VBP"})
UNDONE = BASES | {"VBD", "VBN", "VBG", "VBZ"}
"""Penn tags of the forms that are undone here; those of base forms have nothing to undo."""

_PREFIXES = ("over", "under", "with", "fore", "out", "mis", "un", "up", "re")
_VOWELS = frozenset("aeiou")


@cache
def _irregular() -> dict[tuple[str, str], str]:
    table: dict[tuple[str, str], str] = {}
    for verb, past, participle in IRREGULAR:
        table.setdefault(("VBD", past), verb)
        table.setdefault(("VBN", participle), verb)
    return table


def verb_lemma(form: str, tag: str, verbs: Container[str]) -> str | None:
    """The lemma of a lower-case verb form with a Penn tag, or None where no verb of ``verbs`` fits.

    >>> verb_lemma("fled", "VBD", set()), verb_lemma("hoping", "VBG", {"hop", "hope"}), verb_lemma("hopping", "VBG", {"hop"})
    ('flee', 'hope', 'hop')
    >>> verb_lemma("withdrew", "VBD", {"withdraw"})
    'withdraw'
    """
    irregular = _irregular()
    if found := irregular.get((tag, form)):
        return found
    for prefix in _PREFIXES:
        verb = irregular.get((tag, form.removeprefix(prefix))) if form.startswith(prefix) else None
        if verb and prefix + verb in verbs:
            return prefix + verb
    return next((verb for verb in _undone(form, tag) if verb in verbs or _american(verb) in verbs), None)


def mended_lemma(lemma: str, form: str, verbs: Container[str]) -> str:
    """The guess of a lemma for an unknown form in -ing or -ed, or the form undone where the guess cuts into its stem.

    >>> mended_lemma("st", "stunned", set()), mended_lemma("fen", "fending", set()), mended_lemma("dabb", "dabbled", set())
    ('stun', 'fend', 'dabble')
    >>> mended_lemma("proliferate", "proliferating", set()), mended_lemma("see", "seeing", {"see"})
    ('proliferate', 'see')
    """
    tag = "VBG" if form.endswith("ing") else "VBD"
    undone = list(_undone(form, tag))
    if not undone or lemma.lower() in (form, *undone) or lemma.lower() in verbs:
        return lemma
    stem = undone[0]
    return stem + "e" if stem[-1] == "l" and stem[-2] not in "aeioulrwy" else stem


def _american(verb: str) -> str:
    return verb[:-3] + "ize" if verb.endswith("ise") else verb


def _undone(form: str, tag: str) -> Iterator[str]:
    """What the form may come from, likeliest first."""
    if tag in BASES:
        yield form
    elif tag == "VBZ":
        if form.endswith("ies"):
            yield form[:-3] + "y"
        if form.endswith("s"):
            yield form[:-1]
        if form.endswith("es"):
            yield form[:-2]
    elif tag == "VBG" and form.endswith("ing"):
        if form.endswith("ying"):
            yield form[:-4] + "ie"
        yield from _stems(form[:-3])
    elif tag in ("VBD", "VBN") and form.endswith("ed"):
        if form.endswith("ied"):
            yield form[:-3] + "y"
        yield from _stems(form[:-2])


def _stems(stem: str) -> Iterator[str]:
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem if stem[-1] in "lsfz" else stem[:-1]
        yield stem[:-1] if stem[-1] in "lsfz" else stem
    elif _would_double(stem):
        yield stem + "e"
        yield stem
    else:
        yield stem
        yield stem + "e"


def _would_double(stem: str) -> bool:
    """One syllable with one vowel and one consonant behind it: the verb itself would double its last letter."""
    if len(stem) < 3 or stem[-1] in "aeiouwxy":
        return False
    return stem[-2] in _VOWELS and not any(letter in _VOWELS for letter in stem[:-2].replace("qu", "q"))
