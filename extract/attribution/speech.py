"""The quotations of a document while their speakers are looked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..syntax.phrases import Phrase
from .cues import Attribution

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree
    from .quotations import Quote

_HEADINGS = 16
"""Headings between two paragraphs of one speech have fewer words than this."""

Speaker = tuple[Phrase, int | None]
"""Who speaks, and the cue."""


@dataclass(slots=True)
class Speech:
    """The quotations of a document while their speakers are looked for, in text order.

    ``found`` is what cues attribute, ``speakers`` the speaker of each quotation known so far, ``used`` the cues that
    speak for something already.
    """

    tree: Tree
    clauses: Clauses
    quotes: list[Quote]
    within: list[int]
    paragraphs: list[int]
    found: list[Attribution]
    speakers: dict[int, Speaker] = field(default_factory=dict)
    used: set[int | None] = field(default_factory=set)

    def in_one_paragraph(self, first: int, second: int) -> bool:
        """Does the second quotation begin in the paragraph in which the first ends?"""
        return self.paragraphs[self.quotes[first].end] == self.paragraphs[self.quotes[second].start]

    def follows(self, end: int, start: int) -> bool:
        """Do the tokens stand in one paragraph or in two that follow each other, with nothing but headings between them?"""
        if self.paragraphs[start] - self.paragraphs[end] <= 1:
            return True
        within = range(end + 1, start)
        between = [t for t in within if self.paragraphs[end] < self.paragraphs[t] < self.paragraphs[start]]
        words = [t for t in between if not self.tree.text[t].isspace()]
        return len(words) < _HEADINGS and not any(self._ends_sentence(t) for t in words)

    def _ends_sentence(self, token: int) -> bool:
        return self.tree.text[token] in (".", "?", "!", ":") or self.within[token] >= 0

    def have_same_mark(self, first: int, second: int) -> bool:
        """Do both quotations open with the same mark? One of another kind is a quotation of somebody else's text."""
        return self.tree.text[self.quotes[first].start] == self.tree.text[self.quotes[second].start]

    def word_before(self, number: int) -> int | None:
        """The last token before a quotation that is no white space, in its paragraph or at the end of the last."""
        token = start = self.quotes[number].start
        while token:
            token -= 1
            if not self.tree.text[token].isspace():
                return token if self.paragraphs[start] - self.paragraphs[token] <= 1 else None
        return None
