"""Prices and votes: numbers that articles give differently beside one claim, as in "bought Kelda for 40 million"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..identity import content_id, normal_key
from ..knowledge_graph import KnowledgeGraph
from ..model.record import Amount
from ..model.statement import Evidence, Statement
from .corroboration import Claim
from .figures import Figure, FigurePoint
from .origins import Origins
from .phrases import head_of, same_amount

PRICED = frozenset({"acquisition", "payment"})
"""Kinds of event that have one price."""

VOTES = "vote"
"""Unit of what decides: "passed the law by 112 votes", whatever the event."""


def prices_of(graph: KnowledgeGraph, claims: Iterable[Claim], origins: Origins) -> tuple[Figure, ...]:
    """Return the claims of which two articles give different prices or votes, sorted by text."""
    found = (_figure(claim, graph, origins) for claim in claims if not claim.negative)
    return tuple(sorted(figure for figure in found if figure is not None))


def _figure(claim: Claim, graph: KnowledgeGraph, origins: Origins) -> Figure | None:
    statements = (graph.statement(id) for id in claim.statements)
    told = [(amount, point) for s in statements for amount, point in _told(graph, s, origins)]
    bought = {s.id: _bought(graph, s) for s in map(graph.statement, claim.statements)}
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
    id = content_id("price", claim.text, claim.id)
    return Figure(id, claim.text, first.unit, first.currency, points, claim.entities)


def _bought(graph: KnowledgeGraph, statement: Statement) -> tuple[bool, str]:
    """Return whether what is paid or voted for has a name, and that name or the head noun."""
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
    """Yield the price, or the votes, that each piece of evidence gives, where it gives one and no more."""
    for piece in statement.evidence:
        beside = _beside(statement, piece)
        if len(beside) == 1:
            ((text, amount),) = beside
            day = (graph.document(piece.document).date or "")[:10]
            place = (day, amount.number or 0.0, piece.document, piece.sentence, statement.id, piece.id)
            yield amount, FigurePoint(*place, origins.of[piece.document], text, amount.approx)


def _beside(statement: Statement, piece: Evidence) -> list[tuple[str, Amount]]:
    """Return the sums of money beside what has a price; where there are none, the votes."""
    parts = [(a.text, a.amount) for a in piece.arguments if a.amount and a.amount.number is not None]
    sums = [(text, a) for text, a in parts if a.currency and statement.event_class in PRICED]
    votes = [(q.text, q.amount) for q in statement.qualifiers if q.amount and q.amount.number is not None]
    return sums or [(text, a) for text, a in votes if a.unit == VOTES]
