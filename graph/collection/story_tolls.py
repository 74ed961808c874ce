"""Tolls of one event: how many were killed, hurt or held, as articles of one story count them.

Two reports of one event need no word in common where they count the dead: "killing 23 people" and, a day later, "31 are
dead". What tells that both mean one event is that the articles are of one story, near in time, and name no other place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..knowledge_graph import KnowledgeGraph
from . import tolls
from .figures import are_elsewhere, counted_part, counts_all
from .signatures import Signature
from .stories import ArticleLink
from .times import NEAR, gap_between, of_one_length, same_time

Kind = tuple[str, bool]
"""What a toll counts, and whether as a fact: "31 are dead", "31 may have drowned"."""


def tolls_of_one_event(
    graph: KnowledgeGraph, signatures: Iterable[Signature], links: Iterable[ArticleLink]
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of statements by which two articles of one story count the same people, by id."""
    leading = _leading(graph, signatures)
    for _, one, other in links:
        first, second = leading.get(one, {}), leading.get(other, {})
        for kind in sorted(first.keys() & second.keys()):
            left, right = first[kind], second[kind]
            if left.id != right.id and _may_be_one(left, right):
                yield left.id, right.id


def _leading(
    graph: KnowledgeGraph, signatures: Iterable[Signature]
) -> Mapping[str, Mapping[Kind, Signature]]:
    """Return the tolls that each article leads with, by kind: those of earlier events stand further down."""
    found: dict[str, dict[Kind, tuple[int, float, str, Signature]]] = {}
    for signature in signatures:
        name = next(filter(tolls.is_toll_class, signature.classes), None)
        if name is None or signature.denied or not _number(signature) or not counts_all(graph, signature):
            continue
        kind = (name, signature.actual)
        for piece in graph.statement(signature.id).evidence:
            place = (piece.sentence, -_number(signature), signature.id, signature)
            own = found.setdefault(piece.document, {})
            own[kind] = min(own.get(kind, place), place, key=lambda known: known[:3])
    return {document: {kind: place[3] for kind, place in own.items()} for document, own in found.items()}


def _number(signature: Signature) -> float:
    """Return the number that a statement states; 0 where it states none."""
    part = counted_part(signature)
    return part.number or 0.0 if part is not None else 0.0


def _may_be_one(left: Signature, right: Signature) -> bool:
    """Return whether two tolls may be of the same people, near in time and of no other place."""
    return (
        tolls.of_the_same(left.theme, right.theme)
        and gap_between(left, right) <= NEAR
        and same_time(left, right)
        and of_one_length(left, right)
        and not are_elsewhere(left, right)
    )
