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
    from collections.abc import Iterable

    from .across import claims as claims
    from .across import disputes as disputes
    from .across import figures as figures
    from .across import stories as stories
    from .api import assemble as assemble
    from .api import build as build
    from .api import load as load
    from .choices import Choices as Choices
    from .exports.sandbox.limits import Limits as Limits
    from .extract.readers import Document as Document
    from .extract.readers import Refusal as Refusal
    from .extract.readers import read_documents as read_documents
    from .folder import add as add
    from .folder import assemble_folder as assemble_folder
    from .folder import build_folder as build_folder
    from .folder import list_documents as list
    from .folder import remove as remove
    from .folder import sync as sync
    from .graph.errors import InputError as InputError
    from .graph.errors import NewsgraphError as NewsgraphError
    from .graph.errors import QueryError as QueryError
    from .graph.errors import RecordError as RecordError
    from .knowledge_graph import KnowledgeGraph as KnowledgeGraph
    from .opened import FolderGraph as FolderGraph
    from .opened import open_folder as open
    from .outputs import export as export
    from .outputs import push as push
    from .outputs import query as query
    from .outputs import serve as serve
    from .reading import extract_records as extract_records
    from .reading import load_pipeline as load_pipeline
    from .reading import read_batch as read_batch
    from .reading import trace as trace
    from .reviewing import diff as diff
    from .reviewing import explain as explain
    from .reviewing import lint as lint
    from .reviewing import resolve as resolve
    from .reviewing import review as review

__version__ = "0.1.0"

_MODULES = {
    "across": ("claims", "disputes", "figures", "stories"),
    "api": ("assemble", "build", "load"),
    "exports.sandbox.limits": ("Limits",),
    "extract.readers": ("Document", "Refusal", "read_documents"),
    "choices": ("Choices",),
    "folder": ("add", "assemble_folder", "build_folder", "remove", "sync"),
    "graph.errors": ("InputError", "NewsgraphError", "QueryError", "RecordError"),
    "knowledge_graph": ("KnowledgeGraph",),
    "opened": ("FolderGraph",),
    "outputs": ("export", "push", "query", "serve"),
    "reading": ("extract_records", "load_pipeline", "read_batch", "trace"),
    "reviewing": ("diff", "explain", "lint", "resolve", "review"),
}
_MODULE_OF = {name: (module, name) for module, names in _MODULES.items() for name in names} | {
    "list": ("folder", "list_documents"),
    "open": ("opened", "open_folder"),
}
"""Where each public name is; the two that are built-in names of Python have another one there."""

__all__ = [
    "Choices",
    "Document",
    "FolderGraph",
    "InputError",
    "KnowledgeGraph",
    "Limits",
    "NewsgraphError",
    "QueryError",
    "RecordError",
    "Refusal",
    "add",
    "assemble",
    "assemble_folder",
    "build",
    "build_folder",
    "claims",
    "diff",
    "disputes",
    "explain",
    "export",
    "extract_records",
    "figures",
    "lint",
    "list",
    "load",
    "load_pipeline",
    "open",
    "push",
    "query",
    "read_batch",
    "read_documents",
    "remove",
    "resolve",
    "review",
    "serve",
    "stories",
    "sync",
    "trace",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'newsgraph' has no attribute {name!r}")
    from importlib import import_module

    module, own = _MODULE_OF[name]
    return getattr(import_module(f".{module}", __name__), own)


def __dir__() -> Iterable[str]:
    return sorted([*globals(), *__all__])
