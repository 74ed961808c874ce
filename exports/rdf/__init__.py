"""RDF: the graph described in standard vocabularies, written and read back."""

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
