"""newsgraph turns text into a knowledge graph that can be checked.

    from pathlib import Path

    import newsgraph

    kg = newsgraph.build(Path("article.txt"), date="2026-03-02")
    kg.find("Putin").statements
    kg.query("SELECT ?role WHERE { ... }")
    kg.to_turtle("kg.ttl"); kg.to_html("kg.html"); kg.graph

Every command has a call of the same name. Nothing heavy is loaded until it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import assemble as assemble
    from .api import build as build
    from .api import load as load
    from .extract.readers import Document as Document
    from .extract.readers import Refusal as Refusal
    from .extract.readers import read_documents as read_documents
    from .folder import Choices as Choices
    from .folder import add as add
    from .folder import build_folder as build_folder
    from .folder import list_documents as list_documents
    from .folder import remove as remove
    from .folder import sync as sync
    from .graph.errors import InputError as InputError
    from .graph.errors import NewsgraphError as NewsgraphError
    from .graph.errors import QueryError as QueryError
    from .graph.errors import RecordError as RecordError
    from .knowledge_graph import KnowledgeGraph as KnowledgeGraph
    from .outputs import export as export
    from .outputs import push as push
    from .outputs import query as query
    from .outputs import serve as serve
    from .reading import extract_records as extract_records
    from .reading import load_pipeline as load_pipeline
    from .reading import read_batch as read_batch
    from .reading import trace as trace
    from .review import explain as explain
    from .review import lint as lint
    from .review import resolve as resolve

__version__ = "0.1.0"

_MODULES = {
    "api": ("assemble", "build", "load"),
    "extract.readers": ("Document", "Refusal", "read_documents"),
    "folder": ("Choices", "add", "build_folder", "list_documents", "remove", "sync"),
    "graph.errors": ("InputError", "NewsgraphError", "QueryError", "RecordError"),
    "knowledge_graph": ("KnowledgeGraph",),
    "outputs": ("export", "push", "query", "serve"),
    "reading": ("extract_records", "load_pipeline", "read_batch", "trace"),
    "review": ("explain", "lint", "resolve"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "Choices",
    "Document",
    "InputError",
    "KnowledgeGraph",
    "NewsgraphError",
    "QueryError",
    "RecordError",
    "Refusal",
    "add",
    "assemble",
    "build",
    "build_folder",
    "explain",
    "export",
    "extract_records",
    "lint",
    "list_documents",
    "load",
    "load_pipeline",
    "push",
    "query",
    "read_batch",
    "read_documents",
    "remove",
    "resolve",
    "serve",
    "sync",
    "trace",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'newsgraph' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_MODULE_OF[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
