"""Compares names of places, and of peoples and other groups."""

from __future__ import annotations

import re
from functools import lru_cache

from ..knowledge.gazetteer import Place, candidates, key, nationality
from ..knowledge.spelling import EDIT, SAME, SKELETON, SOUND, is_alike, likeness, words
from .verdict import NONE, MatchEvidence, because

_KINDS = frozenset(
    "airport avenue bridge canal desert hills island islands isles mountain mountains mount ocean peninsula river sea "
    "square strait street".split()
)
_WATERS = frozenset({"canal", "ocean", "river", "sea"})
_ABBREVIATIONS = {
    "mt": "mount",
    "st": "saint",
    "ft": "fort",
    "mts": "mountains",
    "is": "islands",
    "sq": "square",
}
_STOP = frozenset({"of", "the"})
LOOSE_SPELLING = "perhaps spellings of one name"
"""The reason of two names that are alike in their consonants, or in all letters but one."""

_SURE = 2.8
_LONG = 9  # letters of a name in which one may be wrong
_GROUP_ENDING = re.compile("(?:ish|ic|s)$")


@lru_cache(maxsize=1 << 16)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_ABBREVIATIONS.get(word, word) for word in words(name) if word not in _STOP)


def compare_places(
    left: str, right: str, links: tuple[Place | None, Place | None], *, natural: bool
) -> MatchEvidence:
    """Return the evidence of two names of places and what they link to; ``natural`` if neither is a town or state."""
    if links[0] and links[1]:
        if links[0] == links[1]:
            return because(6.0, f"both are {links[0].name} ({links[0].country})")
        return because(-9.0, f"{_described(links[0])} is not {_described(links[1])}")
    if _words(left) != _words(right) and candidates(left) and candidates(right):
        return because(-6.0, "two known names")
    evidence = _compare_words(_words(left), _words(right), natural=natural)
    if 0 < evidence.weight < _SURE and _little_known(left, right):
        evidence += because(-0.8, "only one is a known place")
    if not (links[0] or links[1]) and len(candidates(left)) > 1 and len(candidates(right)) > 1:
        return evidence + because(-2.0, "a name that several places have")
    unknown = right if links[0] else left
    if (links[0] or links[1]) and candidates(unknown):
        return evidence + because(-2.5, "it is not sure where one of them is")
    return evidence


def _little_known(left: str, right: str) -> bool:
    """Return whether just one of two names is that of a place of ours, and of none as big as a state or a capital."""
    ours, theirs = candidates(left), candidates(right)
    return bool(ours) != bool(theirs) and all(
        place.rank not in ("country", "3") for place in (*ours, *theirs)
    )


def _described(place: Place) -> str:
    return f"{place.name} ({place.part + ', ' if place.part and place.part != place.name else ''}{place.country})"


def _compare_words(left: tuple[str, ...], right: tuple[str, ...], *, natural: bool) -> MatchEvidence:
    if left == right or "".join(left) == "".join(right):
        return because(4.0, "the same name")
    if sorted(left) == sorted(right):
        return because(3.5, "the same words in another order")
    if len(left) == len(right):
        worst = max(likeness(a, b) for a, b in zip(left, right, strict=True))
        if worst <= EDIT and all(map(is_alike, left, right)):
            if left[0][0] != right[0][0]:
                return because(-6.0, "different names")
            weight = {
                SAME: 4.0,
                SOUND: 2.8,
                SKELETON: 1.8,
                EDIT: 0.5 if len("".join(left)) >= _LONG else -1.0,
            }[worst]
            return because(weight, "spellings of one name" if worst <= SOUND else LOOSE_SPELLING)
    extra = set(left) ^ set(right)
    if extra <= _KINDS and set(left) & set(right) and len(left) != len(right):
        water = 2.2 if extra <= _WATERS else 1.2
        return because(water if natural else -2.0, f'only one has "{" ".join(sorted(extra))}"')
    if extra == {"strip"}:
        return because(-0.5, "perhaps the city, perhaps the strip of land")
    return because(-6.0, "different names")


def compare_groups(left: str, right: str) -> MatchEvidence:
    """Return the evidence of two names of peoples, parties or believers ("Kurds" and "Kurdish", "Democrats" and "Democratic")."""
    ours, theirs = nationality(left), nationality(right)
    if ours or theirs:
        if ours == theirs:
            return because(5.0, f"both are the nationality of {ours}")
        return because(-6.0, "different nationalities")
    one, two = map(stem_of_group, (left, right))
    alike = max((likeness(a, b) for a, b in zip(one.split(), two.split(), strict=False)), default=EDIT)
    same_words = len(one.split()) == len(two.split()) and all(map(is_alike, one.split(), two.split()))
    if not same_words or alike > SOUND:
        return because(-6.0, "different names")
    return because(4.0 if alike == SAME else 2.4, "the same name") if one and two else NONE


def stem_of_group(name: str) -> str:
    """Return what the noun and the adjective of a group share.

    >>> stem_of_group("Democrats"), stem_of_group("Democratic")
    ('democrat', 'democrat')
    """
    return _GROUP_ENDING.sub("", key(name))
