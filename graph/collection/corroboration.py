"""Corroboration: how many independent origins a claim has, and who asserts, denies or only relays it.

"Reported by three" is not "true": what is counted is who says so, never whether it is so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from ..assembly.agreement import predicate_of
from ..identity import content_id
from ..knowledge_graph import KnowledgeGraph
from ..model.record import STANCES
from ..model.statement import Evidence, Statement
from .credits import is_own_earlier_version, relayed_outlet
from .occasions import Telling
from .origins import Origin, Origins, families_in, sources_in_words
from .signatures import is_denied
from .union import components

ROLES = ("asserts", "relays", "denies")
"""What an article does with a claim: states it itself, hands on what a source says, or says that it is not so."""

RETRACTED = "retracted"
"""Status of what an article takes back: its earlier version said so."""

COPIED = 0.7
"""Share of the runs of five words of a sentence from which another has it from the same text."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """What one article has of a claim, in one sentence.

    ``role`` is one of ROLES; ``source`` the words for whom it names as its source, ``entity`` the id of that; ``status``
    is that of the statement (asserted, planned, denied ...) or RETRACTED, ``origin`` where the article has it from.
    """

    day: str
    document: str
    sentence: int
    statement: str
    evidence: str
    role: str
    status: str
    origin: Origin
    source: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """What several articles say, however they word it. ``voices`` are in order of days, ``statements`` are ids.

    ``text`` is the wording of the statement that most have, the first; ``negative`` tells that all say it is not so.
    """

    id: str
    text: str
    statements: tuple[str, ...]
    voices: tuple[Voice, ...]
    entities: tuple[str, ...] = ()
    negative: bool = False

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the articles, sorted."""
        return tuple(sorted({voice.document for voice in self.voices}))

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The independent origins that assert or relay it."""
        return families_in(voice.origin for voice in self.voices if voice.role != "denies")

    @property
    def denials(self) -> tuple[Origin, ...]:
        """The independent origins of articles in which it is denied."""
        return families_in(v.origin for v in self.voices if v.role == "denies" and v.status != RETRACTED)

    @property
    def retractions(self) -> tuple[Origin, ...]:
        """The independent origins of articles that said so themselves, and take it back."""
        return families_in(voice.origin for voice in self.voices if voice.status == RETRACTED)

    @property
    def first(self) -> str | None:
        """The day of the first dated article (ISO 8601)."""
        return min((voice.day for voice in self.voices if voice.day), default=None)

    @property
    def last(self) -> str | None:
        """The day of the last dated article."""
        return max((voice.day for voice in self.voices if voice.day), default=None)

    @property
    def disputed(self) -> bool:
        """Whether some say that it is so and others that it is not."""
        return bool(self.origins and self.denials)

    @property
    def only_source(self) -> str | None:
        """The one whom all articles name as their source; None where they name none or several."""
        named = {
            voice.entity or (voice.source or "").casefold() for voice in self.voices if voice.role != "denies"
        }
        if len(named) != 1 or named == {""}:
            return None
        return next(voice.source for voice in self.voices if voice.role != "denies")

    def by(self, role: str) -> tuple[Voice, ...]:
        """Return the voices of one role."""
        return tuple(voice for voice in self.voices if voice.role == role)

    @property
    def summary(self) -> str:
        """How widely it is reported, in words; "reported by" does not say "true"."""
        sources, articles = sources_in_words(self.origins), _articles(len(self.documents))
        parts = [f"reported by {sources}" if articles in sources else f"reported by {sources} ({articles})"]
        if self.only_source:
            parts.append(f"all citing {self.only_source}")
        if self.denials:
            parts.append(f"denied in {sources_in_words(self.denials)}")
        if self.retractions:
            parts.append(f"taken back by {sources_in_words(self.retractions)}")
        return "; ".join(parts)


def _articles(count: int) -> str:
    return "one article" if count == 1 else f"{count} articles"


def claims_of(
    graph: KnowledgeGraph, occasions: Iterable[frozenset[Telling]], origins: Origins
) -> Iterator[Claim]:
    """Yield the claim of each occasion that the statements of one group are of.

    A claim is named by the statement that was told first, and by the article that had it only where an earlier
    occasion is named so: articles that come later rename none.
    """
    named: set[str] = set()
    found = [
        (min((_day(graph, telling), telling) for telling in tellings), tellings) for tellings in occasions
    ]
    for (_, (statement, document)), tellings in sorted(found, key=itemgetter(0)):
        name = (statement.rpartition("-")[0], statement, *([document] if statement in named else []))
        named.add(statement)
        claim = _claim(graph, tellings, origins, name)
        if len(claim.documents) > 1:
            yield claim


def _day(graph: KnowledgeGraph, telling: Telling) -> str:
    return (graph.document(telling[1]).date or "9999")[:10]


def _claim(graph: KnowledgeGraph, tellings: Set[Telling], origins: Origins, name: Sequence[str]) -> Claim:
    statements = [graph.statement(id) for id in sorted({id for id, _ in tellings})]
    negative = all(is_denied(statement) for statement in statements)
    statements.sort(key=lambda s: _rank(graph, s, negative=negative))
    pieces = [
        (statement, piece)
        for statement in statements
        for piece in statement.evidence
        if (statement.id, piece.document) in tellings
    ]
    copied = _shared_sentences(graph, [piece for _, piece in pieces], origins)
    voices = _without_what_stands(
        sorted(_voice(graph, s, piece, origins, copied, negative=negative) for s, piece in pieces)
    )
    return Claim(
        id=content_id("claim", *name),
        text=wording(graph, statements[0]),
        statements=tuple(statement.id for statement in statements),
        voices=tuple(voices),
        entities=_entities(graph, statements),
        negative=negative,
    )


def _without_what_stands(voices: Sequence[Voice]) -> list[Voice]:
    """Leave out what an article takes back and still says: it takes back where, when or how many."""
    still = {voice.document for voice in voices if voice.status != RETRACTED}
    return [voice for voice in voices if voice.status != RETRACTED or voice.document not in still]


def wording(graph: KnowledgeGraph, statement: Statement) -> str:
    """Return a statement in words, with the names of its entities."""
    literal = statement.literal.text if statement.literal else ""
    object_ = graph.entity(statement.object).name if statement.object else literal
    subject = graph.entity(statement.subject)
    return f"{subject.name} {predicate_of(statement, subject.label)} {object_}".strip()


def _rank(graph: KnowledgeGraph, statement: Statement, *, negative: bool) -> tuple[object, ...]:
    """Put first what is said plainly, by most articles, and would interest a reader most."""
    documents = len({piece.document for piece in statement.evidence})
    plain = is_denied(statement) == negative and statement.stance == STANCES[0]
    actual = statement.modality == "actual"
    return (not plain, not actual, -documents, -graph.interest[statement.id], statement.id)


def _entities(graph: KnowledgeGraph, statements: Sequence[Statement]) -> tuple[str, ...]:
    """Return the named entities of a claim, those that most of its statements have first."""
    counts = Counter(id for s in statements for id in s.participants if graph.entity(id).named)
    return tuple(sorted(counts, key=lambda id: (-counts[id], id)))


def _voice(
    graph: KnowledgeGraph,
    statement: Statement,
    piece: Evidence,
    origins: Origins,
    copied: Mapping[str, Origin],
    *,
    negative: bool,
) -> Voice:
    document = graph.document(piece.document)
    sentence = document.sentences[piece.sentence].text if piece.sentence < len(document.sentences) else ""
    own = origins.of[piece.document]
    outlet = relayed_outlet(piece, sentence, origins.outlets)
    origin = own
    if outlet is not None and outlet.family != own.key:
        origin = Origin(outlet.family, outlet.name, "relayed")
    elif piece.id in copied:
        origin = copied[piece.id]
    source = piece.attribution
    is_retracted = source is not None and is_own_earlier_version(source.text)
    role = (
        "denies"
        if is_retracted or is_denied(statement) != negative
        else "relays"
        if source or origin.why == "relayed"
        else "asserts"
    )
    return Voice(
        day=(document.date or "")[:10],
        document=piece.document,
        sentence=piece.sentence,
        statement=statement.id,
        evidence=piece.id,
        role=role,
        status=RETRACTED if is_retracted else statement.status,
        origin=origin,
        source=source.text if source else None,
        entity=source.entity if source else None,
    )


def _shared_sentences(
    graph: KnowledgeGraph, pieces: Sequence[Evidence], origins: Origins
) -> dict[str, Origin]:
    """Return one origin for pieces of evidence whose sentences are one text, such as a release that both print."""
    owner = {piece.id: piece.document for piece in pieces}
    runs = {piece.id: _runs(graph, piece) for piece in sorted(pieces, key=lambda piece: piece.id)[:_MOST]}
    pairs = [
        (left, right)
        for left, right in combinations(runs, 2)
        if owner[left] != owner[right] and _is_copied(runs[left], runs[right])
    ]
    found: dict[str, Origin] = {}
    for group in components(pairs):
        first = min(group, key=lambda id: (graph.document(owner[id]).date or "9999", owner[id]))
        for id in group:
            found[id] = origins.of[owner[first]]
    return found


_MOST = 60
"""Pieces of evidence of one claim whose sentences are compared with each other."""


def _runs(graph: KnowledgeGraph, piece: Evidence) -> frozenset[tuple[str, ...]]:
    sentences = graph.document(piece.document).sentences
    text = sentences[piece.sentence].text if piece.sentence < len(sentences) else ""
    words = _WORD.findall(text.lower())
    return frozenset(tuple(words[at : at + 5]) for at in range(len(words) - 4))


def _is_copied(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> bool:
    fewest = min(len(left), len(right))
    return fewest >= 5 and not left.isdisjoint(right) and len(left & right) >= COPIED * fewest
