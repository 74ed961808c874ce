"""SPARQL over a graph, a file or a store."""

from ..sandbox.limits import Limits
from .isolated import GraphProcess
from .query import query
from .recipes import Recipe, recipe, recipes
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
