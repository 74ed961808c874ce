"""Windows over a long document: every word is kept once, with context on both sides of every cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LIMIT = 254
"""Pieces in a window, the opening and closing piece not counted; what the encoder was trained on."""

CONTEXT = 24
"""Words of context on the left of what is kept."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``start`` to ``end`` are read, ``keep_start`` to ``keep_end`` are kept."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def plan_windows(
    counts: Sequence[int], cuts: Sequence[int], *, limit: int = LIMIT, context: int = CONTEXT
) -> list[Window]:
    """Cover words of ``counts`` pieces each; ``cuts`` rates a cut before a word: 2 paragraph, 1 sentence, 0 neither.

    >>> plan_windows([1] * 5, [0] * 5, limit=4, context=1)
    [Window(start=0, end=4, keep_start=0, keep_end=3), Window(start=2, end=5, keep_start=3, keep_end=5)]
    """
    plan: list[Window] = []
    keep, total = 0, len(counts)
    while keep < total:
        start = max(0, keep - context) if keep else 0
        end, used = start, 0
        while end < total and used + counts[end] <= limit:
            used += counts[end]
            end += 1
        if end <= keep:  # the context alone fills the window: huge words
            start, end = keep, keep + 1
        stop = total if end == total else _best_cut(cuts, keep, end, context)
        plan.append(Window(start, end, keep, stop))
        keep = stop
    return plan


def _best_cut(cuts: Sequence[int], keep: int, end: int, context: int) -> int:
    """The last paragraph's start in the window's second half, else the last sentence's, else ``context`` before its end."""
    middle = keep + max(1, (end - keep) // 2)
    for wanted in (2, 1):
        for i in range(end - 1 if wanted == 2 else end - context // 4, middle, -1):
            if cuts[i] >= wanted:
                return i
    return max(middle, end - context)
