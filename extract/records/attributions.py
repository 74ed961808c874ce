"""Who asserts a statement, as the record keeps it: the words and entity of the source, the cue, the outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.model.record import LocalAttribution

from ..attribution.cues import may_claim
from ..attribution.goes_on import GOES_ON
from ..syntax.phrases import Phrase

if TYPE_CHECKING:
    from ..attribution.sources import Source
    from ..statements.analysis import Analysis
    from .referents import Referents
    from .spans import SpanReader


def attribution_of(
    analysis: Analysis, referents: Referents, at: SpanReader, source: Source | None
) -> LocalAttribution | None:
    """The attribution of a statement with this source; an "it" that nothing is known of is the text or body that spoke before."""
    if source is None:
        return None
    phrase, entity = Phrase(source.tokens, source.head), referents.entity_at(source.head)
    if entity is None and GOES_ON.is_on:
        before = GOES_ON.apply(analysis.tree, analysis.attributions, source.head)
        if before is not None:
            GOES_ON.fire(source.head, analysis.tree.words(before.tokens))
            phrase, entity = before, referents.entity_at(before.head)
    tokens = phrase.tokens if entity is not None else _named(analysis, referents, phrase)
    spans = at.spans(tokens)
    if not spans:
        return None
    cue_spans = at.spans([source.cue]) if source.cue is not None else ()
    return LocalAttribution(
        spans,
        at.text(spans),
        entity,
        analysis.tree.text[source.cue] if source.cue is not None else None,
        source.quoted,
        cue_spans,
        source.stance,
        None if source.via is None else referents.phrase(source.via.tokens, source.via.head),
    )


def _named(analysis: Analysis, referents: Referents, source: Phrase) -> tuple[int, ...]:
    """The words a pronoun stands for, where they are for somebody or for a text ("many dock workers ..., they say")."""
    tree = analysis.tree
    if not referents.is_referring(source.tokens, source.head):
        return source.tokens
    words = referents.described(source.head)
    may_say = any(tree.label[t] or may_claim(tree, t) for t in words)
    return words if may_say else source.tokens
