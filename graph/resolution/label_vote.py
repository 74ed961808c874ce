"""A vote on labels: one spelling with two labels is mostly one thing, and most articles label it right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from ..knowledge.gazetteer import candidates, country, key, link, nationality
from ..knowledge.lexicon import nicknames, words
from ..knowledge.outlets import built_in_outlets
from .bodies import bodies_called
from .label import PLACES, family
from .profile import Profile

_LEAST = 3
"""Articles that have to agree on a label."""
_FORMS_OF_STATE = frozenset(
    "commonwealth confederation democracy duchy emirate emirates federation kingdom principality republic state states "
    "sultanate union".split()
)

_FAMOUS = 6
"""As many articles to one that call somebody by full name make a family name theirs."""

_NEVER_FAMILIES = frozenset({"NORP", "GPE", "EVENT", "WORK_OF_ART", "LAW"})
"""Labels that a family name has by mistake in an article that calls somebody by full name; firms are named so."""

_MISTAKEN = frozenset({"GPE", "LOC", "PRODUCT", "EVENT"})
"""Labels that a body of the list has by mistake; treaties and people are called like bodies."""

_BUILT = frozenset(
    "airport avenue bridge hospital plaza square stadium street avenida aeropuerto calle estadio palacio parque praça puente "
    "rua teatro".split()
)
"""First or last words of what is built in a town, in English and in the languages whose names English news keeps."""

Votes = Mapping[str, Counter[str]]


def vote_on_labels(profiles: Iterable[Profile]) -> dict[str, str]:
    """Return the label of every member whose spelling most articles label otherwise, by the key of the member.

    The full name of a state is a place whatever its label, a body of the list and an outlet's edition no place, the plural of
    a group a group, and the family name of somebody in the same article a person. A person and a place, a place and a team may well share
    a name: there the other articles must be far more.
    """
    every = sorted(profiles, key=lambda profile: profile.name)  # what a name says is looked up once
    votes = _count(every)
    found = {}
    for profile in every:
        label = (
            _state(profile)
            or _listed(profile)
            or _edition(profile)
            or _built(profile)
            or _elected(profile, votes)
        )
        if label != profile.label and "LANGUAGE" not in (label, profile.label) and not profile.known:
            found.update(dict.fromkeys(profile.members, label))
    return found


def relabelled(profile: Profile, label: str) -> Profile:
    """Return the profile under another label, linked to the place it means if that label is a place."""
    around = [country(n[1:]).name if n[:1] == "@" else n for n in sorted(profile.context.names)]
    place = link(profile.name, around) if label in PLACES else None
    return replace(profile, label=label, place=place, voted=True)


def _count(profiles: Iterable[Profile]) -> Votes:
    """Return in how many articles each spelling has each label; the names of people and the short names of bodies count, too."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for profile in profiles:
        votes[profile.key][profile.label] += 1
        if profile.label == "ORG":
            for alias in profile.aliases:
                votes[f"short {alias}"]["ORG"] += 1
        if profile.label == "PERSON" and not profile.person.bare:
            votes[f"family {profile.person.tokens[-1]}"]["PERSON"] += 1
            votes[f"first {profile.person.tokens[0]}"]["PERSON"] += 1
            for document in profile.documents:
                votes[f"family {profile.person.tokens[-1]} in {document}"]["PERSON"] += 1
    return votes


def _state(profile: Profile) -> str | None:
    """Return GPE for the name of a state in several words, such as "Republic of Chad", or cut short, such as "Calif."."""
    if profile.label in PLACES:
        return None
    found = candidates(profile.name)
    if profile.name.endswith(".") and " " not in profile.name and found:
        return "GPE" if found[0].rank == "part" else None
    if _FORMS_OF_STATE.isdisjoint(profile.key.split()):
        return None
    return "GPE" if len(found) == 1 and found[0].rank == "country" else None


