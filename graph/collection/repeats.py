"""Claims that say again what another one says of the same words: "cancelled a visit to Ostby" is told as "cancelled visit to" too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..knowledge_graph import KnowledgeGraph
from ..model.record import Span
from ..model.statement import Evidence
from .corroboration import Claim


def without_repeats(graph: KnowledgeGraph, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims, in their order, less those all of whose voices use words of one claim before them."""
    kept: list[Claim] = []
    at: dict[tuple[str, int], set[int]] = defaultdict(set)
    for claim in claims:
        pieces = _pieces(graph, claim)
        likely = set.intersection(*(at[place] for place in map(_place, pieces))) if pieces else set()
        if not any(_says_again(pieces, _pieces(graph, kept[number])) for number in sorted(likely)):
            for piece in pieces:
                at[_place(piece)].add(len(kept))
            kept.append(claim)
    return kept


def _pieces(graph: KnowledgeGraph, claim: Claim) -> list[Evidence]:
    told = {voice.evidence for voice in claim.voices}
    return [piece for id in claim.statements for piece in graph.statement(id).evidence if piece.id in told]


def _place(piece: Evidence) -> tuple[str, int]:
    """Return the article, and where the predicate begins."""
    return piece.document, min(piece.predicate.spans)[0]


def _says_again(pieces: Iterable[Evidence], others: Iterable[Evidence]) -> bool:
    known = defaultdict(list)
    for other in others:
        known[_place(other)].append(other)
    return all(any(_share_an_object(piece, other) for other in known[_place(piece)]) for piece in pieces)


def _share_an_object(piece: Evidence, other: Evidence) -> bool:
    """Return whether two readings of one verb have words in common beside it: "held A" and "held B" do not."""
    verb = _letters(piece.predicate.spans) & _letters(other.predicate.spans)
    return bool((_told(piece) & _told(other)) - verb)


def _told(piece: Evidence) -> set[int]:
    return _letters((*piece.predicate.spans, *(piece.object.spans if piece.object else ())))


def _letters(spans: Iterable[Span]) -> set[int]:
    return {letter for start, end in spans for letter in range(start, end)}
