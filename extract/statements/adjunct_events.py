"""Events beside a clause in which its subject takes part: "In talks with Ada Lind, Krug offered", "came on a visit to Oslo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..factuality.modality import find_factuality
from ..factuality.signs import NEGATIVE, combine
from ..syntax.phrases import conjunct_phrases
from ..syntax.somebody import is_somebody
from .adjuncts import is_time
from .events import event_words
from .extraction import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree
    from .analysis import Analysis

RULE = "event-of-adjunct"


class _Wording(Struct, frozen=True):
    """Behind which prepositions the other participant stands, and the verb for the event."""

    prepositions: frozenset[str]
    base: str
    own: bool = False
    """Is it one's own deed, and told of who acts in it only (nobody who "was blamed in a letter to" him wrote it)?"""


_WITH = frozenset({"with"})
_TO = frozenset({"to"})
_TALK, _MEET = _Wording(_WITH, "talk with"), _Wording(_WITH, "meet with")
_WRITE, _SPEAK = _Wording(_TO, "write to", own=True), _Wording(_TO, "speak to", own=True)
_TRAVEL = _Wording(_TO, "travel to")
_EVENTS = {
    "interview": _Wording(_WITH | _TO, "give interview to", own=True),
    "talk": _TALK, "conversation": _TALK, "discussion": _TALK, "chat": _TALK, "call": _TALK, "consultation": _TALK,
    "meeting": _MEET, "summit": _MEET, "negotiation": _Wording(_WITH, "negotiate with"),
    "visit": _Wording(_TO, "visit"), "tour": _Wording(frozenset({"of"}), "tour"),
    "trip": _TRAVEL, "journey": _TRAVEL, "return": _Wording(_TO, "return to"),
    "speech": _SPEAK, "address": _SPEAK, "testimony": _Wording(_TO | {"before"}, "testify before", own=True),
    "letter": _WRITE, "email": _WRITE, "e-mail": _WRITE, "message": _WRITE,
    "statement": _Wording(_TO, "give statement to", own=True),
}  # fmt: skip
"""Nouns of events that whoever does something in, during or after them takes part in."""

_DURING = frozenset({"in", "during", "on", "at", "upon"})
_AFTER = frozenset({"after", "following"})
_OWN_AGENT = frozenset({"by", "from", "between", "among"})


def shared_event_base(noun: str) -> str:
    """The verb of an event by its noun's lemma: an "interview" is to "give interview to"."""
    return _EVENTS[noun].base


def adjunct_event_statements(analysis: Analysis, noun: int) -> Iterator[Extraction]:
    """The subject of the clause, the event beside it, and each name that takes part as well."""
    tree, verb = analysis.tree, analysis.tree.head[noun]
    event = _EVENTS.get(tree.lemma[noun])
    if event is None or _has_agent(tree, noun):
        return
    clause = analysis.clauses.clause(verb)
    if not _joins(tree, clause, event, noun):
        return
    factuality = find_factuality(tree, verb, clause.borrowed)
    if noun < clause.subjects[0].head:  # "in talks with Lund, Krug did not offer": they talked
        factuality = combine(sign for sign in factuality.signs if sign.effect != NEGATIVE)
    if factuality.polarity != "positive":
        return
    for partner in tree.children(noun, "nmod"):
        preposition = tree.cases(partner)
        if tree.words(preposition) not in event.prepositions or is_time(tree, partner):
            continue
        words = tuple(sorted({*event_words(tree, noun), *preposition}))
        for phrase in conjunct_phrases(tree, partner):
            for subject in clause.subjects if tree.is_named(phrase.head) else ():
                yield Extraction(
                    subject.tokens, subject.head, words, tree.lemma[noun], phrase.tokens, phrase.head, (),
                    factuality.polarity, factuality.modality, None, tree.sentence[noun], "active",
                    signs=factuality.signs,
                )  # fmt: skip


def _has_agent(tree: Tree, noun: int) -> bool:
    """Is it told whose event it is ("his visit", "a letter from Lund", "talks between")?"""
    if any(tree.words(tree.cases(kid)) in _OWN_AGENT for kid in tree.children(noun, "nmod", "obl:agent")):
        return True
    return tree.child(noun, "nmod:poss") is not None


def _joins(tree: Tree, clause: Clause, event: _Wording, noun: int) -> bool:
    """Does the subject take part: somebody who acts in it, or in or after what several do?"""
    preposition = tree.words(tree.cases(noun))
    if preposition in _DURING:
        joins = not (clause.passive and event.own)
    else:
        joins = preposition in _AFTER and not clause.passive and not event.own
    return (
        joins
        and bool(clause.subjects)
        and all(is_somebody(tree, subject.head) for subject in clause.subjects)
    )
