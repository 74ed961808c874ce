"""Lanes: the lines between two nodes, bent apart so that each can be seen and clicked.

Up to ``SEPARATE`` statements between two nodes have a line each; above that, one line carries all statements
of one direction and kind. A line keeps its bend whatever is filtered away, so the eye finds it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from newsgraph.graph.model.statement import Statement

from .theme import KINDS, kind_of

SEPARATE = 4
_BEND = 0.13  # roundness that sets two neighbouring lines apart
_KIND_ORDER = list(KINDS)


@dataclass(frozen=True, slots=True)
class Lane:
    """A line from ``source`` to ``target``; positive ``bend`` is to the left of lower to higher node."""

    source: int
    target: int
    kind: str
    bend: float
    statements: tuple[Statement, ...]

    @property
    def drawing(self) -> dict[str, Any]:
        """Edge options of vis-network that give the line its shape."""
        if self.source == self.target:
            return {"selfReference": {"size": round(14 + 60 * abs(self.bend)), "angle": 0.8}}
        if self.bend == 0:
            return {}
        forward = (self.bend > 0) == (self.source < self.target)
        return {"smooth": {"type": "curvedCW" if forward else "curvedCCW", "roundness": abs(self.bend)}}


def lanes_of(statements: Iterable[Statement], number: dict[str, int]) -> list[Lane]:
    """Return the lanes of all statements that join two entities, in the order of their first statements.

    ``number`` is the node of an entity id.
    """
    pairs: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    ordered = list(statements)
    for statement in ordered:
        if statement.object is not None:
            ends = number[statement.subject], number[statement.object]
            pairs[min(ends), max(ends)].append(statement)
    lanes = [lane for group in pairs.values() for lane in _lanes_of_pair(group, number)]
    place = {statement.id: position for position, statement in enumerate(ordered)}
    return sorted(lanes, key=lambda lane: place[lane.statements[0].id])


def _lanes_of_pair(statements: list[Statement], number: dict[str, int]) -> list[Lane]:
    bundles: dict[tuple[int, int, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        own = statement.id if len(statements) <= SEPARATE else ""
        bundles[number[statement.subject], _KIND_ORDER.index(kind_of(statement)), own].append(statement)
    ordered = [bundles[key] for key in sorted(bundles)]
    return [
        Lane(
            number[bundle[0].subject],
            number[bundle[0].object or ""],
            kind_of(bundle[0]),
            round((position - (len(ordered) - 1) / 2) * 2 * _BEND, 3),
            tuple(bundle),
        )
        for position, bundle in enumerate(ordered)
    ]
