"""What the heads of phrases refer to: chains of mentions, and the entities of the record made of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsgraph.graph.knowledge import gazetteer
from newsgraph.graph.model.record import LABELS, VALUE_LABELS, Amount, SpanText

from ..coreference import Chain
from ..english.semantic_classes import noun_type
from ..english.titles import RANKS
from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan
from ..syntax.phrases import noun_phrase
from .amounts import amount_at
from .participants import best_nominal, heads, matters, shared_heads

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..relations import Related
    from ..statements import Extraction
    from ..statements.analysis import Analysis
    from .builder import RecordBuilder
    from .spans import SpanReader

_NAMED_LABELS = frozenset(LABELS) - VALUE_LABELS
"""What a node can be."""

_NAME_PARTS = frozenset({"flat", "nmod:desc"})
"""Relations of a name to the title that heads it."""

ROLES = frozenset({"title", "apposition", "possessive", "copula"})
"""Methods whose object is what a role belongs to."""

_COUNTING = frozenset({"NUM", "ADJ", "DET"})
"""Parts of speech of "one of them, Ada Lind", "the third, Otto Krug"."""

_REFERRING = frozenset({"Prs", "Dem", "Rel", "Int"})
"""Kinds of pronouns that mean nothing without what they refer to."""


class Referents:
    """The entities of a chunk, which the draft of the record is given at once, and what refers to them."""

    def __init__(
        self,
        draft: RecordBuilder,
        doc: Doc,
        analysis: Analysis,
        chains: Sequence[Chain],
        extractions: Sequence[Extraction],
        at: SpanReader,
    ) -> None:
        self._draft, self._doc, self._analysis, self._at = draft, doc, analysis, at
        self._chains, self._extractions = chains, extractions
        self._name_parts: defaultdict[int, list[int]] = defaultdict(list)
        tree = analysis.tree
        for token, (dep, head) in enumerate(zip(tree.dep, tree.head, strict=True)):
            counted = dep == "appos" and tree.pos[head] in _COUNTING and tree.is_named(token)
            if dep in _NAME_PARTS or counted:
                self._name_parts[head].append(token)
        self._chain_at, self._shared_at = heads(chains), shared_heads(chains)
        self._nouns = [[m.head for m in chain.mentions if m.kind != "pronoun"] for chain in chains]
        self._value_at = {
            token.i: ent.label_ for ent in doc.ents if ent.label_ in VALUE_LABELS for token in ent
        }
        self._entity_of = self._choose_entities()

    def _choose_entities(self) -> dict[int, str]:
        """Entity ids by chain number. Unnamed chains count only where they take part in several statements."""
        uses: Counter[int] = Counter()
        for extraction in self._extractions:
            source = extraction.attribution
            places = {extraction.subject_head, extraction.object_head, source.head if source else None}
            chains = {self.chain_of(head) for head in places if head is not None}
            uses.update(chain for chain in chains if chain is not None)
        chosen = {}
        for number, chain in enumerate(self._chains):
            name = chain.name if chain.named and chain.name else None
            if name is None and not (chain.label in _NAMED_LABELS and matters(chain, uses[number])):
                continue
            chosen[number] = self._entity(chain, name)
        return chosen

    def _entity(self, chain: Chain, name: str | None) -> str:
        label = chain.label
        shown = name or best_nominal(self._doc, self._analysis.tree, chain)
        known = self._draft.entity(shown, label, tuple(chain.aliases), named=name is not None)
        for mention in chain.mentions:
            span = self._at.spans(range(mention.start, mention.end))
            if span:
                mention_label = mention.label if mention.label in LABELS else label
                self._draft.mentions.append((span[0], mention_label, mention.kind, known))
        return known

    def members(self, head: int | None) -> list[str | None]:
        """The entities of those that a plural phrase stands for ("they", "the pair"); none for any other phrase."""
        numbers = self._shared_at.get(head, ()) if head is not None else ()
        return [self._entity_of[number] for number in numbers if number in self._entity_of]

    def label(self, head: int | None) -> str | None:
        """The label of what a phrase with this head refers to, or of the value it is."""
        if head is None:
            return None
        chain = self.chain_of(head)
        return self._value_at.get(head) if chain is None else self._chains[chain].label or None

    def chain_of(self, head: int) -> int | None:
        """The chain of a head word; a title at the head of a name ("Sheikh Omar") and "one of them" before one stand for the name."""
        if head in self._shared_at:
            return self._shared_at[head][0]
        if head in self._chain_at:
            return self._chain_at[head]
        return next(
            (self._chain_at[part] for part in self._name_parts.get(head, ()) if part in self._chain_at), None
        )

    def entity_at(self, head: int) -> str | None:
        """The id of the entity that a phrase with this head refers to, None where it is none of the record."""
        chain = self.chain_of(head)
        return self._entity_of.get(chain) if chain is not None else None

    def phrase(self, tokens: Sequence[int], head: int) -> SpanText | None:
        """A phrase with its entity; a pronoun for something without a node gives way to the words it stands for."""
        entity = self.entity_at(head)
        if entity is None and self.is_referring(tokens, head):
            tokens = self.described(head) or tokens
        spans = self._at.spans(tokens)
        return SpanText(spans, self._at.text(spans), entity, self.amount(tokens, head)) if spans else None

    def is_referring(self, tokens: Sequence[int], head: int) -> bool:
        """Is the phrase a pronoun, or a share of something, that means nothing without what it refers to?"""
        if len(tokens) > 1:
            return False
        share = self._analysis.tree.lower[head] in word_class("bare_shares")
        return share or bool(_REFERRING & set(self._doc[head].morph.get("PronType", [])))

    def described(self, pronoun: int) -> tuple[int, ...]:
        """The nearest words in front that a pronoun stands for, none where nobody knows."""
        chain = self.chain_of(pronoun)
        nouns = self._nouns[chain] if chain is not None else []
        before = bisect_left(nouns, pronoun)
        if not before:
            return ()
        tree, noun = self._analysis.tree, nouns[before - 1]
        subject = tree.child(noun, "nsubj") if tree.child(noun, "cop") is not None else None
        return noun_phrase(tree, noun if subject is None else subject).tokens

    def state_of(self, phrase: SpanText, head: int) -> SpanText:
        """In an office, the adjective of a nation names its state: "Norwegian minister" is a minister of Norway."""
        tree = self._analysis.tree
        is_national = tree.pos[head] == "ADJ" or tree.label[head] == "NORP"
        code = gazetteer.nationality(tree.text[head]) if is_national else None
        if code is None:
            return phrase
        for number, entity in self._entity_of.items():
            name = self._chains[number].name
            if name and any(
                place.rank == "country" and place.country == code for place in gazetteer.candidates(name)
            ):
                return replace(phrase, entity=entity)
        name = gazetteer.country(code).name
        mention = MentionSpan(head, head + 1, head, "GPE", "name")
        return replace(
            phrase, entity=self._entity(Chain((mention,), "GPE", name, (tree.text[head],), named=True), name)
        )

    def amount(self, tokens: Sequence[int], head: int) -> Amount | None:
        """The amount that a phrase says."""
        return amount_at(self._doc, self._analysis.tree, tokens, head)


def is_office(related: Related) -> bool:
    """Is it a role that a state has, a place in it, or whose citizen somebody is? A "Norwegian singer" sings for no state."""
    lemma, relation = related.extraction.lemma, related.relation
    if related.extraction.method not in ROLES:
        return relation == "nationality"
    return relation is not None or lemma in RANKS or noun_type(lemma) == "GPE"
