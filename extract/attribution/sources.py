"""Attribution: who in the text vouches for what.

A cue ("said", "according to", "claim") joins a source to its content. Cues are found in the parse, quotations
on the page; a quotation takes its source from a cue that governs any of its words, else from a cue beside it,
else from the quotation it continues. The terms follow PolNeAR (Newell, Margolin and Ruths, 2018).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .cues import Attribution, attributions_of_cues
from .quotations import Quote, find_quotes, number_paragraphs
from .speakers import attributions_of_labels, attributions_of_quotes, merged, widen

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

__all__ = ["Attribution", "Source", "find_attributions", "sources_by_token"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who vouches for a statement: token indices and head, the cue's token, and whether it is quoted word for word."""

    tokens: tuple[int, ...]
    head: int
    cue: int | None
    quoted: bool = False


def find_attributions(tree: Tree, clauses: Clauses) -> list[Attribution]:
    """Find all attributions of a document, in the order of their contents."""
    paragraphs = number_paragraphs(tree)
    quotes = find_quotes(tree, paragraphs)
    within = _quote_of_token(tree, quotes)
    found = attributions_of_cues(tree, clauses, within)
    found = [widen(tree, attribution, quotes, within) for attribution in found]
    found.extend(attributions_of_labels(tree, paragraphs))
    found.extend(attributions_of_quotes(tree, clauses, found, quotes, within, paragraphs))
    return _joined_by_cue(sorted(found, key=lambda attribution: (attribution.content[0], attribution.head)))


def _joined_by_cue(attributions: list[Attribution]) -> list[Attribution]:
    """What one cue reports is one content, as when it interrupts a quotation or the quotation goes on after it."""
    joined: dict[tuple[int | None, int], Attribution] = {}
    for attribution in attributions:
        key = (attribution.cue, -1 if attribution.cue is not None else attribution.head)
        first = joined.get(key)
        if first is None:
            joined[key] = attribution
        else:
            content = merged([*first.content, *attribution.content])
            joined[key] = replace(first, content=content, quoted=first.quoted or attribution.quoted)
    return list(joined.values())


def sources_by_token(tree: Tree, attributions: list[Attribution]) -> list[Source | None]:
    """For each token the source that vouches for it: of nested sources the innermost."""
    sources: list[Source | None] = [None] * len(tree)
    within = _quote_of_token(tree, find_quotes(tree, number_paragraphs(tree)))
    for attribution in sorted(attributions, key=_size, reverse=True):
        told = Source(attribution.source.tokens, attribution.source.head, attribution.cue)
        quoted = replace(told, quoted=attribution.quoted)
        labelled = attribution.cue is not None and tree.text[attribution.cue] == ":"
        for start, end in attribution.content:
            for token in range(start, end + 1):
                sources[token] = quoted if within[token] >= 0 or labelled else told
    return sources


def _size(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


def _quote_of_token(tree: Tree, quotes: list[Quote]) -> list[int]:
    within = [-1] * len(tree)
    for number, quote in enumerate(quotes):
        within[quote.start : quote.end + 1] = [number] * (quote.end + 1 - quote.start)
    return within
