"""How surely the parser hung together the words of a statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log2
from typing import TYPE_CHECKING

from ..pipeline.certainty import read_margins
from ..syntax.tree import ancestors

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..statements import Extraction
    from ..syntax.tree import Tree

SURE = 10.0
"""Logits by which a head or relation must win for the parse not to be doubted at all."""
_WAY = 13
"""So many words on the way up from a word are looked at, itself among them."""


class Margins:
    """The parser's doubts about a document, each 0 for sure to 1 for a toss-up."""

    def __init__(self, doc: Doc, tree: Tree) -> None:
        weak = 1 - (read_margins(doc).clip(0, SURE) / SURE)
        self._tree = tree
        self._arcs: list[float] = weak[:, 0].tolist()
        self._relations: list[float] = weak[:, 1].tolist()

    def joints(self, extraction: Extraction, content: int) -> dict[str, float]:
        """Doubts about what joins subject, predicate and object; ``content`` is the predicate's main word."""
        item = extraction.object_head
        found = self._weakest("predicate", [content])
        found.update(self._weakest("subject", self._path(extraction.subject_head, content)))
        if item is not None:
            found.update(self._weakest("object", self._path(item, content)))
        return found

    def words(self, extraction: Extraction) -> dict[str, float]:
        """Doubts about where all its words hang."""
        words = [*extraction.subject, *extraction.predicate, *(extraction.object or ())]
        weak = [self._arcs[word] for word in words]
        return {"words doubted": max(weak), "words doubted together": log2(1 + sum(weak))}

    def arc(self, token: int) -> float:
        """Doubt about the head of a token."""
        return self._arcs[token]

    def mean(self, tokens: Iterable[int]) -> float:
        """Mean doubt about the heads of tokens."""
        weak = [self._arcs[token] for token in tokens]
        return sum(weak) / max(1, len(weak))

    def _weakest(self, side: str, tokens: Sequence[int]) -> dict[str, float]:
        """The weakest head and the weakest relation among tokens."""
        return {
            f"{side} arc doubted": max((self._arcs[token] for token in tokens), default=0.0),
            f"{side} relation doubted": max((self._relations[token] for token in tokens), default=0.0),
        }

    def _path(self, one: int, other: int) -> list[int]:
        """The words whose arcs join two words."""
        ups = [ancestors(self._tree, token, _WAY) for token in (one, other)]
        common = set(ups[0]) & set(ups[1])
        return [token for up in ups for token in up if token not in common]
