"""Names of court cases: two sides with "v." between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from .label_voting import Named

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NEAR = 20
"""Words on either side of a court case within which another one tells that it is one."""


def court_cases(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """Two sides with "v." between them are one case, known to news by what it settled ("Lund v. Board of Trade").

    Somewhere a text tells of courts beside it; games, films and fights have two sides too.
    """
    cases = list(_two_sides(words, names))
    shown = {tuple(words[start:end]) for start, end in cases if _is_in_court(doc, start, end)}
    for start, end in cases:
        if tuple(words[start:end]) in shown:
            yield start, end, "LAW"


def _two_sides(words: list[str], names: list[Named]) -> Iterator[tuple[int, int]]:
    """Names, or words with a capital, with "v." between them."""
    opening = {end: start for start, end, _ in names}
    closing = {start: end for start, end, _ in names}
    inside = {token: (start, end) for start, end, _ in names for token in range(start, end)}
    for i, word in enumerate(words):
        if not (word == "v." or (word == "v" and words[i - 1 : i] == ["R"])) or not 0 < i < len(words) - 1:
            continue
        start, end = inside.get(i, (i, i + 1))
        start = opening.get(start, start - 1) if start == i else start
        end = closing.get(end, end + 1) if end == i + 1 else end
        if not (words[start][0].isupper() and words[end - 1][0].isupper()):
            continue
        if words[end : end + 1] == ["of"] and words[end + 1 : end + 2] and words[end + 1][0].isupper():
            end = closing.get(end + 1, end + 2)
        yield start, end


def _is_in_court(doc: Doc, start: int, end: int) -> bool:
    """Is a word of law near two sides, and none of sport, and no noun for works right before them? The Crown needs none."""
    if start and noun_type(doc[start - 1].lemma_) == "WORK_OF_ART":
        return False
    if doc[start].text == "R":
        return True
    near = {token.lemma_.lower() for token in (*doc[max(0, start - _NEAR) : start], *doc[end : end + _NEAR])}
    return not near.isdisjoint(word_class("legal")) and near.isdisjoint(word_class("sports"))
