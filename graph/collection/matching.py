"""Whether two statements of different articles make one claim: a score over predicate, participants, sentence and time.

Named entities must not contradict each other, nor numbers, nor times. What then speaks for one claim is added up:
the predicate (:mod:`.predicates`), the same named entity or head noun in the same place, further names in common, and
how alike the sentences and articles are. Phrases are compared, never merged.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ..edtf import Bounds
from .background import Background
from .phrases import ClaimPart, same_amount
from .predicates import EVENT, ONCE, OTHER, REPEATED, SYMMETRIC
from .signatures import Signature

NAMED, HEAD, WORDS = 2.0, 1.0, 0.7
"""What the same named entity, the same head noun, and alike words in one place speak for one claim."""

KINSHIP = 4.0
"""What articles about the same rare names speak for one claim, times the cosine of their names."""

THRESHOLD = 4.2
"""Scores from here on are of one claim."""

TELLING = 6.0
"""Rarity (natural logarithm) from which a head noun alone tells what is meant; "the state" says less."""

ABSENT = 1.0
"""What speaks against one claim where only one side says what is done to; who does it is often left out."""

LIKE = 0.2
"""Cosine of two sentences from which they are about one thing in more than their names."""

UNLIKE = 1.2
"""What speaks against one claim where what is done to has another head noun: another thing, or a synonym."""

ALIKE = 0.4
"""Cosine of the words of two phrases from which they may mean the same whatever their heads."""

NEAR, FAR, LONG = 4, 21, 90
"""Days between articles up to which they may tell of one event without saying when, and with ever more in common."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much two statements have in common, and in which part they cannot both be meant, if any.

    ``contradiction`` is "predicate", "subject" or "object" (the score is 0 then), "number" or "time".
    """

    score: float
    contradiction: str | None = None


_APART = Comparison(0.0, "predicate")


def compare(left: Signature, right: Signature, background: Background) -> Comparison:
    """Return how much speaks for one claim; ``background`` says how rare words and names are."""
    shared = left.classes.keys() & right.classes.keys()
    if not shared and not _may_be_reworded(left, right):
        return _APART
    straight = _participants(left.agent, left.theme, right.agent, right.theme, background)
    if shared & SYMMETRIC:
        swapped = _participants(left.agent, left.theme, right.theme, right.agent, background)
        straight = max(straight, swapped, key=lambda found: (found.contradiction is None, found.score))
    if straight.contradiction not in (None, "number"):
        return straight
    predicate = max((min(left.classes[name], right.classes[name]) for name in shared), default=OTHER)
    alike = likeness(left.sentence, right.sentence, background.words)
    if not _is_told_apart(left, right, predicate, alike):
        return _APART
    score = straight.score + 2.0 * alike + predicate
    score += _others(_elsewhere(left), _elsewhere(right))
    score += KINSHIP * background.kinship(left.documents, right.documents)
    contradiction = straight.contradiction or (None if _same_time(left, right) else "time")
    return Comparison(score - _distance(left, right), contradiction)


def _is_told_apart(left: Signature, right: Signature, predicate: float, alike: float) -> bool:
    """Return whether enough tells what both say from what is said again and again of the same people.

    Articles of other weeks need like sentences or phrases, unless it happens once or both tell when; so does what has
    no object; and a mere kind of event needs the same object.
    """
    shared = _shared_words(left.theme, right.theme)
    if alike >= LIKE or shared > 1:
        return True
    if predicate <= EVENT and not _same_theme(left.theme, right.theme):
        return False
    if left.classes.keys() & right.classes.keys() & ONCE:
        return True
    if left.theme is None and right.theme is None:
        return False
    return _gap(left, right) <= FAR or (_is_known(left.time) and _is_known(right.time))


def _shared_words(left: ClaimPart | None, right: ClaimPart | None) -> int:
    return len(left.words & right.words) if left and right and not left.entity and not right.entity else 0


def _same_theme(left: ClaimPart | None, right: ClaimPart | None) -> bool:
    if left is None or right is None:
        return False
    return left.entity == right.entity if left.entity or right.entity else left.head == right.head


def _may_be_reworded(left: Signature, right: Signature) -> bool:
    """Return whether other verbs may say the same: one named agent, one phrase that is no name, both sides agreeing.

    "He took a loss of $9 million" and "he claimed a loss of $9 million"; not "he praised her", "he sued her".
    """
    if left.denied != right.denied or left.agent is None or right.agent is None:
        return False
    if left.agent.entity is None or left.agent.entity != right.agent.entity:
        return False
    first, second = left.theme, right.theme
    if first is None or second is None or first.entity is not None or second.entity is not None:
        return False
    return first.head == second.head and len(first.words & second.words) > 1


def _others(left: frozenset[str], right: frozenset[str]) -> float:
    """Return what further names speak for one claim, or against it where both have some and none in common."""
    return 0.5 * min(len(left & right), 2) if left & right or not (left and right) else -0.5


def _elsewhere(signature: Signature) -> frozenset[str]:
    return signature.anchors - {
        part.entity for part in (signature.agent, signature.theme) if part is not None
    }


def _participants(
    agent: ClaimPart | None,
    theme: ClaimPart | None,
    other_agent: ClaimPart | None,
    other_theme: ClaimPart | None,
    background: Background,
) -> Comparison:
    """Compare agents and themes; one that only one side has costs a little."""
    total, contradiction = 0.0, None
    for part, other, name in ((agent, other_agent, "subject"), (theme, other_theme, "object")):
        if part is None or other is None:
            total -= (ABSENT if name == "object" else ABSENT / 3) * ((part is None) != (other is None))
            continue
        found = _parts(part, other, background, is_theme=name == "object")
        if found is None:
            return Comparison(0.0, name)
        total += found
        if _numbers_differ(part, other):
            contradiction = "number"
    return Comparison(total, contradiction)


def _parts(left: ClaimPart, right: ClaimPart, background: Background, *, is_theme: bool) -> float | None:
    """Return what two phrases in one place speak for one claim; None where they cannot mean the same."""
    if left.entity is not None and right.entity is not None:
        telling = 0.5 + 0.5 * background.names.get(left.entity, 1.0)
        return NAMED * telling if left.entity == right.entity else None
    if left.entity is not None or right.entity is not None:
        return 0.0 if _mentions(left, right) else -0.7
    if left.names and right.names and not left.names & right.names:
        return None
    return _wordings(left, right, background.words, is_theme=is_theme)


def _wordings(
    left: ClaimPart, right: ClaimPart, rarity: Mapping[str, float], *, is_theme: bool
) -> float | None:
    """Compare two phrases that are no names by head noun, number, names in them and other words."""
    overlap, shared = likeness(left.words, right.words, rarity), left.words & right.words
    named = 0.5 * bool(left.names & right.names)
    exact = 0.5 * (_agree(left, right) is True)
    if left.head and left.head == right.head:
        telling = 1.0 if len(shared) > 1 else min(rarity.get(left.head, 0.0) / TELLING, 1.0)
        return HEAD * telling + named + exact + 0.8 * overlap * (len(left.words | right.words) > 1)
    if overlap >= ALIKE:
        return WORDS + named + exact
    if named:
        return 1.0 if exact else -0.5
    if not left.head or not right.head:
        return 0.0
    return -UNLIKE if is_theme else -0.5


def _agree(left: ClaimPart, right: ClaimPart) -> bool | None:
    return same_amount(left.amount, right.amount) if left.amount and right.amount else None


def _numbers_differ(left: ClaimPart, right: ClaimPart) -> bool:
    return _agree(left, right) is False and (left.entity is None or right.entity is None)


def _mentions(left: ClaimPart, right: ClaimPart) -> bool:
    named, other = (left, right) if left.entity is not None else (right, left)
    return named.entity in other.names


def likeness(left: frozenset[str], right: frozenset[str], rarity: Mapping[str, float]) -> float:
    """Return the cosine of two sets of words, weighted by rarity; 0 to 1."""
    shared = sum(rarity.get(word, 0.0) ** 2 for word in left & right)
    if not shared:
        return 0.0
    sizes = (sum(rarity.get(word, 0.0) ** 2 for word in words) for words in (left, right))
    return shared / math.sqrt(math.prod(sizes))


def _same_time(left: Signature, right: Signature) -> bool:
    """Return whether both may be of one time: by what they tell or, for what recurs, by the days of their articles."""
    if _is_known(left.time) and _is_known(right.time):
        return _overlapping(left.time, right.time)
    recurs = bool(left.classes.keys() & right.classes.keys() & REPEATED)
    return not recurs or _gap(left, right) <= FAR


def _is_known(time: Bounds) -> bool:
    return time != (None, None)


def _overlapping(left: Bounds, right: Bounds) -> bool:
    (start, end), (other_start, other_end) = left, right
    return (start is None or other_end is None or start <= other_end) and (
        other_start is None or end is None or other_start <= end
    )


def _distance(left: Signature, right: Signature) -> float:
    """Return what speaks against one claim: articles of other days, unless both tell the same days or it happens once."""
    if left.classes.keys() & right.classes.keys() & ONCE:
        return 0.0
    if _is_known(left.time) and _is_known(right.time) and None not in (*left.time, *right.time):
        return 0.0
    gap = _gap(left, right)
    return 0.0 if gap <= NEAR else 0.5 if gap <= FAR else 1.5 if gap <= LONG else 2.5


def _gap(left: Signature, right: Signature) -> int:
    """Return the days between the nearest articles; some where a day is not known."""
    if not left.days or not right.days:
        return NEAR + 1
    return min(abs((day - other).days) for day in left.days for other in right.days)
