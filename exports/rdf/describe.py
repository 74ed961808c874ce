"""Describes a knowledge graph in RDF: resource by resource, in a fixed order, grouped by entity.

Three layers: *direct* (entity, relation, entity) for what is positively stated, *claim* (one node for each
statement with polarity, modality, source, time and confidence), *text* (documents, sentences, mentions and
evidence with exact places). Nothing is a blank node; every IRI and literal is a function of the graph's
content.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.entity import Entity
from newsgraph.graph.model.judgement import Judgement
from newsgraph.graph.model.record import STANCES
from newsgraph.graph.model.statement import Statement

from . import vocabulary as v
from .claims import describe_claim, direct_object, identifier
from .collection import describe_collection
from .iri import Iris, relation_iri
from .literals import decimal, text, word
from .relation import relation_of
from .relations import describe_relations
from .resource import Pair, Resource
from .terms import checked_iri, to_ntriples
from .text_layer import describe_document, describe_member, describe_own_member, is_own_member


def describe(
    graph: KnowledgeGraph,
    *,
    base: str = v.DEFAULT_BASE,
    mentions: bool = True,
    reifies: bool = False,
    involved: bool = True,
) -> Iterator[Resource]:
    """Yield the resources of ``graph``: entities with their claims and evidence, relations, documents.

    ``mentions=False`` leaves out the places where entities are mentioned, and ``involved=False`` whom each sentence
    mentions and each claim involves, which follows from these places and from the parts of the claim.
    ``reifies`` writes a claim as an RDF 1.2 reifier: ``rdf:reifies`` with a triple term in place of
    ``rdf:subject``, ``rdf:predicate`` and ``rdf:object``.
    """
    iris = Iris(base)
    yield from _layers(graph, iris, mentions=mentions, reifies=reifies, involved=involved)
    for judgement in graph.judgements:
        yield _judgement(judgement, iris)
    yield from describe_collection(graph, iris)


def _layers(
    graph: KnowledgeGraph, iris: Iris, *, mentions: bool, reifies: bool, involved: bool
) -> Iterator[Resource]:
    """Yield the three layers."""
    claims: dict[str, list[Statement]] = defaultdict(list)
    for statement in graph.statements:
        claims[statement.subject].append(statement)
    documents = {document.id: document for document in graph.documents}
    for entity in graph.entities:
        yield describe_entity(entity, iris)
        is_whole = is_own_member(entity, documents)
        if is_whole:
            yield describe_own_member(entity, iris, mentions=mentions)
        yield from direct_edges(entity, claims.get(entity.id, ()), iris)
        for statement in claims.get(entity.id, ()):
            node, interest = relation_iri(relation_of(statement).key), graph.interest[statement.id]
            yield from describe_claim(
                statement, node, interest, documents, iris, reifies=reifies, involved=involved
            )
        for member in () if is_whole else entity.members:
            document = documents.get(member.document)
            yield from describe_member(entity, member, document, iris, mentions=mentions)
    yield from describe_relations(graph)
    mentioned = _mentioned(graph) if mentions and involved else {}
    for document in graph.documents:
        yield from describe_document(document, mentioned.get(document.id, {}), iris)


def _mentioned(graph: KnowledgeGraph) -> Mapping[str, Mapping[int, list[str]]]:
    """Return the entities that each sentence of each document mentions, by document and index."""
    found: dict[str, dict[int, list[str]]] = defaultdict(dict)
    for entity in graph.entities:
        for member in entity.members:
            for sentence in {mention.sentence for mention in member.mentions if mention.sentence >= 0}:
                ids = found[member.document].setdefault(sentence, [])
                if ids[-1:] != [entity.id]:
                    ids.append(entity.id)
    return found


def describe_entity(entity: Entity, iris: Iris) -> Resource:
    """Return an entity with its names and its links."""
    pairs: list[Pair] = [(v.TYPE, v.ENTITY)]
    if not entity.named:
        pairs.append((v.TYPE, v.UNNAMED_ENTITY))
    if entity.concept:
        pairs.append((v.TYPE, v.CONCEPT))
    if entity.label in v.CLASS_OF_CATEGORY:
        pairs.append((v.TYPE, v.CLASS_OF_CATEGORY[entity.label]))
    node = iris.entity(entity.id)
    pairs += [(v.PREF_LABEL, text(entity.name)), (v.CATEGORY, word(entity.label)), *identifier(entity.id)]
    pairs += [(v.ALT_LABEL, text(alias)) for alias in entity.aliases]
    pairs += [_link(link) for link in entity.links]
    return Resource(node, pairs, sorted({member.document for member in entity.members}))


def _link(link: str) -> Pair:
    try:
        return v.EXACT_MATCH, checked_iri(link)
    except ValueError:  # no IRI, or one with characters that would break a file
        return v.LINK_TEXT, text(link)


def direct_edges(entity: Entity, claims: Iterable[Statement], iris: Iris) -> Iterator[Resource]:
    """Yield the edges of the direct layer."""
    edges: dict[tuple[str, str], tuple[Pair, set[str]]] = {}
    for statement in claims:
        target = direct_object(statement, iris)
        if target is None or not is_stated(statement):
            continue
        relation = relation_iri(relation_of(statement).key)
        _, documents = edges.setdefault((relation, to_ntriples(target)), ((relation, target), set()))
        documents.update(piece.document for piece in statement.evidence)
    node = iris.entity(entity.id)
    for _, (pair, documents) in sorted(edges.items(), key=lambda edge: edge[0]):
        yield Resource(node, [pair], sorted(documents))


def is_stated(statement: Statement) -> bool:
    """Return whether a statement is in the direct layer: not negative, denied, doubted or conditional."""
    vouched = statement.stance == STANCES[0]
    return vouched and statement.polarity != "negative" and statement.modality != "conditional"


def _judgement(judgement: Judgement, iris: Iris) -> Resource:
    parts = (judgement.left, judgement.right, judgement.verdict, repr(judgement.score), judgement.author)
    pairs: list[Pair] = [
        (v.TYPE, v.JUDGEMENT),
        (v.LEFT, text(judgement.left)),
        (v.RIGHT, text(judgement.right)),
        (v.VERDICT, v.individual(judgement.verdict)),
        (v.SCORE, decimal(judgement.score)),
        (v.AUTHOR, text(judgement.author)),
    ]
    pairs += [(v.item(number), text(reason)) for number, reason in enumerate(judgement.reasons, 1)]
    return Resource(iris.judgement(*parts, *judgement.reasons), pairs)
