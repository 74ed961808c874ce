"""Calls across articles: what several say, what they say against each other, and which are about one affair."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from newsgraph.graph import knowledge_graph as core
from newsgraph.graph.collection.collection import collection_of
from newsgraph.graph.collection.disputes import KINDS
from newsgraph.graph.errors import InputError

from .reviewing import opened

if TYPE_CHECKING:
    from newsgraph.graph.collection.corroboration import Claim
    from newsgraph.graph.collection.disputes import Dispute
    from newsgraph.graph.collection.figures import Figure
    from newsgraph.graph.collection.story import Story


class _HasEntities(Protocol):
    @property
    def entities(self) -> tuple[str, ...]: ...


Found = TypeVar("Found", bound=_HasEntities)


def stories(
    graph: core.KnowledgeGraph | str | Path, *, about: str | None = None, limit: int | None = None
) -> tuple[Story, ...]:
    """Return the stories of a graph, a built folder or a file: articles about one event or affair, largest first.

    Only those that involve the entity called ``about``, and the first ``limit``, where these are given. Raises InputError
    for an unknown name.
    """
    loaded = opened(graph)
    return _about(collection_of(loaded).stories, loaded, about)[:limit]


def claims(
    graph: core.KnowledgeGraph | str | Path,
    *,
    least: int = 2,
    about: str | None = None,
    limit: int | None = None,
) -> tuple[Claim, ...]:
    """Return what several articles say, that of most independent sources first.

    A claim counts who reports it, never whether it is true. ``least`` is how many independent sources report it: with 1
    copies of one source are claims, too. Only claims that involve the entity called ``about``, and the first ``limit``,
    where these are given. Raises InputError for an unknown name.
    """
    loaded = opened(graph)
    found = tuple(claim for claim in collection_of(loaded).claims if len(claim.origins) >= least)
    return _about(found, loaded, about)[:limit]


def disputes(
    graph: core.KnowledgeGraph | str | Path,
    *,
    kind: str | None = None,
    about: str | None = None,
    limit: int | None = None,
) -> tuple[Dispute, ...]:
    """Return what articles say against each other: denials, values, figures, dates, corrections.

    ``kind`` is one of :data:`newsgraph.graph.collection.disputes.KINDS`. Only disputes of that kind, those that involve the
    entity called ``about``, and the first ``limit``, where these are given. Raises InputError for an unknown name or kind.
    """
    if kind is not None and kind not in KINDS:
        raise InputError(f"{kind!r} is not a kind of dispute; use one of {', '.join(KINDS)}.")
    loaded = opened(graph)
    found = tuple(dispute for dispute in collection_of(loaded).disputes if kind in (None, dispute.kind))
    return _about(found, loaded, about)[:limit]


def figures(graph: core.KnowledgeGraph | str | Path) -> tuple[Figure, ...]:
    """Return numbers that articles give differently for one thing, as series over time."""
    return collection_of(opened(graph)).figures


def _about(found: tuple[Found, ...], graph: core.KnowledgeGraph, name: str | None) -> tuple[Found, ...]:
    if name is None:
        return found
    entity = graph.find(name)
    if entity is None:
        raise InputError(f"Nothing in this graph is called {name!r}.")
    return tuple(one for one in found if entity.id in one.entities)
