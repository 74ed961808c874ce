"""Quotations in running text: where quoted words start and end, over sentences and paragraphs.

Curly, straight, TeX-like and single marks are read; the apostrophe is told from the closing single mark by
the spaces around it. A quotation left open at the end of a paragraph goes on in the next when that one
opens with the same mark, as newspapers set it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words: first and last token including the marks, and whether the mark at the end is missing."""

    start: int
    end: int
    open_ended: bool = False


_CLOSERS = {
    "“": "”",
    "„": "”",
    "«": "»",
    "``": "''",
    "''": "''",
    "”": "”",
    "’’": "’’",
    "‘": "’",
    '"': '"',
    "'": "'",
    "`": "'",
}
_SINGLE = frozenset("‘’'`")
_LONGEST = 1500
"""A quotation in words; past this a missing mark is more likely."""


@lru_cache(maxsize=2)
def find_quotes(tree: Tree) -> list[Quote]:
    """Find the outermost quotations, in text order."""
    paragraphs = number_paragraphs(tree)
    quotes: list[Quote] = []
    start = None
    for token, word in enumerate(tree.text):
        if start is not None and _runs_out(tree, paragraphs, start, token):
            quotes.append(Quote(start, token - 1, open_ended=True))
            start = None
        if start is None:
            if word in _CLOSERS and _opens(tree, token):
                start = token
        elif _closes(tree, start, token):
            quotes.append(Quote(start, token))
            start = None
    if start is not None and tree.text[start] not in _SINGLE:
        quotes.append(Quote(start, len(tree) - 1, open_ended=True))
    return [quote for quote in quotes if not _is_stray(tree, quote)]


def quote_around(tree: Tree, token: int) -> Quote | None:
    """The quotation that a token stands inside of, between its marks."""
    quotes = find_quotes(tree)
    place = bisect_left(quotes, token, key=lambda quote: quote.end)
    found = quotes[place] if place < len(quotes) else None
    return found if found is not None and found.start < token < found.end else None


@lru_cache(maxsize=2)
def number_paragraphs(tree: Tree) -> list[int]:
    """The paragraph of each token: a line break after the end of a sentence starts a new one."""
    number, numbers, last = 0, [], ""
    for token, word in enumerate(tree.text):
        if "\n" in word and (word.count("\n") > 1 or not last or last in ".?!:”’\"''…" or last.endswith(".")):
            number += 1
        elif not word.isspace():
            last = tree.text[token]
        numbers.append(number)
    return numbers


def _runs_out(tree: Tree, paragraphs: list[int], start: int, token: int) -> bool:
    return paragraphs[token] != paragraphs[start] or token - start > _LONGEST


def _opens(tree: Tree, token: int) -> bool:
    word = tree.text[token]
    if word in ("“", "„", "«", "``"):
        return True
    if word in ("”", "’’"):  # set the wrong way round at the start of a paragraph
        return (not token or tree.text[token - 1].isspace()) and not tree.spaced[token]
    before = (
        token == 0
        or tree.spaced[token - 1]
        or tree.text[token - 1].isspace()
        or tree.text[token - 1] in "([—–-“"
    )
    if word in _SINGLE:
        return before and token + 1 < len(tree) and not tree.spaced[token] and tree.tag[token] != "POS"
    return before or not tree.spaced[token] or tree.tag[token] == "``"


def _closes(tree: Tree, start: int, token: int) -> bool:
    word = tree.text[token]
    if word == "”" and tree.text[start] == '"':  # marks of two kinds, unless the curly one closes its own
        return "“" not in tree.text[start:token]
    if word not in _closers(tree, start):
        return False
    if word in _SINGLE:
        after = token + 1 == len(tree) or tree.spaced[token] or not tree.text[token + 1][:1].isalnum()
        return after and token > start + 1 and not tree.spaced[token - 1] and tree.tag[token] != "POS"
    return True


def _closers(tree: Tree, start: int) -> tuple[str, ...]:
    opener = tree.text[start]
    if opener == "`" and tree.text[start + 1 : start + 2] == ["`"]:  # the tokenizer parts the two
        opener = "``"
    if opener == "‘" and tree.text[start + 1 : start + 2] in (["‘"], ["’"]):
        return ("’’", '"', "”")
    closer = _CLOSERS[opener]
    return (closer, '"', "”", "»") if opener in ("“", "``", "''", "«") else (closer,)


def _is_stray(tree: Tree, quote: Quote) -> bool:
    """An opening single mark that is never closed is an apostrophe ("'tis")."""
    return quote.open_ended and tree.text[quote.start] in _SINGLE
