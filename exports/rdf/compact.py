"""The compact profile: a quarter of the triples, for servers that are asked who is connected to whom, and why.

It has the direct layer as it is; of the entities names and classes; of each claim that a named entity takes part in its
ends, status, source, time, confidence, who else is involved, and the sentences that say so, with their article. It
leaves out mentions, members, judgements, the places of words inside a sentence, arguments and qualifiers with their
words, and everything that is about phrases alone. A graph cannot be read back from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import SourceDocument
from newsgraph.graph.model.entity import Entity
from newsgraph.graph.model.statement import Statement

from . import vocabulary as v
from .claims import direct_object, time_pairs
from .collection import describe_collection
from .describe import direct_edges
from .iri import Iris, relation_iri
from .literals import decimal, text
from .relation import RelationTerm, relation_of
from .resource import Pair, Resource
from .text_layer import publication


def describe_compactly(graph: KnowledgeGraph, *, base: str = v.DEFAULT_BASE) -> Iterator[Resource]:
    """Yield the resources of the compact profile of ``graph``, grouped by entity."""
    iris = Iris(base)
    named = {entity.id for entity in graph.entities if entity.named}
    claims: dict[str, list[Statement]] = defaultdict(list)
    for statement in graph.statements:
        if not named.isdisjoint(statement.participants):
            claims[statement.subject].append(statement)
    kept = [statement for statements in claims.values() for statement in statements]
    used = named.union(*(statement.involved for statement in kept))
    relations = {statement.id: relation_of(statement) for statement in kept}
    for entity in graph.entities:
        if entity.id in used:
            yield _entity(entity, iris)
            yield from direct_edges(entity, claims[entity.id], iris)
            for statement in claims[entity.id]:
                yield _claim(statement, relations[statement.id], iris)
    yield from _relations(kept, relations)
    sentences: dict[str, set[int]] = defaultdict(set)
    for piece in (piece for statement in kept for piece in statement.evidence):
        sentences[piece.document].add(piece.sentence)
    for document in graph.documents:
        yield from _document(document, sorted(sentences[document.id]), iris)
    yield from describe_collection(graph, iris, claims={statement.id for statement in kept})


def _entity(entity: Entity, iris: Iris) -> Resource:
    kind = v.CONCEPT if entity.concept else v.CLASS_OF_CATEGORY.get(entity.label, v.ENTITY)
    pairs: list[Pair] = [(v.TYPE, kind), (v.PREF_LABEL, text(entity.name))]
    pairs += [(v.ALT_LABEL, text(alias)) for alias in entity.aliases]
    return Resource(iris.entity(entity.id), pairs, sorted({member.document for member in entity.members}))


def _claim(statement: Statement, relation: RelationTerm, iris: Iris) -> Resource:
    pairs: list[Pair] = [(v.TYPE, v.CLAIM), (v.SUBJECT, iris.entity(statement.subject))]
    pairs.append((v.PREDICATE, relation_iri(relation.key)))
    target = direct_object(statement, iris)
    if target is not None:
        pairs.append((v.OBJECT, target))
    pairs.append((v.STATUS, v.individual(statement.status)))
    if statement.attributed_to is not None:
        pairs.append((v.ATTRIBUTED_TO, iris.entity(statement.attributed_to)))
    elif statement.attribution_text is not None:
        pairs.append((v.ATTRIBUTION_TEXT, text(statement.attribution_text)))
    pairs += [pair for pair in time_pairs(statement.time) if pair[0] in (v.TIME, v.NOT_BEFORE, v.NOT_AFTER)]
    pairs.append((v.CONFIDENCE, decimal(statement.confidence)))
    ends = {statement.subject, statement.object, statement.attributed_to}
    pairs += [(v.INVOLVES, iris.entity(id)) for id in statement.involved if id not in ends]
    places = sorted({(piece.document, piece.sentence) for piece in statement.evidence})
    pairs += [(v.IN_SENTENCE, iris.sentence(*place)) for place in places]
    return Resource(iris.claim(statement.id), pairs, sorted({document for document, _ in places}))


def _relations(statements: list[Statement], relations: dict[str, RelationTerm]) -> Iterator[Resource]:
    """Yield the label of each relation."""
    documents: dict[RelationTerm, set[str]] = defaultdict(set)
    for statement in statements:
        documents[relations[statement.id]].update(piece.document for piece in statement.evidence)
    described: dict[str, Resource] = {}
    for relation in sorted(documents, key=lambda relation: (relation.key, relation.base)):
        pairs: list[Pair] = [(v.PREF_LABEL, text(relation.key.replace("_", " ")))]
        node = relation_iri(relation.key)
        described.setdefault(node, Resource(node, pairs, sorted(documents[relation])))
    yield from (described[iri] for iri in sorted(described))


def _document(document: SourceDocument, sentences: list[int], iris: Iris) -> Iterator[Resource]:
    node = iris.document(document.id)
    yield Resource(node, [(v.TYPE, v.NEWS_ARTICLE), *publication(document)], [document.id])
    for position in sentences:
        words = document.sentences[position].text
        pairs: list[Pair] = [(v.REFERENCE_CONTEXT, node), (v.ANCHOR_OF, text(words))]
        yield Resource(iris.sentence(document.id, position), pairs, [document.id])
