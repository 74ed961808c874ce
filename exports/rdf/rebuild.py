"""Rebuilds a knowledge graph from its RDF: the inverse of :mod:`.describe`, for any base and format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, cast, get_args

from pyoxigraph import Quad

from newsgraph.graph.bulk import collection_paused
from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import Sentence, SourceDocument
from newsgraph.graph.model.entity import Entity, Member, Mention
from newsgraph.graph.model.judgement import Judgement, Verdict
from newsgraph.graph.model.record import MODALITIES, POLARITIES, STANCES
from newsgraph.graph.model.relation import RelationType
from newsgraph.graph.model.statement import Statement

from . import vocabulary as v
from .rebuild_claims import Documents, read_claim, sentence_of, spans_of
from .resources import Node, Resources, gather

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


def rebuild_part(quads: Iterable[Quad], source: str) -> KnowledgeGraph:
    """Return as much of a graph as ``quads`` describe: its statements may speak of entities that it does not have."""
    with collection_paused():
        return _rebuild(gather(quads, source))


def _problems(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield what no graph of ours has: words we do not have, and references to what is not there."""
    entities = {entity.id for entity in graph.entities}
    sentences = {document.id: len(document.sentences) for document in graph.documents}
    for s in graph.statements:
        for id in sorted(set(s.involved) - entities):
            yield f"the claim {s.id} speaks of the entity {id}, which it does not describe"
        for piece in s.evidence:
            if not 0 <= piece.sentence < sentences.get(piece.document, 0):
                yield f"it does not have sentence {piece.sentence} of {piece.document}, evidence of the claim {s.id}"
        known = s.polarity in POLARITIES and s.modality in MODALITIES and s.stance in STANCES
        if not known or not 0 <= s.confidence <= 1:
            yield f"the claim {s.id} is {s.polarity} and {s.modality}, with a confidence of {s.confidence}"
    for entity in graph.entities:
        for id in sorted({member.document for member in entity.members} - sentences.keys()):
            yield f"the entity {entity.id} occurs in the document {id}, which it does not describe"


def _rebuild(resources: Resources) -> KnowledgeGraph:
    of_type = resources.by_type()
    if (
        any(not node.terms(v.SHA256) for node in of_type.get(v.NEWS_ARTICLE, ()))
        and v.EVIDENCE not in of_type
    ):
        raise InputError(
            f"{resources.source} has the compact profile, which leaves out what reading it back needs: "
            "write it with --profile full."
        )
    sentences = resources.by(v.REFERENCE_CONTEXT, of_type.get(v.SENTENCE, ()))
    documents = {node.iri: _document(node, sentences) for node in of_type.get(v.NEWS_ARTICLE, ())}
    members = resources.by(v.SPECIALIZATION_OF, of_type.get(v.MEMBER, ()))
    mentions = resources.by(v.MENTION_OF, of_type.get(v.PHRASE, ()))
    arguments = resources.by(v.IN_EVIDENCE, of_type.get(v.ARGUMENT, ()))
    return KnowledgeGraph(
        documents=_by_id(documents.values()),
        entities=_by_id(
            _entity(node, members, mentions, documents, resources) for node in of_type.get(v.ENTITY, ())
        ),
        statements=_by_id(
            read_claim(node, resources, arguments, documents) for node in of_type.get(v.CLAIM, ())
        ),
        judgements=tuple(sorted(_judgement(node) for node in of_type.get(v.JUDGEMENT, ()))),
        relations=tuple(sorted(_relations(of_type.get(v.RELATION, ()), resources))),
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
        url=node.optional_value(v.URL),
        publisher=node.optional_text(v.PUBLISHER),
        authors=tuple(node.items() or node.texts(v.DOCUMENT_AUTHOR)),
        media_type=node.optional_text(v.ENCODING_FORMAT),
        date_from=node.optional_text(v.DATE_FROM),
        sources=tuple(node.texts(v.OTHER_SOURCE)),
        pages=tuple(sorted(map(int, node.texts(v.PAGE_START)))),
    )


