"""Setting components side by side: each where it fits closest to the middle, between the lines of the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_STEP = 30.0  # distance of the places that are tried
_BEAD = 36.0  # lines are treated as beads of this size


def packed_shifts(
    components: Sequence[Sequence[int]],
    places: Array,
    sizes: Array,
    edges: Sequence[tuple[int, int]],
    aspect: float,
) -> Array:
    """Return the shift of every node; ``components`` come largest first, and the first stays in the middle.

    ``aspect`` is the width to height that the whole should have.
    """
    shifts = np.zeros_like(places)
    centres, extents = np.zeros((0, 2)), np.zeros((0, 2))
    for component in components:
        middle = (places[component].max(axis=0) + places[component].min(axis=0)) / 2
        own_centres, own_extents = _occupied(component, places - middle, sizes, edges)
        shift = _nearest_free(own_centres, own_extents, centres, extents, aspect)
        shifts[component] = shift - middle
        centres = np.vstack([centres, own_centres + shift])
        extents = np.vstack([extents, own_extents])
    return shifts


def _occupied(
    component: Sequence[int], places: Array, sizes: Array, edges: Sequence[tuple[int, int]]
) -> tuple[Array, Array]:
    """Return centres and sizes of all that a component covers."""
    inside = set(component)
    lines = [(places[left], places[right]) for left, right in edges if left in inside and left != right]
    beads = [
        start + (end - start) * share
        for start, end in lines
        for share in np.linspace(0, 1, 2 + int(np.linalg.norm(end - start) / _BEAD))[1:-1]
    ]
    centres = np.vstack([places[list(component)], *([np.array(beads)] if beads else [])])
    extents = np.vstack([sizes[list(component)], np.full((len(beads), 2), _BEAD)])
    return centres, extents


def _nearest_free(own: Array, own_sizes: Array, centres: Array, extents: Array, aspect: float) -> Array:
    if not len(centres):
        return np.zeros(2)
    reach = np.abs(centres).max() + extents.max() + own_sizes.max() + np.abs(own).max()
    steps = np.arange(-reach, reach + _STEP, _STEP)
    grid = np.stack(np.meshgrid(steps, steps / aspect, indexing="ij"), axis=2).reshape(-1, 2)
    bounds = np.abs(grid) + np.abs(own).max(axis=0) + own_sizes.max(axis=0) / 2
    cost = np.maximum(bounds[:, 0] / aspect, bounds[:, 1]) + 0.2 * np.linalg.norm(grid / (aspect, 1), axis=1)
    for place in np.argsort(cost, kind="stable"):
        over = (own_sizes[:, None] + extents[None]) / 2 - np.abs((own + grid[place])[:, None] - centres[None])
        if not (over > 0).all(axis=2).any():
            return np.asarray(grid[place])
    return np.asarray(grid[int(np.argmax(cost))])
