"""What changed from one graph to another: entities and statements gained, lost, changed, merged and split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from ..knowledge_graph import KnowledgeGraph
from ..model.entity import Entity
from ..model.statement import Statement
from .change import Change
from .news import news

Place = tuple[object, ...]


def diff(old: KnowledgeGraph, new: KnowledgeGraph) -> tuple[Change, ...]:
    """Return what changed from ``old`` to ``new``, sorted.

    Entities are followed by their members in documents, statements by the places that make them; stories, claims,
    denials and figures are what is new across articles (:mod:`.news`).
    """
    return tuple(sorted([*_entity_changes(old, new), *_statement_changes(old, new), *news(old, new)]))


def _entity_changes(old: KnowledgeGraph, new: KnowledgeGraph) -> Iterator[Change]:
    came_from, became = _links(_members(old), _members(new))
    for entity in new.entities:
        before = sorted(came_from[entity.id])
        if not before:
            yield Change("entity", "gained", _named(entity), after=(entity.id,))
        elif len(before) > 1:
            text = f"{_list(old, before)} became {_named(entity)}"
            yield Change("entity", "merged", text, tuple(before), (entity.id,))
        elif len(became[before[0]]) == 1 and _shown(old.entity(before[0])) != _shown(entity):
            text = _difference(old.entity(before[0]), entity)
            yield Change("entity", "changed", text, (before[0],), (entity.id,))
    for entity in old.entities:
        after = sorted(became[entity.id])
        if not after:
            yield Change("entity", "lost", _named(entity), before=(entity.id,))
        elif len(after) > 1:
            yield Change(
                "entity", "split", f"{_named(entity)} became {_list(new, after)}", (entity.id,), tuple(after)
            )


def _members(graph: KnowledgeGraph) -> Mapping[Place, set[str]]:
    return {(m.document, m.entity): {entity.id} for entity in graph.entities for m in entity.members}


def _statement_changes(old: KnowledgeGraph, new: KnowledgeGraph) -> Iterator[Change]:
    came_from, became = _links(_places(old), _places(new))
    for statement in new.statements:
        before = sorted(came_from[statement.id])
        if not before:
            yield Change("statement", "gained", _said(new, statement), after=(statement.id,))
        elif before != [statement.id] or old.statement(statement.id) != statement:
            yield Change("statement", "changed", _said(new, statement), tuple(before), (statement.id,))
    for statement in old.statements:
        if not became[statement.id]:
            yield Change("statement", "lost", _said(old, statement), before=(statement.id,))


def _places(graph: KnowledgeGraph) -> Mapping[Place, set[str]]:
    found: dict[Place, set[str]] = defaultdict(set)
    for statement in graph.statements:
        for e in statement.evidence:
            object = e.object.spans if e.object else None
            found[e.document, e.subject.spans, e.predicate.spans, object].add(statement.id)
    return found


def _links(
    before: Mapping[Place, set[str]], after: Mapping[Place, set[str]]
) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """Return the old ids of each new id and the new ids of each old one, by what both have in common.

    Where one place makes several, each that is still there is followed to itself.
    """
    came_from: dict[str, set[str]] = defaultdict(set)
    became: dict[str, set[str]] = defaultdict(set)
    for place in before.keys() & after.keys():
        same = before[place] & after[place]
        pairs = {(id, id) for id in same} | set(product(before[place] - same, after[place] - same))
        for old, new in pairs:
            came_from[new].add(old)
            became[old].add(new)
    return came_from, became


def _shown(entity: Entity) -> tuple[object, ...]:
    return entity.name, entity.label, entity.aliases, entity.links


def _difference(old: Entity, new: Entity) -> str:
    """Return what is no longer as it was of an entity: its name or label, its other names, its links."""
    if _named(old) != _named(new):
        return f"{_named(old)} became {_named(new)}"
    parts = []
    for words, before, after in (
        ("also called", old.aliases, new.aliases),
        ("linked to", old.links, new.links),
    ):
        gained, lost = (sorted(set(a) - set(b)) for a, b in ((after, before), (before, after)))
        parts += [f"now {words} {', '.join(gained)}"] if gained else []
        parts += [f"no longer {words} {', '.join(lost)}"] if lost else []
    return f"{_named(new)}: {'; '.join(parts)}"


def _named(entity: Entity) -> str:
    return f"{entity.name} ({entity.label})"


def _list(graph: KnowledgeGraph, ids: list[str]) -> str:
    return ", ".join(_named(graph.entity(id)) for id in ids)


def _said(graph: KnowledgeGraph, statement: Statement) -> str:
    literal = statement.literal.text if statement.literal else ""
    object = graph.entity(statement.object).name if statement.object else literal
    denied = " (negative)" if statement.polarity == "negative" else ""
    return f"{graph.entity(statement.subject).name} {statement.predicate} {object}".rstrip() + denied
