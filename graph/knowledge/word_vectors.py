"""What common words mean, as vectors: "resign" is near "quit" and far from "buy". A table of stems, no network.

It tells how alike wordings are; nothing is merged for it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # numpy takes longer to import than most of newsgraph
    import numpy as np


@cache
def _table() -> tuple[dict[str, int], np.ndarray]:
    """Return the row of each stem, and the rows, each of length 1; the last is of all that have none."""
    import numpy as np

    data = files("newsgraph.graph.knowledge").joinpath("data", "word_vectors.npz").read_bytes()
    with np.load(io.BytesIO(data)) as arrays:
        stems = arrays["stems"].tobytes().decode().split("\n")
        rows = arrays["vectors"].astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return {stem: number for number, stem in enumerate(stems)}, np.vstack([rows, np.zeros_like(rows[:1])])


def vectors_of(stems: Sequence[str]) -> np.ndarray:
    """Return the vector of each stem, of length 1, and of length 0 for names, numbers and rare words."""
    known, rows = _table()
    return rows[[known.get(stem, -1) for stem in stems]]
