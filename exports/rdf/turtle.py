"""Turtle: the form of the graph that people read and keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import RdfFormat, parse

from newsgraph.graph.bulk import collection_paused
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..sandbox.entailed import whole
from .quads import resources, to_triples
from .rebuild import rebuild
from .resource import Resource
from .short_names import ShortNames
from .text import write_rdf
from .vocabulary import DEFAULT_BASE, prefixes, short_prefixes


def write_turtle(
    graph: KnowledgeGraph, *, base: str = DEFAULT_BASE, mentions: bool = True, reifies: bool = False
) -> str:
    """Return ``graph`` in Turtle: a block for each resource, grouped by entity, always the same characters.

    Without ``mentions`` the text is about half as long, but :func:`read_turtle` cannot give them back.
    ``reifies`` needs a reader of RDF 1.2.
    """
    triples = to_triples(graph, base=base, mentions=mentions, reifies=reifies)
    return write_rdf(triples, RdfFormat.TURTLE, prefixes(base)).decode("utf-8")


def turtle_pieces(graph: KnowledgeGraph, *, base: str = DEFAULT_BASE) -> Iterator[bytes]:
    """Yield the terse Turtle of a graph a piece at a time: a large graph need not fit into memory as text.

    It is written here and not by Oxigraph, which would need a triple of every line first.
    """
    names = short_prefixes(base)
    yield "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in names.items()).encode()
    pieces = _pieces(resources(graph, base, "terse"), ShortNames(names))
    while True:
        with collection_paused():
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece.encode("utf-8")


_PIECE = 1 << 14
"""Lines that are written at once."""


def _pieces(resources: Iterable[Resource], names: ShortNames) -> Iterator[str]:
    """Yield the lines of ``resources``, a line for each property, some at a time."""
    term, named = names.term, names.property
    lines: list[str] = []
    subject = predicate = None
    for resource in resources:
        node = resource.node
        for property, value in resource.pairs:
            if node != subject:
                if len(lines) >= _PIECE:
                    yield "".join(lines)
                    lines = []
                end = "\n" if subject is None else " .\n\n"
                lines.append(f"{end}{term(node)} {named(property)} {term(value)}")
                subject = node
            elif property == predicate:
                lines.append(f" , {term(value)}")
            else:
                lines.append(f";\n{named(property)} {term(value)}")
            predicate = property
    if subject is not None:
        yield "".join([*lines, " .\n"])


def read_turtle(text: str, source: str = "the Turtle text") -> KnowledgeGraph:
    """Return the graph that :func:`write_turtle` wrote; raises :class:`InputError` that names ``source``."""
    return rebuild(whole(parse(text, format=RdfFormat.TURTLE)), source)
