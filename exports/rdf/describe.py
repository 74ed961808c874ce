"""Describes a knowledge graph in RDF: resource by resource, in a fixed order, grouped by entity.

Three layers: *direct* (entity, relation, entity) for what is positively stated, *claim* (one node for each
statement with polarity, modality, source, time and confidence), *text* (documents, sentences, mentions and
evidence with exact places). Nothing is a blank node; every IRI and literal is a function of the graph's
content.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from newsgraph.graph.edtf import bounds, is_edtf
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import SourceDocument
from newsgraph.graph.model.entity import Entity, Member
from newsgraph.graph.model.judgement import Judgement
from newsgraph.graph.model.record import SpanText
from newsgraph.graph.model.statement import Evidence, Qualifier, Statement

from . import vocabulary as v
from .iri import Iris, local_name, relation_iri
from .literals import boolean, decimal, integer, text
from .relation import relation_of
from .relations import describe_relations
from .resource import Pair, Resource


def describe(
    graph: KnowledgeGraph, *, base: str = v.DEFAULT_BASE, mentions: bool = True, reifies: bool = False
) -> Iterator[Resource]:
    """Yield the resources of ``graph``: entities with their claims and evidence, relations, documents.

    ``mentions=False`` leaves out the places where entities are mentioned, nearly half of all triples.
    ``reifies`` writes a claim as an RDF 1.2 reifier: ``rdf:reifies`` with a triple term in place of
    ``rdf:subject``, ``rdf:predicate`` and ``rdf:object``.
    """
    iris = Iris(base)
    claims: dict[str, list[Statement]] = defaultdict(list)
    for statement in graph.statements:
        claims[statement.subject].append(statement)
    relations = {statement.id: relation_of(statement) for statement in graph.statements}
    nodes = {id: relation_iri(relation.key) for id, relation in relations.items()}
    for entity in graph.entities:
        yield _entity(entity, iris)
        yield from _direct(entity, claims[entity.id], nodes, iris)
        for statement in claims[entity.id]:
            yield from _claim(statement, nodes[statement.id], iris, reifies=reifies)
        for member in entity.members:
            yield from _member(entity, member, iris, mentions=mentions)
    yield from describe_relations(graph.statements, relations)
    for document in graph.documents:
        yield from _document(document, iris)
    for judgement in graph.judgements:
        yield _judgement(judgement, iris)


def status_of(statement: Statement) -> str:
    """Return what one line of SPARQL asks for: asserted, reported, denied, or the modality of all else."""
    if statement.polarity == "negative":
        return "denied"
    if statement.modality != "actual":
        return statement.modality
    has_source = statement.attribution_text is not None or statement.attributed_to is not None
    return "reported" if has_source else "asserted"


def _entity(entity: Entity, iris: Iris) -> Resource:
    pairs: list[Pair] = [(v.TYPE, v.ENTITY)]
    if not entity.named:
        pairs.append((v.TYPE, v.UNNAMED_ENTITY))
    if entity.concept:
        pairs.append((v.TYPE, v.CONCEPT))
    if entity.label in v.CLASS_OF_CATEGORY:
        pairs.append((v.TYPE, v.CLASS_OF_CATEGORY[entity.label]))
    node = iris.entity(entity.id)
    pairs += [(v.PREF_LABEL, text(entity.name)), (v.CATEGORY, text(entity.label)), *_identifier(entity.id)]
    pairs += [(v.ALT_LABEL, text(alias)) for alias in entity.aliases]
    pairs += [_link(link) for link in entity.links]
    return Resource(node, pairs, sorted({member.document for member in entity.members}))


def _identifier(id: str) -> Iterator[Pair]:
    """Yield the id itself where the IRI does not show it."""
    if local_name(id) != id:
        yield v.IDENTIFIER, text(id)


def _link(link: str) -> Pair:
    try:
        return v.EXACT_MATCH, NamedNode(link)
    except ValueError:  # no IRI, or one with characters that would break a file
        return v.LINK_TEXT, text(link)


def _direct(
    entity: Entity, claims: Iterable[Statement], relations: Mapping[str, NamedNode], iris: Iris
) -> Iterator[Resource]:
    """Yield the edges of the direct layer: nothing denied, conditional or without an object."""
    edges: dict[tuple[str, str], tuple[Pair, set[str]]] = {}
    for statement in claims:
        target = _object(statement, iris)
        if target is None or statement.polarity == "negative" or statement.modality == "conditional":
            continue
        relation = relations[statement.id]
        _, documents = edges.setdefault((relation.value, str(target)), ((relation, target), set()))
        documents.update(piece.document for piece in statement.evidence)
    node = iris.entity(entity.id)
    for _, (pair, documents) in sorted(edges.items(), key=lambda edge: edge[0]):
        yield Resource(node, [pair], sorted(documents))


def _object(statement: Statement, iris: Iris) -> NamedNode | Literal | None:
    if statement.object is not None:
        return iris.entity(statement.object)
    return text(statement.literal.text) if statement.literal is not None else None


def _claim(statement: Statement, relation: NamedNode, iris: Iris, *, reifies: bool) -> Iterator[Resource]:
    documents = sorted({piece.document for piece in statement.evidence})
    node = iris.claim(statement.id)
    pairs: list[Pair] = [*_core(statement, relation, iris, reifies=reifies), *_identifier(statement.id)]
    pairs += [(v.PREDICATE_TEXT, text(statement.predicate)), (v.LEMMA, text(statement.lemma))]
    pairs += _optional(v.SCHEMA_RELATION, statement.relation)
    if statement.literal is not None:
        pairs += _optional(v.OBJECT_VALUE, statement.literal.value)
        pairs += _optional(v.OBJECT_CATEGORY, statement.literal.label)
    pairs += [
        (v.STATUS, v.individual(status_of(statement))),
        (v.POLARITY, v.individual(statement.polarity)),
        (v.MODALITY, v.individual(statement.modality)),
    ]
    if statement.attributed_to is not None:
        pairs.append((v.ATTRIBUTED_TO, iris.entity(statement.attributed_to)))
    pairs += [*_optional(v.ATTRIBUTION_TEXT, statement.attribution_text), *_time(statement.time)]
    pairs.append((v.CONFIDENCE, decimal(statement.confidence)))
    qualifiers = [_qualifier(statement.id, qualifier, iris, documents) for qualifier in statement.qualifiers]
    pairs += [(v.HAS_QUALIFIER, qualifier.node) for qualifier in qualifiers]
    yield Resource(node, pairs, documents)
    for piece in statement.evidence:
        yield Resource(node, [(v.HAS_EVIDENCE, iris.evidence(piece.id))], [piece.document])
    yield from qualifiers
    for piece in statement.evidence:
        yield _evidence(piece, iris)


def _core(statement: Statement, relation: NamedNode, iris: Iris, *, reifies: bool) -> Iterator[Pair]:
    """Yield what the claim is about, in RDF 1.0 reification or as an RDF 1.2 triple term."""
    yield v.TYPE, v.CLAIM
    subject, target = iris.entity(statement.subject), _object(statement, iris)
    if reifies and target is not None:
        yield v.REIFIES, Triple(subject, relation, target)
        return
    yield v.TYPE, v.STATEMENT
    yield v.SUBJECT, subject
    yield v.PREDICATE, relation
    if target is not None:
        yield v.OBJECT, target


def _time(time: str | None) -> Iterator[Pair]:
    if time is not None:
        yield v.TIME, Literal(time, datatype=v.EDTF_DATE) if is_edtf(time) else text(time)
        for predicate, day in zip((v.EARLIEST, v.LATEST), bounds(time), strict=True):
            if day is not None:
                yield predicate, Literal(day.isoformat(), datatype=v.DATE)


def _qualifier(claim: str, qualifier: Qualifier, iris: Iris, documents: Sequence[str]) -> Resource:
    node = iris.qualifier(claim, *qualifier.sort_key, str(qualifier.value), str(qualifier.entity))
    pairs: list[Pair] = [(v.TYPE, v.QUALIFIER), (v.ROLE, text(qualifier.role))]
    pairs.append((v.TEXT, text(qualifier.text)))
    pairs += _optional(v.VALUE, qualifier.value)
    if qualifier.entity is not None:
        pairs.append((v.QUALIFIER_ENTITY, iris.entity(qualifier.entity)))
    return Resource(node, pairs, documents)


def _evidence(piece: Evidence, iris: Iris) -> Resource:
    pairs: list[Pair] = [(v.TYPE, v.EVIDENCE), *_identifier(piece.id)]
    pairs += [
        (v.REFERENCE_CONTEXT, iris.document(piece.document)),
        (v.IN_SENTENCE, iris.sentence(piece.document, piece.sentence)),
    ]
    for name in v.EVIDENCE_PARTS:
        part: SpanText | None = getattr(piece, name)
        if part is not None:
            pairs += _span_text(name, part)
    pairs += _optional(v.CUE, piece.cue)
    if piece.attribution is not None:
        pairs.append((v.QUOTED, boolean(piece.quoted)))
    pairs += [(v.CONFIDENCE, decimal(piece.confidence)), (v.METHOD, text(piece.method))]
    return Resource(iris.evidence(piece.id), pairs, [piece.document])


def _span_text(name: str, part: SpanText) -> Iterator[Pair]:
    words, place = v.EVIDENCE_PARTS[name]
    yield words, text(part.text)
    yield place, text(" ".join(f"char={start},{end}" for start, end in part.spans))


def _member(entity: Entity, member: Member, iris: Iris, *, mentions: bool) -> Iterator[Resource]:
    node = iris.member(member.document, member.entity)
    document = iris.document(member.document)
    pairs: list[Pair] = [
        (v.TYPE, v.MEMBER),
        (v.SPECIALIZATION_OF, iris.entity(entity.id)),
        (v.DERIVED_FROM, document),
        (v.IDENTIFIER, text(member.entity)),
        (v.PREF_LABEL, text(member.name)),
        (v.CATEGORY, text(member.label)),
    ]
    yield Resource(node, pairs, [member.document])
    for position, mention in enumerate(member.mentions if mentions else ()):
        pairs = [(v.TYPE, v.PHRASE), (v.MENTION_OF, node), (v.IDENT_REF, iris.entity(entity.id))]
        pairs += _place(document, mention.start, mention.end, mention.text)
        if mention.sentence >= 0:
            pairs.append((v.IN_SENTENCE, iris.sentence(member.document, mention.sentence)))
        pairs += [(v.CATEGORY, text(mention.label)), (v.MENTION_KIND, text(mention.kind))]
        yield Resource(iris.mention(node, position), pairs, [member.document])


def _place(document: NamedNode, start: int, end: int, words: str) -> list[Pair]:
    return [
        (v.REFERENCE_CONTEXT, document),
        (v.BEGIN_INDEX, integer(start)),
        (v.END_INDEX, integer(end)),
        (v.ANCHOR_OF, text(words)),
    ]


def _document(document: SourceDocument, iris: Iris) -> Iterator[Resource]:
    node = iris.document(document.id)
    pairs: list[Pair] = [(v.TYPE, v.NEWS_ARTICLE), (v.TYPE, v.CONTEXT), *_identifier(document.id)]
    pairs += [(v.SOURCE, text(document.source)), *_optional(v.HEADLINE, document.title)]
    if document.date is not None:
        day = bounds(document.date)[0]
        is_day = day is not None and day.isoformat() == document.date
        published = Literal(document.date, datatype=v.DATE) if is_day else text(document.date)
        pairs.append((v.DATE_PUBLISHED, published))
    pairs += [(v.IN_LANGUAGE, text(document.language)), (v.SHA256, text(document.sha256))]
    pairs += [(v.BEGIN_INDEX, integer(0)), (v.END_INDEX, integer(document.length))]
    yield Resource(node, pairs, [document.id])
    for position, sentence in enumerate(document.sentences):
        pairs = [(v.TYPE, v.SENTENCE), (v.POSITION, integer(position))]
        pairs += _place(node, sentence.start, sentence.end, sentence.text)
        yield Resource(iris.sentence(document.id, position), pairs, [document.id])


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
    pairs += [(v.reason(number), text(reason)) for number, reason in enumerate(judgement.reasons, 1)]
    return Resource(iris.judgement(*parts, *judgement.reasons), pairs)


def _optional(predicate: NamedNode, value: str | None) -> Iterator[Pair]:
    if value is not None:
        yield predicate, text(value)
