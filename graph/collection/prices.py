"""Prices: sums of money that articles give differently beside one claim, as in "bought Kelda for 40 million"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..identity import content_id
from ..knowledge_graph import KnowledgeGraph
from ..model.record import Amount
from ..model.statement import Statement
from .corroboration import Claim
from .figures import Figure, FigurePoint
from .origins import Origins
from .phrases import same_amount

PRICED = frozenset({"acquisition", "payment"})
"""Kinds of event that have one price."""


def prices_of(graph: KnowledgeGraph, claims: Iterable[Claim], origins: Origins) -> tuple[Figure, ...]:
    """Return the claims of which two articles give different prices, sorted by text."""
    found = (_figure(claim, graph, origins) for claim in claims if not claim.negative)
    return tuple(sorted(figure for figure in found if figure is not None))


def _figure(claim: Claim, graph: KnowledgeGraph, origins: Origins) -> Figure | None:
    statements = (graph.statement(id) for id in claim.statements)
    told = [(price, point) for s in statements for price, point in _told(graph, s, origins)]
    differ = any(
        a.document != b.document and same_amount(price, other) is False
        for at, (price, a) in enumerate(told[:_MOST])
        for other, b in told[at + 1 : _MOST]
    )
    if not differ:
        return None
    points = tuple(sorted({point for _, point in told}))
    currency = next((price.currency for price, _ in told), None)
    id = content_id("price", claim.text, claim.id)
    return Figure(id, claim.text, None, currency, points, claim.entities)


_MOST = 40
"""Prices of one thing that are compared with each other."""


def _told(
    graph: KnowledgeGraph, statement: Statement, origins: Origins
) -> Iterator[tuple[Amount, FigurePoint]]:
    """Yield the price that each piece of evidence gives, where it gives one sum and no more."""
    if statement.event_class not in PRICED:
        return
    for piece in statement.evidence:
        sums = [a for a in piece.arguments if a.amount and a.amount.currency and a.amount.number is not None]
        if len(sums) != 1 or sums[0].amount is None or sums[0].amount.number is None:
            continue
        price = sums[0].amount
        day = (graph.document(piece.document).date or "")[:10]
        place = (day, sums[0].amount.number, piece.document, piece.sentence, statement.id, piece.id)
        yield price, FigurePoint(*place, origins.of[piece.document], sums[0].text, price.approx)
