"""Scores whether two profiles are one thing: labels, names, links, aliases and context, each with its reasons."""

from __future__ import annotations

from ..knowledge.gazetteer import key
from .context import Weight, compare_contexts, everywhere_alike
from .label import PLACES, compare_labels
from .organisation import compare_organisations
from .person import compare_people
from .place import compare_groups, compare_places
from .profile import Profile
from .verdict import NONE, MatchEvidence, because

_UNSURE = 1.5
"""A place and an organisation stay so far below even odds that only a person can say that they are one."""
_ONE_DEFINITION = 1.0
"""Initials that a single other document defines need something in common with it."""
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
    if labels.weight and alias is not names and "the same name" not in names.reasons[-1:]:
        labels += because(_HOPELESS)
    known = labels + names
    if labels.weight < -_UNSURE:
        known = MatchEvidence(min(known.weight, -_UNSURE), known.reasons)
    if known.weight <= _HOPELESS or (left.place and right.place):
        return known
    own = left.keys | right.keys
    return known + compare_contexts(left.context, right.context, weight, own) + _same_document(left, right)


def compare_names(left: Profile, right: Profile) -> MatchEvidence:
    """Return the evidence of the two names, and for places of what they link to."""
    labels = {left.label, right.label}
    if labels == {"PERSON"}:
        return compare_people(left.person, right.person)
    if labels <= PLACES:
        return compare_places(left.name, right.name, (left.place, right.place), natural=labels == {"LOC"})
    if labels == {"NORP"}:
        return compare_groups(left.name, right.name)
    return compare_organisations(left.organisation, right.organisation, (left.context, right.context))


def _compare_aliases(left: Profile, right: Profile) -> MatchEvidence | None:
    """Return the evidence of a document that gives one name as another name of the other.

    Initials are believed. Two names in words might as well be two things that the document was misread to be one.
    """
    for one, other in ((left, right), (right, left)):
        alias = key(other.name)
        if alias in one.aliases and (" " in alias or len(alias) > 2) and not _is_family_name(other):
            initials = bool(one.organisation.acronym) != bool(other.organisation.acronym)
            believed = initials and one.label != "PERSON"
            several = one.definitions.get(alias, 1) > 1 or bool(one.documents & other.documents)
            weight = (3.0 if several else _ONE_DEFINITION) if believed else 0.0
            return because(weight, f'a document calls {one.name} "{other.name}"')
    return None


def _is_family_name(profile: Profile) -> bool:
    return profile.label == "PERSON" and profile.person.bare


def _same_document(left: Profile, right: Profile) -> MatchEvidence:
    """Count it against two people that one document, which knows both, does not take them for one."""
    if left.label == right.label == "PERSON" and left.documents & right.documents:
        return because(-1.5, "one document tells them apart")
    return NONE
