"""Statements: the edges of the graph, with the exact words they were read from."""

from __future__ import annotations

from dataclasses import dataclass

from .record import STANCES, Amount, Cue, Span, SpanText

SOURCE = "source"
"""Part of a statement that names who says so."""


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """An object that is not a node: "deep disappointment", "$3 billion"; ``value`` is its normal form."""

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
    amount: Amount | None = None

    @property
    def sort_key(self) -> tuple[str, ...]:
        """What qualifiers of one statement are ordered by."""
        return (self.role, self.text, self.value or "", self.entity or "", repr(self.amount))


@dataclass(frozen=True, slots=True)
class EventArgument:
    """A further participant of an event, where one document names it.

    ``role`` is PropBank's (ARG0 to ARG5 ...) or a preposition, ``label`` what people call it there ("seller"), and
    ``entity`` the id of the node it names, if it names one.
    """

    role: str
    spans: tuple[Span, ...]
    text: str
    label: str | None = None
    entity: str | None = None
    value: str | None = None
    amount: Amount | None = None

    @property
    def name(self) -> str:
        """What a person calls this part of the event: its label, else its role."""
        return self.label or self.role


@dataclass(frozen=True, slots=True, order=True)
class Involvement:
    """A named entity that a phrase of a statement mentions without being it.

    In "Oman's envoy met the head of the ARC" the subject mentions Oman and the object the ARC. ``part`` is the part
    of the statement (subject, object, source, or the name of an argument or qualifier), and ``label`` the words that
    join the statement's subject to the entity ("met the head of").
    """

    entity: str
    part: str
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One place where one document states a statement; ``entity`` of its span texts are ids of the graph.

    ``cues`` are the words that make it other than plain fact, ``cue_spans`` those that make the source one;
    ``stance`` tells whether that source vouches for it, and ``via`` who relays the source ("told Reuters").
    ``auxiliaries`` and ``negation`` are places inside the predicate. ``rule`` and ``steps`` say which rules made it.
    """

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
    cues: tuple[Cue, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    stance: str = STANCES[0]
    via: SpanText | None = None
    auxiliaries: tuple[Span, ...] = ()
    negation: tuple[Span, ...] = ()
    arguments: tuple[EventArgument, ...] = ()
    rule: str | None = None
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """Who did what, according to whom. ``object`` or ``literal`` is set; neither if intransitive.

    ``time`` is EDTF. ``attributed_to`` is the entity that is named as its source and ``attribution_text`` the words
    that name it; both are None where the document itself states it. ``stance`` is "denies" or "doubts" where the
    source does not vouch for it. ``confidence`` is that of the best evidence. ``base`` is the predicate's plain
    wording, without auxiliaries and negation, and ``roleset`` PropBank's sense of it. ``amount`` is the value of its object,
    whether that is a literal ("$3 billion") or a participant ("two dozen miners").
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
    stance: str = STANCES[0]
    base: str | None = None
    particle: str | None = None
    preposition: str | None = None
    passive: bool = False
    roleset: str | None = None
    event_class: str | None = None
    amount: Amount | None = None
    involvements: tuple[Involvement, ...] = ()

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
    def arguments(self) -> tuple[EventArgument, ...]:
        """Further participants, each once, as the first piece of evidence that names them has them."""
        found: dict[tuple[object, ...], EventArgument] = {}
        for piece in self.evidence:
            for argument in piece.arguments:
                thing = argument.entity or argument.value or argument.text.casefold()
                found.setdefault((argument.name, thing), argument)
        return tuple(found.values())

    @property
    def participants(self) -> tuple[str, ...]:
        """Ids of all entities that take part: subject, object, arguments, qualifiers, and those mentioned; sorted."""
        found = {self.subject, self.object}
        for part in self.qualifiers:
            found.add(part.entity)
        for piece in self.evidence:
            for argument in piece.arguments:
                found.add(argument.entity)
        for involvement in self.involvements:
            if involvement.part != SOURCE:
                found.add(involvement.entity)
        return tuple(sorted([id for id in found if id is not None]))

    @property
    def involved(self) -> tuple[str, ...]:
        """Ids of all entities that it involves, sorted: participants, sources, and who relays these."""
        vias = (piece.via.entity for piece in self.evidence if piece.via)
        found = {*self.participants, self.attributed_to, *vias, *(i.entity for i in self.involvements)}
        return tuple(sorted(id for id in found if id is not None))

    @property
    def is_attributed(self) -> bool:
        """Whether somebody in the text is named as its source."""
        return self.attribution_text is not None or self.attributed_to is not None

    @property
    def status(self) -> str:
        """What a reader may take from it, in one word.

        ``denied`` by a source, else ``negative``; else the modality where that is not actual; else ``reported`` by
        a source or ``asserted`` by the document itself. A doubted statement is ``possible`` at most.
        """
        if self.stance == "denies":
            return "denied"
        if self.polarity == "negative":
            return "negative"
        if self.modality == "actual" and self.stance == "doubts":
            return "possible"
        if self.modality != "actual":
            return self.modality
        return "reported" if self.is_attributed else "asserted"
