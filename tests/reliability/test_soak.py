"""Memory stays level over 50,000 small documents with ever new names."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgraph.extract.readers import Document
from newsgraph.graph.model.record_io import write_records
from newsgraph.reading import own_extractor

SEED = 18
DOCUMENTS = 50_000
WARM = 10_000
"""Documents after which the caches of words, which have a largest size, are full; then the measuring begins."""

MOST = 1.0
"""Megabytes that 1,000 documents may add."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="measures memory as Linux tells it"),
]


def texts(count: int) -> Iterator[str]:
    """Small articles, none like another."""
    chance = random.Random(SEED)

    def name() -> str:
        return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3)).title()

    for number in range(count):
        yield (
            f"{name()} {name()}, the head of {name()} Shipping, met {name()} {name()} in {name()} on Monday. "
            f"He said that {name()} would pay {number} euros. “No,” she replied."
        )


def megabytes() -> float:
    """Memory of this process that is in use now."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def slope(points: list[tuple[float, float]]) -> float:
    """Least squares slope of a line through points."""
    middle, level = (sum(values) / len(points) for values in zip(*points, strict=True))
    up = sum((x - middle) * (y - level) for x, y in points)
    return up / sum((x - middle) ** 2 for x, _ in points)


def test_memory_stays_level() -> None:
    """Measured every hundredth of the way."""
    extractor, points, count = own_extractor(), [], DOCUMENTS
    for number, text in enumerate(texts(WARM + count)):
        assert list(write_records([extractor.read(Document(text))]))
        if number >= WARM and (number - WARM) % (count // 100) == 0:
            points.append((number / 1000, megabytes()))
    assert slope(points) < MOST
