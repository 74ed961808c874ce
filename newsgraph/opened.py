"""A built folder, opened: the graph is put together when more than a query is asked of it."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.graph import knowledge_graph as core
from newsgraph.graph.store.database import connect

from .knowledge_graph import KnowledgeGraph
from .views import current, load_folder

if TYPE_CHECKING:
    from newsgraph.exports.sparql import GraphProcess


class FolderGraph(KnowledgeGraph):
    """The graph of a folder as it was when first asked; queries need its Turtle only."""

    def __init__(self, folder: Path) -> None:
        self.__dict__["folder"] = folder

    @cached_property
    def _loaded(self) -> core.KnowledgeGraph:
        return load_folder(self.__dict__["folder"])

    @cached_property
    def _process(self) -> GraphProcess:
        from newsgraph.exports.sparql import GraphProcess

        return GraphProcess(current(self.__dict__["folder"]))


def _part(name: str) -> property:
    return property(lambda graph: getattr(graph._loaded, name), doc=f"See KnowledgeGraph.{name}.")


for _field in fields(core.KnowledgeGraph):
    setattr(FolderGraph, _field.name, _part(_field.name))


def open_folder(path: str | Path) -> FolderGraph:
    """Return the graph of a built folder, without reading what is not needed. Raises InputError."""
    with connect(Path(path)):
        return FolderGraph(Path(path))
