"""Fit the weights by which statements of two articles are seen as one claim: ``python -m training.train_claims --records FILE ...``.

Logistic regression on pairs judged by reading (``judged/claim_pairs.tsv``) and, as pairs that are one, on the facts of the
tuning half of ``judged/claims.jsonl``, with a Gaussian prior around weights set by hand. Prints what
``graph/collection/matching.py`` holds as WEIGHTS, and precision and recall in ten-fold cross-validation.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.claims import JUDGED, facts, records_of
from newsgraph.graph.build import build_graph
from newsgraph.graph.collection.collection import Collection
from newsgraph.graph.collection.evidence import ApartError, evidence_for
from newsgraph.graph.collection.matching import THRESHOLD
from newsgraph.graph.collection.signatures import Signature

Row = dict[str, float]

BY_HAND: Row = {
    "same": 1.0, "frame": 0.5, "event": 0.0, "reworded": -0.8, "frame.loose": 0.0, "event.loose": -1.5,
    "agent.named": 2.0, "agent.namesake": 1.6, "agent.mentioned": 0.0, "agent.described": -0.7, "agent.names": 0.5,
    "agent.words": 0.8, "agent.pronoun": 0.0, "agent.head": 1.0, "agent.unlike": -0.5, "agent.modifiers": -0.2,
    "agent.number": 0.5, "agent.absent": -0.3, "agent.none": 0.0,
    "theme.named": 2.0, "theme.namesake": 1.9, "theme.mentioned": 0.0, "theme.described": -0.7, "theme.names": 0.5,
    "theme.words": 0.8, "theme.pronoun": 0.0, "theme.head": 1.0, "theme.unlike": -1.2, "theme.modifiers": -0.3,
    "theme.number": 0.5, "theme.absent": -1.0, "theme.none": 0.0,
    "sentence": 1.0, "rest": 1.5, "kinship": 4.0, "others": 0.5, "others.apart": -0.5,
    "once": 0.0, "days": 0.0, "near": 0.0, "far": -1.0, "long": -1.0, "denied": -0.6, "mood": -0.3,
    "bias": -4.2,
}  # fmt: skip
"""The weights that were set by hand before pairs were judged: what few judgements should not overturn."""

PRIOR = 3.0
"""Inverse variance of weights around those set by hand."""

LIKELY = 1.5
"""Score by hand from which two statements in the places of a fact are taken for that fact."""

STRICT = 0.5
"""What is taken off the bias: a score of 0 is then precise rather than complete."""


def weights(rows: Sequence[Row], right: Sequence[bool]) -> np.ndarray:
    """Return the weights, bias last, that make the judgements likeliest (Newton's method)."""
    names = list(BY_HAND)
    x = np.array([[row.get(name, 0.0) for name in names[:-1]] + [1.0] for row in rows])
    y, prior = np.array(right, dtype=float), np.array([BY_HAND[name] for name in names])
    found, precision = prior.copy(), np.diag([PRIOR] * (len(names) - 1) + [1e-3])
    for _ in range(40):
        odds = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        gradient = x.T @ (odds - y) + precision @ (found - prior)
        found = found - np.linalg.solve((x * (odds * (1 - odds))[:, None]).T @ x + precision, gradient)
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

    def rows(self) -> Iterator[tuple[Row, bool]]:
        """Yield the evidence of each judged pair that was read and is not ruled out, with the verdict."""
        for line in (JUDGED / "claim_pairs.tsv").read_text(encoding="utf8").splitlines()[3:]:
            verdict, left, a, b, right, c, d = line.split("\t")
            pair = (self.core.get((left, int(a), int(b))), self.core.get((right, int(c), int(d))))
            row = self._row(*pair)
            if row is not None:
                yield row, verdict == "same"
        for fact in facts():
            if fact["half"] == "tune":
                sides = [self._at(*fact[side]) for side in ("left", "right")]
                found = [row for a in sides[0] for b in sides[1] if a.id != b.id and (row := self._row(a, b))]
                best = max(found, key=_score, default=None)
                if best is not None and _score(best) > LIKELY:
                    yield best, True

    def _at(self, source: str, start: int, end: int) -> list[Signature]:
        return [found for first, last, found in self.whole[source] if first <= start and end <= last]

    def _row(self, left: Signature | None, right: Signature | None) -> Row | None:
        if left is None or right is None:
            return None
        try:
            return evidence_for(left, right, self.background)
        except ApartError:
            return None


def _score(row: Row) -> float:
    return sum(BY_HAND[name] * value for name, value in row.items())


def main() -> None:
    """Print weights and scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", nargs="*", default=[], help="files of records, instead of reading anew")
    judged = list(Judged(Collection(build_graph(records_of(parser.parse_args().records)))).rows())
    rows, right = [row for row, _ in judged], [verdict for _, verdict in judged]
    order = np.random.default_rng(0).permutation(len(rows))
    kept = []
    for fold in range(10):
        inside = [i for at, i in enumerate(order) if at % 10 != fold]
        found = dict(
            zip(BY_HAND, weights([rows[i] for i in inside], [right[i] for i in inside]), strict=True)
        )
        for i in order[fold::10]:
            score = found["bias"] - STRICT + sum(found[name] * value for name, value in rows[i].items())
            kept.append((score >= THRESHOLD, right[i]))
    hits = sum(yes and truth for yes, truth in kept)
    print(
        f"{len(rows)} pairs, {sum(right)} of them one claim; precision {hits / max(sum(yes for yes, _ in kept), 1):.2f}, "
        f"recall {hits / max(sum(right), 1):.2f}"
    )
    fitted = dict(zip(BY_HAND, weights(rows, right), strict=True))
    fitted["bias"] -= STRICT
    print({name: round(float(value), 2) for name, value in fitted.items()})


if __name__ == "__main__":
    main()
