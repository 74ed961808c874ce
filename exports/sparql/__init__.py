"""SPARQL over a graph, a file or a store."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..sandbox.limits import Limits
    from .cookbook import Recipe, recipe, recipes
    from .execution import query
    from .isolated import GraphProcess
    from .results import Answer, Result, Rows, Triples
    from .store import GraphStore, open_store

__all__ = [
    "Answer",
    "GraphProcess",
    "GraphStore",
    "Limits",
    "Recipe",
    "Result",
    "Rows",
    "Triples",
    "open_store",
    "query",
    "recipe",
    "recipes",
]

_MODULES = {
    "..sandbox.limits": ("Limits",),
    ".cookbook": ("Recipe", "recipe", "recipes"),
    ".execution": ("query",),
    ".isolated": ("GraphProcess",),
    ".results": ("Answer", "Result", "Rows", "Triples"),
    ".store": ("GraphStore", "open_store"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: a process for queries starts while the rest is loaded."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULE_OF[name], __name__), name)
