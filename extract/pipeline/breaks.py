"""What stands before each word of a Doc: nothing, a space or the start of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

_BETWEEN_CELLS = re.compile(r"\t| {4}")


def breaks_before(doc: Doc, places: list[int]) -> list[int]:
    """What stands before each word: 1 a space, 2 nothing, 4 a new paragraph.

    A line break alone is a new paragraph, unless the line was broken for width: then it is a space. A gap between
    columns is a new paragraph, too.
    """
    text, tokens = doc.text, list(doc)  # spaCy makes both anew at every call
    wraps = wrapped_line_ends(text)
    breaks, previous = [], -1
    for i in places:
        if previous < 0:
            breaks.append(4)
        elif i == previous + 1:
            breaks.append(1 if tokens[previous].whitespace_ else 2)
        else:
            gap = text[tokens[previous].idx + len(tokens[previous]) : tokens[i].idx]
            wrapped = tokens[previous].idx + len(tokens[previous]) + gap.find("\n") in wraps
            lines = gap.count("\n")
            is_cell = not lines and _BETWEEN_CELLS.search(gap)
            breaks.append(1 if not is_cell and (not lines or (lines == 1 and wrapped)) else 4)
        previous = i
    return breaks


NARROWEST_PAGE, WIDEST_PAGE = 50, 120
"""Characters in a line; text with shorter or longer ones was not wrapped for a page."""
MOST_FULL = 0.7
"""Share of lines that had no room for the next word: nearly all in wrapped text, some by chance in lists."""


def wrapped_line_ends(text: str) -> frozenset[int]:
    """Offsets of the line breaks that were made for width.

    In wrapped text a line ends where the next word had no room; a list, headlines or captions have room to spare. A
    sentence that goes on in small letters tells it as well, whatever the width.
    """
    lines = list(_followed_lines(text))
    width = max((len(line) for line in text.splitlines()), default=0)
    found = {end for end, line, following in lines if _goes_on(line, following)}
    full = {end for end, line, following in lines if len(line.rstrip()) + 1 + len(following) > width}
    if NARROWEST_PAGE <= width <= WIDEST_PAGE and len(full) >= max(2, MOST_FULL * len(lines)):
        found |= full
    return frozenset(found)


def _followed_lines(text: str) -> Iterator[tuple[int, str, str]]:
    """The lines with words before another one: the offset of their end, their text, the first word of the next."""
    lines = text.split("\n")
    end = -1
    for line, following in pairwise(lines):
        end += len(line) + 1
        words = following.split(None, 1)
        if words and line.strip():
            yield end, line, words[0]


def _goes_on(line: str, following: str) -> bool:
    """Does a sentence of some words go on in the next line, which begins small?"""
    words = line.split()
    return following[0].islower() and len(words) > 3 and words[-1][-1] not in ".!?:;"
