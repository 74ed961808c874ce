"""Days for the time slider, out of the EDTF of a statement."""

from __future__ import annotations

from newsgraph.graph.edtf import bounds


def days(edtf: str) -> tuple[int, int] | None:
    """Return the first and last day that an EDTF date or interval covers, or None where it is no date.

    Days are counted from 0001-01-01, which is day 1. An open end counts as the other one.

    >>> days("2026-03-02"), days("2026-02/2026-03")
    ((739677, 739677), (739648, 739706))
    """
    first, last = bounds(edtf)
    start, end = first or last, last or first
    return None if start is None or end is None else (start.toordinal(), end.toordinal())
