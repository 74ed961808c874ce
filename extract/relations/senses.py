"""Senses of verbs that serve several relations: what subject and object must be for a trigger to mean what it says.

"Beat" is a contest between names and an assault on a person; a judge who dismisses a case dismisses nobody; balls and
storms hit, but do not attack; a contract that goes to a firm visits nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.knowledge.gazetteer import candidates, nationality

from ..english.semantic_classes import noun_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    Check = Callable[["Ends"], bool]

from dataclasses import dataclass

_AGENTS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_CARRYING = frozenset(
    {"visited", "attacked", "arrested", "kidnapped", "dismissed", "appointed", "expelled", "investigated"}
)
"""Relations whose subject has a will."""
_VALUES = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_FORCE = frozenset(
    {
        "stick",
        "bat",
        "club",
        "fist",
        "belt",
        "rod",
        "baton",
        "whip",
        "unconscious",
        "death",
        "severely",
        "brutally",
        "badly",
        "up",
    }
)
_PRIZES = frozenset(
    {"prize", "award", "medal", "title", "trophy", "honour", "honor", "order", "cup", "oscar", "knighthood"}
)


@dataclass(frozen=True, slots=True)
class Ends:
    """A verb or noun that may say a relation, with subject and object and their labels, "" for plain phrases."""

    word: Token
    subject: Token
    subject_label: str
    object: Token
    object_label: str


def fits_sense(relation: str, ends: Ends) -> bool:
    """Can the word mean this relation between such a subject and object?"""
    if relation in _CARRYING and not _has_will(ends.subject, ends.subject_label):
        return False
    check = _CHECKS.get(relation)
    return check is None or check(ends)


def _kind(token: Token, label: str) -> str:
    return label or noun_type(token.lemma_.lower())


def _has_will(token: Token, label: str) -> bool:
    kind = _kind(token, label)
    return kind in _AGENTS or (not kind and token.pos_ == "PRON")


def _is_person(ends: Ends) -> bool:
    return _kind(ends.object, ends.object_label) == "PERSON" or (
        not ends.object_label and ends.object.pos_ == "PRON"
    )


def _is_left(ends: Ends) -> bool:
    """ "Left school" is no resignation, "left the bank" is."""
    determined = any(kid.dep_ in ("det", "nmod:poss") for kid in ends.object.lefts)
    return ends.object.ent_type_ != "" or determined


def _is_foundable(ends: Ends) -> bool:
    """Who starts a fire founds nothing; an event is founded where it has a name."""
    return ends.object.ent_type_ != "" or ends.object_label not in ("EVENT", "")


def _is_hurt(ends: Ends) -> bool:
    """ "Shot 68" counts strokes; "beat" hurts where blows are told of, or between people without names."""
    if ends.word.lemma_ in ("shoot", "hit") and ends.object.pos_ == "NUM":
        return False
    return (
        ends.word.lemma_ != "beat"
        or _tells_of_blows(ends)
        or not (ends.subject.ent_type_ or ends.object.ent_type_)
    )


def _is_contest(ends: Ends) -> bool:
    """ "Beat" is a contest between two names."""
    if ends.word.lemma_ != "beat":
        return True
    return bool(ends.subject.ent_type_ and ends.object.ent_type_) and not _tells_of_blows(ends)


def _tells_of_blows(ends: Ends) -> bool:
    return any(token.lower_ in _FORCE for kid in ends.word.rights for token in kid.subtree)


def _succeeds(ends: Ends) -> bool:
    """ "The board replaced Hill with Cole": the board succeeds nobody; Cole does."""
    kinds = _kind(ends.subject, ends.subject_label), _kind(ends.object, ends.object_label)
    if all(kinds) and kinds[0] != kinds[1]:
        return False
    if ends.word.lemma_ != "replace" or ends.word.pos_ != "VERB":
        return True
    successors = [kid for kid in ends.word.rights if any(mark.lower_ == "with" for mark in kid.lefts)]
    return not successors or ends.subject in successors


def _gives_money(ends: Ends) -> bool:
    return any(kid.ent_type_ == "MONEY" for kid in ends.word.rights)


def _is_prize(ends: Ends) -> bool:
    return ends.object.ent_type_ != "" or ends.object.lemma_.lower() in _PRIZES


def _is_nation(ends: Ends) -> bool:
    """People are of a nation; who is from a town is of no nationality that is told."""
    if ends.object_label == "NORP":
        return True
    name = next(
        (ent.text for ent in ends.object.doc.ents if ent.start <= ends.object.i < ent.end), ends.object.text
    )
    places = candidates(name.removeprefix("the ").removeprefix("The "))
    return any(place.rank == "country" for place in places) or nationality(name) is not None


_CHECKS: dict[str, Check] = {
    "dismissed": _is_person,
    "nationality": _is_nation,
    "suspended": _is_person,
    "resigned_from": _is_left,
    "founder_of": _is_foundable,
    "wounded": _is_hurt,
    "defeated": _is_contest,
    "succeeded": _succeeds,
    "transferred_to": _gives_money,
    "lent_to": _gives_money,
    "awarded": _is_prize,
    "paid": lambda ends: ends.word.lemma_ != "donate" or _gives_money(ends),
    "received_money_from": _gives_money,
}
