"""When those whom a toll counts were killed, hurt or held, where another statement of its article tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ..edtf import Bounds, bounds
from ..knowledge_graph import KnowledgeGraph
from .signatures import NO_TIME, Signature
from .tolls import is_toll_class, tells_of_counting

Place = TypeVar("Place", tuple[str, int], tuple[str, str, float])
"""A sentence by document and number, or a number of one kind in a document."""


def dated_tolls(graph: KnowledgeGraph, signatures: Sequence[Signature]) -> Iterator[Signature]:
    """Yield all signatures, tolls with the time of their sentence or of the same toll elsewhere in the article.

    "Shells hit a school on Wednesday and killed nine" says when nine were killed, and so does "Shells kill nine" above it.
    """
    of_sentences = _sole(
        ((piece.document, piece.sentence), bounds(statement.time))
        for statement in graph.statements
        if statement.time is not None
        for piece in statement.evidence
    )
    dated = [_dated_by(signature, _sentence(graph, signature), of_sentences) for signature in signatures]
    of_tolls = _sole((toll, one.time) for one in dated if one.time != NO_TIME and (toll := _toll(one)))
    return (_dated_by(signature, _toll(signature), of_tolls) for signature in dated)


def _sole(told: Iterable[tuple[Place, Bounds]]) -> Mapping[Place, Bounds]:
    """Return the time of each place that is given one and no more."""
    found: dict[Place, set[Bounds]] = defaultdict(set)
    for place, time in told:
        found[place].add(time)
    return {place: next(iter(times)) for place, times in found.items() if len(times) == 1}


def _dated_by(signature: Signature, place: Place | None, times: Mapping[Place, Bounds]) -> Signature:
    if place is None or place not in times or signature.time != NO_TIME:
        return signature
    return replace(signature, time=times[place])


def _sentence(graph: KnowledgeGraph, signature: Signature) -> tuple[str, int] | None:
    """Return the sentence of a toll that does not tell of the day of counting."""
    if _toll(signature) is None or tells_of_counting(statement := graph.statement(signature.id)):
        return None
    first = statement.evidence[0]
    return first.document, first.sentence


def _toll(signature: Signature) -> tuple[str, str, float] | None:
    """Return the article, the kind and the number of a toll of one article."""
    name = next(filter(is_toll_class, signature.classes), None)
    number = signature.theme.number if signature.theme is not None else None
    if name is None or number is None or len(signature.documents) != 1:
        return None
    return min(signature.documents), name, number
