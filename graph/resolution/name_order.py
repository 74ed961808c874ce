"""Where the parts of a person's name stand and what they are: Arabic, East Asian and Spanish habits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..knowledge.lexicon import words
from ..knowledge.spelling import SAME, SOUND, likeness

_SERVANT = frozenset({"abd", "abdal", "abdel", "abdul"})
_PARENT = frozenset({"abu", "umm"})
CHILD = frozenset({"ben", "bin", "bint", "ibn"})
_MORA = (
    "(?:[kgnhbpmr]|[szj]|t(?![iu])|d(?![iu])|f(?=u)|ch|sh|ts(?=u))?[aiueo]|[kgnhbpmr]?y[auo]|wa|n(?![aiueoy])"
)
_JAPANESE = re.compile(f"(?:{_MORA}){{2,}}")


def join_compounds(parts: Sequence[str]) -> list[str]:
    """Join what is one name in Arabic: "Abd (al-)Rahman" and "Abdulrahman", "Abu Omar".

    >>> join_compounds(["abd", "rahman", "zubaidi"]), join_compounds(["abu", "omar"])
    (['abdulrahman', 'zubaidi'], ['abuomar'])
    """
    joined: list[str] = []
    rest = list(parts)
    while rest:
        word = rest.pop(0)
        if word in _SERVANT and len(rest) > 1:
            word = "abdul" + rest.pop(0)
        elif word in _PARENT and rest:
            word += rest.pop(0)
        joined.append(word)
    return joined


def kunya(tokens: Sequence[str]) -> str:
    """Return whose parent a name says that somebody is ("abu" or "umm" with a name), or nothing."""
    return tokens[0][:3] if tokens[0][:3] in _PARENT and len(tokens[0]) > 5 else ""


def is_patronymic(tokens: Sequence[str]) -> bool:
    """Return whether the name says whose child somebody is, so that its order cannot be turned round."""
    return not CHILD.isdisjoint(tokens[1:-1])


def different_given_names(left: Sequence[str], right: Sequence[str]) -> bool:
    """Return whether two names begin with one family name, as in East Asia, and go on with different names."""
    if left[0] != right[0] or left[0] not in words("surname_first.txt") or len(left) != len(right):
        return False
    if left[-1] == right[-1] and len(left) == 2:
        return False
    return likeness("".join(left[1:]), "".join(right[1:])) > SOUND


def is_japanese(word: str) -> bool:
    """Return whether a word can be Japanese, where another vowel makes another name ("Takeshi", "Takashi")."""
    return _JAPANESE.fullmatch(word) is not None


def drops_second_family_name(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether only the longer of two names has a mother's family name too: "Luis Soto", "Luis Soto Rey"."""
    return len(long) > len(short) > 1 and any(
        likeness(short[-1], long[-2]) == SAME and likeness(short[0], given) == SAME for given in long[:-2]
    )
