"""Describes the relations of a graph: their words, and what the schema knows of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.relation import RelationType

from . import vocabulary as v
from .iri import id_of, relation_iri
from .literals import text
from .relation import RelationTerm, relation_of
from .resource import Pair, Resource
from .terms import checked_iri


def describe_relations(graph: KnowledgeGraph) -> Iterator[Resource]:
    """Yield every relation once, with those it is built on.

    A relation of the schema has its definition, the relation it is a kind of, its inverse, and the nearest
    property of Wikidata and schema.org.
    """
    documents: dict[RelationTerm, set[str]] = defaultdict(set)
    for statement in graph.statements:
        relation = relation_of(statement)
        for needed in (relation, RelationTerm(relation.base, relation.base)):
            documents[needed].update(piece.document for piece in statement.evidence)
    known = {relation.name: relation for relation in graph.relations}
    for relation in [r for r in documents if r.modality == "actual"]:
        for broader in _chain(relation.base.replace(" ", "_"), known):
            for name in filter(None, (broader.name, broader.inverse)):
                documents[_plain(name)] |= documents[relation]
    described: dict[str, Resource] = {}
    for relation in sorted(documents, key=lambda r: (r.key, r.base, r.modality)):
        resource = _relation(relation, known.get(relation.key.replace(" ", "_")), sorted(documents[relation]))
        described.setdefault(resource.node, resource)
    yield from (described[iri] for iri in sorted(described))


def _chain(name: str, known: Mapping[str, RelationType]) -> Iterator[RelationType]:
    """Yield a relation of the schema and all that it is a kind of."""
    relation = known.get(name)
    while relation is not None:
        yield relation
        relation = known.get(relation.broader or "")


def _plain(name: str) -> RelationTerm:
    words = name.replace("_", " ")
    return RelationTerm(words, words)


def _relation(relation: RelationTerm, known: RelationType | None, documents: Sequence[str]) -> Resource:
    pairs: list[Pair] = [(v.TYPE, v.RELATION), (v.TYPE, v.PROPERTY)]
    if known and known.symmetric:
        pairs.append((v.TYPE, v.SYMMETRIC_PROPERTY))
    pairs.append((v.PREF_LABEL, text(known.label if known else relation.key.replace("_", " "))))
    if relation.modality != "actual":
        pairs.append((v.BASE_RELATION, relation_iri(relation.base)))
        pairs.append((v.MODALITY, v.individual(relation.modality)))
    elif known:
        pairs += _schema_pairs(known)
    return Resource(relation_iri(relation.key), pairs, documents)


def _schema_pairs(known: RelationType) -> Iterator[Pair]:
    if id_of(relation_iri(known.name)) != known.name:
        yield v.IDENTIFIER, text(known.name)
    yield v.DEFINITION, text(known.description)
    if known.broader:
        yield v.SUB_PROPERTY_OF, relation_iri(known.broader)
    if known.inverse:
        yield v.INVERSE_OF, relation_iri(known.inverse)
    if known.wikidata:
        yield v.CLOSE_MATCH, checked_iri(v.WDT + known.wikidata)
    if known.schema_org:
        yield v.CLOSE_MATCH, checked_iri(v.SCHEMA + known.schema_org)
