"""One parsed chunk of a document: tokens become spans, heads become entities, extractions become statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

from newsgraph.graph.model.record import (
    VALUE_LABELS,
    Cue,
    LocalArgument,
    LocalQualifier,
    LocalStatement,
    Predicate,
    Span,
    SpanText,
)

from ..coreference import resolve
from ..english.lexicon import ROLE_NOUNS
from ..mentions.detection import find_mentions
from ..relations import Related, relate
from ..relations.statements import METHOD as CLASSIFIED
from ..statements import Extraction, analyse, find_extractions
from ..statements.participants import participants, predicate_frame
from ..statements.wording import wording
from .attributions import attribution_of
from .builder import places_of
from .confidence import confidence, judged_confidence, logit
from .doubts import Doubts
from .event_kinds import find_event_class
from .joined import as_sure_as_joined
from .reciprocals import is_reciprocal, other_subject
from .references import told
from .referents import ROLES, Referents, is_office
from .spans import SpanReader
from .subjects import SubjectReader
from .times import TimeReader, tense_at

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..pipeline.frames import Frame
    from .builder import RecordBuilder


class ChunkReader:
    """One parsed chunk: turns tokens into spans of the document and heads into entities."""

    def __init__(self, draft: RecordBuilder, doc: Doc, offset: int) -> None:
        self.draft, self.doc, self.offset = draft, doc, offset
        self.first_sentence = len(draft.sentences)
        self.at = SpanReader(doc, offset, draft.document.text)
        self.analysis = analyse(doc)
        tree = self.analysis.tree
        self.extractions = find_extractions(doc, analysis=self.analysis)
        self.mentions = find_mentions(doc, tree)
        chains = resolve(doc, self.mentions, quotes=self.analysis.quotations, tree=tree)
        chains = [told(tree, chain) for chain in chains]
        self.names = {mention.head for mention in self.mentions if mention.kind == "name"}
        self.referents = Referents(draft, doc, self.analysis, chains, self.extractions, self.at)
        self.subjects = SubjectReader(doc, self.analysis, chains, self.extractions, self.referents, self.at)
        self.doubts = Doubts(doc, self.analysis, chains, self.referents.chain_of, self.extractions)
        self.times = TimeReader(doc, draft.document.date)

    def read(self) -> None:
        """Give the draft all that stands in the chunk."""
        self.add_sentences()
        self.add_values()
        self.add_statements()

    def add_sentences(self) -> None:
        """Sentences without the blanks around them."""
        for sent in self.doc.sents:
            spans = self.at.spans(range(sent.start, sent.end))
            nothing = sent.end_char + self.offset
            self.draft.sentences.append((spans[0][0], spans[-1][1]) if spans else (nothing, nothing))

    def add_values(self) -> None:
        """Dates, amounts and numbers as mentions; one entity for each wording, which is not a node of the graph."""
        known: dict[tuple[str, str], str] = {}
        for ent in self.doc.ents:
            span = self.at.spans(range(ent.start, ent.end)) if ent.label_ in VALUE_LABELS else ()
            if len(span) != 1:
                continue
            key = self.at.text(span), ent.label_
            if key not in known:
                known[key] = self.draft.entity(*key, (), named=False)
            self.draft.mentions.append((span[0], ent.label_, "name", known[key]))

    def add_statements(self) -> None:
        """Every extraction that has words for its subject and predicate and is sure enough."""
        told = self._related()
        doubts = [self._doubts(related) for related in told]
        own = [judged_confidence(found) for found in doubts]
        joined = as_sure_as_joined(self.analysis.tree, [related.extraction for related in told], own)
        for related, found, sure in zip(told, doubts, joined, strict=True):
            if sure < self.draft.least:
                continue
            statement = self._statement(related, sure)
            if statement is not None:
                self.draft.statements.extend(self._of_each(statement, related.extraction))
                if self.draft.features is not None:
                    self.draft.features[places_of(statement)] = found

    def _of_each(self, statement: LocalStatement, extraction: Extraction) -> Iterator[LocalStatement]:
        """The statement of each of those that a plural subject or object stands for ("they", "the pair")."""
        subjects = self.referents.members(extraction.subject_head)
        objects = self.referents.members(extraction.object_head)
        if is_reciprocal(self.analysis.tree, extraction.object_head):
            yield from self._of_partners(statement, extraction, subjects)
            return
        if not subjects and not objects:
            yield statement
            return
        subjects = subjects or [statement.subject.entity]
        for subject in subjects:
            for item in objects or [None]:
                if item is not None and (item in subjects or statement.object is None):
                    continue
                yield replace(
                    statement,
                    subject=replace(statement.subject, entity=subject),
                    object=statement.object
                    if item is None or statement.object is None
                    else replace(statement.object, entity=item),
                )

    def _of_partners(
        self, statement: LocalStatement, extraction: Extraction, subjects: Sequence[str | None]
    ) -> Iterator[LocalStatement]:
        """ "Lund and Berg sued each other": to each of two the other is who it was done to."""
        partner = other_subject(self.analysis.tree, extraction.subject_head)
        if len(subjects) == 2:
            pairs = list(permutations(subjects))
        else:
            other = None if partner is None else self.referents.entity_at(partner)
            pairs = [(subject, other) for subject in subjects or [statement.subject.entity]]
        for subject, other in pairs:
            held = statement.object and replace(statement.object, entity=other)
            yield replace(statement, subject=replace(statement.subject, entity=subject), object=held)

    def _related(self) -> list[Related]:
        """The extractions with the schema's relations, and what more the schema makes of them."""
        schema = self.draft.schema
        if schema is None:
            return [Related(extraction, None) for extraction in self.extractions]
        return relate(
            schema,
            self.doc,
            self.analysis.tree,
            self.extractions,
            self.mentions,
            label_at=self.referents.label,
            entity_at=self.referents.entity_at,
            classifier=self.draft.classifier,
            sources=self.analysis.sources,
        )

    def _statement(self, related: Related, sure: float) -> LocalStatement | None:
        extraction = related.extraction
        predicate = self.at.spans(extraction.predicate)
        attribution = attribution_of(self.analysis, self.referents, self.at, extraction.attribution)
        subject = self.subjects.subject(extraction, attribution)
        if subject is None or not predicate:
            return None
        object_ = None
        if extraction.object is not None and extraction.object_head is not None:
            object_ = self.referents.phrase(extraction.object, extraction.object_head)
            if object_ is not None and is_office(related):
                object_ = self.referents.state_of(object_, extraction.object_head)
        if object_ is not None and subject.entity is not None and object_.entity == subject.entity:
            if not self._describes(extraction):
                return None  # "he ... himself": nothing is said about two things
            subject, object_ = self._described_first(extraction, subject, object_)
        frame = predicate_frame(self.analysis, extraction)
        return LocalStatement(
            id="",
            subject=subject,
            predicate=self._predicate(extraction, frame, predicate, related.relation),
            object=object_,
            qualifiers=tuple(self._qualifiers(extraction)),
            polarity=extraction.polarity,
            modality=extraction.modality,
            attribution=attribution,
            confidence=sure,
            sentence=self.first_sentence + extraction.sentence,
            method=extraction.method,
            rule=extraction.rule or None,
            steps=extraction.steps,
            factuality=tuple(self._cues(extraction)),
            arguments=tuple(self._arguments(extraction, frame)),
            event_class=find_event_class(
                self.analysis.tree,
                extraction,
                _sense(frame),
                related.relation,
                self.referents.label,
            ),
        )

    def _describes(self, extraction: Extraction) -> bool:
        """Does a copula say what its subject is? Subject and object are one thing then, and that is what it says."""
        tree, item = self.analysis.tree, extraction.object_head
        is_predicate = item is not None and tree.child(item, "cop") is not None
        return (
            is_predicate
            and tree.head[extraction.subject_head] == item
            and extraction.method not in ROLES - {"copula"}
        )

    def _described_first(
        self, extraction: Extraction, subject: SpanText, item: SpanText
    ) -> tuple[SpanText, SpanText]:
        """The named side is the subject, and the description words without an entity ("the killer was Ivan Holm")."""
        if extraction.object_head in self.names and extraction.subject_head not in self.names:
            subject, item = item, subject
        return subject, replace(item, entity=None)

    def _predicate(
        self, extraction: Extraction, frame: Frame | None, spans: tuple[Span, ...], relation: str | None
    ) -> Predicate:
        tree = self.analysis.tree
        parts = wording(tree, extraction, frame)
        return Predicate(
            spans,
            self.at.text(spans),
            extraction.lemma,
            relation,
            parts.base,
            self.at.spans(parts.auxiliaries),
            self.at.spans(parts.negation),
            None if parts.particle is None else tree.lower[parts.particle],
            None if parts.preposition is None else tree.lower[parts.preposition],
            parts.passive,
            _sense(frame),
            self._line_label(extraction, relation, parts.label),
        )

    def _line_label(self, extraction: Extraction, relation: str | None, words: str) -> str:
        """The schema's own label where its classifier found the relation by a word that is no role, else the words."""
        known = self.draft.schema.find(relation) if self.draft.schema is not None and relation else None
        heard = extraction.method == CLASSIFIED
        heard = heard and (extraction.lemma not in ROLE_NOUNS or relation == "nationality")
        return known.label if known is not None and heard else words

    def _arguments(self, extraction: Extraction, frame: Frame | None) -> Iterator[LocalArgument]:
        """Further participants, each with its entity and its amount."""
        for participant in participants(self.analysis, extraction, frame):
            phrase = self.referents.phrase(participant.tokens, participant.head)
            if phrase is not None:
                yield LocalArgument(
                    participant.role,
                    phrase.spans,
                    phrase.text,
                    participant.label,
                    phrase.entity,
                    None,
                    phrase.amount,
                )

    def _doubts(self, related: Related) -> dict[str, float]:
        """What the parse shows, as ``prior``, and what a reader would doubt."""
        prior = confidence(self.analysis.tree, related.extraction, self.doubts.margins, related.probability)
        found = self.doubts.of(related.extraction)
        return {**found, "prior": logit(prior), "relation": float(related.relation is not None)}

    def _qualifiers(self, extraction: Extraction) -> Iterator[LocalQualifier]:
        for argument in extraction.qualifiers:
            spans = self.at.spans(argument.tokens)
            if spans:
                text, entity = self.at.text(spans), self.referents.entity_at(argument.head)
                tense = tense_at(self.analysis.tree, extraction, argument)
                value = amount = None
                if argument.role == "time":
                    value = self.times.value(argument.tokens, text, tense)
                else:
                    amount = self.referents.amount(argument.tokens, argument.head)
                nominal = self.analysis.tree.pos[argument.head] in ("NOUN", "PROPN", "NUM")
                if value is None and amount is None and nominal:
                    value = self.times.inside(text, tense)
                yield LocalQualifier(argument.role, spans, text, value, entity, amount)

    def _cues(self, extraction: Extraction) -> Iterator[Cue]:
        """The words that decide polarity and modality."""
        for sign in extraction.signs:
            spans = self.at.spans(sign.tokens)
            if spans:
                yield Cue(sign.effect, spans, self.at.text(spans))


def _sense(frame: Frame | None) -> str | None:
    return frame.roleset or None if frame is not None else None
