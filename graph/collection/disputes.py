"""Disputes: what articles say against each other, each side with its sentence.

A *denial* is asserted by some and denied by others; a *value* is a relation that has one value at a time and is given
two (who heads a body, how old somebody is, where one was born); a *figure* is a count, sum or price of one thing; a
*date* is when something happened that happens once; a *correction* takes back what an article said before. That both
cannot be meant says nothing about which is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..identity import content_id
from ..knowledge_graph import KnowledgeGraph
from ..model.statement import Evidence, Statement
from .claims import Likeness
from .corroboration import Claim, Voice, wording
from .figures import Figure
from .origins import Origin, Origins
from .predicates import ONCE, SELDOM
from .signatures import Signature
from .times import FAR
from .union import components

KINDS = ("denial", "value", "figure", "date", "correction")

FACTS = frozenset({"asserted", "reported", "negative", "denied"})
"""Statuses of statements that can stand against each other; plans and possibilities cannot."""


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One side of a dispute in one sentence; ``value`` is what it says ("11", "denied", "2026-03-01")."""

    value: str
    day: str
    document: str
    sentence: int
    text: str
    origin: Origin
    statement: str | None = None
    source: str | None = None


def _in_order(sides: Iterable[Side], kind: str) -> list[Side]:
    """Return sides by day; of one day by what they say, and those of a correction by their place in the article."""
    if kind == "correction":
        return sorted(sides, key=lambda side: (side.day, side.document, side.sentence, side))
    return sorted(sides, key=lambda side: (side.day, side))


