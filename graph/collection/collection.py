"""All that is computed across the articles of a graph, each part once and when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..bulk import collection_paused
from ..knowledge.outlets import outlets_with
from ..knowledge_graph import KnowledgeGraph
from .background import Background
from .claim_groups import claim_groups
from .claims import Likeness, background_of, likenesses, signatures_of
from .corrections import correction_disputes
from .corroboration import Claim, claims_of
from .disputes import Dispute, SideMaker, disputes_of
from .figures import Figure, figures_of
from .functional import value_disputes
from .occasions import occasions
from .origins import Origins, origins_of
from .prices import prices_of
from .repeats import without_repeats
from .signatures import Signature
from .stories import ArticleLink, ArticleProfile, links_of, profiles_of, story_groups
from .story import Story, StoryMaker, by_document, statements_by_document
from .story_tolls import tolls_of_one_event


@dataclass(frozen=True, eq=False)  # no slots: the parts live in __dict__
class Collection:
    """A graph seen as a collection of articles; the outlets that it was given tell which publishers are one family."""

    graph: KnowledgeGraph

    @cached_property
    def origins(self) -> Origins:
        """Whom each article is from, and which are near copies."""
        return origins_of(self.graph, outlets_with(self.graph.outlets))

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
    def likenesses(self) -> tuple[Likeness, ...]:
        """Pairs of statements that are one claim but for a number or a time."""
        with collection_paused():
            return likenesses(self.signatures, self.background)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What at least two articles say or dispute: most independent origins first, then most articles."""
        with collection_paused():
            groups = claim_groups(self.signatures, self.likenesses, self.background)
        known = {signature.id: signature for signature in self.signatures}
        told = [[known.pop(id) for id in group] for group in groups]
        told += [[signature] for signature in known.values() if len(signature.documents) > 1]
        found = [
            claim
            for group in told
            for claim in claims_of(self.graph, occasions(self.graph, group, self.background), self.origins)
        ]
        found.sort(key=lambda c: (-len(c.origins), -len(c.documents), c.text, c.id))
        return tuple(without_repeats(self.graph, found))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Numbers that articles give differently for one thing, as series over time."""
        one_event = tolls_of_one_event(self.graph, self.signatures, self.links)
        counts = figures_of(self.graph, self.signatures, self.likenesses, self.origins, one_event)
        known = {(figure.documents, figure.values) for figure in counts}
        prices = prices_of(self.graph, self.claims, self.origins)
        return tuple(sorted([*counts, *(p for p in prices if (p.documents, p.values) not in known)]))

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """What articles say against each other: denials, values, figures, dates, corrections."""
        makers = SideMaker(self.graph, self.origins)
        more = [
            *value_disputes(self.graph, makers),
            *correction_disputes(self.graph, self.origins.copies, makers),
        ]
        parts = (self.claims, self.figures, self.signatures, self.likenesses, self.origins)
        return disputes_of(self.graph, *parts, *more)

    @cached_property
    def profiles(self) -> tuple[ArticleProfile, ...]:
        """What articles are compared by."""
        return profiles_of(self.graph, self.background)

    @cached_property
    def links(self) -> tuple[ArticleLink, ...]:
        """Pairs of articles that may be of one story, the most alike first."""
        return links_of(self.profiles)

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Articles about one event or affair: those of most articles first, then the latest."""
        copies = [(pair.left, pair.right) for pair in self.origins.copies]
        maker = StoryMaker(
            self.graph,
            self.origins,
            by_document(self.claims),
            by_document(self.disputes),
            {profile.id: profile for profile in self.profiles},
            statements_by_document(self.graph),
        )
        found = sorted(
            map(maker.story, story_groups(self.profiles, self.links, copies)), key=lambda s: (s.title, s.id)
        )
        found.sort(key=lambda s: s.last or "", reverse=True)
        return tuple(sorted(found, key=lambda s: -len(s.documents)))

    def forget_workings(self) -> None:
        """Free the memory of what claims, figures, disputes and stories were made with, once they are made."""
        for name in ("signatures", "likenesses", "background", "profiles", "links"):
            self.__dict__.pop(name, None)


def collection_of(graph: KnowledgeGraph) -> Collection:
    """Return the collection of a graph, made once for each graph."""
    known = graph.__dict__
    if "_collection" not in known:
        known["_collection"] = Collection(graph)
    found = known["_collection"]
    assert isinstance(found, Collection)
    return found
