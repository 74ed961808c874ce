"""Events beside a clause in which its subject takes part: "In talks with Ada Lind, Krug offered", "came on a visit to Oslo".

Only where the clause tells of somebody who speaks or travels: many verbs take these nouns themselves ("insisted on talks
with", "balked at a visit to"), and what others do during an event says nothing of who takes part in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..english.lexicon import DEFINITE, SPEAKING
from ..english.word_classes import word_class
from ..factuality.modality import find_factuality, nominal_factuality
from ..factuality.signs import NEGATIVE, Factuality, combine
from ..syntax.phrases import conjunct_phrases
from ..syntax.somebody import is_somebody
from .adjuncts import is_time
from .events import event_words
from .extraction import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.phrases import Phrase
    from ..syntax.tree import Tree
    from .analysis import Analysis

RULE = "event-of-adjunct"


class _Wording(Struct, frozen=True):
    """Behind which prepositions the other participant stands, the verb for the event, and what sort of event it is."""

    prepositions: frozenset[str]
    base: str
    sort: str


_TELL, _SHARE, _TRAVEL = "telling", "shared", "travel"
_WITH = frozenset({"with"})
_TO = frozenset({"to"})
_TALK, _MEET = _Wording(_WITH, "talk with", _SHARE), _Wording(_WITH, "meet with", _SHARE)
_WRITE, _SPEAK = _Wording(_TO, "write to", _TELL), _Wording(_TO, "speak to", _TELL)
_GO = _Wording(_TO, "travel to", _TRAVEL)
_EVENTS = {
    "interview": _Wording(_WITH | _TO, "give interview to", _TELL),
    "talk": _TALK, "conversation": _TALK, "discussion": _TALK, "chat": _TALK, "call": _TALK, "consultation": _TALK,
    "meeting": _MEET, "summit": _MEET, "negotiation": _Wording(_WITH, "negotiate with", _SHARE),
    "visit": _Wording(_TO, "visit", _TRAVEL), "tour": _Wording(frozenset({"of"}), "tour", _TRAVEL),
    "trip": _GO, "journey": _GO,
    "speech": _SPEAK, "address": _SPEAK, "testimony": _Wording(_TO | {"before"}, "testify before", _TELL),
    "letter": _WRITE, "email": _WRITE, "e-mail": _WRITE, "message": _WRITE,
    "statement": _Wording(_TO, "give statement to", _TELL),
}  # fmt: skip
"""Nouns of events that whoever speaks in them, or comes on them, takes part in."""

_BESIDE = {
    _TELL: frozenset({"in", "during"}),
    _SHARE: frozenset({"in", "during", "after", "following"}),
    _TRAVEL: frozenset({"during"}),
}
"""Prepositions that a verb of speaking does not take for what is spoken of ("hinted at", "reported on")."""
_AHEAD = frozenset({"in", "during", "on", "at"})
"""Prepositions at the head of a sentence, where whoever acts in it takes part ("In talks with Lind, Krug offered")."""
_OWN_AGENT = frozenset({"by", "from", "between", "among", "of"})


def shared_event_base(tree: Tree, extraction: Extraction) -> str:
    """The verb of an event: an "interview" with a paper is to "give interview to" it; with a person, who asked is open."""
    item = extraction.object_head
    if extraction.lemma == "interview" and item is not None and tree.label[item] != "ORG":
        return _TALK.base
    return _EVENTS[extraction.lemma].base


def adjunct_event_statements(analysis: Analysis, noun: int) -> Iterator[Extraction]:
    """The subject of the clause, the event beside it, and each name that takes part as well."""
    tree, verb = analysis.tree, analysis.tree.head[noun]
    event = _EVENTS.get(tree.lemma[noun])
    if event is None or _is_of_others(tree, event, noun):
        return
    clause = analysis.clauses.clause(verb)
    if not _joins(analysis, clause, event, noun):
        return
    factuality = find_factuality(tree, verb, clause.borrowed)
    if noun < clause.subjects[0].head:  # "in talks with Lund, Krug did not offer": they talked
        factuality = combine(sign for sign in factuality.signs if sign.effect != NEGATIVE)
    if not (_is_plain(factuality) and _is_plain(nominal_factuality(tree, noun))):
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


def _is_plain(factuality: Factuality) -> bool:
    return (factuality.polarity, factuality.modality) == ("positive", "actual")


def _is_of_others(tree: Tree, event: _Wording, noun: int) -> bool:
    """Is it told whose event it is ("his visit", "a letter from Lund", "a papal visit"), or known from before ("the visit")?"""
    agents = _OWN_AGENT - event.prepositions
    besides = (*tree.children(noun, "nmod", "obl:agent"), *tree.children(tree.head[noun], "obl", "obl:agent"))
    if any(tree.words(tree.cases(kid)) in agents for kid in besides if kid > noun):
        return True
    if tree.child(noun, "nmod:poss") is not None:
        return True
    if any(
        tree.is_named(kid) or tree.lower[kid] in word_class("official_adjectives")
        for kid in tree.children(noun, "compound", "amod")
    ):
        return True
    known = any(tree.lower[kid] in DEFINITE for kid in tree.children(noun, "det"))
    return known and event.sort == _TRAVEL


def _joins(analysis: Analysis, clause: Clause, event: _Wording, noun: int) -> bool:
    """Does the subject take part: who speaks in the event, or comes on the journey, or acts behind it at the head of a sentence?"""
    tree, verb, preposition = analysis.tree, clause.head, analysis.tree.words(analysis.tree.cases(noun))
    if clause.passive or not clause.subjects or _is_argument(analysis, verb, noun):
        return False
    if not all(_takes_part(tree, subject, event) for subject in clause.subjects):
        return False
    if event.sort == _TRAVEL and preposition == "on" and tree.lemma[verb] in word_class("travelling"):
        return True
    of_object = event.sort == _SHARE and preposition == "in" and tree.child(verb, "obj") is not None
    if _tells(tree, verb) and preposition in _BESIDE[event.sort] and not of_object:
        return True  # but "denied a role | in talks with"
    frame, subject = analysis.frames.get(verb), clause.subjects[0].head
    acts = frame is not None and subject in frame.heads("ARG0") and tree.label[subject] in ("PERSON", "")
    return acts and preposition in _AHEAD and noun < subject


def _tells(tree: Tree, verb: int) -> bool:
    """Is it told what somebody says, not what somebody asks or shows?"""
    told = tree.lemma[verb] in SPEAKING or tree.lemma[verb] in ("speak", "talk")
    return told and tree.lemma[verb] not in word_class("not_telling")


def _is_argument(analysis: Analysis, verb: int, noun: int) -> bool:
    """Does the role head take the event for what the verb is about?"""
    frame = analysis.frames.get(verb)
    return frame is not None and any(
        role.head == noun and role.name.startswith("ARG") and not role.name.startswith("ARGM")
        for role in frame.roles
    )


def _takes_part(tree: Tree, subject: Phrase, event: _Wording) -> bool:
    """Somebody who does not only ask or report; in what several do or a journey, no body and no crowd."""
    kids = tree.children(subject.head, "appos", "nmod:desc", "compound")
    others = word_class("reporters") | word_class("spokespeople")
    if any(tree.lemma[token] in others for token in (*subject.tokens, *kids)):
        return False
    one = tree.label[subject.head] == "PERSON" or (
        not tree.label[subject.head] and tree.tag[subject.head] not in ("NNS", "NNPS")
    )
    return is_somebody(tree, subject.head) and (one or event.sort == _TELL)
