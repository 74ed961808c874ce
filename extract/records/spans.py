"""Tokens of a parsed chunk as spans of characters of the document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.attrs import IDX, IS_SPACE, LENGTH

from newsgraph.graph.model.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


class SpanReader:
    """Where the tokens of a chunk stand in the text of its document; the chunk begins at ``offset``."""

    def __init__(self, doc: Doc, offset: int, text: str) -> None:
        self._document = text
        self._bounds = [
            (start + offset, -1 if is_blank else start + length + offset)
            for start, length, is_blank in doc.to_array([IDX, LENGTH, IS_SPACE]).tolist()
        ]

    def spans(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """Character spans of tokens in the document, one for each unbroken stretch, blank tokens dropped."""
        found: list[Span] = []
        previous, begin, end = -2, 0, 0
        for i in sorted(set(tokens)):
            start, stop = self._bounds[i]
            if stop < 0:
                continue
            if i != previous + 1:
                if previous >= 0:
                    found.append((begin, end))
                begin = start
            previous, end = i, stop
        if previous >= 0:
            found.append((begin, end))
        return tuple(found)

    def text(self, spans: Iterable[Span]) -> str:
        """The words at some spans, joined by one blank."""
        return " ".join([self._document[start:end] for start, end in spans])
