"""Occasions: which articles mean one thing where they state it alike ("Ona Reyes won the cup", this year and last)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..knowledge_graph import KnowledgeGraph
from ..model.statement import Evidence
from .background import Background, day_of
from .matching import THRESHOLD, compare
from .phrases import content_words
from .predicates import ONCE
from .signatures import Signature
from .union import components

Telling = tuple[str, str]
"""A statement and an article that has it, by id."""

WINDOW = 24
"""Tellings after it, in order of days, that one is compared with: bounds the time, and leaves no article out."""


def occasions(
    graph: KnowledgeGraph, group: Sequence[Signature], background: Background
) -> Iterator[frozenset[Telling]]:
    """Yield those tellings of a group of statements that are of one occasion, in two or more articles each.

    What happens once is of one, and statements of one article each were compared when they were grouped. Else the
    sentences, the days and what each article is about have to say so, as they do between statements of other words.
    """
    if all(signature.classes.keys() & ONCE or len(signature.documents) == 1 for signature in group):
        found = [frozenset((signature.id, id) for signature in group for id in signature.documents)]
    else:
        found = _of_one(_tellings(graph, group), background)
    yield from (tellings for tellings in found if len({document for _, document in tellings}) > 1)


def _of_one(told: Sequence[Signature], background: Background) -> list[frozenset[Telling]]:
    """Return the tellings of each occasion, where there are two or more."""
    pairs = []
    for at, left in enumerate(told, 1):
        for right in told[at : at + WINDOW]:
            found = compare(left, right, background)
            if found.score >= THRESHOLD and found.contradiction is None:
                pairs.append((_telling(left), _telling(right)))
    return list(map(frozenset, components(pairs)))


def _telling(told: Signature) -> Telling:
    return told.id, min(told.documents)


def _tellings(graph: KnowledgeGraph, group: Sequence[Signature]) -> list[Signature]:
    """Return what each article has of the statements of a group, in order of days."""
    found: list[Signature] = []
    for signature in group:
        pieces = {piece.document: piece for piece in reversed(graph.statement(signature.id).evidence)}
        found += [_told_by(graph, signature, piece) for piece in pieces.values()]
    return sorted(found, key=lambda told: (told.days, _telling(told)))


def _told_by(graph: KnowledgeGraph, signature: Signature, piece: Evidence) -> Signature:
    """Return what one article has of a statement."""
    document = graph.document(piece.document)
    day = day_of(document.date)
    text = document.sentences[piece.sentence].text if piece.sentence < len(document.sentences) else ""
    return replace(
        signature,
        documents=frozenset({piece.document}),
        days=(day,) if day else (),
        sentence=tuple(sorted(content_words(text))),
    )
