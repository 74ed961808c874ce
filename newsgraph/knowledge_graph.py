"""The graph with its verbs: ask it, write it, show it."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import proxy

from newsgraph.graph import knowledge_graph as core
from newsgraph.graph.files import write_text

if TYPE_CHECKING:
    import rdflib

    from newsgraph.exports.sparql import GraphProcess, Result
    from newsgraph.graph.collection.corroboration import Claim
    from newsgraph.graph.collection.disputes import Dispute
    from newsgraph.graph.collection.figures import Figure
    from newsgraph.graph.collection.story import Story


class KnowledgeGraph(core.KnowledgeGraph):
    """A graph with its verbs: ask it, write it, show it."""

    @classmethod
    def of(cls, graph: core.KnowledgeGraph) -> KnowledgeGraph:
        """Return the same graph with these verbs."""
        return cls(**{field.name: getattr(graph, field.name) for field in fields(graph)})

    def without(self, document_id: str) -> KnowledgeGraph:
        """Return the graph of all other documents, as if this one had never been read."""
        from newsgraph.graph.build import without

        return KnowledgeGraph.of(without(self, document_id))

    @cached_property
    def _process(self) -> GraphProcess:
        from newsgraph.exports.sparql import GraphProcess

        # no cycle: the process ends as soon as nobody has the graph any more
        return GraphProcess(proxy(self))

    def __getstate__(self) -> dict[str, Any]:
        """Leave out the process when a graph is copied or pickled."""
        return {name: value for name, value in self.__dict__.items() if name != "_process"}

    def query(self, sparql: str, **options: Any) -> Result:
        """Return what a SPARQL query finds; rows are mappings. Raises QueryError with line and caret.

        It runs in a process of its own, which stays for further queries; ``limits`` say what a query may use.
        """
        process = self._process  # it starts while the rest is loaded
        from newsgraph.exports.sparql import query

        return query(process, sparql, **options)

    def stories(self, *, about: str | None = None, limit: int | None = None) -> tuple[Story, ...]:
        """Return articles about one event or affair, with who, what, where, when and a timeline; see ``stories``."""
        from .across import stories

        return stories(self, about=about, limit=limit)

    def claims(
        self, *, least: int = 2, about: str | None = None, limit: int | None = None
    ) -> tuple[Claim, ...]:
        """Return what several articles say, that of most independent sources first; see ``claims``."""
        from .across import claims

        return claims(self, least=least, about=about, limit=limit)

    def disputes(
        self, *, kind: str | None = None, about: str | None = None, limit: int | None = None
    ) -> tuple[Dispute, ...]:
        """Return what articles say against each other, each side with its sentence; see ``disputes``."""
        from .across import disputes

        return disputes(self, kind=kind, about=about, limit=limit)

    def figures(self) -> tuple[Figure, ...]:
        """Return numbers that articles give differently for one thing, as series over time."""
        from .across import figures

        return figures(self)

    def to_rdflib(self) -> rdflib.Graph:
        """Return the graph as triples of rdflib."""
        from newsgraph.exports.rdf import to_rdflib

        return to_rdflib(self)

    def to_turtle(self, path: str | Path | None = None) -> str:
        """Return the graph as Turtle, also written to ``path`` where that is given."""
        from newsgraph.exports.rdf import write_turtle

        return _written(write_turtle(self), path)

    def to_html(
        self, path: str | Path | None = None, *, title: str | None = None, max_visible: int | None = None
    ) -> str:
        """Return the graph as one self-contained page, also written to ``path`` where that is given.

        The page carries all of the graph and opens with its ``max_visible`` most important entities (by default 60).
        """
        from newsgraph.exports.page import MAX_VISIBLE, write_page

        return _written(write_page(self, title=title, max_visible=max_visible or MAX_VISIBLE), path)

    def to_records(self, path: str | Path | None = None) -> str:
        """Return the extraction records as JSON Lines, also written to ``path`` where that is given."""
        from newsgraph.graph.model.record_io import write_records

        return _written("".join(write_records(self.records)), path)

    def show(self) -> Path:
        """Open the page in the browser; return the path of the page."""
        from newsgraph.exports.page import show

        return show(self)

    def _repr_html_(self) -> str:
        from newsgraph.exports.page import iframe_html

        return iframe_html(self)


def _written(text: str, path: str | Path | None) -> str:
    if path is not None:
        write_text(path, text)
    return text
