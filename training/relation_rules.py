"""What the triggers of the schema say of a passage, as predictions that can be scored."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from newsgraph.extract.coreference import resolve
from newsgraph.extract.mentions.detection import MentionSpan, find_mentions
from newsgraph.extract.relations import relate
from newsgraph.extract.statements import analyse, find_extractions

from .relation_corpora import Span
from .relation_scores import Prediction

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsgraph.graph.knowledge.schema import Schema


def rule_predictions(number: int, doc: Doc, schema: Schema) -> Iterator[Prediction]:
    """Read one passage with triggers; broader relations and inverses are added."""
    analysis = analyse(doc)
    mentions = find_mentions(doc, analysis.tree)
    labels, spans = _mentions(doc, mentions)
    found = relate(
        schema, doc, analysis.tree, find_extractions(doc, analysis=analysis), mentions,
        label_at=lambda head: labels.get(head, analysis.tree.label[head]), entity_at=lambda head: head,
    )  # fmt: skip
    for related in found:
        extraction = related.extraction
        if extraction.object_head is None:
            continue
        subjects, items = (
            spans.get(head, [_name_span(doc, head)])
            for head in (extraction.subject_head, extraction.object_head)
        )
        for relation, turned in _entailed(schema, related.relation):
            for one, other in product(*((items, subjects) if turned else (subjects, items))):
                yield Prediction(number, relation, one, other)


def _mentions(doc: Doc, mentions: list[MentionSpan]) -> tuple[dict[int, str], dict[int, list[Span]]]:
    """By token of a mention: the label of what it refers to, and the spans of all its mentions."""
    labels, spans = {}, {}
    for chain in resolve(doc, mentions):
        everywhere = [char_span(doc, mention) for mention in chain.mentions if mention.kind != "nominal"]
        for mention in chain.mentions:
            for token in range(mention.start, mention.end) if mention.kind == "name" else (mention.head,):
                labels[token], spans[token] = chain.label, everywhere
    return labels, spans


def _name_span(doc: Doc, token: int) -> Span:
    start, end = doc[token].idx, doc[token].idx + len(doc[token])
    return next(((e.start_char, e.end_char) for e in doc.ents if e.start <= token < e.end), (start, end))


def _entailed(schema: Schema, name: str | None) -> Iterator[tuple[str, bool]]:
    """The relation, those it is a kind of, and all their inverses; True where the ends change places."""
    while name:
        relation = schema.relations[name]
        yield name, False
        if relation.inverse:
            yield relation.inverse, True
        name = relation.broader


def char_span(doc: Doc, mention: MentionSpan) -> Span:
    """Give the characters a mention covers."""
    last = doc[mention.end - 1]
    return doc[mention.start].idx, last.idx + len(last)
