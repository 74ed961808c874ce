"""HTML in what is not a page (mail, feeds, books, texts): its paragraphs as plain text, with the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

from .boilerplate import Block

_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr blockquote pre section article header footer main aside hr "
    "figure figcaption address body html title nav form option caption".split()
)
_LEFT_OUT = frozenset(
    "script style head template noscript nav form button select iframe object svg math figcaption".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSING = re.compile(
    r"</(?:p|div|h[1-6]|b|i|em|strong|a|span|li|ul|ol|td|tr|table|blockquote|br|body|html)\s*>|<br\s*/?>|<p>",
    re.IGNORECASE,
)
DEEPEST = 500
"""Open elements; deeper nesting is not written by anybody."""


class _Collector(HTMLParser):
    """Collects blocks; ``linked`` counts the characters of each block inside links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.heading: str | None = None
        self._words: list[str] = []
        self._linked = 0
        self._kind = "paragraph"
        self._open: list[str] = []
        self._hidden = self._links = 0
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag == "br":
            self.flush()
            self._kind = "heading" if tag in _HEADINGS else "item" if tag == "li" else "paragraph"
        elif tag in {"td", "th"} and "".join(self._words).strip():
            self._words.append(" | ")
        if tag not in _VOID and len(self._open) < DEEPEST:
            self._open.append(tag)
            self._hidden += tag in _LEFT_OUT
            self._links += tag == "a"

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in self._open[-20:]:
            while self._open:
                closed = self._open.pop()
                self._hidden -= closed in _LEFT_OUT
                self._links -= closed == "a"
                if closed == tag:
                    break

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)
            self._linked += len(data.strip()) if self._links else 0

    def flush(self) -> None:
        """End the block."""
        text = " ".join("".join(self._words).split())
        if text:
            self.blocks.append(Block(text, self._kind, min(1.0, self._linked / len(text))))
        self._words, self._linked, self._kind = [], 0, "paragraph"


def markup_blocks(markup: str) -> list[Block]:
    """The paragraphs, headings, items and rows of a piece of HTML, entities undone.

    >>> [block.text for block in markup_blocks("<p>Tom &amp; <b>Ann</b></p>Rome")]
    ['Tom & Ann', 'Rome']
    """
    collector = _Collector()
    collector.feed(markup)
    collector.close()
    collector.flush()
    return collector.blocks


def join_blocks(blocks: Iterable[Block]) -> str:
    """Paragraphs parted by blank lines."""
    return "\n\n".join(block.text for block in blocks)


def is_markup(text: str) -> bool:
    """Are there elements of HTML in this text, not just a less-than sign?"""
    return bool(_CLOSING.search(text))
