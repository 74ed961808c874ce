"""Fit the weights by which statements of two articles are seen as one claim: ``python -m training.train_claims --records FILE ...``.

Logistic regression on pairs judged by reading (``judged/claim_pairs.tsv``, half "fit") and, as pairs that are one, on the
facts of the tuning half of ``judged/claims.jsonl``, with a Gaussian prior around weights set by hand. Prints what
``graph/collection/matching.py`` holds as WEIGHTS, and how many pairs of the half "measure" are right at which threshold.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.claims import facts, judged_pairs, records_of
from newsgraph.graph.build import build_graph
from newsgraph.graph.collection.collection import Collection
from newsgraph.graph.collection.evidence import ApartError, evidence_for, meaning_for, numbers_differ
from newsgraph.graph.collection.matching import THRESHOLD
from newsgraph.graph.collection.signatures import Signature
from newsgraph.graph.collection.times import same_time

Row = dict[str, float]

HALF_SURE = 0.5
"""Weight of a pair of which one says more: of one occasion, and not one claim."""

BY_HAND: Row = {
    "same": 1.0, "frame": 0.5, "event": 0.0, "reworded": -0.8, "other": -1.5, "frame.loose": 0.0, "event.loose": -1.5,
    "meaning": 0.5, "meaning.most": 0.5,
    "agent.named": 2.0, "agent.namesake": 1.6, "agent.mentioned": 0.0, "agent.described": -0.7, "agent.names": 0.5,
    "agent.words": 0.8, "agent.pronoun": 0.0, "agent.head": 1.0, "agent.unlike": -0.5, "agent.modifiers": -0.2,
    "agent.number": 0.5, "agent.absent": -0.3, "agent.none": 0.0,
    "theme.named": 2.0, "theme.namesake": 1.9, "theme.mentioned": 0.0, "theme.described": -0.7, "theme.names": 0.5,
    "theme.words": 0.8, "theme.pronoun": 0.0, "theme.head": 1.0, "theme.unlike": -1.2, "theme.modifiers": -0.3,
    "theme.number": 0.5, "theme.absent": -1.0, "theme.none": 0.0,
    "sentence": 1.0, "shared": 0.5, "contained": 0.5, "rest": 1.5, "kinship": 4.0, "others": 0.5, "others.apart": -0.5,
    "once": 0.0, "days": 0.0, "near": 0.0, "far": -1.0, "long": -1.0, "denied": -0.6, "mood": -0.3,
    "affair": 1.0, "agent.called": 1.0, "theme.called": 1.0,
    "bias": -4.2,
}  # fmt: skip
"""The weights that were set by hand before pairs were judged: what few judgements should not overturn."""

PRIOR = 3.0
"""Inverse variance of weights around those set by hand."""

LIKELY = 1.5
"""Score by hand from which two statements in the places of a fact are taken for that fact."""

STRICT = 0.75
"""What is taken off the bias: a score of 0 is then precise rather than complete."""


def weights(rows: Sequence[Row], verdicts: Sequence[str]) -> np.ndarray:
    """Return the weights, bias last, that make the judgements likeliest (Newton's method)."""
    names = list(BY_HAND)
    right = [verdict in ("same", "contradict") for verdict in verdicts]  # a denial is of the same matter
    sure = np.array([HALF_SURE if verdict == "more" else 1.0 for verdict in verdicts])
    x = np.array([[row.get(name, 0.0) for name in names[:-1]] + [1.0] for row in rows])
    y, prior = np.array(right, dtype=float), np.array([BY_HAND[name] for name in names])
    found, precision = prior.copy(), np.diag([PRIOR] * (len(names) - 1) + [1e-3])
    for _ in range(40):
        odds = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        gradient = x.T @ (sure * (odds - y)) + precision @ (found - prior)
        curvature = (x * (sure * odds * (1 - odds))[:, None]).T @ x + precision
        found = found - np.linalg.solve(curvature, gradient)
    return np.asarray(found)


class Judged:
    """Judged pairs as rows of evidence, in a graph of the articles that they stand in."""

    def __init__(self, collection: Collection) -> None:
        """Index the statements of ``collection`` by their places."""
        self.background = collection.background
        graph = collection.graph
        known = {signature.id: signature for signature in collection.signatures}
        sources = {d.id: {d.source, *d.sources} for d in graph.documents}
        self.core: dict[tuple[str, int, int], Signature] = {}
        self.whole: dict[str, list[tuple[int, int, Signature]]] = defaultdict(list)
        for statement in graph.statements:
            for piece in statement.evidence if statement.id in known else ():
                parts = [part for part in (piece.subject, piece.predicate, piece.object) if part is not None]
                core = [span for part in parts for span in part.spans]
                spans = core + [span for part in piece.arguments for span in part.spans]
                for source in sources[piece.document]:
                    place = (source, min(core)[0], max(end for _, end in core))
                    self.core[place] = known[statement.id]
                    bounds = (min(spans)[0], max(end for _, end in spans))
                    self.whole[source].append((*bounds, known[statement.id]))

    def rows(self) -> Iterator[tuple[Row | None, str, str]]:
        """Yield the evidence of each judged pair that was read, and read right; none where it is ruled out.

        Another number or time rules a pair out too where it is measured; where weights are fitted it is like any.
        """
        for verdict, half, left, right in judged_pairs():
            pair = self.core.get(left), self.core.get(right)
            if None not in pair and verdict != "misread":
                clash = half == "measure" and _is_clash(*pair)
                yield None if clash else self._row(*pair), verdict, half
        for fact in facts():
            if fact["half"] == "tune":
                sides = [self._at(*fact[side]) for side in ("left", "right")]
                found = [row for a in sides[0] for b in sides[1] if a.id != b.id and (row := self._row(a, b))]
                best = max(found, key=_score, default=None)
                if best is not None and _score(best) > LIKELY:
                    yield best, "same", "fit"

    def _at(self, source: str, start: int, end: int) -> list[Signature]:
        return [found for first, last, found in self.whole[source] if first <= start and end <= last]

    def _row(self, left: Signature | None, right: Signature | None) -> Row | None:
        if left is None or right is None:
            return None
        try:
            found = evidence_for(left, right, self.background)
            return found | meaning_for(left, right, self.background)
        except ApartError:
            return None


def _is_clash(left: Signature, right: Signature) -> bool:
    return numbers_differ(left, right) or not same_time(left, right)


def _score(row: Row) -> float:
    return sum(BY_HAND[name] * value for name, value in row.items())


def _weighed(row: Row, fitted: Row) -> float:
    return fitted["bias"] + sum(fitted[name] * value for name, value in row.items())


def main() -> None:
    """Print weights and scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", nargs="*", default=[], help="files of records, instead of reading anew")
    more = {place[0] for _, _, *places in judged_pairs() for place in places}
    records = records_of(parser.parse_args().records, more)
    judged = list(Judged(Collection(build_graph(records))).rows())
    fit = [(row, verdict) for row, verdict, half in judged if half == "fit" and row is not None]
    fitted = dict(zip(BY_HAND, weights(*zip(*fit, strict=True)), strict=True))
    measured = sorted(
        (_weighed(row, fitted) if row is not None else -math.inf, verdict)
        for row, verdict, half in judged
        if half == "measure"
    )
    total = sum(verdict == "same" for _, verdict in measured)
    print(f"{len(fit)} pairs to fit, {len(measured)} to measure, {total} of them one claim")
    for strict in (0.0, 0.5, STRICT, 1.0, 1.5):
        told = Counter(verdict for score, verdict in measured if score - strict >= THRESHOLD)
        share = [
            sum(told[v] for v in verdicts) / max(told.total(), 1)
            for verdicts in (("same",), ("same", "more"))
        ]
        print(
            f"bias - {strict}: {told.total()} told, {share[0]:.2f} the same, {share[1]:.2f} of one occasion, "
            f"recall {told['same'] / max(total, 1):.2f}"
        )
    fitted["bias"] -= STRICT
    print({name: round(float(value), 2) for name, value in fitted.items()})


if __name__ == "__main__":
    main()
