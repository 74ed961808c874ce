"""Tolls: statements that count people dead, hurt, missing or held are about one kind of figure, however they say it."""

from __future__ import annotations

from collections.abc import Set

from ..model.statement import Statement
from .phrases import ClaimPart

_KINDS = {
    "killing": "dead",
    "death": "dead",
    "injury": "injured",
    "arrest": "arrested",
    "kidnapping": "abducted",
}
_STATES = {"dead": "dead", "injure": "injured", "hurt": "injured", "missing": "missing", "wound": "injured"}
_PEOPLE = frozenset(
    "person people man men woman women child children victim civilian soldier officer police worker miner passenger student "
    "resident migrant protester rebel militant fighter troop villager tourist pilgrim body boy girl member other dozen".split()
)


def toll_of(
    statement: Statement, agent: ClaimPart | None, theme: ClaimPart | None
) -> tuple[str, ClaimPart] | None:
    """Return the class of a toll and the counted phrase, where a statement counts people; else None.

    "The blast killed 9", "9 people died" and "the death toll rose to 9" are three wordings of one.
    """
    if agent is not None and agent.head == "toll" and theme is not None and theme.amount is not None:
        kind = next((state for word, state in _STATES.items() if word in agent.words), "dead")
        return f"toll:{kind}", theme
    kind = _KINDS.get(statement.event_class or "") or _STATES.get(statement.lemma, "")
    for part in (theme, agent):
        if kind and part is not None and part.entity is None and part.amount and _counts_people(part):
            return f"toll:{kind}", part
    return None


LEAST = -1.0
"""Score from which two tolls that differ are of one event, where they name a place in common."""


def same_toll(left: Set[str], right: Set[str]) -> bool:
    """Return whether two statements, by their classes, count people in one state."""
    return any(name.startswith("toll:") for name in left & right)


def _counts_people(part: ClaimPart) -> bool:
    unit = (part.amount.unit if part.amount else None) or part.head
    return (
        part.amount is not None and part.amount.currency is None and (unit in _PEOPLE or part.head in _PEOPLE)
    )
