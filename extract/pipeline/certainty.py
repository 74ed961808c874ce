"""How sure the parser was of each word: by how much its head and its relation beat the next best, kept with the Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEY = "newsgraph_margins"
"""Where ``doc.user_data`` has them."""
MOST = 20.0
"""Logits; larger margins are no surer."""


def margins(scores: NDArray[Any], chosen: NDArray[Any]) -> NDArray[np.float64]:
    """By how many logits the chosen column of each row beats the best of the others; below 0 where it does not."""
    rows = np.arange(len(scores))
    others = scores.astype(np.float64)
    own = others[rows, chosen]
    others[rows, chosen] = -np.inf
    found: NDArray[np.float64] = np.clip(own - others.max(1), -MOST, MOST)
    return found


def write_margins(doc: Doc, places: NDArray[Any], found: NDArray[Any]) -> None:
    """Keep the margins, words x 2, of the words at ``places``; blanks are certain."""
    values = np.full((len(doc), 2), MOST)
    values[places] = found
    doc.user_data[KEY] = np.round(values, 1).astype(np.float32)


def read_margins(doc: Doc) -> NDArray[np.float32]:
    """Margins of head and relation in logits, tokens x 2; the largest for a Doc of another pipeline."""
    found = doc.user_data.get(KEY)
    if found is None or len(found) != len(doc):
        return np.full((len(doc), 2), MOST, dtype=np.float32)
    return np.asarray(found, dtype=np.float32)
