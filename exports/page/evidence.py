"""Evidence as columns: where each statement stands, how it was found, and what may be doubted about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.statement import Evidence, Statement

from .coding import coded_numbers
from .columns import deltas, numbers, packed, zigzag
from .constants import ROLES
from .evidence_sentences import Passages, marks_of, utf16_length

EVIDENCE_LIMIT = 40
"""Most places that the page carries for one statement; the page says how many more there are."""


def carried_evidence(statement: Statement) -> list[Evidence]:
    """Return the best evidence of a statement, in the order of documents and text."""
    best = sorted(statement.evidence, key=lambda e: (-e.confidence, e.id))[:EVIDENCE_LIMIT]
    return sorted(best, key=lambda e: (e.document, e.sentence, e.id))


def evidence_columns(
    kg: KnowledgeGraph,
    statements: Sequence[Statement],
    carried: Sequence[Sequence[Evidence]],
    passages: Passages,
    number: Mapping[str, int],
) -> dict[str, Any]:
    """Return the evidence ``carried`` for each of ``statements``; ``number`` is the node of an entity id."""
    rows = [(position, item) for position, evidence in enumerate(carried) for item in evidence]
    pronouns = set(_pronouns(kg))
    return {
        "statement": deltas([position for position, _ in rows]),
        "sentence": deltas([passages.number(e.document, e.sentence) for _, e in rows]),
        "marks": packed([_coded_marks(kg, statements[row], item, passages) for row, item in rows]),
        "doubt": numbers(
            zigzag(round((statements[row].confidence - item.confidence) * 100)) for row, item in rows
        ),
        "method": packed([item.method for _, item in rows]),
        "rule": packed([[item.rule, *item.steps] if item.rule else None for _, item in rows]),
        "cue": packed([item.cue for _, item in rows]),
        "cues": packed([[[cue.effect, cue.text] for cue in item.cues] for _, item in rows]),
        "stance": packed([item.stance for _, item in rows]),
        "via": packed([_relay(item, number) for _, item in rows]),
        "quoted": packed([int(item.quoted) for _, item in rows]),
        "behind": packed([_behind(item, pronouns) for _, item in rows]),
    }


def _relay(item: Evidence, number: Mapping[str, int]) -> list[Any] | None:
    """Return the words and the node of who relays the source."""
    if item.via is None:
        return None
    return [item.via.text, -1 if item.via.entity is None else number[item.via.entity]]


def _pronouns(kg: KnowledgeGraph) -> Iterator[tuple[str, int]]:
    """Yield where pronouns stand: document and offset."""
    for entity in kg.entities:
        for member in entity.members:
            yield from ((member.document, m.start) for m in member.mentions if m.kind == "pronoun")


def _behind(item: Evidence, pronouns: set[tuple[str, int]]) -> list[str]:
    """Return the pronouns that stand for an end of the statement: a reader may doubt whom they mean."""
    parts = (item.subject, item.object, item.attribution)
    return [
        part.text
        for part in parts
        if part is not None and any((item.document, start) in pronouns for start, _ in part.spans)
    ]


def _coded_marks(kg: KnowledgeGraph, statement: Statement, evidence: Evidence, passages: Passages) -> str:
    """Return role and sentence, start after the mark before, and length of every mark.

    Length 0 is that of the words which the page has for the role anyway.
    """
    home = passages.number(evidence.document, evidence.sentence)
    usual = _usual_lengths(kg, statement)
    found: list[int] = []
    before = 0
    for mark in marks_of(evidence, kg.document(evidence.document)):
        away = passages.number(evidence.document, mark.sentence) - home
        length = mark.end - mark.start
        found += [mark.role + len(ROLES) * zigzag(away), zigzag(mark.start - before)]
        found.append(0 if length == usual[mark.role] else length)
        before = mark.end
    return coded_numbers(found)


def _usual_lengths(kg: KnowledgeGraph, statement: Statement) -> list[int]:
    """Return the lengths, in UTF-16 units, of what the page calls the parts of a statement; -1 for no words."""
    literal = statement.literal.text if statement.literal else ""
    object_ = kg.entity(statement.object).name if statement.object is not None else literal
    by = kg.entity(statement.attributed_to).name if statement.attributed_to is not None else ""
    words = (kg.entity(statement.subject).name, statement.predicate, object_, by)
    return [*(utf16_length(word) for word in words), *(-1 for _ in ROLES[len(words) :])]
