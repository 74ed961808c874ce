"""Where the sentences that a page carries name its entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from newsgraph.graph.knowledge_graph import KnowledgeGraph

from .coding import coded_numbers
from .columns import packed
from .evidence_sentences import Passages, units_in


def mention_columns(kg: KnowledgeGraph, passages: Passages, number: Mapping[str, int]) -> dict[str, Any]:
    """Return the mentions of named entities in each sentence: start after the one before, length, node.

    ``number`` is the node of an entity id. Starts and lengths count UTF-16 units, as JavaScript does.
    """
    found: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for entity in kg.entities:
        if not entity.named:
            continue
        for member in entity.members:
            document = kg.document(member.document)
            for mention in member.mentions:
                place = passages.find(member.document, mention.sentence)
                if place is not None:
                    start, end = units_in(document.sentences[mention.sentence], mention.start, mention.end)
                    found[place].append((start, end, number[entity.id]))
    return {"mentions": packed([_coded(found[place]) for place in range(len(passages.texts))])}


def _coded(mentions: list[tuple[int, int, int]]) -> str:
    """Return mentions as a string; of those that overlap the first and longest stays."""
    flat: list[int] = []
    at = 0
    for start, end, node in sorted(mentions, key=lambda mention: (mention[0], -mention[1], mention[2])):
        if start >= at and end > start:
            flat += [start - at, end - start, node]
            at = end
    return coded_numbers(flat)
