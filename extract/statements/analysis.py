"""What every later step asks of a parsed document, computed once: tree, clauses, attributions, and who vouches for each word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..attribution.attitudes import find_attitudes, takes_for_granted
from ..attribution.quotations import find_quotes
from ..attribution.sources import Attribution, Source, find_attributions, is_verbatim, sources_by_token
from ..syntax.clauses import Clauses
from ..syntax.tree import Tree, read_tree

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..pipeline.frames import Frame


@dataclass(frozen=True)  # no slots: the cached set lives in __dict__
class Analysis:
    """A parsed document as the rules read it.

    ``sources`` has for each token who vouches for it, None for the writer; ``views`` the same for those who only want,
    fear or discuss what is told there.
    """

    tree: Tree
    clauses: Clauses
    attributions: list[Attribution]
    sources: list[Source | None]
    views: dict[int, Source]
    frames: Mapping[int, Frame] = field(default_factory=dict)
    """Semantic roles by predicate, empty where the pipeline does not read them."""

    @cached_property
    def cues(self) -> frozenset[int]:
        """The words that attribute something to somebody."""
        return frozenset(a.cue for a in self.attributions if a.cue is not None)

    @property
    def quotations(self) -> list[tuple[int, int, int | None]]:
        """Quoted words as first token, token after the last, head of the speaker.

        What a report says before and behind the marks is in the writer's words: "said he “would never sell”".
        """
        return [
            (first, last + 1, attribution.source.head)
            for attribution in self.attributions
            if attribution.quoted
            for start, end in attribution.content
            for first, last in self._words_of(attribution, start, end)
        ]

    def _words_of(self, attribution: Attribution, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a content that are the speaker's own words."""
        if is_verbatim(self.tree, attribution):
            yield start, end
            return
        quotes = find_quotes(self.tree)
        first = bisect_left(quotes, start, key=lambda quote: quote.end)
        for quote in takewhile(lambda quote: quote.start <= end, islice(quotes, first, None)):
            yield max(start, quote.start), min(end, quote.end)


def _told(tree: Tree, start: int, end: int) -> Iterator[int]:
    """The tokens of a content, without its relative clauses, which the writer tells."""
    aside = {
        inside
        for token in range(start, end + 1)
        if tree.dep[token] == "acl:relcl"
        for inside in range(tree.left[token], tree.right[token] + 1)
    }
    yield from (token for token in range(start, end + 1) if token not in aside)


def _of_names(tree: Tree, frame: Frame) -> Frame:
    """A role of "student" in "student Lena Kos" is that of Lena Kos, as the tree has it."""
    roles = tuple(
        replace(role, head=tree.head[role.head])
        if tree.dep[role.head] == "nmod:desc" and tree.pos[tree.head[role.head]] == "PROPN"
        else role
        for role in frame.roles
    )
    return frame if roles == frame.roles else replace(frame, roles=roles)


def analyse(doc: Doc) -> Analysis:
    """Read a parsed ``Doc``."""
    tree = read_tree(doc)
    clauses = Clauses(tree)
    attributions = find_attributions(tree, clauses)
    attitudes = find_attitudes(tree, clauses, attributions)
    views = {
        token: Source(attitude.source.tokens, attitude.source.head, attitude.cue)
        for attitude in attitudes
        if not takes_for_granted(tree, attitude)
        for start, end in attitude.content
        for token in _told(tree, start, end)
    }
    found = doc._.frames if doc.has_extension("frames") else ()
    frames = {frame.predicate: _of_names(tree, frame) for frame in found}
    return Analysis(tree, clauses, attributions, sources_by_token(tree, attributions), views, frames)
