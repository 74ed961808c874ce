"""The graph as RDF triples, or as quads with one named graph per document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING
from typing import Literal as OneOf

from pyoxigraph import Quad, Store, Triple

from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from .compact import describe_compactly
from .describe import describe
from .iri import Iris
from .resource import Resource
from .terms import Iri, to_node, to_oxigraph
from .terse import shorten
from .vocabulary import DEFAULT_BASE, prefixes

if TYPE_CHECKING:
    import rdflib


Profile = OneOf["full", "terse", "compact"]
"""How much RDF has: everything, everything but what follows by rule (:mod:`.terse`), or what servers are asked for (:mod:`.compact`)."""

PROFILES: tuple[Profile, ...] = ("full", "terse", "compact")


def to_triples(
    graph: KnowledgeGraph,
    *,
    base: str = DEFAULT_BASE,
    mentions: bool = True,
    reifies: bool = False,
    profile: Profile = "full",
) -> Iterator[Triple]:
    """Yield every triple once, grouped by entity, always in the same order. Options as in ``describe``.

    Other profiles than the full one have no use for ``mentions`` and ``reifies``. Raises :class:`InputError` for an
    unknown profile.
    """
    for resource in resources(graph, base, profile, mentions=mentions, reifies=reifies):
        node = to_node(resource.node)
        yield from [Triple(node, to_node(p), to_oxigraph(value)) for p, value in resource.pairs]


def resources(
    graph: KnowledgeGraph, base: str, profile: Profile, *, mentions: bool = True, reifies: bool = False
) -> Iterator[Resource]:
    """Yield the resources of a graph in their order, with what a profile has of them; options as in :func:`to_triples`."""
    if profile not in PROFILES:
        raise InputError(f"There is no profile {profile!r}; there are {', '.join(PROFILES)}.")
    if profile == "compact":
        return describe_compactly(graph, base=base)
    if profile == "terse":
        return shorten(describe(graph, base=base, involved=False), base)
    return describe(graph, base=base, mentions=mentions, reifies=reifies)


def to_quads(
    graph: KnowledgeGraph,
    *,
    base: str = DEFAULT_BASE,
    mentions: bool = True,
    reifies: bool = False,
    profile: Profile = "full",
) -> Iterator[Quad]:
    """Yield a named graph per document with all that the document vouches for, one of judgements, one of the collection.

    What several documents vouch for stands in the graph of each; the union of the graphs is
    :func:`to_triples`.
    """
    if profile == "terse":
        raise InputError(
            "The terse profile is a form of Turtle; other formats have the full or the compact one."
        )
    iris = Iris(base)
    graphs: dict[Iri, list[Quad]] = defaultdict(list)
    for resource in resources(graph, base, profile, mentions=mentions, reifies=reifies):
        rest = iris.collection if resource.across else iris.judgements
        node, pairs = (
            to_node(resource.node),
            [(to_node(p), to_oxigraph(value)) for p, value in resource.pairs],
        )
        for name in [iris.document(id) for id in resource.documents] or [rest]:
            graphs[name].extend(Quad(node, *pair, to_node(name)) for pair in pairs)
    for name in sorted(graphs):
        yield from graphs[name]


def to_rdflib(graph: KnowledgeGraph, *, base: str = DEFAULT_BASE, mentions: bool = True) -> rdflib.Graph:
    """Return the graph as an :class:`rdflib.Graph` over an Oxigraph store: rdflib's API, Oxigraph's speed."""
    import rdflib
    from oxrdflib import OxigraphStore
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    store = Store()
    store.bulk_extend(Quad(*triple) for triple in to_triples(graph, base=base, mentions=mentions))
    result = rdflib.Graph(OxigraphStore(store=store), DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
    for prefix, iri in prefixes(base).items():
        result.bind(prefix, iri)
    return result
