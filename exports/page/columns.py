"""Tables as columns, in few bytes; ``script/data.js`` reads them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from .coding import coded_numbers


def columns(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> dict[str, Any]:
    """Return the named values of all rows, one packed column per name; a missing value is None."""
    kept = [[row.get(name) for name in names] for row in rows]
    return {name: packed([row[at] for row in kept]) for at, name in enumerate(names)}


def packed(values: list[Any]) -> Any:
    """Return a column of JSON values: each different value once, where values repeat."""
    known: dict[str, tuple[str]] = {}  # lists that look alike share a key
    keys = [
        value
        if value is None or isinstance(value, str | int)
        else known.setdefault(text := repr(value), (text,))
        for value in values
    ]
    first = dict(zip(reversed(keys), reversed(values), strict=True))
    if len(first) * 2 > len(values):
        return values
    number = {key: position for position, key in enumerate(first)}
    return {"values": list(first.values()), "at": coded_numbers([number[key] for key in keys])}


def numbers(values: Iterable[int | None]) -> dict[str, str]:
    """Return a column of numbers from 0 on; None is read back as -1."""
    return {"numbers": coded_numbers([0 if value is None else value + 1 for value in values])}


def deltas(values: Sequence[int]) -> dict[str, str]:
    """Return a column of numbers that mostly grow by little: each less the one before it."""
    steps = (after - before for before, after in pairwise([0, *values]))
    return {"deltas": coded_numbers(map(zigzag, steps))}


def zigzag(number: int) -> int:
    """Return 0, 1, 2, 3, 4 ... for 0, -1, 1, -2, 2 ..."""
    return 2 * number if number >= 0 else -2 * number - 1
