"""Corrections: sentences that take back what was said, against what is right and against whoever said it before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from ..knowledge_graph import KnowledgeGraph
from ..model.document import SourceDocument
from .background import Squares, article_vectors, cosine, name_weights, word_weights
from .disputes import Dispute, Side, SideMaker, dispute
from .evidence import likeness
from .near_copies import NearCopy
from .phrases import content_words, counted_in, numbers_in

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
    """Yield the corrections, each with what is right and what was wrong.

    Where the notice tells only what was wrong, the sentence behind it says what is right. The earlier article that said so
    too is a side; where nothing else is known, the sentence most like the notice in its own article is.
    """
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
        sides = tuple(_sides(document, number, earlier, makers))
        if len(sides) > 1:
            yield dispute("correction", document.sentences[number].text, sides, ())


BEFORE, NOTICE, NOW = "before the correction", "correction", "as it reads now"
"""What a side of a correction says, where that is no number."""


def _sides(
    document: SourceDocument, notice: int, earlier: Sequence[SourceDocument], makers: SideMaker
) -> Iterator[Side]:
    right = _amendment(document, notice)
    said = _most_like(document, notice, earlier)
    if right != notice:
        wrong, now = document.sentences[notice].text, document.sentences[right].text
        old, new = _numbers(wrong, now) or (BEFORE, NOW)
        yield makers.place(document.id, notice, old)
        yield makers.place(document.id, right, new)
        if said is not None and _says_what_was_wrong(makers.text(*said), wrong, now):
            yield makers.place(*said, old)
        return
    yield makers.place(document.id, notice, NOTICE)
    if said is not None:
        yield makers.place(*said, BEFORE)
    elif (own := _most_like(document, notice, [document])) is not None:
        yield makers.place(*own, NOW)  # an article that was corrected no longer has what was wrong


def _numbers(wrong: str, right: str) -> tuple[str, str] | None:
    """Return the number that was wrong and the one that is right, where one number each counts the same."""
    pairs = {(old, new) for old, new in _corrected(wrong, right) if old not in numbers_in(right)}
    is_plain = len(pairs) == 1 and not (_SCALE.search(wrong) or _SCALE.search(right))
    return min(pairs) if is_plain else None


def _corrected(wrong: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield the numbers of two sentences that count the same and differ: jobs are no percents, the dead no age."""
    for (old, counted), (new, others) in product(counted_in(wrong), counted_in(right)):
        if new not in numbers_in(wrong) and ("*" in counted | others or counted & others):
            yield old, new


_SCALE = re.compile(r"\b(?:dozen|hundred|thousand|million|billion|trillion)", re.IGNORECASE)


def _says_what_was_wrong(text: str, wrong: str, right: str) -> bool:
    """Return whether a sentence says what was taken back rather than what is right: by its numbers, else its words."""
    gone = numbers_in(wrong) - numbers_in(right)
    if gone:
        return not gone.isdisjoint(numbers_in(text))
    ours, before, after = (content_words(one) for one in (text, wrong, right))
    return len(ours & (before - after)) > len(ours & (after - before))


_CONTRAST = re.compile(r"\b(?:not|rather than|instead of)\b|n['’]t\b", re.IGNORECASE)
_AMENDS = re.compile(
    r"\b(?:in fact|actually|should have|has since|have since|correct|right)\b", re.IGNORECASE
)
_NAME = re.compile(r"\b[A-Z]\w+")
_OF_THE_SAME = re.compile(r"(?:he|she|it|they)\b", re.IGNORECASE)
_OF_THE_TEXT = re.compile(
    r"\b(?:amended|updated?|apologi[sz]e|regrets?|removed|(?:this|the) (?:article|story|report|version|headline|text))\b",
    re.IGNORECASE,
)


def _amendment(document: SourceDocument, notice: int) -> int:
    """Return the sentence that says what is right: the one behind a notice that tells only what was wrong, else the notice.

    It gives another number of the same, says that it amends, or says of "him" or "it" again what was said; that a text was amended, and
    when, says nothing of what is right.
    """
    if notice + 1 >= len(document.sentences) or _CONTRAST.search(document.sentences[notice].text):
        return notice
    wrong, text = document.sentences[notice].text, document.sentences[notice + 1].text
    if _CORRECTION.search(text) or _OF_THE_TEXT.search(text):
        return notice
    is_other = any(_corrected(wrong, text))
    said = content_words(_CORRECTION.sub(" ", wrong)) - _ABOUT
    is_said_again = _OF_THE_SAME.match(text) is not None and not said.isdisjoint(
        content_words(_NAME.sub(" ", text))
    )
    return notice + 1 if is_other or is_said_again or _AMENDS.search(text) else notice


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
