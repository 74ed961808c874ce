"""All that is computed across the articles of a graph, each part once and when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from ..bulk import collection_paused
from ..knowledge_graph import KnowledgeGraph
from .background import Background
from .claims import background_of, claim_groups, signatures_of
from .corroboration import Claim, claim_of
from .origins import Origins, origins_of
from .outlets import Outlets, built_in_outlets
from .signatures import Signature


@dataclass(frozen=True, eq=False)  # no slots: the parts live in __dict__
class Collection:
    """A graph seen as a collection of articles. ``outlets`` tell which publishers are one family."""

    graph: KnowledgeGraph
    outlets: Outlets = field(default_factory=built_in_outlets)

    @cached_property
    def origins(self) -> Origins:
        """Whom each article is from, and which are near copies."""
        return origins_of(self.graph, self.outlets)

    @cached_property
    def signatures(self) -> tuple[Signature, ...]:
        """Statements in the form that claims compare."""
        with collection_paused():
            return signatures_of(self.graph)

    @cached_property
    def background(self) -> Background:
        """How rare words and names are, and which articles are about the same."""
        return background_of(self.graph, self.signatures)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What at least two articles say or dispute: most independent origins first, then most articles."""
        with collection_paused():
            groups = list(claim_groups(self.signatures, self.background))
        grouped = {id for group in groups for id in group}
        groups += [(s.id,) for s in self.signatures if s.id not in grouped]
        found = (claim_of(self.graph, group, self.origins) for group in groups if self._documents(group) > 1)
        return tuple(sorted(found, key=lambda c: (-len(c.origins), -len(c.documents), c.text, c.id)))

    def _documents(self, group: tuple[str, ...]) -> int:
        return len({piece.document for id in group for piece in self.graph.statement(id).evidence})


def collection_of(graph: KnowledgeGraph) -> Collection:
    """Return the collection of a graph with the built-in outlets, made once for each graph."""
    known = graph.__dict__
    if "_collection" not in known:
        known["_collection"] = Collection(graph)
    found = known["_collection"]
    assert isinstance(found, Collection)
    return found
