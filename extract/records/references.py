"""How a phrase refers: by name, by a noun or by a pronoun, and how surely."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import Struct

from ..english import pronouns

if TYPE_CHECKING:
    from ..coreference import Chain
    from ..syntax.tree import Tree

FAINT = 0.6
"""An "it" whose link has a smaller share of the odds is told of nothing: of such judged statements more than half were
wrong, of the others one in twenty. The chain of the text keeps it, since that is right as often as not."""


class Reference(Struct, frozen=True):
    """How a side of a statement is tied to what it stands for.

    ``kind`` is name, nominal, pronoun or phrase (tied to nothing); ``support`` is the share of the odds that spoke for its
    link, ``weakest`` the least of any link of its chain, both 1 for links made by rule. ``size`` counts the mentions of
    the chain, ``named`` tells whether it has a name, ``before`` is the head of its nearest earlier mention that is not a
    pronoun.
    """

    kind: str
    support: float = 1.0
    weakest: float = 1.0
    size: int = 0
    named: bool = False
    before: int | None = None


def told(tree: Tree, chain: Chain) -> Chain:
    """The chain without every "it" that statements are not to be told by."""
    kept = (m for m in chain.mentions if not _is_faint(tree, m.head, chain))
    return replace(chain, mentions=tuple(kept))


def _is_faint(tree: Tree, head: int, chain: Chain) -> bool:
    return chain.support.get(head, 1.0) < FAINT and tree.lower[head] in pronouns.IT


class References:
    """How phrases of a document refer: its chains by place."""

    def __init__(self, chains: Sequence[Chain]) -> None:
        self._chains = chains
        self._nouns = [sorted(m.head for m in chain.mentions if m.kind != "pronoun") for chain in chains]
        self._weakest = [min(chain.support.values(), default=1.0) for chain in chains]
        self._kinds: dict[tuple[int, int], str] = {}
        for number, chain in enumerate(chains):
            for mention in chain.mentions:
                for token in range(mention.start, mention.end):
                    self._kinds.setdefault((number, token), mention.kind)

    def of(self, number: int | None, head: int) -> Reference:
        """How the phrase headed at ``head`` refers, ``number`` being the chain it belongs to."""
        if number is None:
            return Reference("phrase")
        chain, nouns = self._chains[number], self._nouns[number]
        place = bisect_left(nouns, head)
        return Reference(
            self._kinds.get((number, head), "nominal"),
            chain.support.get(head, 1.0),
            self._weakest[number],
            len(chain.mentions),
            chain.named,
            nouns[place - 1] if place else None,
        )
