"""Rebuilds statements with their evidence from RDF: the inverse of :mod:`.claims`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Triple

from newsgraph.graph.model.document import SourceDocument
from newsgraph.graph.model.record import STANCES, Amount, Cue, Span, SpanText
from newsgraph.graph.model.statement import (
    EventArgument,
    Evidence,
    Involvement,
    Literal,
    Qualifier,
    Statement,
)

from . import vocabulary as v
from .resources import Node, Resources, Term

_SPANS = re.compile(r"char=\d+,\d+(?: char=\d+,\d+)*")
_OFFSETS = re.compile(r"char=(\d+),(\d+)")

Nodes = Mapping[str, Sequence[Node]]
Documents = Mapping[str, SourceDocument]


def read_claim(node: Node, resources: Resources, arguments: Nodes, documents: Documents) -> Statement:
    """Return the statement that a claim describes.

    ``arguments`` are those of each piece of evidence and ``documents`` the articles, each by IRI.
    """
    subject, target = _core(node)
    pieces = map(resources.get, node.resources(v.HAS_EVIDENCE))
    evidence = [
        _evidence(piece, node, resources, arguments.get(piece.iri, ()), documents) for piece in pieces
    ]
    qualifiers = [_qualifier(resources.get(iri), resources) for iri in node.resources(v.HAS_QUALIFIER)]
    involvements = [_involvement(resources.get(iri), resources) for iri in node.resources(v.HAS_INVOLVEMENT)]
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
        attributed_to=resources.optional_id(node, v.ATTRIBUTED_TO),
        attribution_text=node.optional_text(v.ATTRIBUTION_TEXT),
        time=node.optional_text(v.TIME),
        qualifiers=tuple(sorted(qualifiers, key=lambda qualifier: qualifier.sort_key)),
        confidence=node.decimal(v.CONFIDENCE),
        evidence=tuple(sorted(evidence, key=lambda e: (e.document, e.sentence, e.subject.spans, e.id))),
        stance=_stance(node),
        base=node.optional_text(v.PREDICATE_BASE),
        particle=node.optional_text(v.PARTICLE),
        preposition=node.optional_text(v.PREPOSITION),
        passive=bool(node.terms(v.PASSIVE)),
        roleset=node.optional_text(v.ROLESET),
        event_class=node.optional_text(v.EVENT_CLASS),
        amount=_amount(node),
        involvements=tuple(sorted(involvements)),
    )


def _core(node: Node) -> tuple[str, Term | None]:
    """Return subject and object, from RDF 1.0 reification or from an RDF 1.2 triple term."""
    triple = node.optional_term(v.REIFIES)
    if isinstance(triple, Triple) and isinstance(triple.subject, NamedNode):
        return triple.subject.value, triple.object
    return node.resource(v.SUBJECT), node.optional_term(v.OBJECT)


def _stance(claim: Node) -> str:
    return claim.name(v.STANCE) if claim.terms(v.STANCE) else STANCES[0]


def _literal(node: Node, target: RdfLiteral) -> Literal:
    value, label = node.optional_text(v.OBJECT_VALUE), node.optional_text(v.OBJECT_CATEGORY)
    return Literal(target.value, value, label)


def _amount(node: Node) -> Amount | None:
    terms = (v.NUMBER, v.LOW, v.HIGH, v.UNIT, v.CURRENCY, v.APPROX)
    if not any(node.terms(term) for term in terms):
        return None
    return Amount(
        number=node.optional_decimal(v.NUMBER),
        unit=node.optional_text(v.UNIT),
        currency=node.optional_text(v.CURRENCY),
        approx=node.optional_text(v.APPROX),
        low=node.optional_decimal(v.LOW),
        high=node.optional_decimal(v.HIGH),
    )


def _qualifier(node: Node, resources: Resources) -> Qualifier:
    return Qualifier(
        role=node.text(v.ROLE),
        text=node.text(v.TEXT),
        value=node.optional_text(v.VALUE),
        entity=resources.optional_id(node, v.PART_ENTITY),
        amount=_amount(node),
    )


def _involvement(node: Node, resources: Resources) -> Involvement:
    return Involvement(resources.get(node.resource(v.PART_ENTITY)).id, node.text(v.ROLE), node.text(v.LABEL))


def _argument(node: Node, resources: Resources) -> EventArgument:
    return EventArgument(
        role=node.text(v.ROLE),
        spans=spans_of(node, v.SPAN),
        text=node.text(v.TEXT),
        label=node.optional_text(v.LABEL),
        entity=resources.optional_id(node, v.PART_ENTITY),
        value=node.optional_text(v.VALUE),
        amount=_amount(node),
    )


def _evidence(
    node: Node, claim: Node, resources: Resources, arguments: Sequence[Node], documents: Documents
) -> Evidence:
    """Return a piece of evidence; the entities of its words are those of its claim."""
    subject, target = _core(claim)
    object = resources.get(target.value).id if isinstance(target, NamedNode) else None
    sentence = resources.get(node.resource(v.IN_SENTENCE))
    article = documents.get(sentence.resource(v.REFERENCE_CONTEXT))
    subject_text = _span_text(node, "subject", resources.get(subject).id, article)
    predicate_text = _span_text(node, "predicate", None, article)
    if subject_text is None or predicate_text is None:
        raise node.error("has no ng:subjectSpan or no ng:predicateSpan")
    places = {
        name: spans_of(node, term) if node.terms(term) else () for name, term in v.EVIDENCE_SPANS.items()
    }
    return Evidence(
        id=node.id,
        document=resources.get(sentence.resource(v.REFERENCE_CONTEXT)).id,
        sentence=sentence.integer(v.POSITION),
        statement=claim.id,
        subject=subject_text,
        predicate=predicate_text,
        object=_span_text(node, "object", object, article),
        attribution=_span_text(node, "attribution", resources.optional_id(claim, v.ATTRIBUTED_TO), article),
        cue=node.optional_text(v.CUE),
        quoted=node.optional_text(v.QUOTED) in {"true", "1"},
        confidence=(node if node.terms(v.CONFIDENCE) else claim).decimal(v.CONFIDENCE),
        method=node.text(v.METHOD),
        cues=tuple(map(_cue, _in_order(map(resources.get, node.resources(v.HAS_CUE))))),
        cue_spans=places["cue_spans"],
        stance=_stance(claim),
        via=_span_text(node, "via", resources.optional_id(node, v.VIA), article),
        auxiliaries=places["auxiliaries"],
        negation=places["negation"],
        arguments=tuple(_argument(argument, resources) for argument in _in_order(arguments)),
        rule=node.optional_text(v.RULE),
        steps=tuple(node.items()),
    )


def _in_order(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: node.integer(v.POSITION))


def _cue(node: Node) -> Cue:
    return Cue(node.name(v.EFFECT), spans_of(node, v.SPAN), node.text(v.TEXT))


def sentence_of(node: Node, resources: Resources) -> int:
    """Return the index of the sentence that evidence or a mention stands in."""
    return resources.get(node.resource(v.IN_SENTENCE)).integer(v.POSITION)


def _span_text(node: Node, part: str, entity: str | None, article: SourceDocument | None) -> SpanText | None:
    """Return a part of evidence: its words are those of the article at its place unless it has its own.

    An amount of the object is the claim's, not the evidence's.
    """
    words, place = v.EVIDENCE_PARTS[part]
    if not node.terms(place):
        return None
    spans, said = spans_of(node, place), node.optional_text(words)
    if said is None:
        said = article.quote(spans) if article else ""
    return SpanText(spans, said, entity)


def spans_of(node: Node, place: str) -> tuple[Span, ...]:
    """Return the places of words; raises InputError for what is none."""
    offsets = node.text(place)
    if not _SPANS.fullmatch(offsets):
        raise node.error(f"has the place {offsets!r}, which is not like 'char=12,17'")
    return tuple((int(start), int(end)) for start, end in _OFFSETS.findall(offsets))
