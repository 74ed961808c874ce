"""What is new across articles from one graph to another, as an editor wants it: articles, stories, claims, denials, figures.

Articles and stories that are gone are told as well, so that nothing goes without a word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from ..collection.collection import collection_of
from ..collection.corroboration import RETRACTED, Claim
from ..collection.figures import Figure
from ..collection.origins import sources_in_words
from ..collection.story import Story
from ..knowledge_graph import KnowledgeGraph
from ..model.document import SourceDocument
from ..pluralisation import counted
from .change import Change
from .questions import document_name
from .rewritten import rewritten_numbers

Place = tuple[object, ...]
"""A sentence, by document and number, or a figure in it. What is told in the same places is the same, whatever its id."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Told = TypeVar("Told", bound=_HasId)


def news(old: KnowledgeGraph, new: KnowledgeGraph) -> Iterator[Change]:
    """Yield articles and stories that came, grew or went, more widely reported claims, new denials, and figures that changed."""
    before, after = collection_of(old), collection_of(new)
    yield from _articles(old, new)
    yield from _stories(before.stories, after.stories)
    yield from _claims(before.claims, after.claims)
    yield from _figures(before.figures, after.figures)
    for earlier, document, sentence, number, other in rewritten_numbers(old, new):
        text = f'{_called(new, document)}: from {number} to {other} in "{sentence}"'
        yield Change("figure", "changed", text, (earlier.id,), (document.id,))


def _articles(old: KnowledgeGraph, new: KnowledgeGraph) -> Iterator[Change]:
    """Yield the new articles of no story, as those of one are told with it, and all that have gone.

    An article whose source is still there, with another text, has not.
    """
    known = {document.id for document in old.documents}
    known.update(id for story in collection_of(new).stories for id in story.documents)
    for document in new.documents:
        if document.id not in known:
            yield Change("article", "gained", _called(new, document), after=(document.id,))
    left = {document.id for document in new.documents}
    places = {source for document in new.documents for source in _sources(document)}
    for document in old.documents:
        if document.id not in left and places.isdisjoint(_sources(document)):
            yield Change("article", "lost", _called(old, document), before=(document.id,))


def _sources(document: SourceDocument) -> tuple[str, ...]:
    return document.source, *document.sources


def _called(graph: KnowledgeGraph, document: SourceDocument) -> str:
    name = document.title or document_name(graph, document.id)
    origin = ", ".join(filter(None, (document.publisher, document.date)))
    return f"{name} ({origin})" if origin else name


def _stories(before: Sequence[Story], after: Sequence[Story]) -> Iterator[Change]:
    known, left = (
        {id: story.id for story in stories for id in story.documents} for stories in (before, after)
    )
    for story in after:
        earlier = {known[id] for id in story.documents if id in known}
        added = [id for id in story.documents if id not in known]
        if not earlier:
            yield Change("story", "gained", _counted(story), after=(story.id,))
        elif added:
            text = f"{story.title}: {counted(len(added), 'more article')}"
            yield Change("story", "changed", text, tuple(sorted(earlier)), (story.id,))
    for story in before:
        if left.keys().isdisjoint(story.documents):
            yield Change("story", "lost", _counted(story), before=(story.id,))


def _counted(story: Story) -> str:
    return f"{story.title} ({counted(len(story.documents), 'article')})"


def _claims(before: Iterable[Claim], after: Iterable[Claim]) -> Iterator[Change]:
    found = _matches(list(before), after, _places_of_claims)
    for claim in after:
        old = found.get(claim.id)
        if old is None:
            yield Change("claim", "gained", f"{claim.text}: {claim.summary}", after=(claim.id,))
        elif len(claim.origins) > len(old.origins):
            text = f"{claim.text}: from {len(old.origins)} to {sources_in_words(claim.origins)}"
            yield Change("claim", "changed", text, (old.id,), (claim.id,))
        if claim.disputed and not (old is not None and old.disputed):
            denying = (voice for voice in claim.by("denies") if voice.status != RETRACTED)
            who = sorted({voice.source or voice.origin.name for voice in denying})
            text = f"{claim.text}: denied by {', '.join(who)}"
            yield Change("denial", "gained", text, (old.id,) if old else (), (claim.id,))
        if claim.retractions and not (old is not None and old.retractions):
            text = f"{claim.text}: taken back by {', '.join(origin.name for origin in claim.retractions)}"
            yield Change("denial", "gained", text, (old.id,) if old else (), (claim.id,))


def _figures(before: Iterable[Figure], after: Iterable[Figure]) -> Iterator[Change]:
    """Yield the figures that came or moved, each against what it last was."""
    found = _matches(
        list(before), after, lambda figure: [(p.document, p.sentence, p.number) for p in figure.points]
    )
    for figure in after:
        old = found.get(figure.id)
        if old is None:
            yield Change("figure", "gained", f"{figure.text}: {figure.summary}", after=(figure.id,))
        elif set(figure.values) != set(old.values):
            text = f"{figure.text}: {figure.moved(old)}"
            yield Change("figure", "changed", text, (old.id,), (figure.id,))


def _places_of_claims(claim: Claim) -> list[Place]:
    return [(voice.document, voice.sentence) for voice in claim.voices]


def _matches(
    before: Iterable[Told], after: Iterable[Told], places: Callable[[Told], list[Place]]
) -> Mapping[str, Told]:
    """Return by new id what was told before in most of the same sentences, the same id first."""
    index: dict[Place, list[Told]] = defaultdict(list)
    by_id = {told.id: told for told in before}
    for told in before:
        for place in set(places(told)):
            index[place].append(told)
    found = {}
    for told in after:
        if told.id in by_id:
            found[told.id] = by_id[told.id]
            continue
        own = set(places(told))
        counts = Counter(other.id for place in own for other in index.get(place, ()))
        best = min(counts, key=lambda id: (-counts[id], id), default=None)
        if best is not None and 2 * counts[best] >= min(len(own), len(set(places(by_id[best])))):
            found[told.id] = by_id[best]
    return found
