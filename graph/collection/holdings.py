"""Holdings: how many of something somebody has, as articles of other days count them ("Norland has 12 seats")."""

from __future__ import annotations

from .phrases import stem
from .signatures import Signature
from .times import LONG, gap_between

_HAS = "words:have"
_SHARES = frozenset({"", "percent", "percentage", "point"})
"""Units of what is a share of something else each time, such as the voters asked."""


def both_hold(left: Signature, right: Signature) -> bool:
    """Return whether two statements count the same things that one named entity has, with no other name beside it."""
    if not (say_what_is_had(left, right) and _is_plain(left) and _is_plain(right)):
        return False
    holder, other = left.agent, right.agent
    if holder is None or other is None or holder.entity is None or holder.entity != other.entity:
        return False
    unit, other_unit = _unit(left), _unit(right)
    return unit == other_unit and unit not in _SHARES and gap_between(left, right) <= LONG


def say_what_is_had(left: Signature, right: Signature) -> bool:
    """Return whether both say no more than that somebody has something: only what both hold is one thing then."""
    return _HAS in left.classes and _HAS in right.classes


def _unit(signature: Signature) -> str:
    """Return what is counted; nothing where that is not what is had: "a lead of 200 delegates"."""
    amount = signature.theme.amount if signature.theme else None
    unit = stem(amount.unit or "") if amount and not amount.currency else ""
    return unit if signature.theme and signature.theme.head == unit else ""


def _is_plain(signature: Signature) -> bool:
    """Return whether it states a bare count as a fact: "12 seats", not "12 more seats than Brinmark"."""
    theme = signature.theme
    if theme is None or theme.number is None or theme.names or "more" in theme.text.split():
        return False
    return signature.actual and not (signature.others or signature.denied or signature.undecided)
