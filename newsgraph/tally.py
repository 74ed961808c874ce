"""What a command did to a folder, counted."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgraph.graph.store.documents import DocumentStore

    from .knowledge_graph import KnowledgeGraph

Progress = Callable[[int, int, str], None]
"""Told how many of how many files are done, and the name of the one that is."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a command did to a folder; documents are counted by their sources."""

    read: int = 0
    unchanged: int = 0
    removed: int = 0
    others: tuple[tuple[str, str], ...] = ()  # files of folders that were passed over, and why; sorted
    undated: int = 0  # of those read
    unclear: tuple[
        tuple[str, str], ...
    ] = ()  # sources with a date that cannot be read, and what is wrong; sorted
    hidden: int = 0  # characters that nobody sees or that look like others, in those read
    refused: tuple[tuple[str, str], ...] = ()  # source and reason, sorted
    seconds: float = 0.0
    sources: int = 0  # that the folder holds now, of so many documents
    documents: int = 0
    graph: KnowledgeGraph | None = field(default=None, compare=False, repr=False)

    @property
    def passed_over(self) -> int:
        """How many files of folders were passed over: nobody would take them for articles."""
        return len(self.others)

    def reasons(self) -> list[tuple[str, int]]:
        """Return how many were refused for each reason, the frequent ones first."""
        counts = Counter(reason for _, reason in self.refused)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


@dataclass(slots=True)
class Tally:
    """A report in the making."""

    read: int = 0
    unchanged: int = 0
    undated: int = 0
    unclear: list[tuple[str, str]] = field(default_factory=list)
    hidden: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    start: float = field(default_factory=time.perf_counter)

    def report(
        self, store: DocumentStore, graph: KnowledgeGraph | None = None, *, removed: int = 0
    ) -> Report:
        """Return the counts with the time since the start."""
        sources, documents = store.size()
        return Report(
            read=self.read,
            unchanged=self.unchanged,
            removed=removed,
            others=tuple(sorted(self.others)),
            undated=self.undated,
            unclear=tuple(sorted(self.unclear)),
            hidden=self.hidden,
            refused=tuple(sorted(self.refused)),
            seconds=time.perf_counter() - self.start,
            sources=sources,
            documents=documents,
            graph=graph,
        )
