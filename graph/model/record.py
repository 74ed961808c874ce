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

NODE_LABELS = tuple(label for label in LABELS if label not in VALUE_LABELS)
"""Labels of what can be a node."""

POLARITIES = ("positive", "negative")
MODALITIES = ("actual", "planned", "possible", "conditional", "obligatory", "requested")
KINDS = ("name", "nominal", "pronoun")

FORMAT = 2
"""Version of the record's format. Format 1 had none of the fields whose defaults say so; it is read as 2."""

EFFECTS = ("negative", *MODALITIES[1:])
"""What a cue of factuality does to a statement."""

STANCES = ("asserts", "denies", "doubts")
"""How a source stands to what it is named for."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Amount:
    """The value of an amount: "nearly two dozen people", "$3.1 million", "between 40 and 60 %".

    ``number`` is None for a range, which has ``low`` and ``high``; ``unit`` is what is counted or measured, in
    the singular ("percent", "barrel", "person"); ``currency`` an ISO 4217 code; ``approx`` one of ``about``,
    ``over``, ``under`` or None where the number is exact.
    """

    number: float | None = None
    unit: str | None = None
    currency: str | None = None
    approx: str | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make a statement other than plain fact; ``effect`` is one of EFFECTS."""

    effect: str
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class SpanText:
    """Text of a document at one or more places; ``text`` is the slices joined by one space."""

    spans: tuple[Span, ...]
    text: str
    entity: str | None = None  # id of the entity that heads it, inside the record
    amount: Amount | None = None


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
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    media_type: str | None = None
    date_from: str | None = (
        None  # where the date came from: given, metadata, header, address, dateline, file name
    )
    sources: tuple[str, ...] = ()  # further places that hold the same text
    pages: tuple[int, ...] = ()  # offsets at which printed pages begin


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
    """Readable words that join subject and object; the lemma of their head; the schema's relation, if any.

    ``base`` is the plain wording for labels and names of predicates, without auxiliaries and negation ("carry out
    attack on"); the parts say which words are which. ``roleset`` is PropBank's sense ("attack.01").
    ``label`` is what a person would write on the line from subject to object: finite, without swallowed names.
    """

    spans: tuple[Span, ...]
    text: str
    lemma: str
    relation: str | None = None
    base: str | None = None
    auxiliaries: tuple[Span, ...] = ()
    negation: tuple[Span, ...] = ()
    particle: str | None = None
    preposition: str | None = None
    passive: bool = False
    roleset: str | None = None
    label: str | None = None


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
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class LocalArgument:
    """A further participant of an event.

    ``role`` is PropBank's (ARG0 to ARG5, GOL, COM ...) or a preposition; ``label`` what people call it there
    ("seller", "price paid"), None where the roleset does not say.
    """

    role: str
    spans: tuple[Span, ...]
    text: str
    label: str | None = None
    entity: str | None = None
    value: str | None = None
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class LocalAttribution:
    """Who in the text is named as the source of a statement, with the word that says so.

    ``stance`` tells whether they vouch for it or deny it; ``via`` names the outlet that relays them ("told Reuters").
    """

    spans: tuple[Span, ...]
    text: str
    entity: str | None = None
    cue: str | None = None
    quoted: bool = False
    cue_spans: tuple[Span, ...] = ()
    stance: str = "asserts"
    via: SpanText | None = None


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
    arguments: tuple[LocalArgument, ...] = ()
    factuality: tuple[Cue, ...] = ()
    rule: str | None = None  # name of the rule that made it, see docs/rules.md
    steps: tuple[str, ...] = ()  # names of the rules that changed it afterwards, in order
    event_class: str | None = None


@dataclass(frozen=True, slots=True)
class ExtractorInfo:
    """What made a record: its name, its version, and a digest of its weights and rules."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class ExtractionRecord:
    """What reading one document yields. Everything stands in text order; ids are unique inside the record."""

    document: LocalDocument
    sentences: tuple[Span, ...] = ()
    mentions: tuple[LocalMention, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    statements: tuple[LocalStatement, ...] = field(default=())
    extractor: ExtractorInfo | None = None
    format: int = FORMAT
