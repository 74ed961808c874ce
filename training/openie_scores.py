"""The scores of three open information extraction benchmarks, reimplemented from their definitions.

* CaRB (Bhardwaj, Aggarwal and Mausam, EMNLP 2019): token overlap, precision by one-to-one matching, recall by best match.
* BenchIE (Gashteovski et al., ACL 2022): an extraction is right if it equals one of the acceptable forms of a fact.
* WiRe57 (Léchelle, Gotti and Langlais, LAW 2019): token overlap of greedily matched tuples.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

FORMS_OF_BE = ("be", "is", "am", "are", "was", "were", "been", "being")
SAYING = ("said", "told", "added", "adds", "says")


@dataclass(frozen=True, slots=True)
class OpenTuple:
    """A predicate, its subject and its further arguments, as text; confidence ranks it."""

    predicate: str
    arguments: tuple[str, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and the confidence threshold they hold at."""

    precision: float
    recall: float
    threshold: float = 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Corpus = Mapping[str, Sequence[OpenTuple]]


# ---------------------------------------------------------------- CaRB
def carb_match(gold: OpenTuple, found: OpenTuple) -> tuple[float, float]:
    """Precision and recall of one extraction against one gold tuple (``binary_linient_tuple_match``)."""
    straight = _overlap(_binary(gold), _binary(found))
    if not any(word in gold.predicate for word in SAYING):
        return straight
    arguments = _binary(found).arguments
    return max(straight, _overlap(_binary(gold), OpenTuple(found.predicate, tuple(reversed(arguments)))))


def _binary(extraction: OpenTuple) -> OpenTuple:
    if len(extraction.arguments) < 2:
        return extraction
    return OpenTuple(extraction.predicate, (extraction.arguments[0], " ".join(extraction.arguments[1:])))


def _overlap(gold: OpenTuple, found: OpenTuple) -> tuple[float, float]:
    predicted, wanted = found.predicate.split(" "), gold.predicate.split(" ")
    matching = _common(wanted, predicted) + _be_bonus(wanted, predicted)
    if not matching:
        return 0.0, 0.0
    right, offered, needed = matching, len(predicted), len(wanted)
    for number, argument in enumerate(gold.arguments):
        wanted = argument.split(" ")
        needed += len(wanted)
        if number >= len(found.arguments):
            if number < 2:
                return 0.0, 0.0
            continue
        predicted = found.arguments[number].split(" ")
        offered += len(predicted)
        right += _common(wanted, predicted)
    return right / offered, right / needed


def _common(wanted: list[str], predicted: list[str]) -> int:
    return sum((Counter(wanted) & Counter(predicted)).values())


def _be_bonus(wanted: list[str], predicted: list[str]) -> int:
    """A predicted "be" left over matches any form of it."""
    left = "be" in predicted and predicted.count("be") > wanted.count("be")
    return int(left and any(form in wanted for form in FORMS_OF_BE))


def carb_score(gold: Corpus, found: Corpus) -> Score:
    """The best F1 over all confidence thresholds."""
    thresholds = sorted({e.confidence for extractions in found.values() for e in extractions})
    best = Score(0.0, 0.0)
    matches = {
        key: [[carb_match(g, f) for f in found.get(key, ())] for g in golds] for key, golds in gold.items()
    }
    for threshold in thresholds or [0.0]:
        score = _carb_at(gold, found, matches, threshold)
        best = max(best, score, key=lambda s: s.f1)
    return best


def _carb_at(
    gold: Corpus, found: Corpus, matches: Mapping[str, list[list[tuple[float, float]]]], threshold: float
) -> Score:
    right = offered = recalled = needed = 0.0
    for key, golds in gold.items():
        columns = [i for i, extraction in enumerate(found.get(key, ())) if extraction.confidence >= threshold]
        rows = matches[key]
        needed += len(golds)
        offered += len(columns)
        recalled += sum(max((row[c][1] for c in columns), default=0.0) for row in rows)
        right += _one_to_one([[row[c][0] for c in columns] for row in rows])
    return Score(right / offered if offered else 1.0, recalled / needed if needed else 0.0, threshold)


