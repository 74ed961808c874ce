"""Setting components side by side: each where it is free and closest to the middle, between lines if it fits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_CELL = 24.0  # the plane is a grid of free and taken cells of this size


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
    boxes = [_bounds(component, places, sizes) for component in components]
    area = sum(float(size.prod()) for _, size in boxes)
    side = int((2 * np.sqrt(area) + 3 * max(float(size.max()) for _, size in boxes)) / _CELL) + 4
    taken = np.zeros((side, side), dtype=bool)
    for component, (low, size) in zip(components, boxes, strict=True):
        cells = np.ceil(size / _CELL).astype(int)
        corner = _nearest_free(taken, cells, aspect)
        shifts[component] = (corner - side / 2) * _CELL - low
        for box_low, box_size in _covered(component, places + shifts, sizes, edges):
            first = np.floor(box_low / _CELL + side / 2).astype(int).clip(0)
            last = np.ceil((box_low + box_size) / _CELL + side / 2).astype(int)
            taken[first[0] : last[0], first[1] : last[1]] = True
    return shifts


def _bounds(component: Sequence[int], places: Array, sizes: Array) -> tuple[Array, Array]:
    """Return the lower corner and the size of the box around a component."""
    low = (places[component] - sizes[component] / 2).min(axis=0)
    return low, (places[component] + sizes[component] / 2).max(axis=0) - low


def _nearest_free(taken: NDArray[np.bool_], cells: NDArray[np.intp], aspect: float) -> Array:
    """Return the cell where the corner of a free box of this size adds least to the whole."""
    width, height = cells
    sums = np.pad(taken.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    inside = sums[width:, height:] - sums[:-width, height:] - sums[width:, :-height] + sums[:-width, :-height]
    across, down = np.indices(inside.shape)
    aside = np.abs(across + width / 2 - taken.shape[0] / 2) / aspect
    above = np.abs(down + height / 2 - taken.shape[0] / 2)
    reach = np.maximum(aside + width / 2 / aspect, above + height / 2)
    cost = reach + 0.2 * np.hypot(aside, above)
    cost[inside > 0] = np.inf
    return np.array(np.unravel_index(int(cost.argmin()), inside.shape), dtype=float)


def _covered(
    component: Sequence[int], places: Array, sizes: Array, edges: Sequence[tuple[int, int]]
) -> list[tuple[Array, Array]]:
    """Return lower corner and size of all that a component covers: its boxes, and its lines in pieces."""
    inside = set(component)
    lines = [(places[left], places[right]) for left, right in edges if left in inside and left != right]
    pieces = [
        start + (end - start) * share - _CELL / 2
        for start, end in lines
        for share in np.linspace(0, 1, 2 + int(np.linalg.norm(end - start) / _CELL))[1:-1]
    ]
    boxes = [(places[node] - sizes[node] / 2, sizes[node]) for node in component]
    return boxes + [(piece, np.full(2, _CELL)) for piece in pieces]
