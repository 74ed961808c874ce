"""Calls across articles: what several say, what they say against each other, and which are about one affair."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.graph import knowledge_graph as core

from .reviewing import opened

if TYPE_CHECKING:
    from newsgraph.graph.collection.corroboration import Claim
    from newsgraph.graph.collection.disputes import Dispute
    from newsgraph.graph.collection.figures import Figure
    from newsgraph.graph.collection.story import Story


def stories(graph: core.KnowledgeGraph | str | Path) -> tuple[Story, ...]:
    """Return the stories of a graph, a built folder or a file: articles about one event or affair, largest first."""
    from newsgraph.graph.collection.collection import collection_of

    return collection_of(opened(graph)).stories


def claims(graph: core.KnowledgeGraph | str | Path) -> tuple[Claim, ...]:
    """Return what at least two articles say or dispute, that of most independent sources first.

    A claim counts who reports it, never whether it is true.
    """
    from newsgraph.graph.collection.collection import collection_of

    return collection_of(opened(graph)).claims


def disputes(graph: core.KnowledgeGraph | str | Path) -> tuple[Dispute, ...]:
    """Return what articles say against each other: denials, values, figures, dates, corrections."""
    from newsgraph.graph.collection.collection import collection_of

    return collection_of(opened(graph)).disputes


def figures(graph: core.KnowledgeGraph | str | Path) -> tuple[Figure, ...]:
    """Return numbers that articles give differently for one thing, as series over time."""
    from newsgraph.graph.collection.collection import collection_of

    return collection_of(opened(graph)).figures
