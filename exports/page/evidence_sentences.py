"""The sentences that a page carries, with marks where the parts of statements stand.

The graph counts code points inside a document; marks count UTF-16 units inside a sentence, as JavaScript
does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import Sentence, SourceDocument
from newsgraph.graph.model.record import Span
from newsgraph.graph.model.statement import Evidence

from .constants import ROLES


@dataclass(frozen=True, slots=True)
class Mark:
    """UTF-16 units ``start`` to ``end`` of a sentence (its index) play a role (an index into ``ROLES``)."""

    role: int
    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passages:
    """The sentences a page carries, in the order of the documents and of their text."""

    texts: list[str]
    documents: list[int]  # position of each sentence's document in the graph
    apart: list[int]  # 1 where a sentence begins a paragraph, 2 where sentences before it are not carried
    _numbers: dict[tuple[str, int], int]

    def number(self, document: str, sentence: int) -> int:
        """Return the position here of a sentence of a document."""
        return self._numbers[document, sentence]

    def find(self, document: str, sentence: int) -> int | None:
        """Return the position here of a sentence of a document, None for one that is not carried."""
        return self._numbers.get((document, sentence))


def passages_of(kg: KnowledgeGraph, evidence: Iterable[Evidence], *, whole: bool = False) -> Passages:
    """Return the sentences that ``evidence`` stands in, or all that are known of the ``whole`` documents."""
    wanted: dict[str, set[int]] = defaultdict(set)
    if whole:
        for document in kg.documents:
            wanted[document.id].update(n for n, sentence in enumerate(document.sentences) if sentence.text)
    for item in evidence:
        document = kg.document(item.document)
        wanted[item.document].add(item.sentence)
        for _, (start, end) in _spans(item):
            wanted[item.document].update(_overlapping(document, item.sentence, start, end))
    found = [
        (position, document, sentence)
        for position, document in enumerate(kg.documents)
        for sentence in sorted(wanted[document.id])
    ]
    numbers = {(document.id, sentence): number for number, (_, document, sentence) in enumerate(found)}
    texts = [document.sentences[sentence].text for _, document, sentence in found]
    apart = [_distance(document, sentence, numbers) for _, document, sentence in found]
    return Passages(texts, [position for position, _, _ in found], apart, numbers)


def _distance(document: SourceDocument, sentence: int, numbers: Mapping[tuple[str, int], int]) -> int:
    """Return 0 for a sentence that goes on from the one before, else 1, or 2 after a gap."""
    if sentence == 0:
        return 1
    if (document.id, sentence - 1) not in numbers:
        return 2
    return int(document.sentences[sentence].start - document.sentences[sentence - 1].end > 1)


def marks_of(evidence: Evidence, document: SourceDocument) -> list[Mark]:
    """Return the marks of all spans of ``evidence``; a span over two sentences gives two marks."""
    return [
        Mark(role, index, *units_in(document.sentences[index], start, end))
        for role, (start, end) in _spans(evidence)
        for index in _overlapping(document, evidence.sentence, start, end)
    ]


def _spans(evidence: Evidence) -> Iterator[tuple[int, Span]]:
    """Yield role and span of every part of a piece of evidence."""
    parts = (evidence.subject, evidence.predicate, evidence.object, evidence.attribution)
    for role, part in enumerate(parts):
        yield from ((role, span) for span in (part.spans if part else ()))
    for argument in evidence.arguments:
        yield from ((ROLES.index("participant"), span) for span in argument.spans)
    for spans in (*(cue.spans for cue in evidence.cues), evidence.cue_spans):
        yield from ((ROLES.index("cue"), span) for span in spans)


def _overlapping(document: SourceDocument, home: int, start: int, end: int) -> Iterable[int]:
    """Return the sentences that a span runs through; mostly it is ``home`` alone."""
    sentence = document.sentences[home]
    if sentence.text and sentence.start <= start and end <= sentence.end:
        return (home,)
    first = bisect_right(document.sentences, start, key=lambda sentence: sentence.end)
    beyond = bisect_left(document.sentences, end, key=lambda sentence: sentence.start)
    return (index for index in range(first, beyond) if document.sentences[index].text)


def units_in(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return where code points ``start`` to ``end`` of the document stand in ``sentence``, in UTF-16."""
    inner = max(start, sentence.start) - sentence.start, min(end, sentence.end) - sentence.start
    if sentence.text.isascii():
        return inner
    return utf16_length(sentence.text[: inner[0]]), utf16_length(sentence.text[: inner[1]])


def utf16_length(text: str) -> int:
    """Return the length of ``text`` as JavaScript counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
