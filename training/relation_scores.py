"""Scores of relations on KnowledgeNet (text F1) and Re-DocRED (F1 over pairs of entities).

KnowledgeNet's text F1 (Mesquita et al., EMNLP 2019; ``span_overlap`` of its evaluator): a fact is found when a prediction has
its property and overlaps both its spans; only passages annotated for a property count for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .relation_corpora import SYMMETRIC, Fact, Passage, Span


@dataclass(frozen=True, slots=True)
class Prediction:
    """A relation found between two spans of a passage."""

    passage: int
    relation: str
    subject: Span
    object: Span
    probability: float = 1.0


@dataclass(slots=True)
class Count:
    """Predictions that are right and wrong, facts that are found and missed."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of right predictions."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of facts found."""
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def __add__(self, other: Count) -> Count:
        """Add up."""
        return Count(
            self.right + other.right,
            self.wrong + other.wrong,
            self.found + other.found,
            self.missed + other.missed,
        )


def overlaps(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def text_scores(
    passages: Sequence[Passage], predictions: Iterable[Prediction], groups: Iterable[int]
) -> dict[str, Count]:
    """Count right and wrong by relation in the passages of these groups; what is said twice counts once."""
    kept, by_passage = set(groups), defaultdict(list)
    for prediction in {(p.passage, p.relation, p.subject, p.object): p for p in predictions}.values():
        by_passage[prediction.passage].append(prediction)
    counts: dict[str, Count] = defaultdict(Count)
    for number, passage in enumerate(passages):
        if passage.group not in kept:
            continue
        known = [p for p in by_passage[number] if p.relation in passage.relations]
        for prediction in known:
            right = any(_same(prediction, fact) for fact in passage.facts)
            counts[prediction.relation] += Count(right=right, wrong=not right)
        for fact in passage.facts:
            found = any(_same(prediction, fact) for prediction in known)
            counts[fact.relation] += Count(found=found, missed=not found)
    return dict(sorted(counts.items()))


def _same(prediction: Prediction, fact: Fact) -> bool:
    if prediction.relation != fact.relation:
        return False
    if overlaps(prediction.subject, fact.subject) and overlaps(prediction.object, fact.object):
        return True
    return (
        fact.relation in SYMMETRIC
        and overlaps(prediction.subject, fact.object)
        and overlaps(prediction.object, fact.subject)
    )


def total(counts: dict[str, Count]) -> Count:
    """Add up the counts of all relations."""
    return sum(counts.values(), Count())


def one_to_one(counts: dict[str, Count]) -> float:
    """F1 where each right prediction may find one fact only: never above the other."""
    sums = total(counts)
    matched = min(sums.right, sums.found)
    return 2 * matched / max(1, sums.right + sums.wrong + sums.found + sums.missed)


def write_scores(counts: dict[str, Count]) -> str:
    """Write a table of all relations and their total."""
    lines = [f"{'relation':24} precision recall     F1  facts"]
    for name, count in [*counts.items(), ("all", total(counts))]:
        facts = count.found + count.missed
        lines.append(f"{name:24} {count.precision:9.3f} {count.recall:6.3f} {count.f1:6.3f} {facts:6}")
    return "\n".join(lines)
