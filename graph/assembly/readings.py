"""Statements of one document over the entities of the graph: what assembly joins into statements of the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern

from ..identity import digest, normal_key
from ..model.record import (
    STANCES,
    Amount,
    ExtractionRecord,
    LocalArgument,
    LocalAttribution,
    LocalQualifier,
    LocalStatement,
    Span,
    SpanText,
)
from ..model.sharing import Shared, interned
from ..model.statement import EventArgument, Evidence, Involvement, Literal, Qualifier
from .entities import EntityIndex, plain_key
from .involvement import NamedMentions, involvements_of


@dataclass(frozen=True, slots=True)
class ResolvedStatement:
    """A local statement whose entities are those of the graph.

    ``relation`` is what its predicate is told apart by, ``schema_relation`` the schema's relation if it has one, and
    ``time`` the value of its first time qualifier that has one; readings of one statement share all three.
    """

    document: str
    local: LocalStatement
    subject: str
    object: str | None
    literal: Literal | None
    source: str | None
    via: SpanText | None
    qualifiers: tuple[Qualifier, ...]
    arguments: tuple[EventArgument, ...]
    involvements: tuple[Involvement, ...]
    relation: str
    schema_relation: str | None
    time: str | None
    shared: Shared

    @property
    def attribution_text(self) -> str | None:
        """The words that name the source."""
        return self.local.attribution.text if self.local.attribution else None

    @property
    def amount(self) -> Amount | None:
        """The value of the object."""
        return self.local.object.amount if self.local.object else None

    @property
    def stance(self) -> str:
        """How the source stands to it."""
        return self.local.attribution.stance if self.local.attribution else STANCES[0]

    @property
    def core(self) -> tuple[str, ...]:
        """What readings of one statement share, but for their time."""
        return (self.subject, self.relation, *self.claim)

    @property
    def claim(self) -> tuple[str, ...]:
        """Object, polarity, modality and source."""
        return (
            self.object or "",
            plain_key(self.literal.text) if self.literal else "",
            self.local.polarity,
            self.local.modality,
            self.source or normal_key(self.attribution_text or ""),
            f"{self.stance} source" if self.local.attribution else "",
        )

    @property
    def circumstances(self) -> list[str]:
        """What tells intransitive statements apart: "arrived in Oslo" is not "arrived in Rome"."""
        keys = {f"{q.role} {q.entity or normal_key(q.value or q.text)}" for q in self.qualifiers}
        return sorted(keys)

    def evidence(self, id: str) -> Evidence:
        """Return this reading as evidence of the statement with this id."""
        local, said, shared = self.local, self.local.attribution, self.shared
        subject = shared.part(local.subject, self.subject)
        predicate = shared.part(SpanText(local.predicate.spans, local.predicate.text), None)
        object = shared.part(local.object, self.object) if local.object else None
        attribution = shared.part(SpanText(said.spans, said.text), self.source) if said else None
        places = (_offsets(part) for part in (subject, predicate, object, attribution))
        return Evidence(
            id=f"evidence-{digest(self.document, id, *places)}",
            document=intern(self.document),
            sentence=local.sentence,
            statement=id,
            subject=subject,
            predicate=predicate,
            object=object,
            attribution=attribution,
            cue=interned(said.cue) if said else None,
            quoted=said is not None and said.quoted,
            confidence=local.confidence,
            method=intern(local.method),
            cues=tuple(map(shared.cue, local.factuality)),
            cue_spans=shared.spans(said.cue_spans) if said else (),
            stance=intern(self.stance),
            via=self.via,
            auxiliaries=shared.spans(local.predicate.auxiliaries),
            negation=shared.spans(local.predicate.negation),
            arguments=self.arguments,
            rule=interned(local.rule),
            steps=tuple(map(intern, local.steps)),
        )


def read(
    record: ExtractionRecord,
    local: LocalStatement,
    index: EntityIndex,
    mentions: NamedMentions,
    shared: Shared,
) -> ResolvedStatement:
    """Return a statement of ``record`` over the entities of ``index``; ``shared`` holds equal values of the record."""

    def graph_id(part: SpanText | LocalAttribution | LocalQualifier | LocalArgument | None) -> str | None:
        return index.of(document, part.entity) if part else None

    document, said = record.document.id, local.attribution
    subject = index.subject(document, local.subject)
    object = index.object(document, local.object)
    if object == subject and local.object is not None and local.object.entity is None:
        object = None  # "talks are talks"
    predicate = local.predicate
    via = said.via if said else None
    return ResolvedStatement(
        document=document,
        local=local,
        subject=subject,
        object=object,
        literal=_literal(local.object, mentions.labels) if local.object and object is None else None,
        source=graph_id(said),
        via=shared.part(via, graph_id(via)) if via else None,
        qualifiers=tuple(
            Qualifier(intern(q.role), intern(q.text), interned(q.value), graph_id(q), q.amount)
            for q in local.qualifiers
        ),
        arguments=tuple(
            EventArgument(
                intern(a.role),
                shared.spans(a.spans),
                intern(a.text),
                interned(a.label),
                graph_id(a),
                interned(a.value),
                a.amount,
            )
            for a in local.arguments
        ),
        involvements=involvements_of(local, mentions, subject, object),
        relation=predicate.relation or normal_key(predicate.base or predicate.text),
        schema_relation=predicate.relation,
        time=next((q.value for q in local.qualifiers if q.role == "time" and q.value), None),
        shared=shared,
    )


def _literal(phrase: SpanText, labels: Mapping[str, str]) -> Literal:
    return Literal(intern(phrase.text), label=labels.get(phrase.entity or ""))


def _offsets(part: SpanText | None) -> str:
    spans: tuple[Span, ...] = part.spans if part else ()
    return ",".join(f"{start}-{end}" for start, end in spans)
