"""Who the subject of a statement is: "I" and "we" of a quotation are its speaker, or whom the speaker speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsgraph.graph.model.record import LocalAttribution, SpanText

from ..attribution.cues import QUOTING
from ..attribution.quotations import quote_around
from ..english import pronouns
from ..english.lexicon import FORMER
from ..english.word_classes import word_class
from .representatives import represented

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..coreference import Chain
    from ..statements import Extraction
    from ..statements.analysis import Analysis
    from .referents import Referents
    from .spans import SpanReader


class SubjectReader:
    """The subjects of the statements of a chunk."""

    def __init__(
        self,
        doc: Doc,
        analysis: Analysis,
        chains: Sequence[Chain],
        extractions: Sequence[Extraction],
        referents: Referents,
        at: SpanReader,
    ) -> None:
        self._doc, self._analysis, self._chains = doc, analysis, chains
        self._referents, self._at = referents, at
        self._representatives = represented(analysis.tree, extractions)

    def _employer(self, extraction: Extraction) -> str | None:
        """The body that a speaker is said to be of ("Vera Stahl, head of Ericsson"): who "we" are, as far as the text tells."""
        source, tree = extraction.attribution, self._analysis.tree
        if source is None or self._referents.label(source.head) == "ORG":
            return None
        if extraction.modality == "obligatory":
            return None  # what "we must resist" asks is asked of everybody
        chain = self._referents.chain_of(source.head)
        for mention in self._chains[chain].mentions if chain is not None else ():
            if not FORMER.isdisjoint(tree.lower[tree.left[mention.head] : mention.head]):
                continue  # who has left a body does not speak for it
            titles = tree.children(mention.head, "nmod:desc")
            roles = (mention.head, *titles, *tree.children(mention.head, "appos"))
            if not word_class("observers").isdisjoint(tree.lemma[role] for role in roles):
                return None
            for head in (mention.head, *titles):
                if tree.lemma[head] in word_class("running") | word_class("representing"):
                    continue  # nor does one of its many candidates and members
                for kid in tree.children(head, "nmod", "compound", "nmod:poss"):
                    entity = self._referents.entity_at(kid)
                    if entity is not None and self._referents.label(kid) == "ORG":
                        return entity
        return None

    def subject(self, extraction: Extraction, attribution: LocalAttribution | None) -> SpanText | None:
        """The subject; the first person of a quotation is its speaker. None for a pronoun that nobody could resolve."""
        head = extraction.subject_head
        phrase = self._referents.phrase(extraction.subject, head)
        quoted = attribution is not None and (attribution.quoted or self._is_quoted_in_part(extraction))
        speaker = attribution.entity if attribution is not None and quoted else None
        if (
            phrase is not None
            and speaker is not None
            and self._analysis.tree.lower[head] in {"i", "me", "my"}
        ):
            return replace(phrase, entity=speaker)
        if (
            phrase is None
            or phrase.entity is not None
            or not self._referents.is_referring(extraction.subject, head)
        ):
            return phrase
        if attribution is not None and quoted and "1" in self._doc[head].morph.get("Person", []):
            is_body = self._is_body(extraction)
            if self._analysis.tree.lower[head] in pronouns.WE and not is_body:  # never one person alone
                body = self._represented(extraction) or self._employer(extraction)
                return replace(phrase, entity=body)
            if attribution.entity is None:
                return SpanText(attribution.spans, attribution.text)
            return replace(phrase, entity=attribution.entity)
        return phrase if phrase.spans != self._at.spans(extraction.subject) else None

    def _is_quoted_in_part(self, extraction: Extraction) -> bool:
        """Does the subject stand between marks that neither all that is reported nor its source does ("said “we are ready”")?"""
        source = extraction.attribution
        quote = None if source is None else quote_around(self._analysis.tree, extraction.subject_head)
        return source is not None and quote is not None and not quote.start < source.head < quote.end

    def _is_body(self, extraction: Extraction) -> bool:
        """Is the speaker a body, which says "we" of itself ("“We will appeal,” Kelda said")? Who quotes others does not."""
        source, tree = extraction.attribution, self._analysis.tree
        if source is None or self._referents.label(source.head) != "ORG":
            return False
        if extraction.modality == "obligatory":
            return False  # asked of everybody, as above
        return tree.lemma[tree.head[source.head]] not in QUOTING

    def _represented(self, extraction: Extraction) -> str | None:
        """The entity of the body that the speaker of a statement speaks for, wherever the text says so."""
        source = extraction.attribution
        chain = None if source is None else self._referents.chain_of(source.head)
        heads = [] if source is None else [source.head]
        heads += [] if chain is None else [mention.head for mention in self._chains[chain].mentions]
        bodies = (self._representatives.get(head) for head in heads)
        body = next((body for body in bodies if body is not None), None)
        if (
            body is None or self._referents.label(body) == "PERSON"
        ):  # "we" of somebody's spokesman are not one person
            return None
        return self._referents.entity_at(body)
