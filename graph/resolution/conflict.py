"""Which names cannot be in one cluster, however many joins lead from one to the other."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from ..knowledge.spelling import is_alike, words
from .bodies import bodies_called
from .cluster import Face
from .label import PLACES, compare_labels
from .organisation import contradict
from .organisation_name import parse_organisation
from .person import compare_people
from .person_name import parse_person
from .place import compare_groups
from .profile import Profile

_LOOKS = 0.55  # share of letters in common from which two words look alike


def face_of(profile: Profile) -> Face:
    """Return what of a profile can contradict another one."""
    place = profile.place.iris if profile.place else ()
    return (profile.label, profile.name, profile.known or "", _state_of(profile), *place)


def _state_of(profile: Profile) -> str:
    """Return the country of a body that every country has, from its name or else its documents; of the listed ones, none."""
    if profile.label == "PERSON" or profile.label in PLACES:
        return ""
    organisation = profile.organisation
    if not organisation.generic or organisation.bodies:
        return ""
    return " ".join(sorted(organisation.countries)) or profile.context.home or ""


@lru_cache(maxsize=1 << 15)
def conflict(left: Face, right: Face) -> bool:
    """Return whether two names cannot be in one cluster, however many joins lead from one to the other."""
    labels, names = (left[0], right[0]), (left[1], right[1])
    if compare_labels(*labels) is None or (left[2] and right[2] and left[2] != right[2]):
        return True
    if labels == ("PERSON", "PERSON"):
        return compare_people(parse_person(names[0]), parse_person(names[1])).weight <= -4.0
    if left[3] and right[3] and left[3] != right[3]:
        return True
    if labels == ("NORP", "NORP"):
        return compare_groups(*names).weight <= -4.0
    if _only_look_alike(*names) and not bodies_called(names[0]) & bodies_called(names[1]):
        return True
    if left[4:] and right[4:]:
        return left[4:] != right[4:]
    if PLACES & set(labels):
        return "ORG" in labels
    return "NORP" not in labels and contradict(*map(parse_organisation, names))


def _only_look_alike(left: str, right: str) -> bool:
    """Return whether two names of as many words look alike word by word and yet are no spellings of one name.

    So a chain of spellings, each like the next, never joins its ends.
    """
    ours, theirs = words(left), words(right)
    if len(ours) != len(theirs) or ours == theirs:
        return False
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return any(not is_alike(a, b) for a, b in pairs) and all(
        Levenshtein.normalized_similarity(a, b) >= _LOOKS for a, b in pairs
    )
