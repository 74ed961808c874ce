"""Undecided judgements as questions to a person, the most valuable first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from .entity import Entity
from .gazetteer import key
from .judgement import Judgement
from .knowledge_graph import KnowledgeGraph


@dataclass(frozen=True, slots=True)
class Question:
    """Are these two entities one? ``value`` is how many statements the answer moves times how open it is."""

    judgement: Judgement
    left: Entity
    right: Entity
    value: float

    @property
    def text(self) -> str:
        """The question in words."""
        score, reasons = self.judgement.score, "; ".join(self.judgement.reasons)
        return f"Is {_described(self.left)} the same as {_described(self.right)}? ({score:.2f}: {reasons})"


def questions(graph: KnowledgeGraph) -> list[Question]:
    """Return what was left undecided, the most valuable question first."""
    sides = Sides(graph)
    found = []
    for judgement in graph.judgements:
        left, right = sides.entity(judgement.left), sides.entity(judgement.right)
        if judgement.verdict == "undecided" and left and right and left.id != right.id:
            found.append(Question(judgement, left, right, _value(graph, judgement, left, right)))
    return sorted(found, key=lambda question: (-question.value, question.judgement))


def _value(graph: KnowledgeGraph, judgement: Judgement, left: Entity, right: Entity) -> float:
    weights = (
        1 + len(graph.statements_of(e.id)) + sum(len(m.mentions) for m in e.members) for e in (left, right)
    )
    openness = 1.0 - abs(2 * judgement.score - 1)
    return round(min(weights) * (0.1 + openness), 4)


def _described(entity: Entity) -> str:
    documents = sorted({member.document for member in entity.members})
    places = ", ".join(documents[:3]) + (", ..." if len(documents) > 3 else "")
    return f'"{entity.name}" ({entity.label}, in {places})'


class Sides:
    """Which entity a side of a judgement (a name or the key of a member) is in."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._members = {m.key: entity for entity in graph.entities for m in entity.members}
        named: dict[str, dict[str, Entity]] = defaultdict(dict)
        for entity in graph.entities:
            for member in entity.members:
                named[key(member.name)][entity.id] = entity
        self._named = named

    def entity(self, side: str) -> Entity | None:
        """Return the entity, or None where there is none or the name is that of several."""
        if side in self._members:
            return self._members[side]
        found = self._named.get(key(side), {})
        return next(iter(found.values())) if len(found) == 1 else None
