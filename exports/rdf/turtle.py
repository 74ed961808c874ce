"""Turtle: the form of the graph that people read and keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import RdfFormat, parse

from newsgraph.graph.bulk import collection_paused
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..sandbox.entailed import whole
from .describe import describe
from .quads import to_triples
from .rebuild import rebuild
from .resource import Resource
from .short_names import ShortNames
from .terms import Iri
from .terse import shorten
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


def turtle_pieces(
    graph: KnowledgeGraph, *, base: str = DEFAULT_BASE, beside: Callable[[bytes], object] | None = None
) -> Iterator[bytes]:
    """Yield the terse Turtle of a graph a piece at a time: a large graph need not fit into memory as text.

    It is written here and not by Oxigraph, which would need a triple of every line first. ``beside`` is given the
    full form meanwhile, as Turtle too.
    """
    names = ShortNames(short_prefixes(base))
    if beside is None:
        described = describe(graph, base=base, involved=False)
    else:
        described = _handed_over(describe(graph, base=base), names, beside)
    return _pieces(shorten(described, base), names)


def full_pieces(graph: KnowledgeGraph, *, base: str = DEFAULT_BASE) -> Iterator[bytes]:
    """Yield the full form as Turtle for machines, a piece at a time: faster than :func:`write_turtle` by far."""
    return _pieces(describe(graph, base=base), ShortNames(short_prefixes(base)))


_PIECE = 1 << 14
"""Lines that are written at once."""


class _TurtleLines:
    """The lines of resources, a line for each property, in the making."""

    def __init__(self, names: ShortNames) -> None:
        self._names = names
        self._lines = ["".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in names.prefixes.items())]
        self._end = "\n"
        self._subject: Iri | None = None
        self._predicate: Iri | None = None

    def add(self, resource: Resource) -> None:
        """Add the properties of a resource; those of the one before are gone on with."""
        add, term, named = self._lines.append, self._names.term, self._names.property
        node, predicate = resource.node, self._predicate
        for property, value in resource.pairs:
            if node != self._subject:
                add(f"{self._end}{term(node)} {named(property)} {term(value)}")
                self._subject, self._end = node, " .\n\n"
            elif property == predicate:
                add(f" , {term(value)}")
            else:
                add(f";\n{named(property)} {term(value)}")
            predicate = property
        self._predicate = predicate

    def taken(self, least: int = 0) -> bytes:
        """Return the lines so far and forget them, if there are more than ``least``."""
        if len(self._lines) <= least:
            return b""
        text = "".join(self._lines)
        self._lines.clear()
        return text.encode("utf-8")

    def last(self) -> bytes:
        """Return the rest."""
        if self._subject is not None:
            self._lines.append(" .\n")
        return self.taken()


def _pieces(resources: Iterable[Resource], names: ShortNames) -> Iterator[bytes]:
    lines = _TurtleLines(names)
    rest = iter(resources)
    while True:
        with collection_paused():
            for resource in rest:
                lines.add(resource)
                if piece := lines.taken(_PIECE):
                    break
            else:
                break
        yield piece
    yield lines.last()


def _handed_over(
    resources: Iterable[Resource], names: ShortNames, take: Callable[[bytes], object]
) -> Iterator[Resource]:
    """Yield ``resources``; ``take`` is given them as Turtle."""
    lines = _TurtleLines(names)
    for resource in resources:
        lines.add(resource)
        if piece := lines.taken(_PIECE):
            take(piece)
        yield resource
    take(lines.last())


def read_turtle(text: str, source: str = "the Turtle text") -> KnowledgeGraph:
    """Return the graph that :func:`write_turtle` wrote; raises :class:`InputError` that names ``source``."""
    return rebuild(whole(parse(text, format=RdfFormat.TURTLE)), source)
