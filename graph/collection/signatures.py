"""Statements as claims compare them: who does it, what it is done to, whatever the voice of the sentence."""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ..edtf import Bounds, bounds
from ..identity import normal_key
from ..model.record import STANCES
from ..model.statement import Statement
from .deeds import deed_of
from .phrases import ClaimPart, Named, content_words, head_of, phrase
from .predicates import SAME, classes_of, sides_of
from .tolls import is_toll, tells_of_counting, toll_of

Value = TypeVar("Value", bound=Hashable)

NO_TIME: Bounds = (None, None)
"""The time of a statement that tells none."""

WHOLE = -2
"""Stands for the number of a sentence where a whole article is meant."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A statement in a form that active, passive and noun share.

    ``sides`` are those of opposites that its verb is on, ``party`` those on which it puts its agent. ``agent`` and
    ``theme`` are what it has in place of them (None where it does not say), ``anchors`` all named entities
    that take part in it, ``others`` those that do so in other ways (``places`` of them), ``about`` those that its sentence mentions or its
    article is most about, ``taken`` the words of what the predicate itself takes ("sold tanks to"), ``time`` the days
    that it may mean, ``days`` those of its articles; ``actual`` tells what happens from what is planned or possible;
    ``undecided`` is what is kept from happening: neither so nor denied; ``refuted`` what somebody denies. ``anchors``,
    ``about``, the words of its ``sentence`` and its own (``wording``) are sorted tuples: sets of them would take a third of
    the memory of all signatures.
    """

    id: str
    documents: frozenset[str]
    classes: Mapping[str, float]
    sides: frozenset[int]
    party: frozenset[int]
    agent: ClaimPart | None
    theme: ClaimPart | None
    anchors: tuple[str, ...]
    others: frozenset[str]
    places: frozenset[str]
    about: tuple[str, ...]
    taken: frozenset[str]
    denied: bool
    refuted: bool
    actual: bool
    undecided: bool
    time: Bounds
    days: tuple[datetime.date, ...]
    sentence: tuple[str, ...]
    wording: tuple[str, ...]

    @property
    def pair(self) -> str | None:
        """Who does it and what it is done to, by entity or head noun, in one word; None where one is not told."""
        parts = (self.agent, self.theme)
        names = [part.entity or part.head for part in parts if part is not None]
        return "~" + " ".join(names) if len(names) == len(parts) and all(names) else None


def signature_of(
    statement: Statement,
    named: Mapping[str, Named],
    phrases: Mapping[str, str],
    days: Mapping[str, datetime.date],
    sentences: Mapping[tuple[str, int], tuple[str, ...]],
    mentioned: Mapping[tuple[str, int], tuple[str, ...]],
    shared: SharedParts,
) -> Signature:
    """Return the signature of a statement, of ``shared`` parts.

    ``named`` are the entities with names and ``phrases`` the words for others, by id; ``days`` the dates of
    documents; ``sentences`` are the content words and ``mentioned`` the named entities of a sentence, by document and
    number (``WHOLE`` for those that an article is most about).
    """
    classes, agent, theme = _roles(statement, named, phrases)
    sides, party = sides_of(statement, classes)
    is_count = is_toll(classes) and tells_of_counting(statement)
    anchors, others = _anchors(statement, agent, theme, named)
    documents = frozenset(piece.document for piece in statement.evidence)
    first = statement.evidence[0]
    about = {
        *mentioned.get((first.document, first.sentence), ()),
        *mentioned.get((first.document, WHOLE), ()),
    }
    return Signature(
        id=statement.id,
        documents=shared.one(documents),
        classes=shared.classes(classes),
        sides=shared.one(sides),
        party=shared.one(party),
        agent=agent and shared.part(agent),
        theme=theme and shared.part(theme),
        anchors=shared.one(tuple(sorted(anchors))),
        others=shared.one(frozenset(others)),
        places=shared.one(frozenset(_places(statement, named)) & others),
        about=shared.one(tuple(sorted(about))),
        taken=shared.one(_taken(statement)),
        denied=is_denied(statement),
        refuted=is_refuted(statement),
        actual=statement.modality == "actual",
        undecided=is_undecided(statement),
        time=shared.one(bounds(statement.time)) if statement.time and not is_count else NO_TIME,
        days=shared.one(tuple(sorted({days[id] for id in documents if id in days}))),
        sentence=sentences.get((first.document, first.sentence), ()),
        wording=shared.one(_wording(statement)),
    )


def _wording(statement: Statement) -> tuple[str, ...]:
    """Return the content words of all that a statement says, sorted."""
    piece = statement.evidence[0]
    parts = [part.text for part in (piece.subject, piece.predicate, piece.object) if part is not None]
    parts += [argument.text for argument in statement.arguments]
    parts += [qualifier.text for qualifier in statement.qualifiers]
    return tuple(sorted(content_words(" ".join(parts))))


def _roles(
    statement: Statement, named: Mapping[str, Named], phrases: Mapping[str, str]
) -> tuple[Mapping[str, float], ClaimPart | None, ClaimPart | None]:
    """Return the classes of a statement, who does it and what it is done to; of a toll only who is counted."""
    agent: ClaimPart | None = _subject(statement, named, phrases)
    theme = _object(statement, named, phrases)
    if statement.passive:
        agent, theme = _by_agent(statement, named), agent
    toll = toll_of(statement, agent, theme)
    if toll is not None:
        kind, counted = toll
        return {kind: SAME}, None, counted
    deed = deed_of(statement)
    if deed is not None and deed.noun_is_object:
        theme = _target(statement, deed.target, named)
    return classes_of(statement), agent, theme


