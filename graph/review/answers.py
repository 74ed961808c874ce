"""Answers of a person as judgements: who is who, what to take apart, rename, label or hide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..assembly.corrections import part_key
from ..errors import InputError
from ..knowledge.gazetteer import key
from ..knowledge_graph import KnowledgeGraph
from ..model.entity import Entity, Member
from ..model.judgement import NOTHING, Judgement, Verdict
from ..model.record import NODE_LABELS
from .questions import Question

AUTHOR = "user"


def answered(question: Question, verdict: Verdict) -> Judgement:
    """Return the answer to a question; "undecided" keeps it from being asked again."""
    return replace(question.judgement, verdict=verdict, score=1.0, reasons=(), author=AUTHOR)


def take_apart(entity: Entity, members: Sequence[Member]) -> tuple[Judgement, ...]:
    """Return judgements that make ``members`` of an entity one entity of their own, apart from its other members.

    Raises :class:`InputError` where no other member is left.
    """
    chosen = {member.key for member in members}
    others = [member for member in entity.members if member.key not in chosen]
    if not chosen or not others:
        raise InputError(f"{entity.name}: to take it apart, choose some of its documents, but not all.")
    names = sorted({other.name for other in others})
    first, *rest = sorted(chosen)
    together = [Judgement(first, member, "same", author=AUTHOR) for member in rest]
    return (*together, *(Judgement(first, name, "different", author=AUTHOR) for name in names))


def take_out(member: Member, starts: Iterable[int]) -> Judgement:
    """Return the judgement that the mentions of ``member`` which begin at ``starts`` are another entity.

    Raises :class:`InputError` where no mention begins there or no other one is left.
    """
    chosen = set(starts)
    known = {mention.start for mention in member.mentions}
    if not chosen or not chosen < known:
        raise InputError(f"{member.name}: choose some of its mentions in the document, but not all.")
    return Judgement(member.key, part_key(member.key, chosen), "different", author=AUTHOR)


def renamed(graph: KnowledgeGraph, entity: Entity, name: str) -> Judgement:
    """Return the judgement that an entity has another name. Raises :class:`InputError` for an empty one."""
    if not name.strip() or name.strip() == subject_of(graph, entity):
        raise InputError("the new name has to be another one.")
    return Judgement(subject_of(graph, entity), name.strip(), "renamed", author=AUTHOR)


def labelled(graph: KnowledgeGraph, entity: Entity, label: str) -> Judgement:
    """Return the judgement that an entity has another label. Raises :class:`InputError` for an unknown one."""
    if label not in NODE_LABELS:
        raise InputError(f"the label is {label!r}; it must be one of {', '.join(NODE_LABELS)}.")
    return Judgement(subject_of(graph, entity), label, "labelled", author=AUTHOR)


def hidden(graph: KnowledgeGraph, entity: Entity) -> Judgement:
    """Return the judgement that this is not an entity."""
    return Judgement(subject_of(graph, entity), NOTHING, "hidden", author=AUTHOR)


def subject_of(graph: KnowledgeGraph, entity: Entity) -> str:
    """Return what a correction calls an entity: its most frequent name that nothing else has, else a member."""
    owners: dict[str, set[str]] = defaultdict(set)
    for other in graph.entities:
        if other.named:
            for member in other.members:
                owners[key(member.name)].add(other.id)
    names = Counter(member.name for member in entity.members)
    own = [name for name in names if len(owners[key(name)]) == 1]
    return min(own, key=lambda name: (-names[name], name), default=entity.members[0].key)
