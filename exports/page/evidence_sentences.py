"""The sentences that evidence stands in, with marks where subject, predicate, object and source stand.

The graph counts code points inside a document; marks count UTF-16 units inside a sentence, as JavaScript
does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import Sentence, SourceDocument
from newsgraph.graph.model.statement import Evidence

ROLES = ("subject", "predicate", "object", "attribution")


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
    _numbers: dict[tuple[str, int], int]

    def number(self, document: str, sentence: int) -> int:
        """Return the position here of a sentence of a document."""
        return self._numbers[document, sentence]


def passages_of(kg: KnowledgeGraph, evidence: Iterable[Evidence]) -> Passages:
    """Return the sentences that ``evidence`` stands in."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for item in evidence:
        marked = (mark.sentence for mark in marks_of(item, kg.document(item.document)))
        wanted[item.document].update((item.sentence, *marked))
    found = [
        (position, document, sentence)
        for position, document in enumerate(kg.documents)
        for sentence in sorted(wanted[document.id])
    ]
    numbers = {(document.id, sentence): number for number, (_, document, sentence) in enumerate(found)}
    texts = [document.sentences[sentence].text for _, document, sentence in found]
    return Passages(texts, [position for position, _, _ in found], numbers)


def marks_of(evidence: Evidence, document: SourceDocument) -> list[Mark]:
    """Return the marks of all spans of ``evidence``; a span over two sentences gives two marks."""
    parts = (evidence.subject, evidence.predicate, evidence.object, evidence.attribution)
    return [
        Mark(role, index, *_units(document.sentences[index], start, end))
        for role, part in enumerate(parts)
        for start, end in (part.spans if part else ())
        for index in _overlapping(document, evidence.sentence, start, end)
    ]


def _overlapping(document: SourceDocument, home: int, start: int, end: int) -> Iterable[int]:
    """Return the sentences that a span runs through; mostly it is ``home`` alone."""
    sentence = document.sentences[home]
    if sentence.text and sentence.start <= start and end <= sentence.end:
        return (home,)
    first = bisect_right(document.sentences, start, key=lambda sentence: sentence.end)
    beyond = bisect_left(document.sentences, end, key=lambda sentence: sentence.start)
    return (index for index in range(first, beyond) if document.sentences[index].text)


def _units(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return where code points ``start`` to ``end`` of the document stand in ``sentence``, in UTF-16."""
    inner = max(start, sentence.start) - sentence.start, min(end, sentence.end) - sentence.start
    if sentence.text.isascii():
        return inner
    return utf16_length(sentence.text[: inner[0]]), utf16_length(sentence.text[: inner[1]])


def utf16_length(text: str) -> int:
    """Return the length of ``text`` as JavaScript counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