def _entity(
    node: Node, members: Nodes, mentions: Nodes, documents: Documents, resources: Resources
) -> Entity:
    types, links = node.resources(v.TYPE), node.resources(v.EXACT_MATCH)
    own = [node] if node.terms(v.LOCAL_ID) else []  # one of a single article may be its own member
    return Entity(
        id=node.id,
        name=node.text(v.PREF_LABEL),
        label=node.text(v.CATEGORY),
        aliases=tuple(node.texts(v.ALT_LABEL)),
        named=v.UNNAMED_ENTITY not in types,
        concept=v.CONCEPT in types,
        links=tuple(sorted([*links, *node.texts(v.LINK_TEXT)])),
        members=tuple(
            sorted(
                _member(member, node, mentions, documents, resources)
                for member in (*own, *members.get(node.iri, ()))
            )
        ),
    )


def _member(node: Node, entity: Node, mentions: Nodes, documents: Documents, resources: Resources) -> Member:
    label = node.optional_text(v.CATEGORY) or entity.text(v.CATEGORY)
    name = node.optional_text(v.MEMBER_NAME)
    article = node.resource(v.DERIVED_FROM)
    found = [_mention(mention, label, resources) for mention in mentions.get(node.iri, ())]
    if article in documents:
        found += _plain_mentions(node, label, documents[article])
    return Member(
        document=resources.get(article).id,
        entity=node.text(v.LOCAL_ID),
        name=entity.text(v.PREF_LABEL) if name is None else name,
        label=label,
        mentions=tuple(sorted(found)),
    )


def _plain_mentions(node: Node, label: str, document: SourceDocument) -> Iterator[Mention]:
    for kind, place in v.MENTION_SPANS.items():
        for start, end in spans_of(node, place) if node.terms(place) else ():
            sentence = document.sentence_at(start)
            if sentence < 0:
                raise node.error(f"is mentioned at {start}, before the first sentence of its article")
            yield Mention(start, end, document.words(start, end), label, kind, sentence)


def _mention(node: Node, label: str, resources: Resources) -> Mention:
    return Mention(
        start=node.integer(v.BEGIN_INDEX),
        end=node.integer(v.END_INDEX),
        text=node.text(v.ANCHOR_OF),
        label=node.optional_text(v.CATEGORY) or label,
        kind=node.text(v.MENTION_KIND),
        sentence=sentence_of(node, resources) if node.terms(v.IN_SENTENCE) else -1,
    )


def _relations(nodes: Iterable[Node], resources: Resources) -> Iterator[RelationType]:
    """Yield the relations that the schema explains; others have no definition."""
    for node in nodes:
        if node.terms(v.DEFINITION) and not node.terms(v.BASE_RELATION):
            matches = [match.removeprefix(v.WDT) for match in node.resources(v.CLOSE_MATCH)]
            theirs = [match for match in matches if match.startswith(v.SCHEMA)]
            yield RelationType(
                name=node.id,
                label=node.text(v.PREF_LABEL),
                description=node.text(v.DEFINITION),
                symmetric=v.SYMMETRIC_PROPERTY in node.resources(v.TYPE),
                inverse=resources.optional_id(node, v.INVERSE_OF),
                broader=resources.optional_id(node, v.SUB_PROPERTY_OF),
                wikidata=next((match for match in matches if match not in theirs), None),
                schema_org=theirs[0].removeprefix(v.SCHEMA) if theirs else None,
            )


def _judgement(node: Node) -> Judgement:
    verdict = node.name(v.VERDICT)
    if verdict not in get_args(Verdict):
        raise node.error(f"has the verdict {verdict!r}")
    return Judgement(
        left=node.text(v.LEFT),
        right=node.text(v.RIGHT),
        verdict=cast(Verdict, verdict),
        score=node.decimal(v.SCORE),
        reasons=tuple(node.items()),
        author=node.text(v.AUTHOR),
    )
