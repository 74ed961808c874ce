"""Base noun phrases (``doc.noun_chunks``) of Universal Dependencies; spaCy's own for English knows other labels."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

_HEADS = frozenset({"NOUN", "PROPN", "PRON"})
_BEFORE = frozenset(
    {"amod", "compound", "det", "det:predet", "flat", "nmod:desc", "nmod:poss", "nmod:unmarked", "nummod"}
)
"""Relations of what belongs to a noun and stands before it; a copula, a preposition and a subject do not."""
_BEHIND = frozenset({"flat", "goeswith", "fixed"})
"""Relations of the later words of a name."""


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Yield the first token, the end and the label NP of each base noun phrase; none stands inside another.

    Raises ValueError where the text is not parsed.
    """
    if not doclike.doc.has_annotation("DEP"):
        raise ValueError("noun chunks are read off the parse, which this Doc does not have")
    label = doclike.doc.vocab.strings.add("NP")
    found = [
        (_start(word), _end(word))
        for word in doclike
        if word.pos_ in _HEADS and word.dep_ not in _BEFORE | _BEHIND
    ]
    yield from ((start, end, label) for start, end in _outermost(found))


def _outermost(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out phrases inside the next one ("Oslo" in "two Oslo-based banks"): their heads stand before its head."""
    kept: list[tuple[int, int]] = []
    for start, end in reversed(found):
        if not kept or end <= kept[-1][0]:
            kept.append((start, end))
    return kept[::-1]


def _start(word: Token) -> int:
    """The first of the words before a noun that are joined to it, over commas and hyphens between them."""
    start = edge = word.i
    for kid in reversed(list(word.lefts)):
        if kid.right_edge.i + 1 != edge or not (kid.dep_ in _BEFORE or kid.is_punct):
            break
        edge = kid.left_edge.i
        start = start if kid.is_punct else edge
    return start


def _end(word: Token) -> int:
    end = word.i + 1
    for kid in word.rights:
        if kid.dep_ not in _BEHIND or kid.left_edge.i != end:
            break
        end = kid.right_edge.i + 1
    return end
