"""Ages in words: "the 54-year-old"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .tree import Tree


def years_old(tree: Tree, old: int) -> str:
    """The number of years of "old" in "54-year-old", "" where it is no such word."""
    return years_in(tree.lower[max(old - 4, 0) : old + 1])


def years_in(words: list[str]) -> str:
    """The number in the words of "54-year-old", in small letters; "" where they are others."""
    is_age = words[1:] == ["-", "year", "-", "old"] and words[0].isdecimal()
    return words[0] if is_age else ""
