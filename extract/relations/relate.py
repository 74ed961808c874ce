"""All statements of a document with their relations: as the rules found them, derived from these, and classified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ..syntax.rules import Rule, RuleTable
from .classifier import classify_pairs
from .gates import stating_word
from .inference import LabelAt, derived_relations
from .phrases import phrase_relation
from .predicate import predicate_words
from .statements import METHOD, EntityAt, ends, pair_statements
from .triggers import find_relation

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsgraph.graph.knowledge.schema import Schema

    from ..attribution.sources import Source
    from ..mentions.detection import MentionSpan
    from ..statements import Extraction
    from ..syntax.tree import Tree
    from .classifier import Classifier, PairRelation


PAIRS = Rule("pair-classifier", classify_pairs, cites="a network over pairs of mentions, see the model card")
CLASSIFIED = RuleTable("relations", PAIRS)

LEAST_SURE = 0.5
"""A relation of the classifier that is more often wrong than right makes no statement."""


class Related(Struct, frozen=True):
    """An extraction with the schema's relation, None where none is known.

    ``probability`` is the classifier's, None for what rules found.
    """

    extraction: Extraction
    relation: str | None
    probability: float | None = None


def relate(
    schema: Schema,
    doc: Doc,
    tree: Tree,
    extractions: Sequence[Extraction],
    mentions: Sequence[MentionSpan],
    *,
    label_at: LabelAt,
    entity_at: EntityAt,
    classifier: Classifier | None = None,
    sources: Sequence[Source | None] = (),
) -> list[Related]:
    """Name the relations of extractions, in their order, and append statements that only the schema knows.

    ``tree`` is ``read_tree(doc)``, ``mentions`` are those of ``find_mentions``. ``label_at`` and ``entity_at`` tell the
    label and the entity of the phrase with a given head, None for phrases that are no entity. A classifier's relations
    that the schema (perhaps a user's) does not have are left out. ``sources`` has for each token who vouches for it.
    """
    found = [Related(p, _relation(schema, tree, p, label_at)) for p in extractions]
    derived = [Related(*more) for more in derived_relations(schema, tree, extractions, label_at)]
    found = [*_unnamed_by(derived, found), *derived]
    if classifier is None or not PAIRS.is_on:
        return found
    pairs = list(_stated(schema, tree, classify_pairs(doc, mentions, classifier, tree=tree)))
    said = [(related.extraction, related.relation) for related in found]
    more = [Related(*each) for each in pair_statements(schema, tree, pairs, said, entity_at, sources)]
    for related in more:
        PAIRS.fire(related.extraction.predicate[-1], related.relation or "")
    return _joined(found, more, entity_at)


def _unnamed_by(derived: list[Related], found: list[Related]) -> list[Related]:
    """Without what a derived relation says in the same words: "was elected mayor of | Leeds" is told as the office."""
    said = {_parts(related.extraction) for related in derived}
    return [related for related in found if related.relation or _parts(related.extraction) not in said]


def _parts(extraction: Extraction) -> tuple[object, ...]:
    return extraction.subject, extraction.predicate, extraction.object


def _stated(schema: Schema, tree: Tree, pairs: Iterable[PairRelation]) -> Iterator[PairRelation]:
    """The pairs that some word of their sentence states, with that word as their predicate."""
    for pair in pairs:
        if pair.probability >= LEAST_SURE:
            word = stating_word(schema, tree, pair)
            if word is not None:
                words = predicate_words(tree, word, pair.subject, pair.object)
                yield replace(pair, word=word, predicate=words or (word,))


def _joined(found: list[Related], more: list[Related], entity_at: EntityAt) -> list[Related]:
    """A relation of the classifier names the statement that joins the same two by the same word, where there is one."""
    nameless = {
        ends(related.extraction, entity_at): place
        for place, related in enumerate(found)
        if related.relation is None and related.extraction.object_head is not None
    }
    joined, others = list(found), []
    for related in more:
        place = nameless.get(ends(related.extraction, entity_at))
        own = None if place is None else found[place].extraction
        if place is None or own is None or not set(related.extraction.predicate) & set(own.predicate):
            others.append(related)
        elif joined[place].relation is None:
            joined[place] = replace(related, extraction=replace(own, method=METHOD))
        else:  # one more relation of the same words
            others.append(replace(related, extraction=replace(own, method=METHOD)))
    return joined + others


def _relation(schema: Schema, tree: Tree, extraction: Extraction, label_at: LabelAt) -> str | None:
    if extraction.object_head is None:
        return None
    labels = label_at(extraction.subject_head), label_at(extraction.object_head)
    return phrase_relation(schema, extraction, *labels) or find_relation(schema, tree, extraction, *labels)
