"""Where nodes stand when the page opens: the same graph always gives the same places.

Each connected component is laid out by stress majorisation (Gansner, Koren & North 2004), so that distances
on the page follow distances in the graph; a small one is untangled; then boxes that hold a node with its label
are pushed apart, and components packed. Above ``STRESS_LIMIT`` nodes a spring layout takes the place of stress.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .crossing_reduction import UNTANGLE_LIMIT, Drawing, untangled
from .packing import packed_shifts

Array = NDArray[np.float64]

ASPECT = 1.4  # width to height of the place a graph is mostly shown in
GAP = 26.0  # least distance between two boxes
STRESS_LIMIT = 700  # nodes; the stress of n nodes takes n² memory and n³ time at the start
_ITERATIONS = 120


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a node takes with its name, or words on a line, in pixels at zoom 1."""

    width: float
    height: float


def layout(
    boxes: Sequence[Box], edges: Sequence[tuple[int, int]], words: Sequence[Box] = ()
) -> list[tuple[float, float]]:
    """Return the middle of every box, in pixels.

    ``edges`` are pairs of positions in ``boxes``; ``words`` is the room of the words on each, if they need any.
    """
    if not boxes:
        return []
    sizes = np.array([(box.width + GAP, box.height + GAP) for box in boxes])
    room = dict.fromkeys(edges, (0.0, 0.0)) | {
        edge: (box.width, box.height) for edge, box in zip(edges, words, strict=False)
    }
    places = np.zeros((len(boxes), 2))
    components = _components(len(boxes), edges)
    for component in components:
        inner, inner_words = _inner(component, room)
        places[component] = _component_layout(sizes[component], inner, inner_words)
    places += packed_shifts(components, places, sizes, edges, ASPECT)
    places -= (places.max(axis=0) + places.min(axis=0)) / 2
    return [(x, y) for x, y in places.tolist()]


