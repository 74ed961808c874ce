"""What every later step asks of a parsed document, computed once: tree, frames, attributions, and who vouches for each word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..attribution import Attribution, Source, find_attributions, sources_by_token
from ..tree import Tree, read_tree
from .frames import Frames

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Analysis:
    """A parsed document as the rules read it; ``sources`` has one entry for each token, None for the writer."""

    tree: Tree
    frames: Frames
    attributions: list[Attribution]
    sources: list[Source | None]

    @property
    def quotations(self) -> list[tuple[int, int, int | None]]:
        """Quoted words as first token, token after the last, head of the speaker."""
        return [
            (first, last + 1, attribution.source.head)
            for attribution in self.attributions
            if attribution.quoted
            for first, last in attribution.content
        ]


def analyse(doc: Doc) -> Analysis:
    """Read a parsed ``Doc``."""
    tree = read_tree(doc)
    frames = Frames(tree)
    attributions = find_attributions(tree, frames)
    return Analysis(tree, frames, attributions, sources_by_token(tree, attributions))
