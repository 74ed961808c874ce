"""What the page opens with: which statements are wanted, which entities are in view, and where they stand.

Named entities are in view where a wanted statement joins them to another node in view. What has no name is there
only where it matters to something that has: an unnamed participant at the other end of a wanted statement of a named
one, a phrase between two named ones. Where few names are related, the others have
phrases at the ends of their lines.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from newsgraph.graph.assembly.interest import CREDIBLE, WANTED
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.entity import Entity

from .bundles import Bundle
from .constants import LETTER_WIDTH, LINE_HEIGHT, NAME_LETTERS
from .layout import Box, layout

LEAST = 12
"""Statements that the page opens with, if there are as many credible ones."""

_FEW = 40  # named entities up to which unnamed participants come into view beside them
_SPARSE = 8  # named entities with a line up to which those without one have phrases beside them
_SURVEYABLE = 150  # named entities up to which phrases between two of them come into view
_TAILS = 3  # unnamed participants beside one named entity


def wanted_statements(kg: KnowledgeGraph) -> Set[str]:
    """Return the ids of the statements that the page shows before a reader asks for more.

    These are those of at least the interest that :func:`bound_of` gives and of
    :data:`~newsgraph.graph.assembly.interest.CREDIBLE` confidence; all where none is credible.
    """
    bound = bound_of(kg)
    wanted = {id for id in _credible(kg) if kg.interest[id] >= bound}
    return wanted or {statement.id for statement in kg.statements}


def bound_of(kg: KnowledgeGraph) -> float:
    """Return the interest from which on statements are shown at first.

    It is :data:`~newsgraph.graph.assembly.interest.WANTED`, or lower where fewer than ``LEAST`` credible statements have
    that: a page of two lines tells nobody what the article is about.
    """
    scores = sorted((kg.interest[id] for id in _credible(kg)), reverse=True)[:LEAST]
    return min(WANTED, math.floor(100 * scores[-1]) / 100) if scores else WANTED


def _credible(kg: KnowledgeGraph) -> Iterator[str]:
    return (statement.id for statement in kg.statements if statement.confidence >= CREDIBLE)


def opening_nodes(
    entities: Sequence[Entity], bundles: Iterable[Bundle], wanted: Set[str], limit: int
) -> list[int]:
    """Return the nodes that the page opens with, at most ``limit`` named ones, the most important first."""
    beside = _neighbours(entities, bundles, wanted)
    named = [node for node, entity in enumerate(entities) if entity.named]
    bridges = _bridges(entities, beside) if len(named) <= _SURVEYABLE else set()
    linked = [
        node for node in named if any(entities[other].named or other in bridges for other in beside[node])
    ]
    loose = set(named) - set(linked) if len(linked) <= _SPARSE else set()
    tails = _tails(entities, beside, loose) if len(linked) <= _FEW else {}
    joined = {*linked, *tails}
    chosen = _connected([node for node in named if node in joined], beside, bridges, limit)
    if not chosen:
        return named[:limit]
    inside = set(chosen)
    joints = {node for node in bridges if len(beside[node] & inside) > 1}
    ends = {end for node in chosen for end in tails.get(node, ())}
    return sorted(inside | joints | ends)


def _neighbours(
    entities: Sequence[Entity], bundles: Iterable[Bundle], wanted: Set[str]
) -> dict[int, set[int]]:
    """Return the nodes beside each; a source that merely speaks of what has no name is not beside it."""
    beside: dict[int, set[int]] = defaultdict(set)
    for bundle in bundles:
        kinds = {line.kind for line in bundle.lines if line.statement in wanted}
        named = entities[bundle.source].named and entities[bundle.target].named
        if bundle.source != bundle.target and kinds - (set() if named else {"source"}):
            beside[bundle.source].add(bundle.target)
            beside[bundle.target].add(bundle.source)
    return beside


def _bridges(entities: Sequence[Entity], beside: Mapping[int, Set[int]]) -> set[int]:
    """Return the nodes without a name that stand between two named ones."""
    return {
        node
        for node, others in beside.items()
        if not entities[node].named and sum(entities[other].named for other in others) > 1
    }


def _tails(
    entities: Sequence[Entity], beside: Mapping[int, Set[int]], loose: Set[int]
) -> dict[int, list[int]]:
    """Return the unnamed participants at the other ends of what is stated of a named entity; phrases, of a ``loose`` one."""
    ends = {
        node: [
            n for n in sorted(others) if not entities[n].named and (node in loose or not entities[n].concept)
        ]
        for node, others in beside.items()
        if entities[node].named
    }
    return {node: tails[:_TAILS] for node, tails in ends.items() if tails}


def _connected(
    ranked: Sequence[int], beside: Mapping[int, Set[int]], bridges: Set[int], limit: int
) -> list[int]:
    """Return the first ``limit`` nodes; where there are more, one without a line to another gives way."""
    if len(ranked) <= limit:
        return list(ranked)
    first = set(ranked[:limit])
    linked = {node for node in first if beside[node] & ((first | bridges) - {node})}
    others = [node for node in ranked if node not in linked and beside[node] & linked]
    return sorted(linked | set(others[: limit - len(linked)])) or list(ranked[:limit])


def opening_places(
    chosen: Sequence[int],
    entities: Sequence[Entity],
    sizes: Sequence[float],
    bundles: Iterable[Bundle],
    wanted: Set[str],
) -> dict[int, tuple[int, int]]:
    """Return the places of the nodes that the page opens with."""
    position = {node: place for place, node in enumerate(chosen)}
    inner = [
        bundle
        for bundle in bundles
        if bundle.source in position
        and bundle.target in position
        and any(line.statement in wanted for line in bundle.lines)
    ]
    edges = [(position[bundle.source], position[bundle.target]) for bundle in inner]
    boxes = [_box(entities[node], sizes[node]) for node in chosen]
    places = layout(boxes, edges, [_words_box(bundle) for bundle in inner])
    raised = [_name_height(entities[node]) / 2 for node in chosen]  # a node stands above its name
    return {
        node: (round(x), round(y - lift)) for node, (x, y), lift in zip(chosen, places, raised, strict=True)
    }


def _box(entity: Entity, size: float) -> Box:
    """Return the room for a node with its name below."""
    return Box(
        max(2 * size, LETTER_WIDTH * min(len(entity.name), NAME_LETTERS)), 2 * size + _name_height(entity)
    )


def _name_height(entity: Entity) -> float:
    return LINE_HEIGHT if len(entity.name) <= NAME_LETTERS else 2 * LINE_HEIGHT


def _words_box(bundle: Bundle) -> Box:
    """Return the room for the words on a line, set in at most two lines."""
    letters = len(bundle.words)
    return Box(6.0 * min(letters, NAME_LETTERS), 14.0 if letters <= NAME_LETTERS else 28.0)
