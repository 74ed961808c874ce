"""Undecided judgements as questions to a person, the most valuable first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..knowledge.gazetteer import country, country_of, key
from ..knowledge_graph import KnowledgeGraph
from ..model.entity import Entity, Member, Mention
from ..model.judgement import CORRECTIONS, Judgement
from ..pluralisation import counted
from ..resolution.organisation import OTHER_COUNTRIES, UNKNOWN_COUNTRY
from ..resolution.person import FREQUENT
from ..resolution.rivals import ANOTHER_FITS

LIKELY = 0.6
"""Score from which it is asked whether a frequent family name that several fit is one of them in another article."""

_TELL_COUNTRIES = frozenset({"GPE", "NORP"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a person can see what an entity is: a sentence that names it, its document, and the country around."""

    document: str
    sentence: str
    country: str | None

    def __str__(self) -> str:
        around = f", {self.country}" if self.country else ""
        return f"{self.sentence} ({self.document}{around})"


@dataclass(frozen=True, slots=True)
class Question:
    """Are these two entities one? ``value`` is how many statements the answer moves times how open it is.

    ``text`` asks it in words; ``seen`` shows both in a sentence.
    """

    judgement: Judgement
    left: Entity
    right: Entity
    value: float
    text: str
    seen: tuple[Sighting, Sighting]


def questions(graph: KnowledgeGraph) -> list[Question]:
    """Return what was left undecided, the most valuable question first and one for each two entities.

    What a person wants left undecided is not asked again.
    """
    sides, sightings = Sides(graph), Sightings(graph)
    decided = {judgement.pair for judgement in graph.given}
    found: dict[frozenset[str], tuple[float, Judgement, Entity, Entity]] = {}
    for judgement in graph.judgements:
        left, right = sides.entity(judgement.left), sides.entity(judgement.right)
        if judgement.verdict != "undecided" or judgement.pair in decided or not left or not right:
            continue
        rated = (-_value(graph, judgement, left, right), judgement, left, right)
        pair = frozenset((left.id, right.id))
        if _is_idle(judgement, left, right, sightings):
            continue
        if left.id != right.id and (pair not in found or rated[:2] < found[pair][:2]):
            found[pair] = rated
    return [
        Question(judgement, left, right, -value, _text(judgement, left, right), (seen(left), seen(right)))
        for value, judgement, left, right in sorted(found.values(), key=lambda rated: rated[:2])
        for seen in (sightings.of,)
    ]


def _is_idle(judgement: Judgement, left: Entity, right: Entity, sightings: Sightings) -> bool:
    """Return whether nobody wants to be asked: bodies of two countries, and whom of many "Kim" means elsewhere."""
    reasons = judgement.reasons
    if OTHER_COUNTRIES in reasons:
        return True
    if UNKNOWN_COUNTRY in reasons:
        return sightings.of(left).country != sightings.of(right).country
    if ANOTHER_FITS not in reasons or not any(reason.endswith(FREQUENT) for reason in reasons):
        return False
    apart = {m.document for m in left.members}.isdisjoint(m.document for m in right.members)
    return apart and judgement.score < LIKELY


def _value(graph: KnowledgeGraph, judgement: Judgement, left: Entity, right: Entity) -> float:
    weights = (
        1 + len(graph.statements_of(e.id)) + sum(len(m.mentions) for m in e.members) for e in (left, right)
    )
    openness = 1.0 - abs(2 * judgement.score - 1)
    return round(min(weights) * (0.1 + openness), 4)


def _text(judgement: Judgement, left: Entity, right: Entity) -> str:
    one, two = (f'"{e.name}" ({e.label}, {_documents(e)})' for e in (left, right))
    return f"Is {one} the same as {two}? ({judgement.score:.2f}: {'; '.join(judgement.reasons)})"


def _documents(entity: Entity) -> str:
    return counted(len({member.document for member in entity.members}), "document")


class Sightings:
    """Shows entities in their sentences and tells which country their documents speak of most."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        countries: dict[str, Counter[str]] = defaultdict(Counter)
        for entity in graph.entities:
            code = country_of(entity.name) if entity.named and entity.label in _TELL_COUNTRIES else None
            if code:
                for member in entity.members:
                    countries[member.document][code] += max(len(member.mentions), 1)
        self._countries = countries

    def of(self, entity: Entity, member: Member | None = None) -> Sighting:
        """Return where ``entity``, or just one ``member`` of it, is named first."""
        members = [member] if member else entity.members
        chosen = min(members, key=lambda m: (m.name != entity.name, not _names(m), m.document, m.entity))
        document = self._graph.document(chosen.document)
        mention = next(iter(_names(chosen) or chosen.mentions), None)
        inside = mention is not None and 0 <= mention.sentence < len(document.sentences)
        sentence = document.sentences[mention.sentence].text if mention and inside else chosen.name
        return Sighting(
            document_name(self._graph, chosen.document), " ".join(sentence.split()), self._country(members)
        )

    def _country(self, members: Iterable[Member]) -> str | None:
        total: Counter[str] = Counter()
        for document in {member.document for member in members}:
            total.update(self._countries.get(document, ()))
        most = [code for code, count in total.items() if count == max(total.values())]
        return country(most[0]).name if len(most) == 1 else None


def _names(member: Member) -> list[Mention]:
    return [mention for mention in member.mentions if mention.kind == "name"]


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
    sides = {j.left for j in graph.given} | {j.right for j in graph.given if j.verdict not in CORRECTIONS}
    return sorted(side for side in sides if side not in known and key(side) not in known)
