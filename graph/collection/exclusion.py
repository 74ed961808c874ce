"""How two predicates exclude each other: opposites, other kinds of event, other things that one verb takes, other deeds."""

from __future__ import annotations

from collections.abc import Mapping, Set

from .phrases import ClaimPart
from .signatures import Signature

_DEED, _KIND = "deed:", "event:"
_ONE_THEME = ("theme.named", "theme.namesake", "theme.called", "theme.head")

OF_ONE_VERB = ("verb:", "sense:", "words:", "relation:", _DEED)
"""Classes whose members are of one kind of event, whatever kind the sentence was read as; frames and families hold several."""


def kinds_differ(left: Signature, right: Signature) -> bool:
    """Return whether both are of a kind of event, and of none that is the same."""
    kinds = [{name for name in one.classes if name.startswith(_KIND)} for one in (left, right)]
    return bool(kinds[0] and kinds[1] and kinds[0].isdisjoint(kinds[1]))


def are_opposite(left: frozenset[int], right: frozenset[int]) -> bool:
    """Return whether sides of opposites exclude each other: n and -n."""
    return bool(left and right) and any(-side in right for side in left)


def takes_another(left: Signature, right: Signature) -> bool:
    """Return whether one verb takes other things on both sides: "sold tanks to" somebody, "sold submarines to" him.

    A denial has to be of the very thing: "never sold submarines" denies no sale of tanks.
    """
    first, second = left.taken, right.taken
    if left.denied != right.denied:
        first, second = first or _head(left.theme), second or _head(right.theme)
    if not first or not second or not first.isdisjoint(second):
        return False
    return any(name.startswith("sense:") for name in left.classes.keys() & right.classes.keys())


def are_other_deeds(
    left: Signature, right: Signature, shared: Set[str], participants: Mapping[str, float]
) -> bool:
    """Return whether all that two predicates share is a deed that one tells with a noun, done to others or denied.

    Who imposed a ban on cars banned no dogs; who did not resign may have submitted his resignation.
    """
    if not any(name.startswith(_DEED) for name in shared) or any(
        not name.startswith((_DEED, _KIND)) for name in shared
    ):
        return False
    both_told = left.theme is not None and right.theme is not None
    return left.denied != right.denied or (both_told and not any(map(participants.get, _ONE_THEME)))


def _head(part: ClaimPart | None) -> frozenset[str]:
    return frozenset({part.head} - {""}) if part is not None and part.entity is None else frozenset()
