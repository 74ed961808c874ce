"""One parsed chunk of a document: tokens become spans, heads become entities, extractions become statements."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsgraph.graph.knowledge import gazetteer
from newsgraph.graph.model.record import (
    LABELS,
    VALUE_LABELS,
    Amount,
    Cue,
    LocalArgument,
    LocalAttribution,
    LocalQualifier,
    LocalStatement,
    Predicate,
    Span,
    SpanText,
)

from ..coreference import Chain, resolve
from ..english.lexicon import ROLE_NOUNS
from ..mentions.detection import MentionSpan, find_mentions
from ..relations import Related, relate
from ..relations.statements import METHOD as CLASSIFIED
from ..statements import Extraction, analyse, find_extractions
from ..statements.event_classes import LIGHT, event_class, kind_of_event
from ..statements.participants import participants, predicate_frame
from ..statements.wording import wording
from ..syntax.phrases import noun_phrase
from .amounts import amount_at
from .builder import places_of
from .confidence import confidence, content_word, judged_confidence, logit
from .doubts import Doubts
from .participants import best_nominal, heads, matters, shared_heads
from .representatives import represented
from .times import TimeReader, tense_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from .builder import RecordBuilder

NAMED_LABELS = frozenset(LABELS) - VALUE_LABELS
"""What a node can be."""

ROLES = frozenset({"title", "apposition", "possessive", "copula"})
"""Methods whose object is what a role belongs to."""

NAME_PARTS = frozenset({"flat", "nmod:desc"})
"""Relations of a name to the title that heads it."""

REFERRING = frozenset({"Prs", "Dem", "Rel", "Int"})
"""Kinds of pronouns that mean nothing without what they refer to."""


_WE = frozenset({"we", "us", "our", "ours"})


class ChunkReader:
    """One parsed chunk: turns tokens into spans of the document and heads into entities."""

    def __init__(self, draft: RecordBuilder, doc: Doc, offset: int) -> None:
        self.draft, self.doc, self.offset = draft, doc, offset
        self.first_sentence = len(draft.sentences)
        self.bounds = [
            (token.idx + offset, -1 if token.is_space else token.idx + len(token) + offset) for token in doc
        ]
        self.name_parts: defaultdict[int, list[int]] = defaultdict(list)
        for token in doc:
            if token.dep_ in NAME_PARTS:
                self.name_parts[token.head.i].append(token.i)
        self.analysis = analyse(doc)
        tree = self.analysis.tree
        self.extractions = find_extractions(doc, analysis=self.analysis)
        self.representatives = represented(tree, self.extractions)
        self.mentions = find_mentions(doc, tree)
        self.chains = resolve(doc, self.mentions, quotes=self.analysis.quotations, tree=tree)
        self.chain_at = heads(self.chains)
        self.nouns = [[m.head for m in chain.mentions if m.kind != "pronoun"] for chain in self.chains]
        self.doubts = Doubts(doc, self.analysis, self.chains, self._chain_of, self.extractions)
        self.names = {mention.head for mention in self.mentions if mention.kind == "name"}
        self.shared_at = shared_heads(self.chains)
        self.entity_of = self._choose_entities()
        self.value_at = {
            token.i: ent.label_ for ent in doc.ents if ent.label_ in VALUE_LABELS for token in ent
        }
        self.times = TimeReader(doc, draft.document.date)

    def read(self) -> None:
        """Give the draft all that stands in the chunk."""
        self.add_sentences()
        self.add_values()
        self.add_statements()

    def add_sentences(self) -> None:
        """Sentences without the blanks around them."""
        for sent in self.doc.sents:
            text = sent.text
            start = sent.start_char + len(text) - len(text.lstrip())
            end = start + len(text.strip())
            self.draft.sentences.append((start + self.offset, max(end, start) + self.offset))

    def add_values(self) -> None:
        """Dates, amounts and numbers as mentions; one entity for each wording, which is not a node of the graph."""
        known: dict[tuple[str, str], str] = {}
        for ent in self.doc.ents:
            span = self._span(range(ent.start, ent.end)) if ent.label_ in VALUE_LABELS else ()
            if len(span) != 1:
                continue
            key = self._text(span), ent.label_
            if key not in known:
                known[key] = self.draft.entity(*key, (), named=False)
            self.draft.mentions.append((span[0], ent.label_, "name", known[key]))

    def _choose_entities(self) -> dict[int, str]:
        """Entity ids by chain number. Unnamed chains count only where they take part in several statements."""
        uses: Counter[int] = Counter()
        for extraction in self.extractions:
            source = extraction.attribution
            places = {extraction.subject_head, extraction.object_head, source.head if source else None}
            chains = {self._chain_of(head) for head in places if head is not None}
            uses.update(chain for chain in chains if chain is not None)
        chosen = {}
        for number, chain in enumerate(self.chains):
            name = chain.name if chain.named and chain.name else None
            if name is None and not (chain.label in NAMED_LABELS and matters(chain, uses[number])):
                continue
            chosen[number] = self._entity(chain, name)
        return chosen

    def _entity(self, chain: Chain, name: str | None) -> str:
        label = chain.label
        shown = name or best_nominal(self.doc, self.analysis.tree, chain)
        known = self.draft.entity(shown, label, tuple(chain.aliases), named=name is not None)
        for mention in chain.mentions:
            span = self._span(range(mention.start, mention.end))
            if span:
                mention_label = mention.label if mention.label in LABELS else label
                self.draft.mentions.append((span[0], mention_label, mention.kind, known))
        return known

    def add_statements(self) -> None:
        """Every extraction that has words for its subject and predicate."""
        for related in self._related():
            found = self._doubts(related)
            statement = self._statement(related, found)
            if statement is not None:
                self.draft.statements.extend(self._of_each(statement, related.extraction))
                if self.draft.features is not None:
                    self.draft.features[places_of(statement)] = found

    def _of_each(self, statement: LocalStatement, extraction: Extraction) -> Iterator[LocalStatement]:
        """The statement of each of those that a plural subject or object stands for ("they", "the pair")."""
        subjects = self._members(extraction.subject_head)
        objects = self._members(extraction.object_head)
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

    def _members(self, head: int | None) -> list[str | None]:
        numbers = self.shared_at.get(head, ()) if head is not None else ()
        return [self.entity_of[number] for number in numbers if number in self.entity_of]

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
            label_at=self._label,
            entity_at=self._entity_at,
            classifier=self.draft.classifier,
            sources=self.analysis.sources,
        )

    def _statement(self, related: Related, found: Mapping[str, float]) -> LocalStatement | None:
        extraction = related.extraction
        predicate = self._span(extraction.predicate)
        attribution = self._attribution(extraction)
        subject = self._subject(extraction, attribution)
        if subject is None or not predicate:
            return None
        object_ = None
        if extraction.object is not None and extraction.object_head is not None:
            object_ = self._phrase(extraction.object, extraction.object_head)
            if object_ is not None and extraction.method in ROLES:
                object_ = self._state_of(object_, extraction.object_head)
        if object_ is not None and subject.entity is not None and object_.entity == subject.entity:
            if not self._describes(extraction):
                return None  # "he ... himself": nothing is said about two things
            subject, object_ = self._described_first(extraction, subject, object_)
        return LocalStatement(
            id="",
            subject=subject,
            predicate=self._predicate(extraction, predicate, related.relation),
            object=object_,
            qualifiers=tuple(self._qualifiers(extraction)),
            polarity=extraction.polarity,
            modality=extraction.modality,
            attribution=attribution,
            confidence=judged_confidence(found),
            sentence=self.first_sentence + extraction.sentence,
            method=extraction.method,
            rule=extraction.rule or None,
            steps=extraction.steps,
            factuality=tuple(self._cues(extraction)),
            arguments=tuple(self._arguments(extraction)),
            event_class=self._event_class(related),
        )

    def _employer(self, extraction: Extraction) -> str | None:
        """The body that a speaker is said to be of ("Vera Stahl, head of Ericsson"): who "we" are, as far as the text tells."""
        source, tree = extraction.attribution, self.analysis.tree
        chain = self._chain_of(source.head) if source is not None else None
        for mention in self.chains[chain].mentions if chain is not None else ():
            titles = tree.children(mention.head, "nmod:desc")
            for head in (mention.head, *titles):
                for kid in tree.children(head, "nmod", "compound", "nmod:poss"):
                    entity = self._entity_at(kid)
                    if entity is not None and self._label(kid) == "ORG":
                        return entity
        return None

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

    def _event_class(self, related: Related) -> str | None:
        """The kind of event; of a light verb that of its object ("came under attack")."""
        extraction, tree = related.extraction, self.analysis.tree
        item = extraction.object_head
        if extraction.lemma in LIGHT:
            places = (*extraction.predicate, *(() if item is None else (item,)))
            nouns = [t for t in places if tree.pos[t] == "NOUN" and not tree.label[t]]
            if nouns:
                return event_class(None, tree.lemma[nouns[-1]])
        if tree.pos[content_word(tree, extraction)] == "ADJ":
            return None
        found = event_class(self._sense(extraction), extraction.lemma)
        sides = (
            (item,)
            if item is not None and extraction.method != "passive"
            else (extraction.subject_head, item)
        )
        labels = tuple(self._label(side) for side in sides)
        return kind_of_event(found, extraction.lemma, related.relation, labels)

    def _sense(self, extraction: Extraction) -> str | None:
        frame = predicate_frame(self.analysis, extraction)
        return frame.roleset or None if frame is not None else None

    def _predicate(self, extraction: Extraction, spans: tuple[Span, ...], relation: str | None) -> Predicate:
        tree, frame = self.analysis.tree, predicate_frame(self.analysis, extraction)
        parts = wording(tree, extraction, frame)
        return Predicate(
            spans,
            self._text(spans),
            extraction.lemma,
            relation,
            parts.base,
            self._span(parts.auxiliaries),
            self._span(parts.negation),
            None if parts.particle is None else tree.lower[parts.particle],
            None if parts.preposition is None else tree.lower[parts.preposition],
            parts.passive,
            self._sense(extraction),
            self._line_label(extraction, relation, parts.label),
        )

    def _line_label(self, extraction: Extraction, relation: str | None, words: str) -> str:
        """The schema's own label where its classifier found the relation by a word that is no role, else the words."""
        known = self.draft.schema.find(relation) if self.draft.schema is not None and relation else None
        heard = known is not None and extraction.method == CLASSIFIED and extraction.lemma not in ROLE_NOUNS
        return known.label if known is not None and heard else words

    def _arguments(self, extraction: Extraction) -> Iterator[LocalArgument]:
        """Further participants, each with its entity and its amount."""
        for participant in participants(self.analysis, extraction):
            phrase = self._phrase(participant.tokens, participant.head)
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

    def _subject(self, extraction: Extraction, attribution: LocalAttribution | None) -> SpanText | None:
        """The subject; the first person of a quotation is its speaker. None for a pronoun that nobody could resolve."""
        head = extraction.subject_head
        phrase = self._phrase(extraction.subject, head)
        speaker = attribution.entity if attribution is not None and attribution.quoted else None
        if phrase is not None and speaker is not None and self.doc[head].lower_ in {"i", "me", "my"}:
            return replace(phrase, entity=speaker)
        if phrase is None or phrase.entity is not None or not self._is_referring(extraction.subject, head):
            return phrase
        if attribution is not None and attribution.quoted and "1" in self.doc[head].morph.get("Person", []):
            if self.doc[head].lower_ in _WE:  # never the speaker alone
                body = self._represented(extraction) or self._employer(extraction)
                return replace(phrase, entity=body)
            if attribution.entity is None:
                return SpanText(attribution.spans, attribution.text)
            return replace(phrase, entity=attribution.entity)
        return phrase if phrase.spans != self._span(extraction.subject) else None

    def _represented(self, extraction: Extraction) -> str | None:
        """The entity of the body that the speaker of a statement speaks for, wherever the text says so."""
        source = extraction.attribution
        chain = None if source is None else self._chain_of(source.head)
        heads = [] if source is None else [source.head]
        heads += [] if chain is None else [mention.head for mention in self.chains[chain].mentions]
        bodies = (self.representatives.get(head) for head in heads)
        body = next((body for body in bodies if body is not None), None)
        return None if body is None else self._entity_at(body)

    def _label(self, head: int | None) -> str | None:
        if head is None:
            return None
        chain = self._chain_of(head)
        return self.value_at.get(head) if chain is None else self.chains[chain].label or None

    def _chain_of(self, head: int) -> int | None:
        """The chain of a head word; a title at the head of a name ("Sheikh Omar") stands for the name."""
        if head in self.shared_at:
            return self.shared_at[head][0]
        if head in self.chain_at:
            return self.chain_at[head]
        return next(
            (self.chain_at[part] for part in self.name_parts.get(head, ()) if part in self.chain_at), None
        )

    def _entity_at(self, head: int) -> str | None:
        chain = self._chain_of(head)
        return self.entity_of.get(chain) if chain is not None else None

    def _phrase(self, tokens: Sequence[int], head: int) -> SpanText | None:
        """A phrase with its entity; a pronoun for something without a node gives way to the words it stands for."""
        entity = self._entity_at(head)
        if entity is None and self._is_referring(tokens, head):
            tokens = self._described(head) or tokens
        spans = self._span(tokens)
        return SpanText(spans, self._text(spans), entity, self._amount(tokens, head)) if spans else None

    def _is_referring(self, tokens: Sequence[int], head: int) -> bool:
        """Is the phrase a pronoun that means nothing without what it refers to?"""
        return len(tokens) == 1 and bool(REFERRING & set(self.doc[head].morph.get("PronType", [])))

    def _described(self, pronoun: int) -> tuple[int, ...]:
        """The nearest words in front that a pronoun stands for, none where nobody knows."""
        chain = self._chain_of(pronoun)
        nouns = self.nouns[chain] if chain is not None else []
        before = bisect_left(nouns, pronoun)
        if not before:
            return ()
        tree, noun = self.analysis.tree, nouns[before - 1]
        subject = tree.child(noun, "nsubj") if tree.child(noun, "cop") is not None else None
        return noun_phrase(tree, noun if subject is None else subject).tokens

    def _state_of(self, phrase: SpanText, head: int) -> SpanText:
        """In a role, the adjective of a nation names its state: "Norwegian minister" is a minister of Norway."""
        token = self.doc[head]
        code = gazetteer.nationality(token.text) if token.pos_ == "ADJ" or token.ent_type_ == "NORP" else None
        if code is None:
            return phrase
        for number, entity in self.entity_of.items():
            name = self.chains[number].name
            if name and any(
                place.rank == "country" and place.country == code for place in gazetteer.candidates(name)
            ):
                return replace(phrase, entity=entity)
        name = gazetteer.country(code).name
        mention = MentionSpan(token.i, token.i + 1, token.i, "GPE", "name")
        return replace(
            phrase, entity=self._entity(Chain((mention,), "GPE", name, (token.text,), named=True), name)
        )

    def _qualifiers(self, extraction: Extraction) -> Iterator[LocalQualifier]:
        for argument in extraction.qualifiers:
            spans = self._span(argument.tokens)
            if spans:
                text, entity = self._text(spans), self._entity_at(argument.head)
                tense = tense_of(self.doc, extraction)
                value = amount = None
                if argument.role == "time":
                    value = self.times.value(argument.tokens, text, tense)
                else:
                    amount = self._amount(argument.tokens, argument.head)
                if value is None and amount is None and self.doc[argument.head].pos_ in ("NOUN", "PROPN"):
                    value = self.times.inside(text, tense)
                yield LocalQualifier(argument.role, spans, text, value, entity, amount)

    def _amount(self, tokens: Sequence[int], head: int) -> Amount | None:
        return amount_at(self.doc, self.analysis.tree, tokens, head)

    def _attribution(self, extraction: Extraction) -> LocalAttribution | None:
        source = extraction.attribution
        if source is None:
            return None
        spans = self._span(source.tokens)
        if not spans:
            return None
        cue = self.doc[source.cue].text if source.cue is not None else None
        cue_spans = self._span([source.cue]) if source.cue is not None else ()
        via = None if source.via is None else self._phrase(source.via.tokens, source.via.head)
        return LocalAttribution(
            spans,
            self._text(spans),
            self._entity_at(source.head),
            cue,
            source.quoted,
            cue_spans,
            source.stance,
            via,
        )

    def _cues(self, extraction: Extraction) -> Iterator[Cue]:
        """The words that decide polarity and modality."""
        for sign in extraction.signs:
            spans = self._span(sign.tokens)
            if spans:
                yield Cue(sign.effect, spans, self._text(spans))

    def _span(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """Character spans of tokens in the document, one for each unbroken stretch, blank tokens dropped."""
        spans: list[list[int]] = []
        previous = -2
        for i in sorted(set(tokens)):
            start, end = self.bounds[i]
            if end < 0:
                continue
            if i == previous + 1 and spans:
                spans[-1][1] = end
            else:
                spans.append([start, end])
            previous = i
        return tuple((start, end) for start, end in spans)

    def _text(self, spans: Iterable[Span]) -> str:
        return " ".join(self.draft.document.text[start:end] for start, end in spans)
