"""Equal strings and places as one object: a graph of thousands of documents says the same thing very often."""

from __future__ import annotations

from sys import intern

from .record import Cue, Span, SpanText

Places = dict[tuple[Span, ...], tuple[Span, ...]]
"""Places that were met, by themselves."""


class Shared:
    """Makes equal values of one document one object; strings, and ``places`` where given, are shared by all."""

    __slots__ = ("_parts", "_spans")

    def __init__(self, places: Places | None = None) -> None:
        self._spans: Places = {} if places is None else places
        self._parts: dict[tuple[tuple[Span, ...], str | None], SpanText] = {}

    def spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the places that were met first of those that equal ``spans``."""
        known = self._spans.get(spans)
        if known is None:
            known = tuple((offset(start), offset(end)) for start, end in spans)
            self._spans[known] = known
        return known

    def part(self, part: SpanText, entity: str | None) -> SpanText:
        """Return a part of a statement as the graph has it: with an entity of the graph, without its amount."""
        known = self._parts.get((part.spans, entity))
        if known is None:
            known = SpanText(self.spans(part.spans), intern(part.text), entity)
            self._parts[known.spans, entity] = known
        return known

    def cue(self, cue: Cue) -> Cue:
        """Return a cue with shared words and places."""
        return Cue(intern(cue.effect), self.spans(cue.spans), intern(cue.text))


_OFFSETS = tuple(range(1 << 14))


def offset(value: int) -> int:
    """Return the one object that stands for all equal offsets of texts of usual length."""
    return _OFFSETS[value] if 0 <= value < len(_OFFSETS) else value


def interned(value: str | None) -> str | None:
    """Return the one object that stands for all equal strings, or None for None."""
    return None if value is None else intern(value)