def _one_to_one(precisions: list[list[float]]) -> float:
    """Greedy matching, the highest precision first."""
    cells = [(p, -r, -c) for r, row in enumerate(precisions) for c, p in enumerate(row)]
    rows: set[int] = set()
    columns: set[int] = set()
    total = 0.0
    for precision, row, column in sorted(cells, reverse=True):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            total += precision
    return total


# ---------------------------------------------------------------- BenchIE
def benchie_forms(fact: str) -> set[tuple[str, str, str]]:
    """All triples a line of gold allows; words in square brackets may be left out."""
    slots = [slot.strip().lower() for slot in fact.split("-->")]
    if len(slots) != 3:
        return set()
    return set(itertools.product(*(_optional(slot) for slot in slots)))  # type: ignore[arg-type]


def _optional(slot: str) -> set[str]:
    parts = [part.strip() for part in re.findall(r"\[[^\]]*\]|[^\[\]]+", slot) if part.strip()]
    choices = [("", part[1:-1].strip()) if part.startswith("[") else (part,) for part in parts]
    return {" ".join(" ".join(choice).split()) for choice in itertools.product(*choices)}


def benchie_score(facts: Mapping[str, Sequence[set[tuple[str, str, str]]]], found: Corpus) -> Score:
    """Precision over extractions, recall over facts; only triples can match."""
    right = offered = covered = needed = 0
    for key, synsets in facts.items():
        triples = {tuple(" ".join(s.lower().split()) for s in (e.arguments[0], e.predicate, *e.arguments[1:2]))
                   for e in found.get(key, ()) if len(e.arguments) > 1}  # fmt: skip
        right += sum(any(triple in synset for synset in synsets) for triple in triples)
        offered += len(triples)
        covered += sum(any(triple in synset for triple in triples) for synset in synsets)
        needed += len(synsets)
    return Score(right / offered if offered else 0.0, covered / needed if needed else 0.0)


# ---------------------------------------------------------------- WiRe57
def wire_score(gold: Corpus, found: Corpus) -> Score:
    """Token precision and recall of the tuples matched greedily by their F1."""
    precision = recall = offered = needed = 0.0
    for key, golds in gold.items():
        predicted = found.get(key, ())
        offered += len(predicted)
        needed += len(golds)
        cells = [
            (Score(*_wire_match(g, f)).f1, -i, -j)
            for i, g in enumerate(golds)
            for j, f in enumerate(predicted)
        ]
        rows: set[int] = set()
        columns: set[int] = set()
        for value, row, column in sorted(cells, reverse=True):
            if value and row not in rows and column not in columns:
                rows.add(row)
                columns.add(column)
                p, r = _wire_match(golds[-row], predicted[-column])
                precision, recall = precision + p, recall + r
    return Score(precision / offered if offered else 0.0, recall / needed if needed else 0.0)


def _wire_match(gold: OpenTuple, found: OpenTuple) -> tuple[float, float]:
    """Tuples match when subject, predicate and object share a word each, where gold has words of the sentence there."""
    pairs = list(itertools.zip_longest(_slots(gold), _slots(found), fillvalue=""))
    shared = [_common(g.lower().split(), f.lower().split()) for g, f in pairs]
    if any(g and not count for (g, _), count in zip(pairs[:3], shared, strict=False)):
        return 0.0, 0.0
    total = sum(shared)
    if not total:
        return 0.0, 0.0
    return total / _length(f for _, f in pairs), total / _length(g for g, _ in pairs)


def _slots(extraction: OpenTuple) -> list[str]:
    subject, *rest = extraction.arguments
    return [subject, extraction.predicate, *rest]


def _length(slots: Iterable[str]) -> int:
    return sum(len(slot.split()) for slot in slots)