def _anchors(
    statement: Statement, agent: ClaimPart | None, theme: ClaimPart | None, named: Mapping[str, Named]
) -> tuple[set[str], set[str]]:
    """Return the named entities that take part in a statement, and those that are in neither of its places."""
    own = {name for part in (agent, theme) if part is not None for name in (part.entity, *part.names) if name}
    others = {named[id].inside for id in statement.participants if id in named and named[id].id not in own}
    return others | own, others - own


def _places(statement: Statement, named: Mapping[str, Named]) -> Iterator[str]:
    return (named[id].inside for id in statement.participants if id in named and named[id].label in _PLACES)


_PLACES = frozenset({"GPE", "LOC", "FAC"})


class SharedParts:
    """Makes equal sets, times and parts of signatures one object: most statements have some in common with others."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}
        self._classes: dict[tuple[tuple[str, float], ...], Mapping[str, float]] = {}

    def one(self, value: Value) -> Value:
        """Return the object that was met first of those that equal ``value``."""
        found: Value = self._known.setdefault(value, value)
        return found

    def part(self, part: ClaimPart) -> ClaimPart:
        """Return the same part, itself of shared parts."""
        known: ClaimPart | None = self._known.get(part)
        if known is None:
            known = replace(part, content=self.one(part.content), names=self.one(part.names))
            self._known[known] = known
        return known

    def classes(self, classes: Mapping[str, float]) -> Mapping[str, float]:
        """Return the classes that were met first of those that equal ``classes``, in the order of the alphabet."""
        key = tuple(sorted(classes.items()))
        known = self._classes.get(key)
        if known is None:
            known = self._classes[key] = dict(key)
        return known


_NEGATIONS = frozenset(
    "not n't n’t never no none nobody nothing neither nor without cannot deny denies denied denying refute refutes "
    "refuted reject rejects rejected refuse refuses refused refusing refusal decline declines declined declining fail "
    "fails failed failing failure false untrue".split()
)


def is_denied(statement: Statement) -> bool:
    """Return whether it says that something is not so: by its own words or by a source that denies it.

    A ban on something, or a call to stop it, does not say that it does not happen.
    """
    if statement.stance == STANCES[1]:  # polarity counts the denial already
        return statement.polarity == "negative"
    return _is_negated(statement)


def is_refuted(statement: Statement) -> bool:
    """Return whether somebody is said to deny it, so that others have said it; "did not" may be of another occasion."""
    return statement.stance == STANCES[1] and is_denied(statement)


def is_undecided(statement: Statement) -> bool:
    """Return whether it neither says that something is so nor that it is not: a ban on it, "yet to"."""
    return statement.polarity == "negative" and not is_denied(statement)


def _is_negated(statement: Statement) -> bool:
    if statement.polarity != "negative":
        return False
    cues = [cue for piece in statement.evidence for cue in piece.cues if cue.effect == "negative"]
    words = {word.casefold() for cue in cues for word in cue.text.split()}
    return not words or bool(words & _NEGATIONS) or any(word.endswith(("n't", "n’t")) for word in words)


def _subject(statement: Statement, named: Mapping[str, Named], phrases: Mapping[str, str]) -> ClaimPart:
    words = _words(statement.evidence[0].subject.text, statement.subject, phrases)
    return phrase(words, named.get(statement.subject), _names(statement, "subject", named))


def _object(statement: Statement, named: Mapping[str, Named], phrases: Mapping[str, str]) -> ClaimPart | None:
    """Return the object with its amount, wherever that stands: "damage", "of $9 million"; "$9 million", "in damage"."""
    part = statement.evidence[0].object
    if part is None:
        return None
    words, amount = _words(part.text, statement.object, phrases), statement.amount
    if amount is None:
        amount = next((a.amount for a in statement.arguments if a.name == "of" and a.amount), None)
    elif amount.currency is not None:
        words = next((f"{q.text[3:]} of {words}" for q in statement.qualifiers if q.role == "in"), words)
    return phrase(words, named.get(statement.object or ""), _names(statement, "object", named), amount)


def _words(text: str, entity: str | None, phrases: Mapping[str, str]) -> str:
    """Return the words of a part, or those that a pronoun stands for."""
    return text if head_of(text) else phrases.get(entity or "", text)


def _taken(statement: Statement) -> frozenset[str]:
    """Return the words between the verb of a predicate and its preposition: tanks in "sold tanks to"."""
    if statement.roleset is None or statement.preposition is None:
        return frozenset()
    words = (statement.base or "").split()[1:-1]
    return content_words(" ".join(word for word in words if word != statement.particle))


def _target(statement: Statement, words: str | None, named: Mapping[str, Named]) -> ClaimPart | None:
    """Return whom or what a deed is done to, by its words: the entity that they are said to be, else the phrase."""
    if words is None:
        return None
    beside = [(a.entity, a.text) for a in statement.arguments] + [
        (q.entity, q.text) for q in statement.qualifiers
    ]
    involved = [i.entity for i in statement.involvements if i.entity in named]
    called = [id for id in involved if named[id].name == normal_key(words)]
    entity = next((id for id, text in beside if id and text.endswith(words)), min(called, default=""))
    inside = frozenset(named[id].inside for id in involved)
    return phrase(words, named.get(entity), inside if entity not in named else frozenset())


def _by_agent(statement: Statement, named: Mapping[str, Named]) -> ClaimPart | None:
    for argument in statement.arguments:
        if argument.role == "ARG0":
            return phrase(argument.text, named.get(argument.entity or ""), frozenset(), argument.amount)
    return None


def _names(statement: Statement, part: str, named: Mapping[str, Named]) -> frozenset[str]:
    return frozenset(
        named[i.entity].inside for i in statement.involvements if i.part == part and i.entity in named
    )
