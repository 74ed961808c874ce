"""Turtle and TriG: the forms of the graph that people read and keep."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from newsgraph.graph.knowledge_graph import KnowledgeGraph

from .quads import to_triples
from .rebuild import rebuild
from .vocabulary import DEFAULT_BASE, prefixes

_HEADER = re.compile(rb"(?:@prefix [^\n]*\n)*")
_END_OF_RESOURCE = re.compile(rb" \.\n(?=\S)")


def write_turtle(
    graph: KnowledgeGraph, *, base: str = DEFAULT_BASE, mentions: bool = True, reifies: bool = False
) -> str:
    """Return ``graph`` in Turtle: a block for each resource, grouped by entity, always the same characters.

    Without ``mentions`` the text is about half as long, but :func:`read_turtle` cannot give them back.
    ``reifies`` needs a reader of RDF 1.2.
    """
    triples = to_triples(graph, base=base, mentions=mentions, reifies=reifies)
    return pretty(triples, RdfFormat.TURTLE, base).decode("utf-8")


def read_turtle(text: str, source: str = "the Turtle text") -> KnowledgeGraph:
    """Return the graph that :func:`write_turtle` wrote; raises :class:`InputError` that names ``source``."""
    return rebuild(parse(text, format=RdfFormat.TURTLE), source)


def pretty(statements: Iterable[Triple] | Iterable[Quad], format: RdfFormat, base: str) -> bytes:
    """Return Turtle or TriG with sorted prefixes and an empty line between resources.

    Line breaks inside literals are escaped, so a line that ends in a full stop ends a resource.
    """
    own = prefixes(base)
    header = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in own.items())
    lines = serialize(statements, format=format, prefixes=own) or b""
    body = lines[_HEADER.match(lines).end() :]  # type: ignore[union-attr]  # it matches nothing at all, too
    return header.encode() + b"\n" * bool(body) + _END_OF_RESOURCE.sub(b" .\n\n", body)
