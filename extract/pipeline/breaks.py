"""What stands before each word of a Doc: nothing, a space or the start of a paragraph."""

from __future__ import annotations

import re

from spacy.tokens import Doc


def breaks_before(doc: Doc, places: list[int]) -> list[int]:
    """What stands before each word: 1 a space, 2 nothing, 4 a new paragraph.

    A line break alone is a new paragraph, unless the document's lines are wrapped: then it is a space.
    """
    line = 1 if _is_wrapped(doc.text) else 4
    breaks, previous = [], -1
    for i in places:
        if previous < 0:
            breaks.append(4)
        elif i == previous + 1:
            breaks.append(1 if doc[previous].whitespace_ else 2)
        else:
            lines = sum(doc[j].text.count("\n") for j in range(previous + 1, i))
            breaks.append(1 if not lines else line if lines == 1 else 4)
        previous = i
    return breaks


_LINE_END = re.compile(r"(\S)[^\S\n]*\n(?=[^\S\n]*\S)")
LONGEST_WRAPPED_LINE = 120
"""Characters; text with longer lines was not wrapped for a page."""


def _is_wrapped(text: str) -> bool:
    """Are the lines broken for width, rather than at the ends of paragraphs?"""
    ends = _LINE_END.findall(text)
    if len(ends) < 3 or max(map(len, text.splitlines())) > LONGEST_WRAPPED_LINE:
        return False
    return sum(end in ".!?:;\"'”’)…" for end in ends) < 0.6 * len(ends)
