"""The last touch to the layout of a small graph: fewer crossings, no line through a name, room for words on lines.

Each node in turn tries places around its own and takes the best, as in Davidson & Harel 1996, but without chance.
What is weighed: distances that differ from the ideal, crossings, lines through boxes, boxes and words that overlap.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

UNTANGLE_LIMIT = 60  # nodes; above it the gain is small and the time is not
_ROOM = 2.2  # area of the whole for each unit of area of the boxes
_CROSSING, _THROUGH, _OVERLAP, _WORDS = 1.0, 1.6, 6.0, 0.9
_RING = np.array([(np.cos(a), np.sin(a)) for a in np.linspace(0, 2 * np.pi, 16, endpoint=False)])


@dataclass(frozen=True, slots=True)
class Drawing:
    """What stays the same while nodes move: boxes, edges with room for their words, ideal distances."""

    sizes: Array  # width and height of each node with its name
    ends: NDArray[np.intp]  # the two nodes of each edge
    words: Array  # width and height of the words of each edge
    ideal: Array  # distances between all nodes
    aspect: float  # width to height that the whole should have


def untangled(places: Array, drawing: Drawing) -> Array:
    """Return places that read better; nodes are taken from the least to the most connected."""
    places = places.copy()
    degrees = np.bincount(drawing.ends.ravel(), minlength=len(places))
    sweeps = max(6, min(24, 600 // len(places)))
    for sweep in range(sweeps):
        reach = 260 * (1 - sweep / sweeps) + 12
        moved = False
        for node in np.argsort(degrees, kind="stable"):
            candidates = places[node] + np.vstack([np.zeros((1, 2)), reach * _RING, 0.35 * reach * _RING])
            costs = _costs(int(node), candidates, places, drawing)
            best = int(np.argmin(costs))
            if best and costs[best] < costs[0] - 1e-6:
                places[node] = candidates[best]
                moved = True
        if not moved and reach < 60:
            break
    return places


def _costs(node: int, candidates: Array, places: Array, drawing: Drawing) -> Array:
    """Return the cost of each candidate place of ``node``; all other nodes stay."""
    others = np.arange(len(places)) != node
    mine = (drawing.ends == node).any(axis=1)
    far = drawing.ends[mine]
    far_nodes = np.where(far[:, 0] == node, far[:, 1], far[:, 0])
    rest = drawing.ends[~mine]
    return np.asarray(
        _misfit(node, candidates, places, drawing, others)
        + _outside(candidates, drawing)
        + _OVERLAP * _box_overlaps(candidates, drawing.sizes[node], places[others], drawing.sizes[others])
        + _CROSSING * _crossings(candidates, places[far_nodes], places[rest])
        + _THROUGH * _lines_through(candidates, far_nodes, node, places, drawing)
        + _THROUGH * _lines_over(candidates, drawing.sizes[node], places[rest])
        + _WORDS * _word_overlaps(candidates, far_nodes, mine, places, drawing, others)
    )


def _misfit(
    node: int, candidates: Array, places: Array, drawing: Drawing, others: NDArray[np.bool_]
) -> Array:
    """Return how far distances are from the ideal; those along edges count most."""
    ideal = drawing.ideal[node, others]
    apart = _length(candidates[:, None] - places[None, others])
    nearest = ideal.min()
    return np.asarray((((apart / ideal - 1) * nearest / ideal) ** 2).sum(axis=1))


def _outside(candidates: Array, drawing: Drawing) -> Array:
    """Return how far out of a window of the right shape, with room for all boxes, a place is."""
    area = _ROOM * drawing.sizes.prod(axis=1).sum()
    half = np.sqrt(area * np.array([drawing.aspect, 1 / drawing.aspect])) / 2
    return np.asarray(0.8 * _sum((np.abs(candidates) / half) ** 4))


def _box_overlaps(centres: Array, size: Array, others: Array, sizes: Array) -> Array:
    over = (size + sizes) / 2 - np.abs(centres[..., None, :] - others)
    inside = np.maximum(over, 0)
    return np.asarray((np.minimum(inside[..., 0], inside[..., 1]) / 20).sum(axis=-1))


def _crossings(candidates: Array, far: Array, rest: Array) -> Array:
    """Return how many of the lines ``rest`` the lines from each candidate to ``far`` cross."""
    start, end = rest[:, 0], rest[:, 1]
    side = _turn(start, end, candidates[:, None])[:, None] * _turn(start, end, far[:, None])[None]
    near = candidates[:, None, None]
    other = _turn(near, far[None, :, None], start) * _turn(near, far[None, :, None], end)
    return np.asarray(((side < -1e-6) & (other < -1e-6)).sum(axis=(1, 2)))


def _turn(start: Array, end: Array, point: Array) -> Array:
    one, two = end - start, point - start
    return np.asarray(one[..., 0] * two[..., 1] - one[..., 1] * two[..., 0])


def _lines_through(
    candidates: Array, far_nodes: NDArray[np.intp], node: int, places: Array, drawing: Drawing
) -> Array:
    """Return how deep the lines of ``node`` run through the boxes of others."""
    if not len(far_nodes):
        return np.zeros(len(candidates))
    depth = _depth(
        candidates[:, None, None], places[far_nodes][None, :, None], places[None, None], drawing.sizes / 2
    )
    own = np.arange(len(places))[None] == far_nodes[:, None]
    own[:, node] = True
    return np.asarray(np.where(own[None], 0, depth).sum(axis=(1, 2)))


def _lines_over(candidates: Array, size: Array, rest: Array) -> Array:
    """Return how deep the lines of others run through the box of the node."""
    return np.asarray(_depth(rest[None, :, 0], rest[None, :, 1], candidates[:, None], size / 2).sum(axis=1))


def _depth(start: Array, end: Array, centre: Array, half: Array) -> Array:
    """Return 1 where a line runs through the middle of the ellipse in a box, 0 where it stays outside."""
    one, two = (start - centre) / half, (end - centre) / half
    along = two - one
    share = _within_one(-_sum(one * along) / np.maximum(_sum(along**2), 1e-9))
    return _within_one(1.15 - _length(one + share[..., None] * along))


def _sum(pairs: Array) -> Array:
    """Return the sums of numbers that come in pairs: numpy's own takes several times as long over so short an axis."""
    return np.asarray(pairs[..., 0] + pairs[..., 1])


def _length(pairs: Array) -> Array:
    return np.asarray(np.sqrt(_sum(pairs * pairs)))


def _within_one(numbers: Array) -> Array:
    return np.asarray(np.minimum(np.maximum(numbers, 0), 1))


def _word_overlaps(
    candidates: Array,
    far_nodes: NDArray[np.intp],
    mine: NDArray[np.bool_],
    places: Array,
    drawing: Drawing,
    others: NDArray[np.bool_],
) -> Array:
    """Return how much the words on the lines of a node overlap with boxes and with other words."""
    if not len(far_nodes):
        return np.zeros(len(candidates))
    middles = (candidates[:, None] + places[far_nodes][None]) / 2
    size = drawing.words[mine][:, None]
    rest = drawing.ends[~mine]
    boxes = _box_overlaps(middles, size, places[others], drawing.sizes[others] * 0.8)
    words = _box_overlaps(middles, size, places[rest].mean(axis=1), drawing.words[~mine])
    return np.asarray((np.minimum(boxes, 1) + np.minimum(words, 1)).sum(axis=1))
