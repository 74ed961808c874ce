"""Undecided judgements as questions to a person, the most valuable first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ..knowledge.gazetteer import key
from ..knowledge_graph import KnowledgeGraph
from ..model.entity import Entity
from ..model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Question:
    """Are these two entities one? ``value`` is how many statements the answer moves times how open it is.

    ``text`` asks it in words.
    """

    judgement: Judgement
    left: Entity
    right: Entity
    value: float
    text: str


def questions(graph: KnowledgeGraph) -> list[Question]:
    """Return what was left undecided, the most valuable question first."""
    sides = Sides(graph)
    found = []
    for judgement in graph.judgements:
        left, right = sides.entity(judgement.left), sides.entity(judgement.right)
        if judgement.verdict == "undecided" and left and right and left.id != right.id:
            value = _value(graph, judgement, left, right)
            found.append(Question(judgement, left, right, value, _text(graph, judgement, left, right)))
    return sorted(found, key=lambda question: (-question.value, question.judgement))


def _value(graph: KnowledgeGraph, judgement: Judgement, left: Entity, right: Entity) -> float:
    weights = (
        1 + len(graph.statements_of(e.id)) + sum(len(m.mentions) for m in e.members) for e in (left, right)
    )
    openness = 1.0 - abs(2 * judgement.score - 1)
    return round(min(weights) * (0.1 + openness), 4)


def _text(graph: KnowledgeGraph, judgement: Judgement, left: Entity, right: Entity) -> str:
    sides = f"Is {_described(graph, left)} the same as {_described(graph, right)}?"
    return f"{sides} ({judgement.score:.2f}: {'; '.join(judgement.reasons)})"


def _described(graph: KnowledgeGraph, entity: Entity) -> str:
    found = sorted({document_name(graph, member.document) for member in entity.members})
    places = ", ".join(found[:3]) + (", ..." if len(found) > 3 else "")
    return f'"{entity.name}" ({entity.label}, in {places})'


def document_name(graph: KnowledgeGraph, id: str) -> str:
    """Return what a person knows a document by: the name of its file, else its title, else its id.

    Documents from standard input or from memory have no file.
    """
    document = graph.document(id)
    file = document.source.rstrip("/").rpartition("/")[2]
    return file if "." in file else document.title or id


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


def unknown_sides(graph: KnowledgeGraph) -> list[str]:
    """Return the names in judgements by people that nothing in the graph has, sorted: misspelled, most likely."""
    known = {key(name) for e in graph.entities if e.named for name in (e.name, *e.aliases)}
    for entity in graph.entities:
        known.update(side for m in entity.members for side in (m.key, key(m.name)))
    sides = {side for judgement in graph.given for side in (judgement.left, judgement.right)}
    return sorted(side for side in sides if side not in known and key(side) not in known)
