"""Makes the profiles that resolution compares from what records say around a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..knowledge.english import COPULAS
from ..knowledge.entity_list import KnownEntities
from ..knowledge.gazetteer import country_of, key
from ..knowledge.lexicon import words
from ..model.entity import member_key
from ..model.record import VALUE_LABELS, ExtractionRecord, LocalEntity, LocalStatement
from ..resolution.context import Context, context_of
from ..resolution.profile import Profile, place_of, titles_in

_LONGEST_TITLE = 24
"""Characters before a name in which a title stands."""


def profiles_of(record: ExtractionRecord, known: KnownEntities) -> Iterator[Profile]:
    """Yield the profile of each named entity of a record."""
    named = [e for e in record.entities if e.named and e.label not in VALUE_LABELS]
    names = [entity.name for entity in named]
    around = context_of(names)
    roles = _roles(record)
    before = _titles_before(record)
    seats = _seats(record)
    documents = frozenset({record.document.id})
    none: frozenset[str] = frozenset()  # one object for all that are empty
    for entity in named:
        found = known.find(entity.name, entity.label)
        yield Profile(
            id=entity.name,
            name=entity.name,
            label=entity.label,
            aliases=frozenset(key(a) for a in entity.aliases if key(a) != key(entity.name)) or none,
            context=Context(
                around.names,
                none.union(roles.get(entity.id, ()), _titles(entity), before.get(entity.id, ())) or none,
                seats.get(entity.id, around.countries),
            ),
            place=place_of(entity.name, entity.label, names),
            known=found.id if found else None,
            members=(member_key(record.document.id, entity.id),),
            documents=documents,
        )


def _titles_before(record: ExtractionRecord) -> dict[str, frozenset[str]]:
    """Return the titles that stand before the names of people: they are no part of the names."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    text = record.document.text or ""
    for mention in record.mentions:
        if mention.kind == "name" and mention.label == "PERSON":
            *_, last = ["", *text[max(0, mention.start - _LONGEST_TITLE) : mention.start].split()]
            if last[:1].isupper():
                found[mention.entity] |= titles_in(f"{last} {mention.text}", mention.label)
    return found


def _titles(entity: LocalEntity) -> frozenset[str]:
    return frozenset(
        title for name in (entity.name, *entity.aliases) for title in titles_in(name, entity.label)
    )


def _seats(record: ExtractionRecord) -> dict[str, dict[str, int]]:
    """Return the country of each body that is said to be in a place: "the Foreign Ministry in Amman" is of one."""
    found: dict[str, dict[str, int]] = {}
    names = {entity.id: entity.name for entity in record.entities if entity.named}
    for statement in record.statements:
        if statement.object is not None and statement.predicate.text == "in":
            code = country_of(names.get(statement.object.entity or "", ""))
            if code and statement.subject.entity:
                found[statement.subject.entity] = {code: 1}
    return found


def _roles(record: ExtractionRecord) -> dict[str, set[str]]:
    """Return what the document says each entity is: "spokesman", "president"."""
    roles: dict[str, set[str]] = defaultdict(set)
    realms = {entity.id for entity in record.entities if entity.named and entity.label in _REALMS}
    for statement in record.statements:
        if statement.subject.entity and _says_role(statement, realms):
            roles[statement.subject.entity].add(statement.predicate.lemma)
    return roles


_REALMS = frozenset({"GPE", "LOC", "NORP"})


def _says_role(statement: LocalStatement, realms: set[str]) -> bool:
    """Return whether somebody is said to be something; of rulers also beside the name: "Tariq, the new king of Jordan".

    Kings of anything but ``realms`` are none: the king of the carnival.
    """
    first, *rest = statement.predicate.text.lower().split() or [""]
    lemma = statement.predicate.lemma
    if statement.polarity != "positive" or statement.modality != "actual":
        return False
    if lemma in words("regal_titles.txt"):
        return statement.object is None or statement.object.entity in realms
    return first in COPULAS and bool(rest) and lemma not in ("be", "become")
