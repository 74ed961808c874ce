"""Numbers of things in words for people."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun, in the plural (the noun with an "s", unless given) for all but one.

    >>> counted(1, "entity", "entities"), counted(2, "entity", "entities"), counted(0, "row")
    ('1 entity', '2 entities', '0 rows')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
