"""One entity with its statements, read from a store without the rest of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Store

from newsgraph.graph.knowledge_graph import KnowledgeGraph

from . import vocabulary as v
from .iri import Iris
from .rebuild import rebuild_part
from .terms import Iri, to_node

_PARTS = {v.HAS_EVIDENCE, v.HAS_QUALIFIER, v.HAS_ARGUMENT, v.HAS_INVOLVEMENT, v.HAS_CUE}
_NAMED = {v.SUBJECT, v.OBJECT, v.ATTRIBUTED_TO, v.PART_ENTITY, v.VIA}


def excerpt(store: Store, entity: str) -> KnowledgeGraph | None:
    """Return the part of a graph that is about ``entity``, an id; None where ``store`` does not describe it.

    It has the entity, the statements that have it as subject or object, the articles that it occurs in, and all judgements.
    """
    node = to_node(Iris().entity(entity))
    if next(store.quads_for_pattern(node, to_node(v.TYPE), to_node(v.ENTITY)), None) is None:
        return None
    return rebuild_part(_about(store, node), "the index")


def _about(store: Store, entity: NamedNode) -> Iterator[Quad]:
    """Yield what is said of the entity, of its members and claims, of their parts, and of the articles these are from."""
    members = [entity, *_subjects(store, v.SPECIALIZATION_OF, entity)]
    mentions = [mention for member in members for mention in _subjects(store, v.MENTION_OF, member)]
    claims = {*_subjects(store, v.SUBJECT, entity), *_subjects(store, v.OBJECT, entity)}
    nodes = [*members, *mentions, *claims, *_subjects(store, v.TYPE, to_node(v.JUDGEMENT))]
    articles, named = set[NamedNode](), set[NamedNode]()
    for node in nodes:
        for quad in store.quads_for_pattern(node, None, None):
            yield quad
            value = quad.object
            if not isinstance(value, NamedNode):
                continue
            if quad.predicate.value in _PARTS:
                nodes.append(value)
            elif quad.predicate.value in _NAMED:
                named.add(value)
            elif quad.predicate.value == v.DERIVED_FROM:
                articles.add(value)
    for article in articles:
        for node in (article, *_subjects(store, v.REFERENCE_CONTEXT, article)):
            yield from store.quads_for_pattern(node, None, None)
    for other in named - {entity}:
        yield from store.quads_for_pattern(other, to_node(v.IDENTIFIER), None)


def _subjects(store: Store, predicate: Iri, value: NamedNode) -> Iterable[NamedNode]:
    """Return what has this property with this value."""
    found = (quad.subject for quad in store.quads_for_pattern(None, to_node(predicate), value))
    return [subject for subject in found if isinstance(subject, NamedNode)]
