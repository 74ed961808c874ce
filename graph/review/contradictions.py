"""What a graph says of one thing that cannot all be so: two births, one name in two classes, a statement about itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from ..edtf import bounds
from ..identity import normal_key
from ..knowledge.gazetteer import candidates
from ..knowledge_graph import KnowledgeGraph
from ..model.entity import Entity
from ..model.statement import Statement

Problem = tuple[Entity, str]

_ONE_WAY = frozenset(
    {
        "parent_of",
        "child_of",
        "subsidiary_of",
        "owns",
        "part_of",
        "located_in",
        "capital_of",
        "succeeded",
        "acquired",
    }
)
"""Relations that hold in one direction only: who is somebody's child is not that one's parent."""

_DAYS = {"born_on": "born", "died_on": "dead"}
_CALLED = {
    "PERSON": frozenset({"it", "its", "which", "itself"}),
    "ORG": frozenset({"he", "she", "him", "his", "himself", "herself"}),
    "GPE": frozenset({"he", "she", "him", "his", "himself", "herself"}),
}
"""Pronouns that nothing of a class is called by."""

_CLASSES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
}


def contradictions(graph: KnowledgeGraph) -> Iterator[Problem]:
    """Yield entities with what the graph says of them that cannot all be so."""
    for find in _RULES:
        yield from find(graph)


def _two_classes(graph: KnowledgeGraph) -> Iterator[Problem]:
    """Yield names whose nodes are of two classes, each once; what is on the map often gives its name to others."""
    named: dict[str, list[Entity]] = defaultdict(list)
    for entity in graph.entities:
        if entity.named and entity.label in _CLASSES:
            named[normal_key(entity.name)].append(entity)
    for entities in named.values():
        classes = {_CLASSES[entity.label] for entity in entities}
        if len(classes) > 1 and not candidates(entities[0].name):
            first = min(entities, key=lambda entity: entity.id)
            others = sorted(classes - {_CLASSES[first.label]})
            here = _a(_CLASSES[first.label])
            yield first, f"{here} here, elsewhere {' and '.join(map(_a, others))} of the same name"


def _wrong_pronoun(graph: KnowledgeGraph) -> Iterator[Problem]:
    for entity in graph.entities:
        if entity.named and entity.label in _CALLED:
            said = [
                m.text.casefold() for member in entity.members for m in member.mentions if m.kind == "pronoun"
            ]
            wrong = sorted(_CALLED[entity.label].intersection(said))
            if wrong:
                yield entity, f'{_a(_CLASSES[entity.label])} that is called "{wrong[0]}"'


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _about_itself(graph: KnowledgeGraph) -> Iterator[Problem]:
    for statement in graph.statements:
        if statement.subject == statement.object:
            entity = graph.entity(statement.subject)
            yield entity, f"a statement about itself: {entity.name} {statement.predicate} {entity.name}"


def _both_ways(graph: KnowledgeGraph) -> Iterator[Problem]:
    """Yield who is in a relation of one direction to somebody, and that one to him; what changes, within one year."""
    told: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for s in graph.statements:
        if s.relation in _ONE_WAY and s.polarity == "positive" and s.object and s.subject != s.object:
            told[s.subject, s.relation, s.object].append(s)
    for (subject, relation, object), statements in sorted(told.items()):
        back = told.get((object, relation, subject), []) if subject < object else []
        if any(_of_one_time(graph, one, other) for one in statements for other in back):
            words = relation.replace("_", " ")
            yield graph.entity(subject), f"{words} {graph.entity(object).name}, and the other way round"


def _of_one_time(graph: KnowledgeGraph, left: Statement, right: Statement) -> bool:
    """Return whether two statements may hold in one year: a firm may buy its buyer years later."""
    if left.relation not in _CHANGING:
        return True
    (first, last), (start, end) = _years(graph, left), _years(graph, right)
    return first <= end and start <= last


def _years(graph: KnowledgeGraph, statement: Statement) -> tuple[int, int]:
    """Return the years that a statement is of: those it tells, else those of its articles; all where neither is known."""
    begin, end = bounds(statement.time or "")
    if begin or end:
        return (begin.year if begin else 0), (end.year if end else _EVER)
    days = [day for piece in statement.evidence if (day := graph.document(piece.document).date)]
    return (int(min(days)[:4]), int(max(days)[:4])) if days else (0, _EVER)


_CHANGING = frozenset({"owns", "acquired", "succeeded", "subsidiary_of", "part_of"})
"""Relations that may hold the other way round in another year."""
_EVER = 9999


def _two_days(graph: KnowledgeGraph) -> Iterator[Problem]:
    """Yield who was born, or died, on two days; a year and a day in it are one."""
    days: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in graph.statements:
        if statement.relation in _DAYS and statement.time and statement.polarity == "positive":
            days[statement.subject, statement.relation].add(statement.time)
    for (subject, relation), found in sorted(days.items()):
        exact = {day for day in found if not any(other != day and other.startswith(day) for other in found)}
        if len(exact) > 1:
            yield graph.entity(subject), f"{_DAYS[relation]} on two days: {', '.join(sorted(exact))}"


_RULES: tuple[Callable[[KnowledgeGraph], Iterator[Problem]], ...] = (
    _two_classes, _wrong_pronoun, _about_itself, _both_ways, _two_days,
)  # fmt: skip
