"""Turtle: the form of the graph that people read and keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import RdfFormat, Triple, parse

from newsgraph.graph.bulk import collection_paused
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..sandbox.entailed import whole
from .quads import to_triples
from .rebuild import rebuild
from .text import tightened, write_rdf
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
    """Yield the terse Turtle of a graph a piece at a time: a large graph need not fit into memory as text."""
    names, pieces, first = short_prefixes(base), _pieces(to_triples(graph, base=base, profile="terse")), True
    while True:
        with collection_paused():
            triples = next(pieces, None)
            if triples is None:
                return
            piece = tightened(write_rdf(triples, RdfFormat.TURTLE, names))
        yield piece if first else piece[len(_header(piece)) :]
        first = False


_PIECE = 20_000  # triples


def _pieces(triples: Iterable[Triple]) -> Iterator[list[Triple]]:
    """Yield triples some at a time, never parting those of one resource."""
    piece: list[Triple] = []
    for triple in triples:
        if len(piece) >= _PIECE and triple.subject != piece[-1].subject:
            yield piece
            piece = []
        piece.append(triple)
    if piece:
        yield piece


def _header(turtle: bytes) -> bytes:
    """Return the lines of prefixes, without the line break that parts them from the first resource."""
    return turtle[: turtle.index(b"\n\n") + 1]


def read_turtle(text: str, source: str = "the Turtle text") -> KnowledgeGraph:
    """Return the graph that :func:`write_turtle` wrote; raises :class:`InputError` that names ``source``."""
    return rebuild(whole(parse(text, format=RdfFormat.TURTLE)), source)
