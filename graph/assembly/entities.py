"""Makes the entities of a graph: members of documents, joined by resolution, with content-derived ids."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from sys import intern, maxsize

from ..hidden_text import readable_name
from ..identity import content_id, digest, normal_key
from ..knowledge.english import ARTICLE
from ..knowledge.entity_list import KnownEntities
from ..model.entity import CONCEPT, Entity, Member, Mention
from ..model.judgement import CORRECTIONS, Judgement
from ..model.record import VALUE_LABELS, ExtractionRecord, LocalStatement, SpanText
from ..model.record import LocalMention as RecordMention
from ..model.sharing import offset
from ..resolution import Profile, resolve
from ..resolution.forgetting import MANY, forget_names
from ..resolution.label import needs_judgement
from ..resolution.label_vote import relabelled, vote_on_labels
from .corrections import corrections_of
from .naming import Naming, canonical_name
from .profiles import profiles_of

_ARTICLE = re.compile(ARTICLE)


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """The entities of a graph, which of them each document's local ids stand for, and why."""

    entities: tuple[Entity, ...]
    ids: Mapping[tuple[str, str], str]  # (document, local id) to graph id
    judgements: tuple[Judgement, ...]

    def of(self, document: str, local: str | None) -> str | None:
        """Return the graph id of a document's local entity; None for a value, which is no node."""
        return None if local is None else self.ids.get((document, local))

    def subject(self, document: str, subject: SpanText) -> str:
        """Return the graph id of the subject of a statement, which always has a node."""
        return self.of(document, subject.entity) or self.ids[document, concept_key(subject)]

    def object(self, document: str, object: SpanText | None) -> str | None:
        """Return the graph id of an object: an entity, or a phrase that is the subject of another statement."""
        if object is None:
            return None
        return self.of(document, object.entity) or self.ids.get((document, concept_key(object)))


def concept_key(phrase: SpanText) -> str:
    """Return the local id of the concept that a phrase without an entity stands for, whatever its article.

    >>> concept_key(SpanText(((0, 6),), "A moth")) == concept_key(SpanText(((9, 17),), "the moth"))
    True
    """
    return f"phrase:{plain_key(phrase.text)}"


def plain_key(words: str) -> str:
    """Return what two forms of a phrase share: :func:`normal_key` without the article.

    >>> plain_key("The mayor")
    'mayor'
    """
    return _ARTICLE.sub("", normal_key(words))


def entities_of(
    records: Iterable[ExtractionRecord], judgements: Sequence[Judgement], known: KnownEntities
) -> EntityIndex:
    """Return the entities of ``records``: every named one, and the others that statements refer to."""
    corrections = corrections_of(judgements)
    found = _Gathered()
    for record in map(_readable, records):
        found.add(record, known, keeps_hidden=bool(corrections.hidden))
    profiles = found.profiles
    for key, label in vote_on_labels(profiles.values()).items():
        profiles[key] = relabelled(profiles[key], label)
    resolution = resolve(profiles.values(), [j for j in judgements if j.verdict not in CORRECTIONS])
    drafts = found.drafts
    for group in resolution.groups:
        members = tuple(sorted(found.named[key] for key in group))
        if corrections.is_hidden(members):
            drafts.extend(_unnamed(member) for member in members if member.key in found.stated)
            continue
        label = corrections.label(members) or _label([profiles[key] for key in group])
        naming = canonical_name([profiles[key] for key in group], known)
        naming = replace(naming, name=corrections.name(members) or naming.name)
        drafts.append(_named(members, label, found.aliases, naming))
    if len(profiles) > MANY:
        forget_names()
    entities = tuple(sorted(_distinct(drafts), key=lambda entity: entity.id))
    ids = {(member.document, member.entity): entity.id for entity in entities for member in entity.members}
    return EntityIndex(entities, ids, resolution.judgements)


@dataclass(slots=True)
class _Gathered:
    """What records have: named members by key, with their profiles and aliases, and the entities without a name.

    ``stated`` are the keys of named members that statements refer to, kept where a judgement hides any.
    """

    named: dict[str, Member] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    drafts: list[Entity] = field(default_factory=list)
    stated: set[str] = field(default_factory=set)

    def add(self, record: ExtractionRecord, known: KnownEntities, *, keeps_hidden: bool) -> None:
        """Add what a record has."""
        self.profiles.update((profile.members[0], profile) for profile in profiles_of(record, known))
        record = replace(record, statements=telling(record))
        used, document = set(_references(record)), intern(record.document.id)
        mentions = _mentions(record)
        for local in record.entities:
            if local.label in VALUE_LABELS:
                continue
            member = Member(
                document, intern(local.id), intern(local.name), intern(local.label), mentions[local.id]
            )
            if local.named:
                self.named[member.key] = member
                if keeps_hidden and local.id in used:
                    self.stated.add(member.key)
                self.aliases[member.key] = local.aliases
            elif local.id in used:
                self.drafts.append(_unnamed(member))
        self.drafts.extend(_concepts(record))


def _readable(record: ExtractionRecord) -> ExtractionRecord:
    """Return a record whose names have no hidden characters, whoever made it."""
    if all(name.isascii() for entity in record.entities for name in (entity.name, *entity.aliases)):
        return record
    entities = tuple(
        replace(entity, name=readable_name(entity.name), aliases=tuple(map(readable_name, entity.aliases)))
        for entity in record.entities
    )
    return replace(record, entities=entities)