def _components(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return the connected components, largest first."""
    import rustworkx

    graph: rustworkx.PyGraph[None, None] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * count)
    graph.add_edges_from([(left, right, None) for left, right in edges])
    found = [sorted(component) for component in rustworkx.connected_components(graph)]
    return sorted(found, key=lambda component: (-len(component), component))


def _inner(
    component: Sequence[int], room: Mapping[tuple[int, int], tuple[float, float]]
) -> tuple[list[tuple[int, int]], Array]:
    """Return the edges inside a component, as positions in it, each pair once, with the room for their words."""
    position = {node: number for number, node in enumerate(component)}
    pairs: dict[tuple[int, int], tuple[float, float]] = {}
    for (left, right), (width, height) in room.items():
        if left in position and left != right:
            ends = position[left], position[right]
            pair = min(ends), max(ends)
            known = pairs.get(pair, (0.0, 0.0))
            pairs[pair] = max(known[0], width), known[1] + height
    ordered = sorted(pairs)
    return ordered, np.array([pairs[pair] for pair in ordered]).reshape(-1, 2)


def _component_layout(sizes: Array, edges: Sequence[tuple[int, int]], words: Array) -> Array:
    count = len(sizes)
    if count == 1:
        return np.zeros((1, 2))
    if count > STRESS_LIMIT:
        return _spring_layout(sizes, edges)
    ideal = _distances(count, edges, sizes)
    stretch = np.sqrt((ASPECT, 1 / ASPECT))
    places = _without_overlaps(_wide(_stress_layout(ideal)) * stretch, sizes)
    if 4 < count <= UNTANGLE_LIMIT:
        drawing = Drawing(sizes, np.array(edges), words, np.where(ideal > 0, ideal, 1), ASPECT)
        places = _without_overlaps(untangled(places, drawing), sizes)
    return places


def _distances(count: int, edges: Sequence[tuple[int, int]], sizes: Array) -> Array:
    """Return how far apart nodes should stand: shortest paths, longer around nodes with many neighbours."""
    degrees = np.bincount(np.array(edges).ravel(), minlength=count)
    crowd = 0.65 if count <= 60 else 0.45  # large graphs leave no room for the words on the edges
    distances = np.full((count, count), np.inf)
    for left, right in edges:
        around = np.sqrt(min(degrees[left], degrees[right])) + 0.25 * np.sqrt(
            max(degrees[left], degrees[right])
        )
        room = 0.5 * (sizes[left].max() + sizes[right].max())
        distances[left, right] = distances[right, left] = crowd * room + 45 * around
    np.fill_diagonal(distances, 0)
    for via in range(count):  # Floyd & Warshall
        np.minimum(distances, distances[:, via, None] + distances[via], out=distances)
    return distances


def _stress_layout(distances: Array) -> Array:
    """Return places whose distances are as near to ``distances`` as the plane allows."""
    places = _classical_scaling(distances)
    weights = np.divide(1.0, distances**2, out=np.zeros_like(distances), where=distances > 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian, hermitian=True)
    for _ in range(_ITERATIONS):
        apart = _apart(places)
        ratio = np.divide(weights * distances, apart, out=np.zeros_like(apart), where=apart > 1e-9)
        places = inverse @ (ratio.sum(axis=1)[:, None] * places - ratio @ places)
    return places


def _classical_scaling(distances: Array) -> Array:
    """Return a first guess (Torgerson 1952); equal distances are nudged apart, or it could not choose."""
    count = len(distances)
    nudge = 1 + 0.02 * np.modf(np.add.outer(np.arange(count), np.arange(count)) * 0.6180339887)[0]
    squared = (distances * nudge) ** 2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    _, vectors = np.linalg.eigh(-centred / 2)
    top = vectors[:, -2:][:, ::-1] if count > 2 else np.array([[0.0, 0.0], [1.0, 0.0]])
    signs = np.sign(top[np.abs(top).argmax(axis=0), np.arange(2)])
    spread = np.arange(count) / count  # no two nodes in one place
    return np.asarray((top * np.where(signs == 0, 1, signs) + 0.01 * spread[:, None]) * distances.max())


def _apart(places: Array) -> Array:
    difference = places[:, None] - places[None]
    return np.asarray(np.sqrt((difference**2).sum(axis=2)))


def _spring_layout(sizes: Array, edges: Sequence[tuple[int, int]]) -> Array:
    import rustworkx

    graph: rustworkx.PyGraph[None, None] = rustworkx.PyGraph()
    graph.add_nodes_from([None] * len(sizes))
    graph.add_edges_from([(left, right, None) for left, right in edges])
    found = rustworkx.spring_layout(graph, seed=1, num_iter=40)
    places = np.array([found[node] for node in range(len(sizes))])
    return np.asarray(places * np.sqrt(sizes.prod(axis=1).sum() * 1.5))


def _wide(places: Array) -> Array:
    """Turn the longest direction level: pages are wider than high, and names run level."""
    centred = places - places.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    turned = centred @ vectors[:, ::-1]
    signs = np.sign(turned[np.abs(turned).argmax(axis=0), np.arange(2)])
    return np.asarray(turned * np.where(signs == 0, 1, signs))


def _without_overlaps(places: Array, sizes: Array, rounds: int = 80) -> Array:
    """Push overlapping boxes apart, each pair along the axis that needs less, until none overlap."""
    places = places.copy()
    needed = (sizes[:, None] + sizes[None]) / 2
    order = np.arange(len(places))
    for _ in range(rounds):
        difference = places[:, None] - places[None]
        overlap = needed - np.abs(difference)
        crossing = (overlap > 0.5).all(axis=2) & (order[:, None] != order[None])
        if not crossing.any():
            break
        side = np.where(
            difference != 0, np.sign(difference), np.sign(order[:, None] - order[None])[..., None]
        )
        level = overlap[..., 0] <= overlap[..., 1]
        push = np.stack(
            [np.where(crossing & level, overlap[..., 0], 0), np.where(crossing & ~level, overlap[..., 1], 0)],
            2,
        )
        hits = np.maximum(crossing.sum(axis=1), 1)[:, None]
        places += 0.55 * (push * side).sum(axis=1) / np.sqrt(hits)
    return places
