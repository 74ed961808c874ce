"""What people correct beside who is who: mentions that belong elsewhere, names, labels, nodes that are none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..knowledge.gazetteer import key
from ..model.entity import Member, member_key
from ..model.judgement import CORRECTIONS, Judgement
from ..model.record import (
    ExtractionRecord,
    LocalEntity,
    LocalMention,
    LocalStatement,
    Span,
)

_PART = re.compile(r"(?P<whole>.+)@(?P<starts>\d+(?:,\d+)*)")


def part_key(member: str, starts: Iterable[int]) -> str:
    """Return the key of the mentions of a member that begin at ``starts``, as an entity of their own.

    >>> part_key("article-3#e4", [381, 120])
    'article-3#e4@120,381'
    """
    return f"{member}@{','.join(map(str, sorted(starts)))}"


@dataclass(frozen=True, slots=True)
class SplitRecords:
    """Records in which mentions that somebody told apart are entities of their own, made anew each time."""

    records: Iterable[ExtractionRecord]
    parts: Mapping[str, tuple[str, ...]]  # keys of members to the keys of their parts

    def __iter__(self) -> Iterator[ExtractionRecord]:
        for record in self.records:
            found = [
                (entity.id, part)
                for entity in record.entities
                for part in self.parts.get(member_key(record.document.id, entity.id), ())
            ]
            for entity, part in found:
                record = _split(record, entity, part)
            yield record


def split_records(
    records: Iterable[ExtractionRecord], judgements: Iterable[Judgement]
) -> Iterable[ExtractionRecord]:
    """Return the records with the parts of entities that ``judgements`` name; without any, the records themselves."""
    parts: dict[str, set[str]] = defaultdict(set)
    for judgement in judgements:
        for side in (judgement.left, judgement.right):
            if match := _PART.fullmatch(side):
                parts[match["whole"]].add(side)
    if not parts:
        return records
    return SplitRecords(records, {whole: tuple(sorted(found)) for whole, found in parts.items()})


def _split(record: ExtractionRecord, entity: str, part: str) -> ExtractionRecord:
    starts = frozenset(map(int, part.rpartition("@")[2].split(",")))
    moved = [m for m in record.mentions if m.entity == entity and m.start in starts]
    kept = [m for m in record.mentions if m.entity == entity and m.start not in starts]
    if not moved or not kept:
        return record
    whole = next(local for local in record.entities if local.id == entity)
    new = _local(f"{entity}@{part.rpartition('@')[2]}", moved, whole)
    entities = []
    for local in record.entities:
        entities += [_local(entity, kept, whole), new] if local is whole else [local]
    return replace(
        record,
        mentions=tuple(replace(m, entity=new.id) if m in moved else m for m in record.mentions),
        entities=tuple(entities),
        statements=tuple(_statement(s, entity, new.id, starts) for s in record.statements),
    )


def _local(id: str, mentions: Sequence[LocalMention], whole: LocalEntity) -> LocalEntity:
    """Return the entity of a part of the mentions of ``whole``, named by the longest name among them."""
    names = sorted({m.text for m in mentions if m.kind == "name"}, key=lambda name: (-len(name), name))
    if not names:
        return replace(whole, id=id, name=mentions[0].text, aliases=(), named=False)
    if any(key(name) == key(whole.name) for name in names):
        names.insert(0, whole.name)
    aliases = tuple(alias for alias in whole.aliases if key(alias) in {key(name) for name in names[1:]})
    return replace(whole, id=id, name=names[0], aliases=aliases)


def _statement(statement: LocalStatement, entity: str, part: str, starts: frozenset[int]) -> LocalStatement:
    def moved(spans: Sequence[Span], id: str | None) -> str | None:
        inside = id == entity and any(start <= s < end for start, end in spans for s in starts)
        return part if inside else id

    subject, object, said = statement.subject, statement.object, statement.attribution
    return replace(
        statement,
        subject=replace(subject, entity=moved(subject.spans, subject.entity)),
        object=object and replace(object, entity=moved(object.spans, object.entity)),
        qualifiers=tuple(replace(q, entity=moved(q.spans, q.entity)) for q in statement.qualifiers),
        arguments=tuple(replace(a, entity=moved(a.spans, a.entity)) for a in statement.arguments),
        attribution=said and replace(said, entity=moved(said.spans, said.entity)),
    )


@dataclass(frozen=True, slots=True)
class Corrections:
    """Names and labels that people gave, and what they do not want to see, by name or key of a member."""

    names: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    def name(self, members: Sequence[Member]) -> str | None:
        """Return the name that people gave to the entity of ``members``, if any did."""
        return _first(self.names, members)

    def label(self, members: Sequence[Member]) -> str | None:
        """Return the label that people gave to it, if any did."""
        return _first(self.labels, members)

    def is_hidden(self, members: Sequence[Member]) -> bool:
        """Return whether people have hidden it."""
        return bool(self.hidden) and any(side in self.hidden for side in _sides(members))


def corrections_of(judgements: Iterable[Judgement]) -> Corrections:
    """Return the corrections among ``judgements``; names are compared as sides of judgements are."""
    found: dict[str, dict[str, str]] = {verdict: {} for verdict in CORRECTIONS}
    for judgement in sorted(judgements):
        if judgement.verdict in CORRECTIONS:
            for side in (judgement.left, key(judgement.left)):
                found[judgement.verdict][side] = judgement.right
    return Corrections(found["renamed"], found["labelled"], frozenset(found["hidden"]))


def _sides(members: Sequence[Member]) -> Iterator[str]:
    """Yield what a judgement may call an entity: the keys of its members, then its names, frequent ones first."""
    yield from (member.key for member in members)
    names = Counter(key(member.name) for member in members)
    yield from sorted(names, key=lambda name: (-names[name], name))


def _first(values: Mapping[str, str], members: Sequence[Member]) -> str | None:
    return next((values[side] for side in _sides(members) if side in values), None) if values else None
