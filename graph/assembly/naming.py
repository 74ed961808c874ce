"""The canonical name of an entity, by a stated rule, and its identifiers elsewhere.

1. The name in the user's list of entities, if it is on it.
2. For a place that the gazetteer links, the gazetteer's name: it does not depend on which documents are read.
3. Otherwise the fullest kind of name that documents use (for people, names with a first name go before names with an
   initial, and these before a family name alone; for all else, words go before initials), of these the one that most
   documents use, then the longest, then the first in the alphabet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..knowledge.entity_list import KnownEntities
from ..resolution.profile import Profile


@dataclass(frozen=True, slots=True)
class Naming:
    """The canonical name of an entity and the IRIs of the same thing elsewhere."""

    name: str
    links: tuple[str, ...] = ()


def canonical_name(profiles: Sequence[Profile], known: KnownEntities) -> Naming:
    """Return the canonical name and the links of the entity that ``profiles`` of single documents are."""
    listed = sorted({profile.known for profile in profiles if profile.known})
    places = sorted({profile.place for profile in profiles if profile.place})
    links = {known.by_id[id].iri for id in listed} | {iri for place in places for iri in place.iris}
    if listed:
        return Naming(known.by_id[listed[0]].name, tuple(sorted(links)))
    if places:
        return Naming(places[0].name, tuple(sorted(links)))
    counts = Counter(profile.name for profile in profiles)
    fullest = {profile.name: _fullness(profile) for profile in profiles}
    return Naming(min(counts, key=lambda name: (-fullest[name], -counts[name], -len(name), name)))


def _fullness(profile: Profile) -> int:
    if profile.label == "PERSON":
        tokens = profile.person.tokens
        return 0 if len(tokens) < 2 else 1 + (len(tokens[0]) > 1)
    return int(not profile.organisation.acronym)
