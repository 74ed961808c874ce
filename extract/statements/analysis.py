"""What every later step asks of a parsed document, computed once: tree, clauses, attributions, and who vouches for each word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..attribution.attitudes import find_attitudes, takes_for_granted
from ..attribution.sources import Attribution, Source, find_attributions, sources_by_token
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
        """Quoted words as first token, token after the last, head of the speaker."""
        return [
            (first, last + 1, attribution.source.head)
            for attribution in self.attributions
            if attribution.quoted
            for first, last in attribution.content
        ]


def _told(tree: Tree, start: int, end: int) -> Iterator[int]:
    """The tokens of a content, without its relative clauses, which the writer tells."""
    aside = {
        inside
        for token in range(start, end + 1)
        if tree.dep[token] == "acl:relcl"
        for inside in range(tree.left[token], tree.right[token] + 1)
    }
    yield from (token for token in range(start, end + 1) if token not in aside)


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
    frames = {frame.predicate: frame for frame in doc._.frames} if doc.has_extension("frames") else {}
    return Analysis(tree, clauses, attributions, sources_by_token(tree, attributions), views, frames)
