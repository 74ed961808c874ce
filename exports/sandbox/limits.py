"""What a query or a file from outside may use before it is stopped."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query, or the reading of one file, may use."""

    seconds: float = 30.0
    memory: int = 2 << 30
    """Bytes beside those that the graph itself takes."""

    rows: int = 1_000_000
    body: int = 256 << 20
    """Bytes of the result."""

    query: int = 1_000_000
    """Characters of the query."""


READING = Limits(seconds=30.0, memory=1 << 30)
"""What reading a graph file may use by default, beside a second for each megabyte of it."""

SERVED = Limits(seconds=10.0, memory=1 << 30, rows=100_000, body=64 << 20, query=100_000)
"""What a query from outside may use by default."""

GROWTH = 100
"""How many times its size an RDF file may grow when it is written out as plain quads."""
