"""The list of bodies: names in words, initials and translations that mean one body everywhere."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from ..knowledge.lexicon import lines
from ..knowledge.spelling import plain, raw_words, words

_LITTLE = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"})


@lru_cache(maxsize=1 << 16)
def bodies_called(name: str) -> frozenset[int]:
    """Return the numbers of the bodies of the list that have this name.

    >>> bodies_called("The World Health Organisation") == bodies_called("WHO") != frozenset()
    True
    """
    return _bodies().get(_spelling(name), frozenset())


@cache
def _bodies() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines("bodies.tsv")):
        for name in line.split("|"):
            found[_spelling(name)].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _spelling(name: str) -> str:
    """Return what spellings of a name share; initials keep their case, so that "who" is not "WHO"."""
    raw = [word for word in raw_words(name) if word.lower() != "the"]
    if len(raw) == 1 and raw[0].isupper():
        return plain(raw[0]).upper()
    return " ".join(_word(word) for word in words(name) if word not in _LITTLE)


def _word(word: str) -> str:
    spelled = word.replace("isation", "ization").replace("labour", "labor")
    return spelled.replace("programme", "program").replace("defence", "defense")
