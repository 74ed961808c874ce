"""Scores whether two profiles are one thing: labels, names, links, aliases and context, each with its reasons."""

from __future__ import annotations

from ..knowledge.english import SHIP_PREFIXES
from ..pluralisation import counted
from .acronym import ITS_INITIALS
from .context import Weight, compare_contexts, everywhere_alike, telling_support
from .label import PLACES, compare_labels
from .organisation import OTHER_COUNTRIES, compare_organisations
from .person import compare_people
from .person_name import is_common
from .place import compare_groups, compare_places
from .profile import Profile, is_of_many_countries
from .verdict import NONE, MatchEvidence, because

_UNSURE = 1.5
"""A place and an organisation stay so far below even odds that only a person can say that they are one."""
_ONE_DEFINITION = 1.0
"""Initials that a single other document defines need something in common with it."""
ONE_DEFINITION = "no other one explains it"
_TELLING = 0.75
"""Support from names around both that few documents have, from which a short name may be another one's."""
_RARE_LETTERS = 5
"""Short names of so many letters are rare enough for documents of one country to mean one thing by them."""
_MANY = 4
"""As many documents that use initials and never explain them do not mean what a single other one explains."""
_HOPELESS = -4.0
"""Log odds of two names that no context can outweigh."""


def compare(left: Profile, right: Profile, weight: Weight = everywhere_alike) -> MatchEvidence:
    """Return the evidence that two profiles are one thing; ``weight`` says what a shared name in context is worth."""
    labels = compare_labels(left.label, right.label)
    if labels is None:
        return because(-9.0, f"{left.label} is not {right.label}")
    names = compare_names(left, right)
    alias = _compare_aliases(left, right)
    if alias is not None and alias.weight > names.weight > -9.0:
        names = alias
    if labels.weight and alias is not names and "the same name" not in names.reasons:
        labels += because(_HOPELESS)
    known = labels + names
    if labels.weight < -_UNSURE:
        known = MatchEvidence(min(known.weight, -_UNSURE), known.reasons)
    if known.weight <= _HOPELESS or (left.place and right.place):
        return known
    own = left.keys | right.keys
    around = compare_contexts(left.context, right.context, weight, own)
    if _needs_telling_context(left, right, known):
        known += _without_telling_context(left, right, weight, own)
    return known + around + _same_document(left, right)


def _needs_telling_context(left: Profile, right: Profile, known: MatchEvidence) -> bool:
    """Return whether the names alone say so little that countries in common do not suffice."""
    if left.label == right.label == "PERSON":
        return left.person.bare or right.person.bare
    return bool({ITS_INITIALS, ONE_DEFINITION} & set(known.reasons))


def _without_telling_context(
    left: Profile, right: Profile, weight: Weight, own: frozenset[str]
) -> MatchEvidence:
    """Count it against a short name that nothing around it, which few documents have, is around the full one."""
    same_role = bool(left.context.roles & right.context.roles)
    if not same_role and (_is_frequent_family_name(left) or _is_frequent_family_name(right)):
        return because(-1.0, "no role in common")
    support = telling_support(left.context, right.context, weight, own)
    home = left.context.home if left.context.home == right.context.home else None
    if support >= _TELLING or (home and min(len(left.name), len(right.name)) >= _RARE_LETTERS):
        return NONE
    return because(-2.0, "nothing telling in common")


def _is_frequent_family_name(profile: Profile) -> bool:
    return profile.label == "PERSON" and profile.person.bare and is_common(profile.person)


def compare_names(left: Profile, right: Profile) -> MatchEvidence:
    """Return the evidence of the two names, and for places of what they link to."""
    labels = {left.label, right.label}
    if labels == {"PERSON"} and _are_other_rulers(left, right):
        return because(-6.0, f"{' '.join(sorted(left.rank))} is not {' '.join(sorted(right.rank))}")
    if labels == {"PERSON"}:
        same = because(0.4, "of one rank") if left.rank & right.rank else NONE
        return compare_people(left.person, right.person) + same
    if labels <= PLACES:
        return compare_places(left.name, right.name, (left.place, right.place), natural=labels == {"LOC"})
    if labels == {"NORP"}:
        return compare_groups(left.name, right.name) + _compare_homes(left, right)
    if labels == {"PRODUCT"} and _are_one_ship(left.name, right.name):
        return because(4.0, "the same ship")
    if "NORP" in labels and left.key.rstrip("s") != right.key.rstrip("s"):
        return because(-6.0, "a group of people and a body")
    return compare_organisations(left.organisation, right.organisation, (left.context, right.context))


def _are_one_ship(left: str, right: str) -> bool:
    """Return whether one name is the other behind the prefix of a ship; with two prefixes they are two ships.

    >>> _are_one_ship("MV Alma", "Alma"), _are_one_ship("HMS Alma", "MV Alma")
    (True, False)
    """
    prefix, _, rest = max(left, right, key=len).partition(" ")
    return prefix in SHIP_PREFIXES and rest == min(left, right, key=len)


def _compare_homes(left: Profile, right: Profile) -> MatchEvidence:
    """Count it against parties and believers of two countries, which go by one name in each: "Liberals"."""
    homes = {left.context.home, right.context.home}
    apart = is_of_many_countries(left.name) and None not in homes and len(homes) == 2
    return because(-5.0, OTHER_COUNTRIES) if apart else NONE


def _are_other_rulers(left: Profile, right: Profile) -> bool:
    """Return whether two first names have titles of rulers, of which none is that of both."""
    bare = left.person.bare and right.person.bare
    return bare and bool(left.rank and right.rank) and not left.rank & right.rank


def _compare_aliases(left: Profile, right: Profile) -> MatchEvidence | None:
    """Return the evidence of articles that give initials as short for a name, as "World Body (WB)" does.

    One article that does so may be alone with it, so that it takes a context as well; several are believed. Two names
    in words are no evidence: they are two things that the article was misread to call one.
    """
    for one, other in ((left, right), (right, left)):
        alias, letters = other.key, other.organisation.acronym
        if (
            alias in one.aliases
            and len(letters) > 1
            and not one.organisation.acronym
            and one.label != "PERSON"
        ):
            count = one.definitions.get(alias, 1)
            if count > 1 or one.documents & other.documents:
                return because(3.0, f'{counted(count, "document")} call {one.name} "{other.name}"')
            weight = _ONE_DEFINITION if len(other.documents) < _MANY else -_ONE_DEFINITION
            return MatchEvidence(weight, (f'a document calls {one.name} "{other.name}"', ONE_DEFINITION))
    return None


def _same_document(left: Profile, right: Profile) -> MatchEvidence:
    """Count it against two people that one document, which knows both, does not take them for one."""
    if left.voted or right.voted:
        return NONE
    if left.label == right.label == "PERSON" and left.documents & right.documents:
        return because(-1.5, "one document tells them apart")
    return NONE