@dataclass(frozen=True, slots=True, order=True)
class Dispute:
    """Two or more sides that say different things of one matter; ``kind`` is one of KINDS and ``text`` what is disputed."""

    kind: str
    text: str
    id: str
    sides: tuple[Side, ...]
    entities: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """The different values, in the order of days."""
        return tuple(dict.fromkeys(side.value for side in _in_order(self.sides, self.kind)))

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the articles, sorted."""
        return tuple(sorted({side.document for side in self.sides}))


def disputes_of(
    graph: KnowledgeGraph,
    claims: Iterable[Claim],
    figures: Iterable[Figure],
    signatures: Sequence[Signature],
    pairs: Iterable[Likeness],
    origins: Origins,
    *more: Dispute,
) -> tuple[Dispute, ...]:
    """Return all disputes, by kind, those of most articles first; ``more`` are found elsewhere."""
    makers = SideMaker(graph, origins)
    known = {signature.id: signature for signature in signatures}
    found = [
        *_denials(claims, makers),
        *_figures(figures, makers),
        *_dates(pairs, known, makers),
        *more,
    ]
    return tuple(sorted(found, key=lambda d: (KINDS.index(d.kind), -len(d.documents), d.text, d.id)))


@dataclass(frozen=True, slots=True)
class SideMaker:
    """Makes sides from the evidence of a graph."""

    graph: KnowledgeGraph
    origins: Origins

    def of(self, statement: Statement, value: str) -> Iterator[Side]:
        """Yield a side for each piece of evidence of a statement."""
        for piece in statement.evidence:
            yield self.piece(piece, value)

    def piece(self, piece: Evidence, value: str) -> Side:
        """Return the side that one piece of evidence takes."""
        source = piece.attribution.text if piece.attribution else None
        return self.place(piece.document, piece.sentence, value, piece.statement, source)

    def place(
        self,
        document: str,
        sentence: int,
        value: str,
        statement: str | None = None,
        source: str | None = None,
    ) -> Side:
        """Return the side that a sentence takes."""
        day = (self.graph.document(document).date or "")[:10]
        origin, text = self.origins.of[document], self.text(document, sentence)
        return Side(value, day, document, sentence, text, origin, statement, source)

    def text(self, document: str, sentence: int) -> str:
        """Return the words of a sentence."""
        sentences = self.graph.document(document).sentences
        return sentences[sentence].text if sentence < len(sentences) else ""


def dispute(kind: str, text: str, sides: Iterable[Side], entities: Iterable[str]) -> Dispute:
    """Return a dispute with an id made of its content; a sentence that states it twice is one side."""
    told: dict[tuple[object, ...], Side] = {}
    for side in _in_order(set(sides), kind):
        told.setdefault((side.value, side.document, side.sentence, side.source), side)
    found = tuple(told.values())
    places = (f"{side.document}#{side.sentence}#{side.value}" for side in found)
    return Dispute(kind, text, content_id("dispute", text, kind, *places), found, tuple(entities))


def _denials(claims: Iterable[Claim], makers: SideMaker) -> Iterator[Dispute]:
    for claim in claims:
        factual = _of_one_mind([voice for voice in claim.voices if voice.status in FACTS])
        if _is_dispute(factual, makers.graph):
            sides = (
                makers.place(v.document, v.sentence, _stand(v.role), v.statement, v.source) for v in factual
            )
            yield dispute("denial", claim.text, sides, claim.entities)


def _of_one_mind(voices: Sequence[Voice]) -> list[Voice]:
    """Leave out whoever says both in one article: that he denies himself is mostly a slip of reading."""

    def speaker(voice: Voice) -> tuple[str, str]:
        return voice.document, voice.entity or (voice.source or "").casefold()

    asserted = {speaker(voice) for voice in voices if voice.role != "denies"}
    both = asserted & {speaker(voice) for voice in voices if voice.role == "denies"}
    return [voice for voice in voices if speaker(voice) not in both]


_SETTLED = re.compile(r"\b(?:did|was|were|had)(?: not|n['’]t)\b|\bnever\b", re.IGNORECASE)
_REFUSALS = re.compile(r"\b(?:refus|declin|fail)", re.IGNORECASE)


def _is_dispute(voices: Sequence[Voice], graph: KnowledgeGraph) -> bool:
    """Return whether both sides are there; what comes true after an article says that it has not is no dispute."""
    if any(_is_of_a_group(graph, voice) for voice in voices):
        return False
    others = [voice for voice in voices if voice.role != "denies"]
    return any(_stands(denial, others, graph) for denial in voices if denial.role == "denies")


def _is_of_a_group(graph: KnowledgeGraph, voice: Voice) -> bool:
    """Return whether a people or party does it: some of its members do what others do not."""
    return graph.entity(graph.statement(voice.statement).subject).label == "NORP"


def _stands(denial: Voice, others: Iterable[Voice], graph: KnowledgeGraph) -> bool:
    """Return whether a denial stands against one of ``others``: one that is for good, or that is not of before it.

    Whoever refused to do something may do it on the same day.
    """
    statement = graph.statement(denial.statement)
    if denial.status == "denied" or _SETTLED.search(statement.predicate):
        return any(True for _ in others)
    refused = any(_REFUSALS.search(cue.text) for piece in statement.evidence for cue in piece.cues)
    return any(denial.day > other.day or (denial.day == other.day and not refused) for other in others)


def _stand(role: str) -> str:
    return "denied" if role == "denies" else "asserted"


def _figures(figures: Iterable[Figure], makers: SideMaker) -> Iterator[Dispute]:
    for figure in figures:
        sides = (
            makers.place(point.document, point.sentence, _value(point.number), point.statement)
            for point in figure.points
        )
        yield dispute("figure", figure.text, sides, figure.entities)


def _value(number: float) -> str:
    return f"{number:.0f}" if number == int(number) else str(number)


def _dates(pairs: Iterable[Likeness], known: Mapping[str, Signature], makers: SideMaker) -> Iterator[Dispute]:
    """Yield what is given two days though it happens once; months and years that both tell may be of the writing."""
    graph = makers.graph
    clashing = [
        (pair.left, pair.right)
        for pair in pairs
        if pair.contradiction == "time" and _happens_once(known[pair.left], known[pair.right], graph)
    ]
    for group in components(clashing):
        statements = [graph.statement(id) for id in group]
        sides = [side for s in statements for side in makers.of(s, s.time or "")]
        entities = sorted({id for s in statements for id in s.participants if graph.entity(id).named})
        yield dispute("date", wording(graph, statements[0]), sides, entities)


def _happens_once(left: Signature, right: Signature, graph: KnowledgeGraph) -> bool:
    """Return whether two days are given to what happens once or, where both write the day, seldom: a signing."""
    shared = left.classes.keys() & right.classes.keys()
    if not (_is_day(left) and _is_day(right)):
        return False
    if shared & ONCE:
        return True
    apart = abs(_first_day(left) - _first_day(right))
    return bool(shared & SELDOM) and apart <= FAR and _writes_day(graph, left) and _writes_day(graph, right)


def _first_day(signature: Signature) -> int:
    return signature.time[0].toordinal() if signature.time[0] else 0


def _writes_day(graph: KnowledgeGraph, signature: Signature) -> bool:
    """Return whether a day is written out ("on March 4"): which Tuesday is meant is told by the day of an article alone."""
    times = (q.text for q in graph.statement(signature.id).qualifiers if q.role == "time")
    return any(any(map(str.isdigit, text)) for text in times)


def _is_day(signature: Signature) -> bool:
    first, last = signature.time
    return first is not None and first == last
