"""A story in words: who, what, where and when, with its claims and a timeline."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from ..identity import content_id
from ..knowledge_graph import KnowledgeGraph
from ..model.document import SourceDocument
from ..model.statement import Statement
from .affairs import affair_of
from .background import cosine
from .corroboration import RETRACTED, Claim, wording
from .disputes import Dispute
from .origins import Origin, Origins, families_in
from .predicates import is_news
from .stories import PLACES, ArticleProfile

SHOWN = 3
"""Names in the title of a story, and entries of a timeline for one day."""

HEADLINE = 2.0
"""How much more a name counts that stands in the headline."""

LEAST = 0.45
"""Interest from which what one article alone says stands in a timeline."""


@dataclass(frozen=True, slots=True, order=True)
class TimelineEntry:
    """What happened on a day (EDTF), by a claim of several articles or the statement of one."""

    day: str
    text: str
    statement: str
    documents: tuple[str, ...]
    claim: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Story:
    """Articles about one event or affair, named by who, what, where and when.

    ``entities`` are ids, the most central first; ``claims`` and ``disputes`` ids of those of at least two of its
    articles; ``origins`` whom its articles are from.
    """

    id: str
    title: str
    headline: str
    who: tuple[str, ...]
    what: str | None
    where: tuple[str, ...]
    first: str | None
    last: str | None
    documents: tuple[str, ...]
    entities: tuple[str, ...]
    origins: tuple[Origin, ...]
    claims: tuple[str, ...]
    disputes: tuple[str, ...]
    timeline: tuple[TimelineEntry, ...]


class _HasDocuments(Protocol):
    @property
    def documents(self) -> tuple[str, ...]: ...


Told = TypeVar("Told", bound=_HasDocuments)
ByDocument = Mapping[str, Sequence[tuple[int, Told]]]
"""What each article tells, with its place in the order of all."""


def by_document(told: Iterable[Told]) -> ByDocument[Told]:
    """Return what each article tells of ``told``, by its id."""
    found: dict[str, list[tuple[int, Told]]] = defaultdict(list)
    for place, one in enumerate(told):
        for id in one.documents:
            found[id].append((place, one))
    return dict(found)


def _mostly_of(told: ByDocument[Told], inside: set[str]) -> list[Told]:
    """Return what is mostly told in the articles ``inside``, in the order of all."""
    found = {place: one for id in inside for place, one in told.get(id, ())}
    return [found[place] for place in sorted(found) if _mostly(found[place].documents, inside)]


@dataclass(frozen=True, slots=True)
class StoryMaker:
    """Tells stories of groups of articles of a graph; claims, disputes and statements are by the articles they are of."""

    graph: KnowledgeGraph
    origins: Origins
    claims: ByDocument[Claim]
    disputes: ByDocument[Dispute]
    profiles: Mapping[str, ArticleProfile]
    statements: Mapping[str, Sequence[Statement]]

    def story(self, group: Sequence[str]) -> Story:
        """Return the story of a group of articles."""
        inside = set(group)
        claims, disputes = _mostly_of(self.claims, inside), _mostly_of(self.disputes, inside)
        documents = [self.graph.document(id) for id in group]
        weights = self._weights(documents)
        entities = tuple(sorted(weights, key=lambda id: (-weights[id], id)))
        labels = {id: self.graph.entity(id).label for id in entities}
        names = {id: self.graph.entity(id).name for id in entities}
        who = _shown(names[id] for id in entities if labels[id] not in PLACES | {"NORP", "LANGUAGE"})
        where = tuple(names[id] for id in entities if labels[id] in PLACES)[:1]
        what = affair_of(documents, self.statements, entities[:SHOWN])
        days = sorted(day for id in group if (day := (self.graph.document(id).date or "")[:10]))
        first, last = (days[0], days[-1]) if days else (None, None)
        title = _title(who, what, where, first, last)
        return Story(
            id=content_id("story", title, *group),
            title=title,
            headline=self._headline(group),
            who=who,
            what=what,
            where=where,
            first=first,
            last=last,
            documents=tuple(group),
            entities=entities[:_MOST],
            origins=families_in(self.origins.of[id] for id in group),
            claims=tuple(claim.id for claim in claims),
            disputes=tuple(d.id for d in disputes),
            timeline=tuple(self._timeline(group, claims)),
        )

    def _weights(self, documents: Sequence[SourceDocument]) -> dict[str, float]:
        """Return how central each name is: its weight in the articles, if two of them have it, and in their headlines."""
        total: Counter[str] = Counter()
        counts: Counter[str] = Counter()
        for document in documents:
            names, headline = self.profiles[document.id].names, document.title or ""
            total.update({id: weight * self._share(id, headline) for id, weight in names.items()})
            counts.update(names.keys())
        return {name: weight * counts[name] for name, weight in total.items() if counts[name] > 1}

    def _share(self, id: str, headline: str) -> float:
        entity = self.graph.entity(id)
        return HEADLINE if any(name in headline for name in (entity.name, *entity.aliases)) else 1.0

    def _headline(self, group: Sequence[str]) -> str:
        """Return the title of the article that is most like all others."""

        def centrality(id: str) -> float:
            own = self.profiles[id]
            return sum(cosine(own.names, self.profiles[other].names) for other in group)

        best = min(group, key=lambda id: (not self.graph.document(id).title, -round(centrality(id), 9), id))
        document = self.graph.document(best)
        opening = (s.text for s in document.sentences if len(s.text.split()) > _DATELINE)
        return document.title or next(opening, document.source)

    def _timeline(self, group: Sequence[str], claims: Iterable[Claim]) -> Iterator[TimelineEntry]:
        entries: dict[str, list[tuple[float, TimelineEntry]]] = defaultdict(list)
        claimed: set[str] = set()
        for claim in claims:
            claimed.update(claim.statements)
            statements = [self.graph.statement(id) for id in claim.statements]
            day = self._day(claim, statements)
            if not _has_day(day):
                continue
            interest = max(self.graph.interest[s.id] for s in statements) + len(claim.origins)
            told = {voice.document for voice in claim.voices if voice.status != RETRACTED}
            entry = TimelineEntry(day, claim.text, claim.statements[0], tuple(sorted(told)), claim.id)
            entries[day].append((interest, entry))
        for id in group:
            for statement in self.statements.get(id, ()):
                interest = self.graph.interest[statement.id]
                if statement.id not in claimed and interest >= LEAST and _has_day(statement.time):
                    claimed.add(statement.id)
                    text = wording(self.graph, statement)
                    entry = TimelineEntry(statement.time or "", text, statement.id, _documents(statement))
                    entries[entry.day].append((interest, entry))
        for day in sorted(entries):
            for _, entry in sorted(entries[day], key=lambda found: (-found[0], found[1]))[:SHOWN]:
                yield entry

    def _day(self, claim: Claim, statements: Sequence[Statement]) -> str:
        """Return the day that a claim is of, as it is worded: of a purchase not the day that it was planned."""
        told = {s.id: s.time for s in statements if s.modality == statements[0].modality}
        days = (voice.day for voice in claim.voices if voice.day and voice.statement in told)
        return min(filter(None, told.values()), default=min(days, default=""))


_MOST = 40
"""Entities of a story that are kept."""

_DATELINE = 3
"""Words of a first sentence that is no more than a dateline."""


def _shown(names: Iterable[str]) -> tuple[str, ...]:
    """Return the first names that are no part of one before them ("Brinmark" of "Brinmark United")."""
    found: list[str] = []
    for name in names:
        if not any(f" {name} " in f" {other} " for other in found):
            found.append(name)
    return tuple(found[:SHOWN])


def _mostly(documents: Sequence[str], inside: set[str]) -> bool:
    """Return whether at least two of the documents, or the only one, and half of all of them, are of a story."""
    count = sum(id in inside for id in documents)
    return count >= min(2, len(documents)) and 2 * count >= len(documents)


def _has_day(time: str | None) -> bool:
    return time is not None and len(time) == len("2026-03-02") and time[:4].isdigit()


def _documents(statement: Statement) -> tuple[str, ...]:
    return tuple(sorted({piece.document for piece in statement.evidence}))


def _title(
    who: Sequence[str], what: str | None, where: Sequence[str], first: str | None, last: str | None
) -> str:
    """Return who, what, where and when in one line: "Kelda, Vardo Mining: acquisition (Halsund, 2026-03-02)"."""
    days = first if first == last else f"{first} to {last}"
    place = ", ".join(part for part in (*(where if who else ()), days) if part)
    name = ", ".join(who) or ", ".join(where) or "Articles"
    return f"{name}{f': {what}' if what else ''}{f' ({place})' if place else ''}"


def statements_by_document(graph: KnowledgeGraph) -> dict[str, list[Statement]]:
    """Return the news that each article tells, by its id."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in graph.statements:
        if is_news(statement):
            for id in sorted({piece.document for piece in statement.evidence}):
                found[id].append(statement)
    return dict(found)