def _edition(profile: Profile) -> str | None:
    """Return ORG for an outlet's edition of a place, such as "BBC London", that was taken for a place."""
    outlet, _, place = profile.name.rpartition(" ")
    if profile.label not in PLACES or not outlet or _is_place(profile.name) or not _is_place(place):
        return None
    return "ORG" if built_in_outlets().named(outlet) else None


def _built(profile: Profile) -> str | None:
    """Return FAC for a square, a street or a stadium that was taken for a town."""
    tokens = profile.name.casefold().split()
    if profile.label not in PLACES or len(tokens) < 2 or _is_place(profile.name):
        return None
    return "FAC" if {tokens[0], tokens[-1]} & _BUILT else None


def _listed(profile: Profile) -> str | None:
    """Return ORG for a body of the list that was taken for something else: "the Kremlin"; for a person in initials only."""
    mistaken = profile.label in _MISTAKEN or (profile.label == "PERSON" and profile.name.isupper())
    if not mistaken or _is_place(profile.name) or not bodies_called(profile.name):
        return None
    return "ORG"


def _elected(profile: Profile, votes: Votes) -> str:
    spelling = profile.key
    ours = votes[spelling]
    group = _group_votes(spelling, votes)
    if group and profile.label in ("PERSON", "GPE") and group >= ours[profile.label]:
        return "NORP"
    mine = sum(count for label, count in ours.items() if family(label) == family(profile.label))
    rivals = {label: count for label, count in ours.items() if family(label) != family(profile.label)}
    label = min(rivals, key=lambda label: (-rivals[label], label), default=profile.label)
    if label != profile.label and _wins(rivals[label], mine, label, profile):
        return label
    beside = any(f"family {spelling} in {document}" in votes for document in profile.documents)
    if beside and profile.label in _NEVER_FAMILIES and not _is_place(profile.name):
        return "PERSON"
    people = votes.get(f"family {spelling}", Counter())["PERSON"]
    if not people and _is_body_elsewhere(profile, votes):
        return "ORG"
    if profile.label != "PERSON" and not _is_place(profile.name):
        return "PERSON" if people >= _FAMOUS * mine else profile.label
    return profile.label


def _is_body_elsewhere(profile: Profile, votes: Votes) -> bool:
    """Return whether another article calls a body by the single, unknown word that stands for a person or a town here.

    A town is one only where the word is short for a longer name there; articles give people's full names.
    """
    spelling, name = profile.key, profile.name
    if profile.label not in ("PERSON", "GPE") or " " in spelling or name.isupper():
        return False
    is_body = profile.label == "PERSON" and votes[spelling]["ORG"] > 0
    if not is_body and f"short {spelling}" not in votes:
        return False
    return not (f"first {spelling}" in votes or _is_place(name) or _is_first_or_family_name(name))


def _group_votes(spelling: str, votes: Votes) -> int:
    """Return how often a plural, its singular included, is labelled as a group of people."""
    if " " in spelling or not spelling.endswith("s"):
        return 0
    return (
        votes[spelling]["NORP"] + votes.get(spelling[:-1], Counter())["NORP"] if spelling[:-1] in votes else 0
    )


def _wins(theirs: int, mine: int, label: str, profile: Profile) -> bool:
    place = _is_place(profile.name)
    if profile.label in PLACES and place:
        return False
    if profile.label == "NORP" and label in PLACES and place and not nationality(profile.name):
        return theirs >= mine
    if theirs < _LEAST:
        return False
    if profile.label == "PERSON" and (label in PLACES or _is_first_or_family_name(profile.name)):
        return False  # people are called like places
    both = {label, profile.label}
    far = "PERSON" in both or ("ORG" in both and bool(both & PLACES))
    return theirs >= (4 if far else 2) * mine


@lru_cache(maxsize=1 << 15)
def _is_place(name: str) -> bool:
    return bool(candidates(name))


def _is_first_or_family_name(name: str) -> bool:
    word = key(name)
    return " " not in word and (
        word in words("given_names.txt") or word in words("family_names.txt") or word in nicknames()
    )
