"""Rebuilds a knowledge graph from its RDF: the inverse of :mod:`.describe`, for any base and format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import TypeVar, cast, get_args

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad, Triple

from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import Sentence, SourceDocument
from newsgraph.graph.model.entity import Entity, Member, Mention
from newsgraph.graph.model.judgement import Judgement, Verdict
from newsgraph.graph.model.record import MODALITIES, POLARITIES, SpanText
from newsgraph.graph.model.statement import Evidence, Literal, Qualifier, Statement

from . import vocabulary
from .bulk import collection_paused
from .resources import Node, Resources, Term, gather

# The IRIs of the vocabulary as strings: a dict finds those faster than terms.
v = SimpleNamespace(**{name: t.value for name, t in vars(vocabulary).items() if isinstance(t, NamedNode)})
_PARTS = {name: (words.value, place.value) for name, (words, place) in vocabulary.EVIDENCE_PARTS.items()}

_SPANS = re.compile(r"char=\d+,\d+(?: char=\d+,\d+)*")
_OFFSETS = re.compile(r"char=(\d+),(\d+)")

Identified = TypeVar("Identified", SourceDocument, Entity, Statement)
Nodes = Mapping[str, Sequence[Node]]


def rebuild(quads: Iterable[Quad], source: str) -> KnowledgeGraph:
    """Return the graph that ``quads`` describe; what they say beside it is passed over.

    Raises :class:`InputError` that names ``source`` where they are no RDF, or where a resource lacks
    something.
    """
    with collection_paused():
        graph = _rebuild(gather(quads, source))
    problem = next(_problems(graph), None)
    if problem:
        raise InputError(f"{source} is no graph that newsgraph wrote: {problem}.")
    return graph


def _problems(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield what no graph of ours has: words we do not have, and references to what is not there."""
    entities = {entity.id for entity in graph.entities}
    sentences = {document.id: len(document.sentences) for document in graph.documents}
    for s in graph.statements:
        used = {s.subject, s.object, s.attributed_to, *(qualifier.entity for qualifier in s.qualifiers)}
        for id in sorted(used - entities - {None}, key=str):
            yield f"the claim {s.id} speaks of the entity {id}, which it does not describe"
        for piece in s.evidence:
            if not 0 <= piece.sentence < sentences.get(piece.document, 0):
                yield f"it does not have sentence {piece.sentence} of {piece.document}, evidence of the claim {s.id}"
        if s.polarity not in POLARITIES or s.modality not in MODALITIES or not 0 <= s.confidence <= 1:
            yield f"the claim {s.id} is {s.polarity} and {s.modality}, with a confidence of {s.confidence}"
    for entity in graph.entities:
        for id in sorted({member.document for member in entity.members} - sentences.keys()):
            yield f"the entity {entity.id} occurs in the document {id}, which it does not describe"


def _rebuild(resources: Resources) -> KnowledgeGraph:
    of_type = resources.by_type()
    sentences = resources.by(v.REFERENCE_CONTEXT, of_type.get(v.SENTENCE, ()))
    members = resources.by(v.SPECIALIZATION_OF, of_type.get(v.MEMBER, ()))
    mentions = resources.by(v.MENTION_OF, of_type.get(v.PHRASE, ()))
    return KnowledgeGraph(
        documents=_by_id(_document(node, sentences) for node in of_type.get(v.NEWS_ARTICLE, ())),
        entities=_by_id(_entity(node, members, mentions, resources) for node in of_type.get(v.ENTITY, ())),
        statements=_by_id(_statement(node, resources) for node in of_type.get(v.CLAIM, ())),
        judgements=tuple(sorted(_judgement(node) for node in of_type.get(v.JUDGEMENT, ()))),
    )


def _by_id(values: Iterable[Identified]) -> tuple[Identified, ...]:
    return tuple(sorted(values, key=lambda value: value.id))


def _document(node: Node, sentences: Nodes) -> SourceDocument:
    ordered = sorted(sentences.get(node.iri, ()), key=lambda sentence: sentence.integer(v.POSITION))
    return SourceDocument(
        id=node.id,
        source=node.text(v.SOURCE),
        title=node.optional_text(v.HEADLINE),
        date=node.optional_text(v.DATE_PUBLISHED),
        language=node.text(v.IN_LANGUAGE),
        sha256=node.text(v.SHA256),
        length=node.integer(v.END_INDEX),
        sentences=tuple(
            Sentence(s.integer(v.BEGIN_INDEX), s.integer(v.END_INDEX), s.text(v.ANCHOR_OF)) for s in ordered
        ),
    )


def _entity(node: Node, members: Nodes, mentions: Nodes, resources: Resources) -> Entity:
    types, links = node.resources(v.TYPE), node.resources(v.EXACT_MATCH)
    return Entity(
        id=node.id,
        name=node.text(v.PREF_LABEL),
        label=node.text(v.CATEGORY),
        aliases=tuple(node.texts(v.ALT_LABEL)),
        named=v.UNNAMED_ENTITY not in types,
        concept=v.CONCEPT in types,
        links=tuple(sorted([*links, *node.texts(v.LINK_TEXT)])),
        members=tuple(sorted(_member(member, mentions, resources) for member in members.get(node.iri, ()))),
    )


def _member(node: Node, mentions: Nodes, resources: Resources) -> Member:
    return Member(
        document=resources.get(node.resource(v.DERIVED_FROM)).id,
        entity=node.text(v.IDENTIFIER),
        name=node.text(v.PREF_LABEL),
        label=node.text(v.CATEGORY),
        mentions=tuple(sorted(_mention(mention, resources) for mention in mentions.get(node.iri, ()))),
    )


