"""Windows over a long document: every word is kept once, with context on both sides of every cut within a paragraph.

Windows that can, end with a paragraph. Such a cut needs no context: what is read of a paragraph hardly depends on the
next one, and the encoder would read a fifth more for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LIMIT = 254
"""Pieces in a window, the opening and closing piece not counted; what the encoder was trained on."""

CONTEXT = 24
"""Most words of context on the left of what is kept."""

SENTENCE, PARAGRAPH = 1, 2
"""What begins at a word."""


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
    """Cover words of ``counts`` pieces each; ``cuts`` rates a cut before each word: PARAGRAPH, SENTENCE or 0.

    >>> plan_windows([1] * 5, [0] * 5, limit=4, context=1)
    [Window(start=0, end=4, keep_start=0, keep_end=3), Window(start=2, end=5, keep_start=3, keep_end=5)]
    """
    plan: list[Window] = []
    keep, total = 0, len(counts)
    while keep < total:
        start = _context_start(cuts, keep, context)
        end, used = start, 0
        while end < total and used + counts[end] <= limit:
            used += counts[end]
            end += 1
        if end <= keep:  # the context alone fills the window: huge words
            start, end = keep, keep + 1
        stop = total if end == total else _best_cut(cuts, keep, end, context)
        if stop < total and cuts[stop] == PARAGRAPH:
            end = stop
        plan.append(Window(start, end, keep, stop))
        keep = stop
    return plan


def _context_start(cuts: Sequence[int], keep: int, context: int) -> int:
    """Where to read from: a paragraph's start, else a sentence's at most ``context`` words before, as in training."""
    if keep == 0 or cuts[keep] == PARAGRAPH:
        return keep
    earliest = max(0, keep - context)
    return next((i for i in range(earliest, keep) if cuts[i]), earliest)


def _best_cut(cuts: Sequence[int], keep: int, end: int, context: int) -> int:
    """The last paragraph's start in the window's second half, else the last sentence's, else ``context`` before its end."""
    middle = keep + max(1, (end - keep) // 2)
    for wanted, last in ((PARAGRAPH, end), (SENTENCE, end - context // 4)):
        for i in range(last, middle, -1):
            if cuts[i] >= wanted:
                return i
    return max(middle, end - context)
