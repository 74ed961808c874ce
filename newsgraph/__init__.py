"""newsgraph turns text into a knowledge graph that can be checked.

    import newsgraph

    kg = newsgraph.build("article.txt", date="2026-03-02")
    kg.find("Putin").statements
    kg.query("SELECT ?role WHERE { ... }")
    kg.to_turtle("kg.ttl"); kg.to_html("kg.html"); kg.graph

Nothing heavy is loaded until it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import KnowledgeGraph as KnowledgeGraph
    from .api import assemble as assemble
    from .api import build as build
    from .api import extract as extract_records
    from .api import load as load
    from .api import load_pipeline as load_pipeline
    from .extract.readers.document import Document as Document
    from .graph.errors import InputError as InputError
    from .graph.errors import NewsgraphError as NewsgraphError
    from .graph.errors import QueryError as QueryError
    from .graph.errors import RecordError as RecordError

__version__ = "0.1.0"

_HOMES = {
    "Document": ("newsgraph.extract.readers.document", "Document"),
    "InputError": ("newsgraph.graph.errors", "InputError"),
    "KnowledgeGraph": ("newsgraph.api", "KnowledgeGraph"),
    "NewsgraphError": ("newsgraph.graph.errors", "NewsgraphError"),
    "QueryError": ("newsgraph.graph.errors", "QueryError"),
    "RecordError": ("newsgraph.graph.errors", "RecordError"),
    "assemble": ("newsgraph.api", "assemble"),
    "build": ("newsgraph.api", "build"),
    "extract_records": ("newsgraph.api", "extract"),
    "load": ("newsgraph.api", "load"),
    "load_pipeline": ("newsgraph.api", "load_pipeline"),
}

__all__ = [
    "Document",
    "InputError",
    "KnowledgeGraph",
    "NewsgraphError",
    "QueryError",
    "RecordError",
    "assemble",
    "build",
    "extract_records",
    "load",
    "load_pipeline",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'newsgraph' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
