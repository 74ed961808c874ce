"""From a knowledge graph to its page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.entity import Entity

from .details import details_of, in_text_order
from .importance import ranked_entities
from .layout import Box, layout
from .network import PageNetwork
from .parallel_edges import Lane, lanes_of
from .theme import GROUPS, KINDS, group_of

MAX_VISIBLE = 300
"""Entities that a page opens with, unless told otherwise."""

LARGEST = 1_000_000
"""Entities and statements that one page can carry: browsers give up on files much larger than that makes."""

_NAME_LETTERS = 18  # in one of the two lines that a name is set in


def generate_page(
    kg: KnowledgeGraph, *, title: str | None = None, max_visible: int = MAX_VISIBLE
) -> PageNetwork:
    """Return the page as a pyvis network: ``generate_html()`` gives HTML, ``write_html(name)`` a file.

    The page carries the whole graph; it opens with the ``max_visible`` most important entities.
    """
    if len(kg.entities) + len(kg.statements) > LARGEST:
        raise InputError(
            f"{len(kg.entities):,} entities and {len(kg.statements):,} statements are too many for one page: "
            f"at most {LARGEST:,} together. Build the graph from fewer documents, or query it instead."
        )
    ranked = ranked_entities(kg)
    entities = [entity for entity, _ in ranked]
    statements = in_text_order(kg.statements)
    lanes = lanes_of(statements, {entity.id: number for number, entity in enumerate(entities)})
    sizes = [round(7 + 12 * importance**0.6, 1) for _, importance in ranked]
    places = _opening_places(kg, entities, sizes, lanes, max_visible)
    network = PageNetwork(title=title or title_of(kg), details=details_of(kg, entities, statements, lanes))
    for number, entity in enumerate(entities):
        x, y = places.get(number, (None, None))
        group = group_of(entity.label)
        network.add_node(
            number, label=entity.name, shape=GROUPS[group][1], group=group, size=sizes[number], x=x, y=y
        )
    for lane in lanes:
        network.add_edge(lane.source, lane.target, kind=lane.kind, dashes=KINDS[lane.kind][1], **lane.drawing)
    return network


def write_page(kg: KnowledgeGraph, *, title: str | None = None, max_visible: int = MAX_VISIBLE) -> str:
    """Return the page as HTML: one file that shows the graph in any current browser, without a network."""
    return generate_page(kg, title=title, max_visible=max_visible).generate_html()


def title_of(kg: KnowledgeGraph) -> str:
    """Return a title: that of the only document, or how many documents there are."""
    if len(kg.documents) == 1:
        return kg.documents[0].title or _file_name(kg.documents[0].source)
    return f"{len(kg.documents):,} documents"


def _file_name(source: str) -> str:
    """Return the name of a file without its folders; a web address stays whole."""
    return source if "://" in source else re.split(r"[\\/]", source.rstrip("\\/"))[-1] or source


def _opening_places(
    kg: KnowledgeGraph, entities: Sequence[Entity], sizes: Sequence[float], lanes: Sequence[Lane], limit: int
) -> dict[int, tuple[int, int]]:
    """Return the places of the entities that the page opens with."""
    named = [n for n, entity in enumerate(entities) if entity.named]
    stated = [n for n in named if kg.statements_of(entities[n].id)]
    chosen = _chosen(stated or named, lanes, max(limit, 1))
    position = {number: place for place, number in enumerate(chosen)}
    inner = [lane for lane in lanes if lane.source in position and lane.target in position]
    edges = [(position[lane.source], position[lane.target]) for lane in inner]
    boxes = [_box(entities[number], sizes[number]) for number in chosen]
    places = layout(boxes, edges, [_words_box(lane) for lane in inner])
    raised = [_name_height(entities[number]) / 2 for number in chosen]  # a node stands above its name
    return {
        number: (round(x), round(y - lift))
        for number, (x, y), lift in zip(chosen, places, raised, strict=True)
    }


def _chosen(ranked: Sequence[int], lanes: Sequence[Lane], limit: int) -> list[int]:
    """Return the first ``limit`` nodes; where there are more, one without a line to another gives way."""
    if len(ranked) <= limit:
        return list(ranked)
    beside: dict[int, set[int]] = defaultdict(set)
    for lane in lanes:
        beside[lane.source].add(lane.target)
        beside[lane.target].add(lane.source)
    first = set(ranked[:limit])
    linked = {node for node in first if beside[node] & (first - {node})}
    others = [node for node in ranked if node not in linked and beside[node] & linked]
    return sorted(linked | set(others[: limit - len(linked)]))


def _box(entity: Entity, size: float) -> Box:
    """Return the room for a node with its name below."""
    return Box(max(2 * size, 7.2 * min(len(entity.name), _NAME_LETTERS)), 2 * size + _name_height(entity))


def _name_height(entity: Entity) -> float:
    return 16.0 if len(entity.name) <= _NAME_LETTERS else 32.0


def _words_box(lane: Lane) -> Box:
    """Return the room for the words on a line, set in at most two lines."""
    letters = max(len(statement.predicate) for statement in lane.statements)
    return Box(6.0 * min(letters, _NAME_LETTERS), 14.0 if letters <= _NAME_LETTERS else 28.0)
