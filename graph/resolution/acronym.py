"""Compares initials with the long form they may stand for."""

from __future__ import annotations

from collections.abc import Sequence

from ..knowledge.spelling import plain
from .verdict import MatchEvidence, because

ITS_INITIALS = "its initials"
"""The reason of initials that nobody has explained; context has to say more."""
_STOP = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"})


def initials_of(raw: Sequence[str]) -> str:
    """Return the plain initials that a name of the words ``raw`` is, or nothing if it does not look like initials."""
    word = raw[0] if len(raw) == 1 else ""
    capitals = sum(char.isupper() or char.isdigit() for char in word)
    return plain(word) if 2 <= len(word) <= 8 and word[:1].isupper() and 2 * capitals > len(word) else ""


def compare_initials(letters: str, full: Sequence[str]) -> MatchEvidence:
    """Return the evidence that ``letters`` stand for a long form of the words ``full``, numbers as ``#7``."""
    if letters == "".join(full).replace("#", ""):
        return because(4.0, "the same name")
    if letters not in _readings(full):
        return because(-5.0, "not its initials")
    if any(char.isdigit() for char in letters):
        return because(1.0, ITS_INITIALS)
    return because({2: -3.0, 3: 0.1}.get(len(letters), 0.6), ITS_INITIALS)


def _readings(full: Sequence[str]) -> set[str]:
    """Return the first letters of all words of a long form, and of those that are not little ones."""
    content = [word for word in full if word not in _STOP]
    return {"".join(_first(word) for word in reading) for reading in (full, content) if len(reading) > 1}


def _first(word: str) -> str:
    """Return the first letter of a word, or all digits of a number."""
    return word[1:] if word[0] == "#" else word[0]
