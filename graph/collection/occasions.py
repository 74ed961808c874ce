"""Occasions: which articles mean one thing where they state it in the same words ("Ona Reyes won the cup")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from ..knowledge_graph import KnowledgeGraph
from ..model.statement import Evidence
from .background import Background, day_of
from .matching import THRESHOLD, compare
from .phrases import content_words
from .predicates import ONCE
from .signatures import Signature
from .union import components

MOST = 24
"""Articles that state one thing in the same words which are compared with each other."""


def occasions(
    graph: KnowledgeGraph, signature: Signature, background: Background
) -> Iterator[frozenset[str]]:
    """Yield groups of two or more articles in which a statement is of one occasion.

    What happens once is of one; else the sentences, the days and what the articles are about have to say so, as they do
    between statements of other words.
    """
    if signature.classes.keys() & ONCE:
        yield signature.documents
        return
    pieces = {piece.document: piece for piece in reversed(graph.statement(signature.id).evidence)}
    told = [_told_by(graph, signature, pieces[id]) for id in sorted(pieces)[:MOST]]
    pairs = []
    for left, right in combinations(told, 2):
        found = compare(left, right, background)
        if found.score >= THRESHOLD and found.contradiction is None:
            pairs.append((min(left.documents), min(right.documents)))
    yield from map(frozenset, components(pairs))


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
