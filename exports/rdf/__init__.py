"""RDF: the graph described in standard vocabularies, written and read back."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .files import read_graph
    from .quads import to_quads, to_rdflib, to_triples
    from .turtle import read_turtle, write_turtle
    from .vocabulary import DEFAULT_BASE, prefixes

__all__ = [
    "DEFAULT_BASE",
    "prefixes",
    "read_graph",
    "read_turtle",
    "to_quads",
    "to_rdflib",
    "to_triples",
    "write_turtle",
]

_MODULES = {
    "files": ("read_graph",),
    "quads": ("to_quads", "to_rdflib", "to_triples"),
    "turtle": ("read_turtle", "write_turtle"),
    "vocabulary": ("DEFAULT_BASE", "prefixes"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: a query needs the vocabulary and no more."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULE_OF[name]}", __name__), name)
