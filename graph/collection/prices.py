"""Prices, votes and sentences: numbers that articles give differently beside one event, as in "bought Kelda for 40 million"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..identity import content_id, normal_key
from ..knowledge_graph import KnowledgeGraph
from ..model.record import Amount
from ..model.statement import Evidence, Statement
from .background import day_of
from .corroboration import Claim, wording
from .figures import Figure, FigurePoint
from .origins import Origins
from .phrases import count_in, head_of, same_amount, stem
from .times import FAR

PRICED = frozenset({"acquisition", "payment"})
"""Kinds of event that have one price."""

VOTES = "vote"
"""Unit of what decides: "passed the law by 112 votes", whatever the event."""

SENTENCED = frozenset({"sentence.01", "jail.01", "imprison.01"})
"""Senses in which somebody gets years or months."""


@dataclass(frozen=True, slots=True)
class _Event:
    """Statements of one event, with its words, and the named entities that take part."""

    id: str
    text: str
    statements: Sequence[Statement]
    entities: tuple[str, ...]


def prices_of(graph: KnowledgeGraph, claims: Iterable[Claim], origins: Origins) -> tuple[Figure, ...]:
    """Return the events of which two articles give different prices, votes or sentences, sorted by text."""
    claimed = (
        _Event(content_id("price", claim.text, claim.id), claim.text, told, claim.entities)
        for claim in claims
        if not claim.negative
        for told in ([graph.statement(id) for id in claim.statements],)
    )
    found: dict[object, Figure] = {}
    for event in (*claimed, *_named_events(graph)):
        figure = _figure(event, graph, origins)
        if figure is not None:
            found.setdefault((figure.documents, figure.values), figure)
    return tuple(sorted(found.values()))


def _named_events(graph: KnowledgeGraph) -> Iterator[_Event]:
    """Yield deals between the same two and sentences of the same person, each told within weeks, however they are worded."""
    groups: dict[tuple[str, ...], list[tuple[int, Statement]]] = defaultdict(list)
    for statement in graph.statements:
        key = _named_event(graph, statement) if statement.polarity == "positive" else None
        days = (day_of(graph.document(piece.document).date) for piece in statement.evidence)
        first = min((day.toordinal() for day in days if day), default=None)
        if key is not None and first is not None:
            groups[key].append((first, statement))
    for key, dated in sorted(groups.items()):
        told: list[Statement] = []
        before = None
        for day, statement in sorted(dated, key=lambda one: (one[0], one[1].id)):
            if before is not None and day - before > FAR:
                yield from _event(graph, key, told)
                told = []
            before = day
            told.append(statement)
        yield from _event(graph, key, told)


def _event(graph: KnowledgeGraph, key: tuple[str, ...], told: Sequence[Statement]) -> Iterator[_Event]:
    if len(told) > 1:
        text = wording(graph, told[0])
        yield _Event(content_id("price", text, *sorted(s.id for s in told)), text, tuple(told), key)


def _named_event(graph: KnowledgeGraph, statement: Statement) -> tuple[str, ...] | None:
    """Return who is sentenced, or the two between whom money passes for one of them; None for all else."""
    if statement.roleset in SENTENCED:
        convict = statement.subject if statement.passive else statement.object
        return (convict,) if convict and graph.entity(convict).label == "PERSON" else None
    if statement.event_class == "acquisition" or (statement.event_class == "payment" and _is_for(statement)):
        parts = [a.entity for a in statement.arguments if a.role.startswith("ARG")]
        sides = {id for id in (statement.subject, statement.object, *parts) if id and graph.entity(id).named}
        return tuple(sorted(sides)) if len(sides) == 2 else None
    return None


def _is_for(statement: Statement) -> bool:
    """Return whether something named is paid for: "paid $3 million for Vardo"."""
    return statement.preposition == "for" or any(a.role == "ARG3" and a.entity for a in statement.arguments)


def _figure(event: _Event, graph: KnowledgeGraph, origins: Origins) -> Figure | None:
    told = [(amount, point) for s in event.statements for amount, point in _told(graph, s, origins)]
    bought = {s.id: _bought(graph, s) for s in event.statements}
    differ = any(
        a.document != b.document
        and _may_be_one(bought[a.statement], bought[b.statement])
        and same_amount(amount, other) is False
        for at, (amount, a) in enumerate(told[:_MOST])
        for other, b in told[at + 1 : _MOST]
    )
    if not differ:
        return None
    points = tuple(sorted({point for _, point in told}))
    first = told[0][0]
    return Figure(event.id, event.text, first.unit, first.currency, points, event.entities)


def _bought(graph: KnowledgeGraph, statement: Statement) -> tuple[bool, str]:
    """Return whether what is paid or voted for has a name, and that name or the head noun: "runoff" of "won runoff in"."""
    taken = (statement.base or "").split()[1:]
    if statement.preposition is not None and len(taken) > 1:
        return False, stem(taken[-2])
    id = statement.subject if statement.passive else statement.object
    if id is not None and graph.entity(id).named:
        return True, normal_key(graph.entity(id).name)
    text = graph.entity(id).name if id is not None else statement.literal.text if statement.literal else ""
    return False, head_of(text)


def _may_be_one(left: tuple[bool, str], right: tuple[bool, str]) -> bool:
    """Return whether two things bought may be one: "the brewery" may be Alster, and is no cheese factory."""
    return left[0] != right[0] or left == right


_MOST = 40
"""Numbers beside one thing that are compared with each other."""


def _told(
    graph: KnowledgeGraph, statement: Statement, origins: Origins
) -> Iterator[tuple[Amount, FigurePoint]]:
    """Yield the price, the votes or the term that each piece of evidence gives, where it gives one and no more."""
    for piece in statement.evidence:
        beside = _beside(statement, piece)
        if len({amount for _, amount in beside}) == 1:
            (text, amount), *_ = beside
            day = (graph.document(piece.document).date or "")[:10]
            place = (day, amount.number or 0.0, piece.document, piece.sentence, statement.id, piece.id)
            yield amount, FigurePoint(*place, origins.of[piece.document], text, amount.approx)


def _beside(statement: Statement, piece: Evidence) -> list[tuple[str, Amount]]:
    """Return the terms of a sentence, or the sums of money of what has a price; where there are none, votes and shares of them."""
    if statement.roleset in SENTENCED:
        return list(_terms(statement))
    parts = [(a.text, a.amount) for a in piece.arguments if a.amount and a.amount.number is not None]
    if statement.literal is not None and statement.amount and statement.amount.number is not None:
        parts.append((statement.literal.text, statement.amount))
    sums = [(text, a) for text, a in parts if a.currency and statement.event_class in PRICED]
    votes = [(q.text, q.amount) for q in statement.qualifiers if q.amount and q.amount.number is not None]
    return sums or [(text, a) for text, a in (*parts, *votes) if _is_of_votes(text, a)]


def _is_of_votes(text: str, amount: Amount) -> bool:
    """Return whether an amount counts votes, or says how much of the vote it is: "53 percent of the votes"."""
    return amount.unit == VOTES or (amount.unit in _SHARES and VOTES in map(stem, text.casefold().split()))


_SHARES = frozenset({"percent", "per cent", "%"})


def _terms(statement: Statement) -> Iterator[tuple[str, Amount]]:
    """Yield the years and months to which somebody is sentenced, or for which he is jailed."""
    texts = [q.text for q in statement.qualifiers if q.text.startswith(("to ", "for "))]
    for text in [statement.literal.text] if statement.literal else texts:
        words = text.removeprefix("to ").removeprefix("for ")
        unit = head_of(words)
        amount = count_in(words, unit) if unit in _TERMS else None
        if amount is not None:
            yield words, replace(amount, unit=unit)


_TERMS = frozenset({"year", "month"})