def _mention(node: Node, resources: Resources) -> Mention:
    return Mention(
        start=node.integer(v.BEGIN_INDEX),
        end=node.integer(v.END_INDEX),
        text=node.text(v.ANCHOR_OF),
        label=node.text(v.CATEGORY),
        kind=node.text(v.MENTION_KIND),
        sentence=_sentence(node, resources) if node.terms(v.IN_SENTENCE) else -1,
    )


def _sentence(node: Node, resources: Resources) -> int:
    return resources.get(node.resource(v.IN_SENTENCE)).integer(v.POSITION)


def _statement(node: Node, resources: Resources) -> Statement:
    subject, target = _core(node)
    evidence = [_evidence(resources.get(iri), node, resources) for iri in node.resources(v.HAS_EVIDENCE)]
    qualifiers = [_qualifier(resources.get(iri), resources) for iri in node.resources(v.HAS_QUALIFIER)]
    return Statement(
        id=node.id,
        subject=resources.get(subject).id,
        predicate=node.text(v.PREDICATE_TEXT),
        lemma=node.text(v.LEMMA),
        relation=node.optional_text(v.SCHEMA_RELATION),
        object=resources.get(target.value).id if isinstance(target, NamedNode) else None,
        literal=_literal(node, target) if isinstance(target, RdfLiteral) else None,
        polarity=node.name(v.POLARITY),
        modality=node.name(v.MODALITY),
        attributed_to=_source(node, resources),
        attribution_text=node.optional_text(v.ATTRIBUTION_TEXT),
        time=node.optional_text(v.TIME),
        qualifiers=tuple(sorted(qualifiers, key=lambda qualifier: qualifier.sort_key)),
        confidence=node.decimal(v.CONFIDENCE),
        evidence=tuple(sorted(evidence, key=lambda e: (e.document, e.sentence, e.subject.spans, e.id))),
    )


def _core(node: Node) -> tuple[str, Term | None]:
    """Return subject and object, from RDF 1.0 reification or from an RDF 1.2 triple term."""
    triple = node.optional_term(v.REIFIES)
    if isinstance(triple, Triple) and isinstance(triple.subject, NamedNode):
        return triple.subject.value, triple.object
    return node.resource(v.SUBJECT), node.optional_term(v.OBJECT)


def _literal(node: Node, target: RdfLiteral) -> Literal:
    return Literal(target.value, node.optional_text(v.OBJECT_VALUE), node.optional_text(v.OBJECT_CATEGORY))


def _source(node: Node, resources: Resources) -> str | None:
    return resources.get(node.resource(v.ATTRIBUTED_TO)).id if node.terms(v.ATTRIBUTED_TO) else None


def _qualifier(node: Node, resources: Resources) -> Qualifier:
    entity = node.resource(v.QUALIFIER_ENTITY) if node.terms(v.QUALIFIER_ENTITY) else None
    return Qualifier(
        role=node.text(v.ROLE),
        text=node.text(v.TEXT),
        value=node.optional_text(v.VALUE),
        entity=None if entity is None else resources.get(entity).id,
    )


def _evidence(node: Node, claim: Node, resources: Resources) -> Evidence:
    """Return a piece of evidence; the entities of its words are those of its claim."""
    subject, target = _core(claim)
    object = resources.get(target.value).id if isinstance(target, NamedNode) else None
    subject_text = _span_text(node, "subject", resources.get(subject).id)
    predicate_text = _span_text(node, "predicate", None)
    if subject_text is None or predicate_text is None:
        raise node.error("has no ng:subjectText or no ng:predicateText")
    return Evidence(
        id=node.id,
        document=resources.get(node.resource(v.REFERENCE_CONTEXT)).id,
        sentence=_sentence(node, resources),
        statement=claim.id,
        subject=subject_text,
        predicate=predicate_text,
        object=_span_text(node, "object", object),
        attribution=_span_text(node, "attribution", _source(claim, resources)),
        cue=node.optional_text(v.CUE),
        quoted=node.optional_text(v.QUOTED) in {"true", "1"},
        confidence=node.decimal(v.CONFIDENCE),
        method=node.text(v.METHOD),
    )


def _span_text(node: Node, part: str, entity: str | None) -> SpanText | None:
    words, place = _PARTS[part]
    if not node.terms(words):
        return None
    offsets = node.text(place)
    if not _SPANS.fullmatch(offsets):
        raise node.error(f"has the ng:{part}Span {offsets!r}, which is not like 'char=12,17'")
    spans = tuple((int(start), int(end)) for start, end in _OFFSETS.findall(offsets))
    return SpanText(spans, node.text(words), entity)


def _judgement(node: Node) -> Judgement:
    verdict = node.name(v.VERDICT)
    if verdict not in get_args(Verdict):
        raise node.error(f"has the verdict {verdict!r}")
    reasons: list[str] = []
    while node.terms(vocabulary.reason(len(reasons) + 1).value):
        reasons.append(node.text(vocabulary.reason(len(reasons) + 1).value))
    return Judgement(
        left=node.text(v.LEFT),
        right=node.text(v.RIGHT),
        verdict=cast(Verdict, verdict),
        score=node.decimal(v.SCORE),
        reasons=tuple(reasons),
        author=node.text(v.AUTHOR),
    )
