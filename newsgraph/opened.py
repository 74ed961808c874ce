"""A built folder, opened: the graph is put together when more is asked of it than a query, or whom a name is of."""

from __future__ import annotations

import warnings
from dataclasses import fields, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.graph import knowledge_graph as core
from newsgraph.graph.store.database import connect
from newsgraph.graph.store.documents import DocumentStore
from newsgraph.graph.store.names import entity_called

from .knowledge_graph import KnowledgeGraph
from .views import TURTLE, current, is_behind, load_folder

if TYPE_CHECKING:
    from pyoxigraph import Store

    from newsgraph.exports.sparql import GraphProcess


class FolderGraph(KnowledgeGraph):
    """The graph of a folder as it was when first asked.

    Queries need its Turtle or its index only, ``find`` the index, where there is one. After a small change of a large
    graph these are of the state before, which a warning says; a name that this does not have is looked for in what has
    come since, alone. To put the present one together takes a while, and happens when it is opened ``anew``, when
    ``find`` finds nothing, or when all entities or statements are asked for.
    """

    def __init__(self, folder: Path, *, anew: bool = False) -> None:
        self.__dict__.update(folder=folder, anew=anew)

    @cached_property
    def _loaded(self) -> core.KnowledgeGraph:
        return load_folder(self.__dict__["folder"])

    @cached_property
    def _asked(self) -> Path:
        return current(self.__dict__["folder"], behind=None if self.__dict__["anew"] else _warn)

    @cached_property
    def _index(self) -> Store | None:
        from newsgraph.exports.sparql import open_store

        return open_store(self._asked).store if self._asked.is_dir() else None

    def find(self, name: str) -> core.EntityView | None:
        """Return the entity that ``name`` fits best, or None; see KnowledgeGraph.find."""
        part = self.around(name)
        return super().find(name) if part is self else part.find(name)

    def around(self, name: str) -> core.KnowledgeGraph:
        """Return the part of this graph that ``find`` and ``explain`` need, all of it where there is no index."""
        from newsgraph.exports.rdf.excerpt import excerpt

        if "_loaded" in self.__dict__:
            return self
        folder: Path = self.__dict__["folder"]
        with connect(folder) as connection:
            id, given = entity_called(connection, name), DocumentStore(connection).judgements()
        if (id is None or self.__dict__["anew"]) and is_behind(folder / TURTLE):
            return self if self.__dict__["anew"] else self._since(name)
        if self._index is None:
            return self
        if id is None:
            return core.KnowledgeGraph()
        part = excerpt(self._index, id)
        return self if part is None else replace(part, given=given)

    def _since(self, name: str) -> core.KnowledgeGraph:
        """Return the graph of what has come since, where somebody is called so in it, else all of this one."""
        folder: Path = self.__dict__["folder"]
        arrived = load_folder(folder, arrived=True)
        found = arrived.find(name) is not None
        warnings.warn((_SINCE if found else _NOT_BEFORE).format(folder, name), stacklevel=3)
        return arrived if found else self

    @cached_property
    def _process(self) -> GraphProcess:
        from newsgraph.exports.sparql import GraphProcess

        return GraphProcess(self._asked)


_SINCE = (
    "{}: in the state before nothing is called {!r}; this is of the articles that have come since, alone. "
    "Opened anew, all are put together."
)
_NOT_BEFORE = (
    "{}: in the state before nothing is called {!r}; the present one is put together, which takes a while."
)


def _warn(message: str) -> None:
    warnings.warn(f"{message} Opened anew, the present one is put together.", stacklevel=2)


def _part(name: str) -> property:
    return property(lambda graph: getattr(graph._loaded, name), doc=f"See KnowledgeGraph.{name}.")


for _field in fields(core.KnowledgeGraph):
    setattr(FolderGraph, _field.name, _part(_field.name))


def open_folder(path: str | Path, *, anew: bool = False) -> FolderGraph:
    """Return the graph of a built folder, without reading what is not needed. Raises InputError.

    After a small change of a large graph that is the state before, with a warning, unless it is opened ``anew``.
    """
    with connect(Path(path)):
        return FolderGraph(Path(path), anew=anew)
