"""Tables as columns, in as few bytes as JSON allows; ``script/data.js`` reads them back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any


def columns(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> dict[str, Any]:
    """Return the named values of all rows, one packed column per name; a missing value is None."""
    kept = list(rows)
    return {name: packed([row.get(name) for row in kept]) for name in names}


def packed(values: list[Any]) -> Any:  # noqa: ANN401
    """Return ``values`` as they are, or as ``{"values": [...], "at": [...]}`` where values repeat."""
    if all(isinstance(value, int) for value in values):
        return values
    keys = [value if isinstance(value, str) else json.dumps(value) for value in values]
    first = dict(zip(reversed(keys), reversed(values), strict=True))
    if len(first) * 2 > len(values):
        return values
    number = {key: position for position, key in enumerate(first)}
    return {"values": list(first.values()), "at": [number[key] for key in keys]}


def deltas(numbers: list[int]) -> dict[str, list[int]]:
    """Return numbers that mostly grow by little as ``{"deltas": [...]}``: each less the one before it."""
    return {"deltas": [number - before for before, number in pairwise([0, *numbers])]}
