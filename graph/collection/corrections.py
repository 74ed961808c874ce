"""Corrections: sentences that take back what was said, with the sentence that they supersede."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..knowledge_graph import KnowledgeGraph
from ..model.document import SourceDocument
from .background import Squares, article_vectors, cosine, name_weights, word_weights
from .disputes import Dispute, SideMaker, dispute
from .evidence import likeness
from .near_copies import NearCopy
from .phrases import content_words

_CORRECTION = re.compile(
    r"\b(?:an? )?(?:earlier|previous|original) (?:version|report|story|article|headline|dispatch)s?\b[^.]{0,60}"
    r"\b(?:said|stated|misstated|reported|misidentified|misspelled|incorrectly|wrongly|gave|was wrong|contained|mistakenly)\b"
    r"|\b(?:has|have|had) (?:since )?(?:been )?(?:retracted|corrected)\b|^\W*correction\b\s*[:(-]"
    r"|\bretracted (?:its|the|an?) (?:report|story|article|claim|statement)\b",
    re.IGNORECASE,
)

_ABOUT = frozenset(
    "amount article age date day headline name number report story time title version year".split()
)
"""What a correction says it corrects, without saying of what."""

_BARE = 6
"""Words of a whole sentence."""

LEAST = 0.3
"""Cosine of words from which another sentence is what a correction is about."""

RELATED = 0.25
"""Kinship from which an earlier article may be the one corrected."""


def correction_disputes(
    graph: KnowledgeGraph, copies: Iterable[NearCopy], makers: SideMaker
) -> Iterator[Dispute]:
    """Yield the corrections, each with the sentence most like it in an earlier article or in its own."""
    found = [
        (d, number)
        for d in graph.documents
        for number in sorted({_body(d, n) for n, s in enumerate(d.sentences) if _CORRECTION.search(s.text)})
    ]
    if not found:
        return
    vectors = article_vectors(graph, name_weights(graph))
    copied = {frozenset((pair.left, pair.right)) for pair in copies}
    for document, number in found:
        earlier = [
            other
            for other in graph.documents
            if other.id != document.id and (other.date or "") <= (document.date or "9999")
            if frozenset((other.id, document.id)) in copied
            or cosine(vectors.get(other.id, {}), vectors.get(document.id, {})) >= RELATED
        ]
        place = _most_like(document, number, earlier) or _most_like(document, number, [document])
        if place is not None:
            # an article that was corrected no longer has what was wrong
            other = "superseded" if place[0] != document.id else "as it stands"
            right = _amendment(document, number)
            sides = (makers.place(document.id, right, "corrected"), makers.place(*place, other))
            yield dispute("correction", document.sentences[number].text, sides, ())


_NUMBER = re.compile(r"\d[\d,.]*")
_CONTRAST = re.compile(r"\b(?:not|rather than|instead of)\b|n['’]t\b", re.IGNORECASE)
_AMENDS = re.compile(
    r"\b(?:in fact|actually|should have|has since|have since|correct|right)\b", re.IGNORECASE
)
_OF_THE_TEXT = re.compile(
    r"\b(?:amended|updated?|apologi[sz]e|regrets?|removed|(?:this|the) (?:article|story|report|version|headline|text))\b",
    re.IGNORECASE,
)


def _amendment(document: SourceDocument, notice: int) -> int:
    """Return the sentence that says what is right: the one behind a notice that tells only what was wrong, else the notice.

    It gives another number, or says that it amends; that a text was amended, and when, says nothing of what is right.
    """
    if notice + 1 >= len(document.sentences) or _CONTRAST.search(document.sentences[notice].text):
        return notice
    wrong, text = document.sentences[notice].text, document.sentences[notice + 1].text
    if _CORRECTION.search(text) or _OF_THE_TEXT.search(text):
        return notice
    numbers = set(_NUMBER.findall(wrong))
    is_other = bool(numbers) and not numbers.issuperset(_NUMBER.findall(text))
    return notice + 1 if is_other or _AMENDS.search(text) else notice


def _body(document: SourceDocument, heading: int) -> int:
    """Return the sentence that says what is corrected: the first whole one after a mere "Correction:"."""
    following = range(heading, len(document.sentences))
    return next((n for n in following if not _is_bare(document.sentences[n].text)), heading)


def _is_bare(text: str) -> bool:
    """Is it a heading or a dateline rather than a sentence?"""
    return len(text.split()) < _BARE


def _is_told(text: str) -> bool:
    return not _is_bare(text) and not _CORRECTION.search(text)


def _most_like(
    document: SourceDocument, number: int, articles: Sequence[SourceDocument]
) -> tuple[str, int] | None:
    """Return the sentence of ``articles`` that has most words in common with a sentence, if enough of them."""
    wanted = content_words(_CORRECTION.sub(" ", document.sentences[number].text)) - _ABOUT
    texts = [
        (content_words(s.text), other.id, at)
        for other in articles
        for at, s in enumerate(other.sentences)
        if other.id != document.id or (at != number and _is_told(s.text))
    ]
    squares = Squares.of(word_weights([*(words for words, _, _ in texts), wanted]))
    enough = min(2, len(wanted))
    likely = (text for text in texts if len(wanted & text[0]) >= enough)
    best = max(((likeness(wanted, words, squares), id, at) for words, id, at in likely), default=(0.0, "", 0))
    return (best[1], best[2]) if best[0] >= LEAST else None
