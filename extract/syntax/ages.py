"""Ages in words: "the 54-year-old"."""

from __future__ import annotations

from .tree import Tree


def years_old(tree: Tree, old: int) -> str:
    """The number of years of "old" in "54-year-old", "" where it is no such word."""
    words = tree.lower[max(old - 4, 0) : old + 1]
    is_age = len(words) == 5 and words[1:] == ["-", "year", "-", "old"] and words[0].isdecimal()
    return words[0] if is_age else ""
