"""Compares initials with the long form they may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..knowledge.lexicon import lines
from ..knowledge.spelling import plain, words
from .verdict import MatchEvidence, because

_STOP = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"})


def initials_of(raw: Sequence[str]) -> str:
    """Return the plain initials that a name of the words ``raw`` is, or nothing if it does not look like initials."""
    word = raw[0] if len(raw) == 1 else ""
    capitals = sum(char.isupper() or char.isdigit() for char in word)
    return plain(word) if 2 <= len(word) <= 8 and word[:1].isupper() and 2 * capitals > len(word) else ""


def compare_initials(letters: str, full: Sequence[str], well_known: str) -> MatchEvidence:
    """Return the evidence that ``letters`` stand for a long form.

    ``full`` are all its words, numbers as ``#7``; ``well_known`` is the key it has in the list of abbreviations.
    """
    if letters == "".join(full).replace("#", ""):
        return because(4.0, "the same name")
    if (letters, well_known) in _abbreviations():
        return because(4.0, "a well-known abbreviation")
    spare = min((spare for spare in _spare_letters(letters, full) if spare is not None), default=None)
    if spare is None:
        return because(-5.0, "not its initials")
    numbered = any(char.isdigit() for char in letters)
    base = 2.6 if numbered else {2: 0.1, 3: 0.9}.get(len(letters), 1.5)
    return because(base - 0.8 * spare, "its initials")


def is_well_known(letters: str) -> bool:
    """Return whether the list of abbreviations has ``letters``, so that they mean the same everywhere."""
    return letters in _well_known()


@lru_cache(maxsize=1)
def _well_known() -> frozenset[str]:
    return frozenset(letters for letters, _ in _abbreviations())


def abbreviation_key(name: str) -> str:
    """Return what spellings of a long form in the list of abbreviations share."""
    return " ".join(word.replace("isation", "ization") for word in words(name) if word not in _STOP)


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[tuple[str, str]]:
    rows = (line.split("\t") for line in lines("abbreviations.tsv"))
    return frozenset((plain(letters), abbreviation_key(name)) for letters, name in rows)


def _spare_letters(letters: str, full: Sequence[str]) -> Iterator[int | None]:
    """Yield, for each way to read the long form, how many letters are no initials; None if it cannot be read."""
    every = [word.lstrip("#") for word in full]
    content = [word for word in every if word not in _STOP]
    for reading in (every, content, content[:-1]):
        if len(reading) > 1:
            yield _spare(letters, reading)


def _spare(letters: str, reading: list[str]) -> int | None:
    """Read ``letters`` off the words: each gives its first letter, and perhaps more from within it."""
    spare, position = 0, 0
    for index, word in enumerate(reading):
        if letters[position : position + 1] != word[0]:
            return None
        position += 1
        after = reading[index + 1][0] if index + 1 < len(reading) else ""
        inside = 1
        while position < len(letters) and letters[position] != after:
            inside = word.find(letters[position], inside) + 1
            if inside == 0:
                return None
            spare, position = spare + 1, position + 1
    return spare if position == len(letters) and spare <= 2 else None
