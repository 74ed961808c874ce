"""Quotations with their speakers, as ``resolve`` takes them."""

from __future__ import annotations

from collections.abc import Iterator

from ..attribution import Attribution, sources_by_token
from ..quotes import find_quotes, number_paragraphs
from ..tree import Tree
from .draft import QuotedSpan


def quoted_spans(tree: Tree, attributions: list[Attribution]) -> Iterator[QuotedSpan]:
    """Yield the quotations of a document; ``attributions`` are those of ``find_attributions``."""
    sources = sources_by_token(tree, [attribution for attribution in attributions if attribution.quoted])
    for quote in find_quotes(tree, number_paragraphs(tree)):
        source = sources[(quote.start + quote.end) // 2]
        yield quote.start, quote.end + 1, None if source is None else source.head
