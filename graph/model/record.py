"""The extraction record: what reading one document yields, and the border between extract/ and graph/.

Offsets are code points (Python ``str`` indices) into the document's text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field

LABELS = (
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
)  # fmt: skip
"""The entity labels spaCy users know (OntoNotes 5)."""

VALUE_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
"""Labels of values: they qualify statements and are never nodes."""

POLARITIES = ("positive", "negative")
MODALITIES = ("actual", "planned", "possible", "conditional", "obligatory", "requested")
KINDS = ("name", "nominal", "pronoun")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SpanText:
    """Text of a document at one or more places; ``text`` is the slices joined by one space."""

    spans: tuple[Span, ...]
    text: str
    entity: str | None = None  # id of the entity that heads it, inside the record


@dataclass(frozen=True, slots=True)
class LocalDocument:
    """The document a record was read from; ``text`` is what all offsets count in."""

    id: str
    source: str
    title: str | None
    date: str | None  # ISO 8601, the day of publication
    language: str
    sha256: str  # of the text in UTF-8
    length: int  # code points
    text: str | None = None


@dataclass(frozen=True, slots=True)
class LocalMention:
    """A place where the document refers to an entity."""

    id: str
    start: int
    end: int
    text: str
    label: str
    kind: str  # one of KINDS
    entity: str


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """An entity as one document knows it; ``name`` is its fullest proper name there, without titles.

    An unnamed participant ("a foreign leader") has ``named=False`` and never merges across documents.
    """

    id: str
    name: str
    label: str
    aliases: tuple[str, ...] = ()
    named: bool = True


@dataclass(frozen=True, slots=True)
class Predicate:
    """Readable words that join subject and object; the lemma of their head; the schema's relation, if any."""

    spans: tuple[Span, ...]
    text: str
    lemma: str
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class LocalQualifier:
    """A circumstance.

    ``role`` is time, place, purpose, cause, manner, topic, beneficiary or the preposition itself.
    """

    role: str
    spans: tuple[Span, ...]
    text: str
    value: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class LocalAttribution:
    """Who in the text vouches for a statement, with the word that says so."""

    spans: tuple[Span, ...]
    text: str
    entity: str | None = None
    cue: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class LocalStatement:
    """One statement of one sentence."""

    id: str
    subject: SpanText
    predicate: Predicate
    object: SpanText | None
    qualifiers: tuple[LocalQualifier, ...]
    polarity: str
    modality: str
    attribution: LocalAttribution | None
    confidence: float  # probability that the sentence says so, 0 to 1
    sentence: int  # index into ExtractionRecord.sentences
    method: str = "pattern"  # which construction or model found it


@dataclass(frozen=True, slots=True)
class ExtractionRecord:
    """What reading one document yields. Everything stands in text order; ids are unique inside the record."""

    document: LocalDocument
    sentences: tuple[Span, ...] = ()
    mentions: tuple[LocalMention, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    statements: tuple[LocalStatement, ...] = field(default=())
