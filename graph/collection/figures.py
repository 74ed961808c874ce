"""Figures: numbers that several articles give for the same thing, kept as a series over time."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..identity import content_id
from ..knowledge_graph import KnowledgeGraph
from ..model.statement import Evidence, Statement
from . import tolls
from .claims import Likeness
from .corroboration import wording
from .credits import is_own_earlier_version
from .holdings import both_hold, say_what_is_had
from .origins import Origin, Origins
from .phrases import ClaimPart, parts_agree
from .signatures import Signature
from .times import DATED, same_time
from .union import Sets


@dataclass(frozen=True, slots=True, order=True)
class FigurePoint:
    """A number that one article gives on one day; ``approx`` is "about", "over", "under" or None."""

    day: str
    number: float
    document: str
    sentence: int
    statement: str
    evidence: str
    origin: Origin
    text: str = ""
    approx: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """Numbers for one thing, in order of days; ``unit`` is what is counted, ``text`` the last statement in words."""

    id: str
    text: str
    unit: str | None
    currency: str | None
    points: tuple[FigurePoint, ...]
    entities: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[float, ...]:
        """The different numbers, in the order in which they came up."""
        return tuple(dict.fromkeys(point.number for point in self.points))

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the articles, sorted."""
        return tuple(sorted({point.document for point in self.points}))

    @property
    def latest(self) -> FigurePoint:
        """The number of the last day."""
        return self.points[-1]

    @property
    def summary(self) -> str:
        """The numbers in words: "from 9 to 11 (3 articles)"."""
        first, last = _number(self.values[0]), _number(self.latest.number)
        span = f"from {first} to {last}" if first != last else " and ".join(map(_number, sorted(self.values)))
        return f"{span} ({len(self.documents)} articles)"

    def moved(self, before: Figure) -> str:
        """Return in words how it has moved since it was ``before``: "from 11 to 14 (4 articles)", "14, also 12 (4 articles)"."""
        last, latest = before.latest.number, self.latest.number
        more = [_number(value) for value in self.values if value not in (*before.values, latest)]
        span = f"from {_number(last)} to {_number(latest)}" if last != latest else _number(latest)
        span += f", also {' and '.join(more)}" if more else ""
        return f"{span} ({len(self.documents)} articles)"


def _number(value: float) -> str:
    """Return a number as news writes it: "1,200", "2.6 billion"."""
    for name, size in _LARGE:
        if value >= size:
            return f"{round(value / size, 2):g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


_LARGE = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))


LEAST, LEAST_OF_COUNTS = 1.0, 0.3
"""Scores from which two numbers that differ are of one thing: a wrong dispute is worse than none, and sums are of many things."""


def figures_of(
    graph: KnowledgeGraph,
    signatures: Sequence[Signature],
    pairs: Iterable[Likeness],
    origins: Origins,
    one_event: Iterable[tuple[str, str]] = (),
) -> tuple[Figure, ...]:
    """Return the figures for which two articles give different numbers, sorted by text; ``one_event`` pairs are of one."""
    known = {signature.id: signature for signature in signatures}
    sets, some = Sets(), tolls_of_some(graph, signatures)
    for pair in pairs:
        if pair.left in some or pair.right in some:
            continue
        both = (known[pair.left], known[pair.right])
        least = _least(*both) if pair.contradiction else 0.0
        if pair.contradiction == "number" and not _of_one_thing(*both):
            continue
        counted = all(counted_part(one) and counts_all(graph, one) for one in both)
        if pair.contradiction in (None, "number") and pair.score >= least and counted:
            sets.join(pair.left, pair.right)
    for left, right in one_event:
        if left not in some and right not in some:
            sets.join(left, right)
    found = (_figure(graph, [known[id] for id in group], origins) for group in sets.groups())
    return tuple(sorted(figure for figure in found if figure is not None))


def _least(left: Signature, right: Signature) -> float:
    """Return the score from which two numbers are of one thing."""
    if tolls.both_toll(left.classes.keys(), right.classes.keys()):
        return tolls.LEAST
    if both_hold(left, right):
        return -math.inf
    parts = [counted_part(one) for one in (left, right)]
    counts = all(
        part is not None and part.amount is not None and part.amount.currency is None for part in parts
    )
    return LEAST_OF_COUNTS if counts else LEAST


def _of_one_thing(left: Signature, right: Signature) -> bool:
    """Return whether what is not counted is the same: votes of a party are not those of "the Liberals"."""
    if say_what_is_had(left, right):
        return both_hold(left, right)
    if are_elsewhere(left, right) or not same_time(left, right):
        return False
    for part, other in ((left.agent, right.agent), (left.theme, right.theme)):
        if part is None or other is None or (part.entity is None) == (other.entity is None):
            continue
        named, phrase = (part, other) if part.entity is not None else (other, part)
        if named.entity not in phrase.names and phrase.number is None:
            return False
    return True


def are_elsewhere(left: Signature, right: Signature) -> bool:
    """Return whether they name other places, or have only others take part: arrests in two towns are two figures."""
    return any(
        bool(ours and theirs) and ours.isdisjoint({*theirs, *right.about}) and theirs.isdisjoint(left.about)
        for ours, theirs in ((left.places, right.places), (left.others, right.others))
    )


