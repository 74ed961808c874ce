"""Which entities matter most: PageRank over statements, starting from those that much is said of or by."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import chain

from newsgraph.graph.assembly.lines import lines_of
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.entity import Entity
from newsgraph.graph.model.statement import Statement

_INVOLVED = 0.5


def ranked_entities(kg: KnowledgeGraph) -> list[tuple[Entity, float]]:
    """Return all entities with their importance, 0 to 1 (1 = the most important), most important first.

    Personalised PageRank (Page et al. 1999) on the undirected graph of all lines. It starts from every entity as
    often as statements name it, as subject, object or source: so two that only know each other do not count as much
    as one whom the whole article is about. A statement weighs by its interest and, by the logarithm, by how many
    places state it; a line that only involves somebody weighs half. The number of statements and then the id break ties.
    """
    ranks = _pagerank(kg)
    count = {entity.id: len(kg.statements_of(entity.id)) for entity in kg.entities}
    order = sorted(kg.entities, key=lambda entity: (-ranks[entity.id], -count[entity.id], entity.id))
    top = max(ranks.values(), default=1.0)
    return [(entity, ranks[entity.id] / top) for entity in order]


def _pagerank(kg: KnowledgeGraph) -> dict[str, float]:
    import rustworkx

    index = {entity.id: number for number, entity in enumerate(kg.entities)}
    graph: rustworkx.PyDiGraph[None, float] = rustworkx.PyDiGraph(multigraph=False)
    graph.add_nodes_from([None] * len(index))
    for (left, right), weight in _weights(kg).items():
        graph.add_edge(index[left], index[right], weight)
        graph.add_edge(index[right], index[left], weight)
    named = _named(kg)
    start = {index[id]: weight for id, weight in named.items()} if named else None
    ranks = rustworkx.pagerank(graph, weight_fn=lambda weight: weight, personalization=start)
    return {id: round(ranks[number], 12) for id, number in index.items()}  # equal ranks stay equal


def _weights(kg: KnowledgeGraph) -> dict[tuple[str, str], float]:
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for line in chain.from_iterable(map(lines_of, kg.statements)):  # not kept: they are many
        if line.source != line.target:
            share = 1.0 if line.kind == "statement" else _INVOLVED
            pair = min(line.source, line.target), max(line.source, line.target)
            weights[pair] += share * _weight(kg, kg.statement(line.statement))
    return weights


def _named(kg: KnowledgeGraph) -> dict[str, float]:
    """Return how much the statements that name an entity weigh."""
    named: dict[str, float] = defaultdict(float)
    for statement in kg.statements:
        for entity in dict.fromkeys((statement.subject, statement.object, statement.attributed_to)):
            if entity is not None:
                named[entity] += _weight(kg, statement)
    return named


def _weight(kg: KnowledgeGraph, statement: Statement) -> float:
    return max(kg.interest[statement.id], 0.01) * (1 + math.log(len(statement.evidence) or 1))
