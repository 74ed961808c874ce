"""Decides between several full names that one short name fits: a family name, or initials."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from .cluster import components
from .person_name import is_common
from .profile import Profile
from .verdict import NONE, MatchEvidence, because

_RIVAL_MARGIN = 1.0
_FAMOUS = 5
"""Documents (of a frequent name twice as many), and times those of all others of the name, from which it is one's own."""
_FAME = 0.4  # what ten times as many documents are worth: about 0.9
_ROLE = 1.0
"""What a role in common is worth against rivals that do not have it: "President Tolvanen" is Onni, not Aino, Tolvanen."""

ANOTHER_FITS = "another name fits as well"
"""The reason that leaves a short name open."""

Scored = dict[tuple[int, int], MatchEvidence]
"""The evidence of pairs of indices of profiles."""


def settle_rivals(scored: Scored, profiles: Sequence[Profile]) -> Scored:
    """Decide between several full names that one short name fits.

    A family name or initials that fit one full name only gain by it. Where they fit several, the best has to be
    clearly better, or in clearly more documents; otherwise none is taken.
    """
    full = [profile.is_telling and not _is_short(profile) for profile in profiles]
    full = [is_full or bool(profile.place) for is_full, profile in zip(full, profiles, strict=True)]
    sure = [pair for pair, e in scored.items() if e.verdict == "same" and full[pair[0]] and full[pair[1]]]
    same = components(len(profiles), sure)
    documents = Counter[int]()
    for index, profile in enumerate(profiles):
        documents[same[index]] += len(profile.documents)
    settled = dict(scored)
    for short, fits in _fits(scored, full).items():
        best_of: dict[int, float] = {}
        for other, evidence in fits:
            standing = evidence.weight + _FAME * log(len(profiles[other].documents))
            standing += _ROLE * bool(profiles[short].context.roles & profiles[other].context.roles)
            best_of[same[other]] = max(best_of.get(same[other], standing), standing)
        ranked = sorted(best_of.values(), reverse=True)
        known = {same[other]: documents[same[other]] for other, _ in fits}
        for other, evidence in fits:
            pair = (min(short, other), max(short, other))
            settled[pair] = evidence + _rivalry(evidence.weight, best_of[same[other]], ranked)
            if profiles[short].label == "PERSON":
                least = 2 * _FAMOUS if is_common(profiles[short].person) else _FAMOUS
                settled[pair] += _fame(same[other], known, least)
    return settled


def _fame(one: int, known: Mapping[int, int], least: int) -> MatchEvidence:
    """Return what it tells that nearly all articles which give a full name mean ``one`` by a family name."""
    others = sum(count for other, count in known.items() if other != one)
    if known[one] < least or known[one] < _FAMOUS * others:
        return NONE
    return because(1.2, f"{known[one]} of {known[one] + others} documents with a full name mean this one")


def _is_short(profile: Profile) -> bool:
    return profile.person.bare if profile.label == "PERSON" else bool(profile.organisation.acronym)


def _fits(scored: Scored, full: Sequence[bool]) -> Mapping[int, list[tuple[int, MatchEvidence]]]:
    fits: dict[int, list[tuple[int, MatchEvidence]]] = defaultdict(list)
    for (left, right), evidence in scored.items():
        if full[left] != full[right]:
            short, other = (right, left) if full[left] else (left, right)
            fits[short].append((other, evidence))
    return fits


def _rivalry(weight: float, standing: float, ranked: Sequence[float]) -> MatchEvidence:
    if len(ranked) == 1:
        return because(0.5, "no other name fits")
    rival = ranked[1] if standing == ranked[0] else ranked[0]
    if standing - rival < _RIVAL_MARGIN:
        return because(min(0.0, 1.5 - weight), ANOTHER_FITS)
    return NONE
