"""The ranking model: how likely each earlier mention is the antecedent of each mention, or that there is none.

Mention ranking with a dummy antecedent (Wiseman, Rush, Shieber and Weston 2015), two small layers over the pipeline's
vectors and hand-made features; trained by ``training/train_coref.py``.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..pipeline.manifest import read_weights
from .features import FeatureTable, Floats

WEIGHTS = Path(__file__).parents[1] / "pipeline" / "model" / "ranker.npz"
CHUNK = 2048
"""Pairs computed at once: their rows stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights, by the names ``training/train_coref.py`` gives them."""

    weights: dict[str, Floats]

    def scores(self, table: FeatureTable) -> NDArray[np.float32]:
        """A score for each pair of the table; above 0 the pair beats having no antecedent (log odds)."""
        w = self.weights
        inputs = np.concatenate([(table.vectors - w["mean"]) / w["scale"], table.mentions], axis=1)
        mentions = np.maximum(inputs @ w["mention"] + w["mention_bias"], 0)
        first, second = mentions @ w["first"], mentions @ w["second"] + w["pair_bias"]
        alone = np.maximum(mentions @ w["alone"] + w["alone_bias"], 0) @ w["alone_out"] + w["alone_out_bias"]
        scores = np.empty(len(table.first), dtype=np.float32)
        for start in range(0, len(scores), CHUNK):
            a, b = table.first[start : start + CHUNK], table.second[start : start + CHUNK]
            hidden = first[a] + second[b] + (mentions[a] * mentions[b]) @ w["product"]
            hidden += table.pairs(start, start + CHUNK) @ w["pair"]
            hidden = np.maximum(np.maximum(hidden, 0) @ w["deep"] + w["deep_bias"], 0)
            scores[start : start + CHUNK] = hidden @ w["out"] - alone[b]
        return scores


@cache
def shipped_ranker() -> Ranker | None:
    """The model that comes with the package, or None where there is none."""
    return read_ranker(WEIGHTS) if WEIGHTS.exists() else None


def read_ranker(path: Path) -> Ranker:
    """Read weights written by ``training/train_coref.py``."""
    with np.load(io.BytesIO(read_weights(path.parent, path.name))) as file:
        return Ranker({name: file[name].astype(np.float32) for name in file.files})
