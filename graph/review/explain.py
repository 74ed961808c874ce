"""Says in words why an entity is what it is: its members, what joined them, what was kept out, its name and links."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from ..knowledge.gazetteer import key
from ..knowledge_graph import KnowledgeGraph
from ..model.entity import Entity, Member, Mention
from ..model.judgement import Judgement
from ..pluralisation import counted
from .questions import document_name

_SHOWN = 5
"""Members of one name that are listed."""
_FORMS = 8
"""Forms of mentions that are listed."""


def explain(graph: KnowledgeGraph, entity: Entity) -> list[str]:
    """Return lines of text that say why the members of ``entity`` are one, and what they might be as well."""
    return [line for part in (_head, _members, _labels, _joins, _doubts) for line in part(graph, entity)]


def _head(_: KnowledgeGraph, entity: Entity) -> Iterator[str]:
    documents = len({member.document for member in entity.members})
    yield f"{entity.name} ({entity.label}): {counted(len(entity.members), 'member')} in {counted(documents, 'document')}"
    if not entity.named:
        yield "  It is unnamed, so it stays in its document and is never merged."
    if entity.aliases:
        yield f"  Also called: {', '.join(entity.aliases)}"
    for link in entity.links:
        yield f"  Linked to {link}"


def _members(graph: KnowledgeGraph, entity: Entity) -> Iterator[str]:
    by_name: dict[str, list[Member]] = defaultdict(list)
    for member in entity.members:
        by_name[member.name].append(member)
    for name, members in sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0])):
        mentions = [mention for member in members for mention in member.mentions]
        places = [f"{document_name(graph, m.document)} ({m.key})" for m in members[:_SHOWN]]
        more = ", ..." if len(members) > _SHOWN else ""
        yield f'  "{name}": {counted(len(mentions), "mention")} in {", ".join(places)}{more}'
        yield from _forms(mentions)


def _forms(mentions: Iterable[Mention]) -> Iterator[str]:
    """What the mentions are in words, the frequent ones first."""
    forms = Counter(" ".join(mention.text.split()) for mention in mentions)
    ranked = sorted(forms, key=lambda form: (-forms[form], form))
    if len(ranked) > 1:
        more = ", ..." if len(ranked) > _FORMS else ""
        yield "    as " + ", ".join(f'"{form}" ({forms[form]})' for form in ranked[:_FORMS]) + more


def _labels(graph: KnowledgeGraph, entity: Entity) -> Iterator[str]:
    """Say which members have another label in their documents, and what decided against it."""
    inside = _inside(entity)
    by_hand = any(j.verdict == "labelled" and inside(j.left) for j in graph.given)
    why = "a person says so" if by_hand else "most documents that use the name, or its form, say so"
    kinds = Counter(member.label for member in entity.members if entity.named)
    for label in sorted(kinds, key=lambda label: (-kinds[label], label)):
        if label != entity.label and {label, entity.label} != {"GPE", "LOC"}:
            yield f"  Read as {entity.label}, though labelled {label} in {counted(kinds[label], 'document')}: {why}"


def _joins(graph: KnowledgeGraph, entity: Entity) -> Iterator[str]:
    inside = _inside(entity)
    joins = [j for j in graph.judgements if j.verdict == "same" and inside(j.left) and inside(j.right)]
    if entity.named and len(entity.members) > 1:
        yield (
            "  Members of one name that identifies are one from the start." if not joins else "  One because:"
        )
    for judgement in sorted(joins, key=lambda judgement: -judgement.score):
        yield f"    {_said(graph, judgement, entity, '=')}"


def _doubts(graph: KnowledgeGraph, entity: Entity) -> Iterator[str]:
    inside = _inside(entity)
    for verdict, title in (("different", "Not the same:"), ("undecided", "Undecided:")):
        found = [
            judgement
            for judgement in graph.judgements
            if judgement.verdict == verdict and inside(judgement.left) != inside(judgement.right)
        ]
        if found:
            yield f"  {title}"
        for judgement in sorted(found, key=lambda judgement: -judgement.score):
            yield f"    {_said(graph, judgement, entity, '/=' if verdict == 'different' else '?=')}"


def _inside(entity: Entity) -> Callable[[str], bool]:
    """Return whether a side of a judgement, a name or the key of a member, is in ``entity``."""
    sides = frozenset(side for member in entity.members for side in (member.key, key(member.name)))
    return lambda side: side in sides or key(side) in sides


def _said(graph: KnowledgeGraph, judgement: Judgement, entity: Entity, sign: str) -> str:
    names = {
        member.key: f'"{member.name}" in {document_name(graph, member.document)}' for member in entity.members
    }
    left, right = (names.get(side, f'"{side}"') for side in (judgement.left, judgement.right))
    reasons = "; ".join(judgement.reasons) or "no reason given"
    return f"{left} {sign} {right} ({judgement.score:.2f}, {judgement.author or 'unknown author'}): {reasons}"
