"""What speaks for and against two statements being one claim: named quantities, and what rules it out.

Two statements are ruled out where their predicates have nothing in common, or named entities in one place differ. Phrases
are compared, never merged. How much each quantity weighs is told in :mod:`.matching`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import chain

from ..identity import normal_key
from ..knowledge.gazetteer import country, nationality
from .background import Background, Squares
from .exclusion import OF_ONE_VERB, are_opposite, are_other_deeds, kinds_differ, takes_another
from .one_person import means_others
from .phrases import ClaimPart, numbers_in, parts_agree
from .predicates import EVENT, PERSONAL, SAME, SYMMETRIC
from .signatures import Signature
from .times import NEAR, gap_between, times_of
from .wording import alike_in_meaning

TELLING = 6.0
"""Rarity (natural logarithm) from which a head noun alone tells what is meant; "the state" says less."""

LIKE = 0.25
"""Cosine of two sentences, participants left out, from which other verbs may say the same of the same people."""

MOST = 3.0
"""Length of the vector of words that two sentences share from which more of them say no more: nine words of the rarest."""

Evidence = dict[str, float]
"""Quantities by name; one that is missing is 0."""


class ApartError(Exception):
    """Two statements cannot be one claim, whatever else they have in common; ``args[0]`` names the part."""


def evidence_for(left: Signature, right: Signature, background: Background) -> Evidence:
    """Return what speaks for and against one claim.

    Raises:
        ApartError: the predicates, opposites among them, mood, what they take, or named entities in one place, rule it out.

    """
    if are_opposite(left.sides, right.sides):
        raise ApartError("opposite")
    shared = left.classes.keys() & right.classes.keys()
    if kinds_differ(left, right) and not any(name.startswith(OF_ONE_VERB) for name in shared):
        raise ApartError("predicate")
    rewording = None if shared else _rewording(left, right, background)
    if not shared and rewording is None:
        raise ApartError("predicate")
    if left.undecided != right.undecided or (left.denied != right.denied and left.actual != right.actual):
        raise ApartError("mood")
    participants = _participants(left, right, shared, background)
    if takes_another(left, right) or are_other_deeds(left, right, shared, participants):
        raise ApartError("theme")
    found = _texts(left, right, background) | participants  # texts last: most pairs are apart before
    strength = max([min(left.classes[name], right.classes[name]) for name in shared], default=SAME)
    found |= {rewording: 1.0} if rewording else _predicate(strength, found)
    found |= _others(_elsewhere(left), _elsewhere(right))
    found |= times_of(left, right)
    if gap_between(left, right) <= NEAR and (strength > EVENT or any(map(found.get, _ONE_PART))):
        found["affair"] = found["kinship"]
    if shared & PERSONAL and found.get("theme.named"):
        found["personal"] = float(gap_between(left, right) <= NEAR)
    found["denied"] = float(left.denied != right.denied and not (left.refuted or right.refuted))
    found["mood"] = float(left.actual != right.actual)
    return found


_ONE_PART = tuple(
    f"{part}.{kind}" for part in ("agent", "theme") for kind in ("named", "namesake", "called", "head")
)
"""What says that two events of one kind are of one affair: a pipe floods a school, a wall of another collapses that day."""


def meaning_for(left: Signature, right: Signature, background: Background) -> Evidence:
    """Tell how alike the words of two statements are in what they mean: asked last, as it takes longest."""
    both, most = alike_in_meaning(left.wording, right.wording, background.squares)
    return {"meaning": both, "meaning.most": most}


def _predicate(strength: float, participants: Evidence) -> Evidence:
    """Tell how alike predicates of one class are; a kind of event or another verb says little of another object."""
    if strength >= SAME:
        return {"same": 1.0}
    loose = not any(participants.get(name) for name in ("theme.named", "theme.head", "theme.namesake"))
    name = "event" if strength == EVENT else "frame"
    return {name: 1.0, f"{name}.loose": float(loose)}


def _rewording(left: Signature, right: Signature, background: Background) -> str | None:
    """Return how likely other verbs say the same: "reworded", "other", or None where they do not.

    That takes the same two participants, both sides agreeing, and more in common: "he took a loss of $9 million" and "he
    claimed a loss of $9 million"; not "he praised her", "he sued her".
    """
    if left.denied != right.denied or left.pair is None or left.pair != right.pair:
        return None
    rest = _likeness_of_rest(left, right, background)
    if rest >= LIKE or _describe_alike(left.theme, right.theme):
        return "reworded"
    return "other" if rest else None


def _describe_alike(left: ClaimPart | None, right: ClaimPart | None) -> bool:
    """Return whether two phrases that are no names count alike or share two words."""
    if left is None or right is None or left.entity is not None:
        return False
    return bool(parts_agree(left, right)) or len(left.words & right.words) > 1


def _participants(
    left: Signature, right: Signature, shared: frozenset[str] | set[str], background: Background
) -> Evidence:
    """Compare agents and themes, crosswise too where both sides may change places: whom one beats, that one loses to.

    Raises:
        ApartError: they are others, or one agent does what only the other party could.

    """
    try:
        if left.agent and right.agent and are_opposite(left.party, right.party):
            raise ApartError("opposite")
        return _both(left.agent, left.theme, right.agent, right.theme, background)
    except ApartError:
        if not shared & SYMMETRIC:
            raise
    return _both(left.agent, left.theme, right.theme, right.agent, background)


def _both(
    agent: ClaimPart | None,
    theme: ClaimPart | None,
    other_agent: ClaimPart | None,
    other_theme: ClaimPart | None,
    background: Background,
) -> Evidence:
    found: Evidence = {}
    for name, part, other in (("agent", agent, other_agent), ("theme", theme, other_theme)):
        if part is None and other is None:
            found[f"{name}.none"] = 1.0
        elif part is None or other is None:
            found[f"{name}.absent"] = 1.0
        else:
            for kind, value in _part(name, part, other, background):
                found[f"{name}.{kind}"] = value
    return found


def _part(
    name: str, left: ClaimPart, right: ClaimPart, background: Background
) -> Iterator[tuple[str, float]]:
    """Yield what two phrases in one place have in common.

    Raises:
        ApartError: they are different named entities, or name different ones.

    """
    if left.entity is not None and right.entity is not None:
        if left.entity == right.entity:
            yield "named", 0.5 + 0.5 * background.names.get(left.entity, 1.0)
        elif _are_namesakes(left, right):
            yield "namesake", 1.0
        else:
            raise ApartError(name)
        return
    agreed = parts_agree(left, right)
    if agreed is not None:
        yield "number", 1.0 if agreed else 0.0
    if left.entity is not None or right.entity is not None:
        named, other = (left, right) if left.entity is not None else (right, left)
        if named.label == "PERSON" and means_others(other.text):
            raise ApartError(name)
        is_called = other.stands_for == named.entity
        yield "called" if is_called else "mentioned" if named.entity in other.names else "described", 1.0
        return
    if left.names and right.names and not left.names & right.names:
        raise ApartError(name)
    yield from _wordings(left, right, background)


def _are_namesakes(left: ClaimPart, right: ClaimPart) -> bool:
    """Return whether one name has two nodes, such as a firm that is a product too; two people of a name are two."""
    if left.name == right.name:
        return (left.label, right.label) != ("PERSON", "PERSON")
    return _is_of_its_state(left, right) or _is_of_its_state(right, left)


def _is_of_its_state(adjective: ClaimPart, state: ClaimPart) -> bool:
    """Return whether one is the adjective of a state, not its people: the Russian invasion is one of Russia, not of Russians."""
    if (adjective.label, state.label) != ("NORP", "GPE") or adjective.text.endswith("s"):
        return False
    code = nationality(adjective.text)
    return code is not None and normal_key(country(code).name) == state.name


def _wordings(left: ClaimPart, right: ClaimPart, background: Background) -> Iterator[tuple[str, float]]:
    """Yield what two phrases that are no names have in common: head noun, names in them, other words."""
    if left.names & right.names:
        yield "names", 1.0
    yield "words", likeness(left.words, right.words, background.squares)
    if not left.head or not right.head:
        yield "pronoun", 1.0
    elif left.head == right.head:
        shared = left.words & right.words
        yield "head", 1.0 if len(shared) > 1 else min(background.words.get(left.head, 0.0) / TELLING, 1.0)
        if left.words - shared and right.words - shared:
            yield "modifiers", 1.0
    else:
        yield "unlike", 1.0


def _texts(left: Signature, right: Signature, background: Background) -> Evidence:
    """Tell how alike the sentences are, with and without what is compared already, and the articles.

    What both have in common counts by itself too: many rare words in two long sentences that share no more.
    """
    kinship = background.kinship(left.documents, right.documents)
    first, second = frozenset(left.sentence), frozenset(right.sentence)
    shared = background.squares.sum(first & second)
    if not shared:
        return {"kinship": kinship}
    ours, theirs = background.squares.sum(first), background.squares.sum(second)
    return {
        "sentence": shared / math.sqrt(ours * theirs),
        "shared": min(math.sqrt(shared), MOST),
        "contained": math.sqrt(shared / min(ours, theirs)),
        "rest": _likeness_of_rest(left, right, background),
        "kinship": kinship,
    }


def _likeness_of_rest(left: Signature, right: Signature, background: Background) -> float:
    parts = (left.agent, left.theme, right.agent, right.theme)
    known = frozenset(chain.from_iterable([part.content for part in parts if part is not None]))
    first, second = frozenset(left.sentence) - known, frozenset(right.sentence) - known
    return likeness(first, second, background.squares)


def _others(left: frozenset[str], right: frozenset[str]) -> Evidence:
    """Tell of further names: those in common, or none where both have some."""
    return {
        "others": float(min(len(left & right), 2)),
        "others.apart": float(bool(left and right and not left & right)),
    }


def _elsewhere(signature: Signature) -> frozenset[str]:
    parts = [part for part in (signature.agent, signature.theme) if part is not None]
    return signature.others.union(*[part.names for part in parts]).difference([part.entity for part in parts])


def numbers_differ(left: Signature, right: Signature) -> bool:
    """Return whether both count or measure the same part, and differ."""
    pairs = ((left.agent, right.agent), (left.theme, right.theme))
    return any(part is not None and other is not None and _differ(part, other) for part, other in pairs)


def _differ(left: ClaimPart, right: ClaimPart) -> bool:
    named = left.entity is not None and right.entity is not None
    if named and "NORP" not in (left.label, right.label):  # "two Americans" are counted
        return False
    if left.amount is None or right.amount is None:
        ours, theirs = numbers_in(left.text), numbers_in(right.text)
        return bool(ours and theirs and not ours & theirs)
    return parts_agree(left, right) is False


def likeness(left: frozenset[str], right: frozenset[str], squares: Squares) -> float:
    """Return the cosine of two sets of words, weighted by rarity; 0 to 1."""
    both = left & right
    shared = squares.sum(both)
    if not shared:
        return 0.0
    ours = shared if len(left) == len(both) else squares.sum(left)
    theirs = shared if len(right) == len(both) else squares.sum(right)
    return shared / math.sqrt(ours * theirs)
