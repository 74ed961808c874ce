"""Statements: the edges of the graph, with the exact words they were read from."""

from __future__ import annotations

from dataclasses import dataclass

from .record import SpanText


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """An object that is no node: "deep disappointment", "$3 billion"; ``value`` is its normal form."""

    text: str
    value: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A circumstance of a statement; ``entity`` is the id of the node it names, if it names one."""

    role: str
    text: str
    value: str | None = None
    entity: str | None = None

    @property
    def sort_key(self) -> tuple[str, str, str, str]:
        """What qualifiers of one statement are ordered by."""
        return (self.role, self.text, self.value or "", self.entity or "")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One place where one document states a statement; ``entity`` of its span texts are ids of the graph."""

    id: str
    document: str
    sentence: int  # index into Document.sentences
    statement: str
    subject: SpanText
    predicate: SpanText
    object: SpanText | None
    attribution: SpanText | None
    cue: str | None
    quoted: bool
    confidence: float  # probability that the sentence says so, 0 to 1
    method: str


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """Who did what, according to whom. ``object`` or ``literal`` is set; neither if intransitive.

    ``time`` is EDTF. ``attributed_to`` is the entity that vouches for it and ``attribution_text`` the words
    that name this source; both are None where the document itself states it. ``confidence`` is that of the
    best evidence.
    """

    id: str
    subject: str
    predicate: str
    lemma: str
    relation: str | None
    object: str | None
    literal: Literal | None
    polarity: str
    modality: str
    attributed_to: str | None
    attribution_text: str | None
    time: str | None
    qualifiers: tuple[Qualifier, ...]
    confidence: float
    evidence: tuple[Evidence, ...]

    @property
    def text(self) -> str:
        """Subject, predicate and object in the words of the first piece of evidence."""
        first = self.evidence[0]
        parts = (first.subject, first.predicate, first.object)
        return " ".join(part.text for part in parts if part is not None)

    @property
    def attribution(self) -> str | None:
        """The words that name the source; None where the document itself states it."""
        return self.attribution_text

    @property
    def is_direct(self) -> bool:
        """Whether the statement is claimed to hold in fact: positive and actual."""
        return self.polarity == "positive" and self.modality == "actual"
