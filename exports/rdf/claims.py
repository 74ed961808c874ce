"""Describes statements in RDF: the claim, its qualifiers, arguments and involvements, and its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsgraph.graph.edtf import bounds, is_edtf
from newsgraph.graph.model.document import SourceDocument
from newsgraph.graph.model.record import STANCES, Amount, Cue, Span, SpanText
from newsgraph.graph.model.statement import EventArgument, Evidence, Involvement, Qualifier, Statement

from . import vocabulary as v
from .iri import Iris, local_name
from .literals import boolean, decimal, integer, positions, text, word
from .resource import Pair, Resource
from .terms import Iri, LiteralTerm, TripleTerm


def describe_claim(
    statement: Statement,
    relation: Iri,
    interest: float,
    articles: Mapping[str, SourceDocument],
    iris: Iris,
    *,
    reifies: bool,
    involved: bool,
) -> Iterator[Resource]:
    """Yield the claim of a statement and all that belongs to it alone; ``articles`` are the documents by id.

    With ``involved``, the claim itself tells whom it involves.
    """
    documents = sorted({piece.document for piece in statement.evidence})
    node = iris.claim(statement.id)
    parts = [
        *(_qualifier(statement.id, qualifier, iris, documents) for qualifier in statement.qualifiers),
        *(_involvement(statement.id, involvement, iris, documents) for involvement in statement.involvements),
    ]
    pairs: list[Pair] = [*_core(statement, relation, iris, reifies=reifies), *identifier(statement.id)]
    pairs += [*_predicate(statement), *_object(statement), *_standing(statement, iris)]
    pairs += [(v.CONFIDENCE, decimal(statement.confidence)), (v.INTEREST, decimal(interest))]
    if involved:
        pairs += [(v.INVOLVES, iris.entity(id)) for id in statement.involved]
    pairs += [
        (v.HAS_INVOLVEMENT if part.pairs[0][1] == v.INVOLVEMENT else v.HAS_QUALIFIER, part.node)
        for part in parts
    ]
    yield Resource(node, pairs, documents)
    for piece in statement.evidence:
        arguments = [
            _argument(piece, argument, number, iris) for number, argument in enumerate(piece.arguments)
        ]
        links: list[Pair] = [(v.DERIVED_FROM, iris.document(piece.document))]
        links += [(v.HAS_EVIDENCE, iris.evidence(piece.id))]
        links += [(v.HAS_ARGUMENT, argument.node) for argument in arguments]
        yield Resource(node, links, [piece.document])
        parts += arguments
    yield from parts
    for piece in statement.evidence:
        yield from _evidence(piece, statement, articles.get(piece.document), iris)


def direct_object(statement: Statement, iris: Iris) -> Iri | LiteralTerm | None:
    """Return the object of a statement as a term; None where it has no object."""
    if statement.object is not None:
        return iris.entity(statement.object)
    return text(statement.literal.text) if statement.literal is not None else None


def identifier(id: str) -> Iterator[Pair]:
    """Yield the id itself where the IRI does not show it."""
    if local_name(id) != id:
        yield v.IDENTIFIER, text(id)


def optional(predicate: Iri, value: str | None) -> Sequence[Pair]:
    """Return a property with a plain literal unless there is nothing to say."""
    return () if value is None else ((predicate, word(value)),)


def _core(statement: Statement, relation: Iri, iris: Iris, *, reifies: bool) -> Iterator[Pair]:
    """Yield what the claim is about, in RDF 1.0 reification or as an RDF 1.2 triple term."""
    yield v.TYPE, v.CLAIM
    subject, target = iris.entity(statement.subject), direct_object(statement, iris)
    if reifies and target is not None:
        yield v.REIFIES, TripleTerm(subject, relation, target)
        return
    yield v.SUBJECT, subject
    yield v.PREDICATE, relation
    if target is not None:
        yield v.OBJECT, target


def _predicate(statement: Statement) -> Iterator[Pair]:
    yield v.PREDICATE_TEXT, word(statement.predicate)
    yield v.LEMMA, word(statement.lemma)
    yield from optional(v.PREDICATE_BASE, statement.base)
    yield from optional(v.PARTICLE, statement.particle)
    yield from optional(v.PREPOSITION, statement.preposition)
    if statement.passive:
        yield v.PASSIVE, boolean(True)
    yield from optional(v.ROLESET, statement.roleset)
    yield from optional(v.EVENT_CLASS, statement.event_class)
    yield from optional(v.SCHEMA_RELATION, statement.relation)


def _object(statement: Statement) -> Iterator[Pair]:
    if statement.literal is not None:
        yield from optional(v.OBJECT_VALUE, statement.literal.value)
        yield from optional(v.OBJECT_CATEGORY, statement.literal.label)
    yield from _amount(statement.amount)


def _standing(statement: Statement, iris: Iris) -> Iterator[Pair]:
    """Yield how far the text stands behind the claim, according to whom, and when it holds."""
    yield v.STATUS, v.individual(statement.status)
    yield v.POLARITY, v.individual(statement.polarity)
    yield v.MODALITY, v.individual(statement.modality)
    if statement.stance != STANCES[0]:
        yield v.STANCE, v.individual(statement.stance)
    if statement.attributed_to is not None:
        yield v.ATTRIBUTED_TO, iris.entity(statement.attributed_to)
    yield from optional(v.ATTRIBUTION_TEXT, statement.attribution_text)
    yield from time_pairs(statement.time)


def time_pairs(time: str | None) -> Iterator[Pair]:
    """Yield a time as EDTF, and its first and last day as dates that can be compared."""
    if time is None:
        return
    yield v.TIME, LiteralTerm(time, v.EDTF_DATE) if is_edtf(time) else text(time)
    first, last = bounds(time)
    for day, predicates in ((first, (v.NOT_BEFORE, v.EARLIEST)), (last, (v.NOT_AFTER, v.LATEST))):
        if day is not None:
            yield from ((predicate, LiteralTerm(day.isoformat(), v.DATE)) for predicate in predicates)


def _amount(amount: Amount | None) -> Iterator[Pair]:
    if amount is None:
        return
    for predicate, value in ((v.NUMBER, amount.number), (v.LOW, amount.low), (v.HIGH, amount.high)):
        if value is not None:
            yield predicate, decimal(value)
    yield from optional(v.UNIT, amount.unit)
    yield from optional(v.CURRENCY, amount.currency)
    yield from optional(v.APPROX, amount.approx)


def _qualifier(claim: str, qualifier: Qualifier, iris: Iris, documents: Sequence[str]) -> Resource:
    node = iris.part(claim, "q", *qualifier.sort_key, str(qualifier.value), str(qualifier.entity))
    pairs: list[Pair] = [(v.TYPE, v.QUALIFIER), (v.ROLE, word(qualifier.role))]
    pairs += _filler(qualifier, iris)
    return Resource(node, pairs, documents)


def _argument(piece: Evidence, argument: EventArgument, position: int, iris: Iris) -> Resource:
    node = iris.part(piece.id, "a", str(position))
    pairs: list[Pair] = [(v.TYPE, v.ARGUMENT), (v.ROLE, word(argument.role))]
    pairs += [*optional(v.LABEL, argument.label), *_filler(argument, iris)]
    pairs += [_place(v.SPAN, argument.spans), (v.POSITION, integer(position))]
    pairs.append((v.IN_EVIDENCE, iris.evidence(piece.id)))
    return Resource(node, pairs, [piece.document])


def _filler(part: Qualifier | EventArgument, iris: Iris) -> Iterator[Pair]:
    """Yield what fills a role: its words, its value, the entity that it names."""
    yield v.TEXT, text(part.text)
    yield from optional(v.VALUE, part.value)
    yield from _amount(part.amount)
    if part.entity is not None:
        yield v.PART_ENTITY, iris.entity(part.entity)


def _involvement(claim: str, involvement: Involvement, iris: Iris, documents: Sequence[str]) -> Resource:
    node = iris.part(claim, "i", involvement.entity, involvement.part, involvement.label)
    pairs: list[Pair] = [(v.TYPE, v.INVOLVEMENT), (v.ROLE, word(involvement.part))]
    pairs += [(v.LABEL, word(involvement.label)), (v.PART_ENTITY, iris.entity(involvement.entity))]
    return Resource(node, pairs, documents)


def _evidence(
    piece: Evidence, statement: Statement, article: SourceDocument | None, iris: Iris
) -> Iterator[Resource]:
    """Yield a piece of evidence; what its sentence or its claim says is not said again.

    Words that are those of the article at their place are left out.
    """
    pairs: list[Pair] = [(v.TYPE, v.EVIDENCE), *identifier(piece.id)]
    pairs.append((v.IN_SENTENCE, iris.sentence(piece.document, piece.sentence)))
    for name in v.EVIDENCE_PARTS:
        part: SpanText | None = getattr(piece, name)
        if part is not None:
            words, place = v.EVIDENCE_PARTS[name]
            if article is None or article.quote(part.spans, piece.sentence) != part.text:
                pairs.append((words, text(part.text)))
            pairs.append(_place(place, part.spans))
    if piece.via is not None and piece.via.entity is not None:
        pairs.append((v.VIA, iris.entity(piece.via.entity)))
    pairs += optional(v.CUE, piece.cue)
    pairs += [
        _place(term, getattr(piece, name)) for name, term in v.EVIDENCE_SPANS.items() if getattr(piece, name)
    ]
    if piece.quoted:
        pairs.append((v.QUOTED, boolean(True)))
    if piece.confidence != statement.confidence:
        pairs.append((v.CONFIDENCE, decimal(piece.confidence)))
    pairs.append((v.METHOD, word(piece.method)))
    pairs += optional(v.RULE, piece.rule)
    pairs += [(v.item(position), word(step)) for position, step in enumerate(piece.steps, 1)]
    cues = [_cue(piece, cue, position, iris) for position, cue in enumerate(piece.cues)]
    pairs += [(v.HAS_CUE, cue.node) for cue in cues]
    yield Resource(iris.evidence(piece.id), pairs, [piece.document])
    yield from cues


def _cue(piece: Evidence, cue: Cue, position: int, iris: Iris) -> Resource:
    pairs: list[Pair] = [(v.TYPE, v.FACTUALITY_CUE), (v.EFFECT, v.individual(cue.effect))]
    pairs += [(v.TEXT, text(cue.text)), _place(v.SPAN, cue.spans), (v.POSITION, integer(position))]
    return Resource(iris.part(piece.id, "c", str(position)), pairs, [piece.document])


def _place(predicate: Iri, spans: Iterable[Span]) -> Pair:
    """Return the places of words."""
    return predicate, text(positions(spans))
