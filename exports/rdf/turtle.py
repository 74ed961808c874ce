"""Turtle: the form of the graph that people read and keep."""

from __future__ import annotations

from pyoxigraph import RdfFormat, parse

from newsgraph.graph.knowledge_graph import KnowledgeGraph

from .quads import to_triples
from .rebuild import rebuild
from .text import write_rdf
from .vocabulary import DEFAULT_BASE, prefixes


def write_turtle(
    graph: KnowledgeGraph, *, base: str = DEFAULT_BASE, mentions: bool = True, reifies: bool = False
) -> str:
    """Return ``graph`` in Turtle: a block for each resource, grouped by entity, always the same characters.

    Without ``mentions`` the text is about half as long, but :func:`read_turtle` cannot give them back.
    ``reifies`` needs a reader of RDF 1.2.
    """
    triples = to_triples(graph, base=base, mentions=mentions, reifies=reifies)
    return write_rdf(triples, RdfFormat.TURTLE, prefixes(base)).decode("utf-8")


def read_turtle(text: str, source: str = "the Turtle text") -> KnowledgeGraph:
    """Return the graph that :func:`write_turtle` wrote; raises :class:`InputError` that names ``source``."""
    return rebuild(parse(text, format=RdfFormat.TURTLE), source)