def counts_all(graph: KnowledgeGraph, signature: Signature) -> bool:
    """Return whether a number is of all whom something befell, not of those whose parents are spoken of."""
    return not any(
        tolls.are_some(_before(graph, piece, part.spans[0][0]))
        for piece in graph.statement(signature.id).evidence
        for part in (piece.subject, piece.object)
        if part is not None
    )


def _before(graph: KnowledgeGraph, piece: Evidence, place: int) -> str:
    """Return the words of a sentence before a place."""
    sentences = graph.document(piece.document).sentences
    if piece.sentence >= len(sentences):
        return ""
    sentence = sentences[piece.sentence]
    return sentence.text[: max(place - sentence.start, 0)]


def tolls_of_some(graph: KnowledgeGraph, signatures: Iterable[Signature]) -> frozenset[str]:
    """Return the tolls of some among those whom the same article counts before: two who died in hospital, of 11 dead.

    Whom another source counts may be all, and passengers or soldiers are compared with passengers or soldiers.
    """
    said: dict[str, str | None] = {}
    told: dict[tuple[str, str], list[tuple[int, float, Signature]]] = defaultdict(list)
    for signature in signatures:
        kind, part = next(filter(tolls.is_toll_class, signature.classes), None), counted_part(signature)
        if kind is not None and part is not None and part.number is not None:
            statement = graph.statement(signature.id)
            said[signature.id] = statement.attribution_text
            for piece in statement.evidence:
                told[piece.document, kind].append((piece.sentence, part.number, signature))
    return frozenset(
        one.id
        for all_told in told.values()
        for place, number, one in all_told
        for other_place, more, other in all_told
        if number < more and place >= other_place and not are_elsewhere(one, other)
        if (one.theme is None or one.theme.head in _EVERYBODY) or (other.theme and not other.theme.head)
        if said[one.id] == said[other.id]
    )


_EVERYBODY = frozenset({"", "people", "person", "dead", "death", "life", "live", "victim", "body", "toll"})
"""Heads of phrases that count all whom something befell."""


def counted_part(signature: Signature) -> ClaimPart | None:
    """Return the part of a statement that states an exact number: what is done to, else who does it.

    Who "died on Saturday" is counted by the statement beside it that knows which Saturday.
    """
    if signature.undecided or not DATED.isdisjoint(signature.classes):
        return None
    parts = (part for part in (signature.theme, signature.agent) if part is not None)
    return next((part for part in parts if part.number is not None), None)


def _figure(graph: KnowledgeGraph, group: Sequence[Signature], origins: Origins) -> Figure | None:
    points = tuple(sorted(_points(graph, group, origins)))
    parts = [(signature, part) for signature in group if (part := counted_part(signature)) is not None]
    pairs = [(a, b) for at, a in enumerate(parts[:_MOST]) for b in parts[at + 1 : _MOST]]
    if len({point.number for point in points}) < 2 or not any(_disagree(a, b) for a, b in pairs):
        return None
    last = graph.statement(points[-1].statement)
    text = wording(graph, last)
    amounts = [part.amount for _, part in parts if part.amount]
    return Figure(
        content_id("figure", text, min(signature.id for signature in group)),
        text,
        _commonest(amount.unit for amount in amounts),
        _commonest(amount.currency for amount in amounts),
        points,
        _participants(graph, group),
    )


_MOST = 60
"""Numbers of one thing that are compared with each other."""


def _disagree(left: tuple[Signature, ClaimPart], right: tuple[Signature, ClaimPart]) -> bool:
    """Return whether two articles, not one that counts two things, give numbers that exclude each other."""
    return left[0].documents.isdisjoint(right[0].documents) and parts_agree(left[1], right[1]) is False


def _points(graph: KnowledgeGraph, group: Iterable[Signature], origins: Origins) -> Iterator[FigurePoint]:
    for signature in group:
        part, statement = counted_part(signature), graph.statement(signature.id)
        if part is not None and part.amount is not None and part.number is not None:
            for piece in statement.evidence:
                if not (piece.attribution and is_own_earlier_version(piece.attribution.text)):
                    yield _point(graph, statement, piece, part, origins)


def _point(
    graph: KnowledgeGraph, statement: Statement, piece: Evidence, part: ClaimPart, origins: Origins
) -> FigurePoint:
    return FigurePoint(
        day=(graph.document(piece.document).date or "")[:10],
        number=part.number or 0.0,
        document=piece.document,
        sentence=piece.sentence,
        statement=statement.id,
        evidence=piece.id,
        origin=origins.of[piece.document],
        text=part.text,
        approx=part.amount.approx if part.amount else None,
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _participants(graph: KnowledgeGraph, group: Iterable[Signature]) -> tuple[str, ...]:
    """Return the named entities that take part, those of most statements first."""
    parts = (id for signature in group for id in graph.statement(signature.id).participants)
    counts = Counter(id for id in parts if graph.entity(id).named)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