def _says_itself(statement: LocalStatement, subject: str) -> bool:
    """Return whether it says of its ``subject`` only that it is itself: "this was a trap", where nothing but "a trap" names it."""
    if (
        statement.predicate.base != "be"
        or statement.predicate.relation is not None
        or statement.object is None
    ):
        return False
    return plain_key(statement.object.text) == plain_key(subject)


def telling(record: ExtractionRecord) -> tuple[LocalStatement, ...]:
    """Return the statements of a record that do not only say themselves."""
    names = {entity.id: entity.name for entity in record.entities if not entity.named}
    return tuple(
        statement
        for statement in record.statements
        if not _says_itself(statement, names.get(statement.subject.entity or "", statement.subject.text))
    )


def _references(record: ExtractionRecord) -> Iterator[str | None]:
    for statement in record.statements:
        said = statement.attribution
        parts = (statement.subject, statement.object, said, said and said.via)
        for part in (*parts, *statement.qualifiers, *statement.arguments):
            if part is not None:
                yield part.entity


def _mentions(record: ExtractionRecord) -> dict[str, tuple[Mention, ...]]:
    found: dict[str, list[Mention]] = {entity.id: [] for entity in record.entities}
    for mention in record.mentions:
        found[mention.entity].append(_mention(record, mention))
    return {id: tuple(sorted(mentions)) for id, mentions in found.items()}


def _mention(record: ExtractionRecord, mention: RecordMention) -> Mention:
    sentence = sentence_at(record.sentences, mention.start)
    text, label, kind = map(intern, (mention.text, mention.label, mention.kind))
    return Mention(offset(mention.start), offset(mention.end), text, label, kind, sentence)


def sentence_at(sentences: Sequence[tuple[int, int]], offset: int) -> int:
    """Return the index of the sentence that contains ``offset``, -1 where none does."""
    index = bisect_right(sentences, (offset, maxsize)) - 1
    return index if index >= 0 and offset < sentences[index][1] else -1


def _concepts(record: ExtractionRecord) -> Iterator[Entity]:
    """Yield one concept for each subject phrase of a document that no entity heads."""
    values = {entity.id for entity in record.entities if entity.label in VALUE_LABELS}
    phrases: dict[str, list[LocalStatement]] = defaultdict(list)
    for statement in record.statements:
        if statement.subject.entity is None or statement.subject.entity in values:
            phrases[concept_key(statement.subject)].append(statement)
    for key, statements in sorted(phrases.items()):
        name = intern(_commonest(statement.subject.text for statement in statements))
        mentions = sorted({m for statement in statements for m in _phrase_mentions(statement, record)})
        member = Member(intern(record.document.id), key, name, CONCEPT, tuple(mentions))
        yield Entity(_scoped_id(member), name, CONCEPT, named=False, concept=True, members=(member,))


def _phrase_mentions(statement: LocalStatement, record: ExtractionRecord) -> Iterator[Mention]:
    subject = statement.subject
    if len(subject.spans) == 1:
        ((start, end),) = subject.spans
        # a relative pronoun or an ellipsis may take its words from another sentence than the statement's
        sentence = sentence_at(record.sentences, start)
        yield Mention(start, end, subject.text, CONCEPT, "nominal", sentence)


def _unnamed(member: Member) -> Entity:
    return Entity(_scoped_id(member), member.name, member.label, named=False, members=(member,))


def _scoped_id(member: Member) -> str:
    """Return an id that no member of another document can have."""
    place = ",".join(f"{mention.start}-{mention.end}" for mention in member.mentions)
    return content_id("unnamed", normal_key(member.name), member.label, member.document, place)


def _named(
    members: tuple[Member, ...], label: str, aliases: Mapping[str, tuple[str, ...]], naming: Naming
) -> Entity:
    name, links = intern(naming.name), naming.links
    others = {alias for member in members for alias in (member.name, *aliases[member.key])} - {name}
    id = content_id("entity", normal_key(name), *(links or (label,)))
    return Entity(id, name, intern(label), aliases=tuple(sorted(others)), links=links, members=members)


def _label(profiles: Sequence[Profile]) -> str:
    """Return the label of most members; where only a person can have joined them, of those with the longest name.

    A firm does not become a town because more articles have its short name, and take it for one.
    """
    labels = {profile.label for profile in profiles}
    by_hand = any(needs_judgement(left, right) for left, right in combinations(sorted(labels), 2))
    words = [len(profile.key.split()) if by_hand else 0 for profile in profiles]
    return _commonest(p.label for p, count in zip(profiles, words, strict=True) if count == max(words))


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def _distinct(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Tell namesakes apart: entities that would share an id get one that also depends on their members."""
    groups: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        groups[entity.id].append(entity)
    for id, group in groups.items():
        if len(group) == 1:
            yield group[0]
        else:
            yield from (replace(entity, id=f"{id}-{_members_digest(entity)}") for entity in group)


def _members_digest(entity: Entity) -> str:
    return digest(*(part for member in entity.members for part in (member.document, member.entity)))
