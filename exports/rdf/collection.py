"""Describes what articles say together: origins, groups of claims, disputes and stories.

They stand beside the three layers and are left out of a graph of one article. Reading a graph back passes them over:
they follow from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from newsgraph.graph.collection.collection import collection_of
from newsgraph.graph.collection.corroboration import Claim
from newsgraph.graph.collection.disputes import Dispute
from newsgraph.graph.collection.origins import Origin, Origins
from newsgraph.graph.collection.story import Story
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from . import vocabulary as v
from .iri import Iris
from .literals import integer, text
from .resource import Pair, Resource
from .terms import Iri, LiteralTerm


def describe_collection(
    graph: KnowledgeGraph, iris: Iris, *, claims: Set[str] | None = None
) -> Iterator[Resource]:
    """Yield the origins, groups of claims, disputes and stories of a graph of several articles.

    With ``claims``, only these statements and the entities in them are spoken of (the compact profile).
    """
    if len(graph.documents) < 2:
        return
    collection = collection_of(graph)
    yield from _origins(collection.origins, iris)
    for claim in collection.claims:
        if claims is None or not claims.isdisjoint(claim.statements):
            yield _group(claim, iris, claims)
    if claims is None:
        for dispute in collection.disputes:
            yield from _dispute(dispute, iris)
    groups = {claim.id: claim for claim in collection.claims}
    for story in collection.stories:
        yield _story(story, groups, iris, claims)


def _origins(origins: Origins, iris: Iris) -> Iterator[Resource]:
    names: dict[str, Origin] = {}
    for id in sorted(origins.of):
        names.setdefault(origins.of[id].key, origins.of[id])
    for key in sorted(names):
        pairs: list[Pair] = [(v.TYPE, v.ORIGIN), (v.NAME, text(names[key].name))]
        yield Resource(iris.origin(key), pairs, across=True)
    copies: dict[str, list[str]] = defaultdict(list)
    for pair in origins.copies:
        copies[pair.left].append(pair.right)
        copies[pair.right].append(pair.left)
    for id in sorted(origins.of):
        links: list[Pair] = [(v.HAS_ORIGIN, iris.origin(origins.of[id].key))]
        links += [(v.NEAR_COPY_OF, iris.document(other)) for other in sorted(copies[id])]
        yield Resource(iris.document(id), links, across=True)


def _group(claim: Claim, iris: Iris, claims: Set[str] | None) -> Resource:
    pairs: list[Pair] = [(v.TYPE, v.CLAIM_GROUP), (v.NAME, text(claim.text))]
    pairs += [(v.GROUPS, iris.claim(id)) for id in claim.statements if claims is None or id in claims]
    pairs += [(v.ASSERTED_BY, iris.origin(origin.key)) for origin in claim.origins]
    pairs += [(v.DENIED_BY, iris.origin(origin.key)) for origin in claim.denials]
    pairs += [(v.ORIGINS, integer(len(claim.origins))), (v.ARTICLES, integer(len(claim.documents)))]
    pairs += _articles(claim.documents, iris)
    pairs += [*_days(claim.first, claim.last), *_about(claim.entities, iris, claims)]
    return Resource(iris.across("group", claim.id), pairs, across=True)


def _dispute(dispute: Dispute, iris: Iris) -> Iterator[Resource]:
    node = iris.across("dispute", dispute.id)
    sides = []
    for number, side in enumerate(dispute.sides):
        pairs: list[Pair] = [(v.TYPE, v.DISPUTE_SIDE), (v.VALUE, text(side.value))]
        pairs += [(v.SAID_IN, iris.sentence(side.document, side.sentence))]
        pairs.append((v.HAS_ORIGIN, iris.origin(side.origin.key)))
        if side.statement is not None:
            pairs.append((v.SIDE_CLAIM, iris.claim(side.statement)))
        sides.append(Resource(Iri(f"{node}_{number}"), pairs, across=True))
    own: list[Pair] = [
        (v.TYPE, v.DISPUTE),
        (v.DISPUTE_KIND, text(dispute.kind)),
        (v.NAME, text(dispute.text)),
    ]
    own += [*_about(dispute.entities, iris, None), *((v.HAS_SIDE, side.node) for side in sides)]
    yield Resource(node, own, across=True)
    yield from sides


def _story(story: Story, groups: Mapping[str, Claim], iris: Iris, claims: Set[str] | None) -> Resource:
    kept = [id for id in story.claims if claims is None or not claims.isdisjoint(groups[id].statements)]
    pairs: list[Pair] = [(v.TYPE, v.STORY), (v.NAME, text(story.title))]
    pairs += _articles(story.documents, iris)
    pairs += [(v.ORIGINS, integer(len(story.origins))), (v.ARTICLES, integer(len(story.documents)))]
    pairs += [*_days(story.first, story.last), *_about(story.entities, iris, claims)]
    pairs += [(v.HAS_GROUP, iris.across("group", id)) for id in kept]
    if claims is None:
        pairs += [(v.HAS_DISPUTE, iris.across("dispute", id)) for id in story.disputes]
    return Resource(iris.across("story", story.id), pairs, across=True)


def _articles(documents: Iterable[str], iris: Iris) -> Iterator[Pair]:
    return ((v.HAS_ARTICLE, iris.document(id)) for id in documents)


def _about(entities: Iterable[str], iris: Iris, claims: Set[str] | None) -> Iterator[Pair]:
    """Yield whom it is about; the compact profile does without, as its claims tell."""
    return ((v.ABOUT, iris.entity(id)) for id in entities) if claims is None else iter(())


def _days(first: str | None, last: str | None) -> Iterator[Pair]:
    for predicate, day in ((v.FIRST_SEEN, first), (v.LAST_SEEN, last)):
        if day is not None:
            yield predicate, LiteralTerm(day, v.DATE)
