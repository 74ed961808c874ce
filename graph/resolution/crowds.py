"""Keeps names of places apart where many are spelled alike: then a likeness in spelling tells nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..knowledge.spelling import words
from .cluster import components
from .label import PLACES
from .place import LOOSE_SPELLING
from .profile import Profile
from .rivals import Scored
from .verdict import because

_CROWD = 3
"""Names that are spelled alike; two are two spellings of one name more often than two towns."""


def settle_crowds(scored: Scored, profiles: Sequence[Profile]) -> Scored:
    """Count it against two places on no map, alike in their consonants only, that other names are like them as well.

    "Bhaderwah" is "Bhadarwah"; of Tassavik, Tessavik and Tossavik nobody knows that any two are one.
    """
    alike = [pair for pair, evidence in scored.items() if LOOSE_SPELLING in evidence.reasons]
    alike = [pair for pair in alike if all(_is_unmapped(profiles[index]) for index in pair)]
    crowd_of = components(len(profiles), alike)
    crowds = defaultdict[int, set[tuple[str, ...]]](set)
    for index in {index for pair in alike for index in pair}:
        crowds[crowd_of[index]].add(words(profiles[index].name))
    settled = dict(scored)
    for pair in alike:
        count = len(crowds[crowd_of[pair[0]]])
        if count >= _CROWD:
            settled[pair] += because(-1.0, f"{count} names are spelled alike")
    return settled


def _is_unmapped(profile: Profile) -> bool:
    return profile.label in PLACES and profile.place is None
