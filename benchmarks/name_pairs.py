"""How well names from two documents are told apart: F1 where at most 1% of the different pairs are merged.

Usage: ``python -m benchmarks.name_pairs tests/graph/resolution/name_pairs.tsv [--errors tune]``
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsgraph.graph.resolution.profile import Profile, profile_of
from newsgraph.graph.resolution.score import compare
from newsgraph.graph.resolution.verdict import SAME_FROM, MatchEvidence


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are the same thing, and what we think."""

    split: str
    same: bool
    left: Profile
    right: Profile
    evidence: MatchEvidence


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a file of tests/graph/resolution/name_pairs.tsv's form, scored."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    for split, verdict, left_label, left, left_context, right_label, right, right_context in rows[1:]:
        one = _profile(left, left_label, left_context)
        two = _profile(right, right_label, right_context)
        yield Pair(split, verdict == "same", one, two, compare(one, two))


def _profile(name: str, label: str, context: str) -> Profile:
    around = [part.strip() for part in context.split(";") if part.strip()]
    roles = [part.removeprefix("role:") for part in around if part.startswith("role:")]
    return profile_of(name, label, [part for part in around if not part.startswith("role:")], roles)


def scores(pairs: Sequence[Pair], threshold: float) -> tuple[float, float, float, float]:
    """Return precision, recall, F1 and the share of different pairs merged, when merging from ``threshold`` on."""
    merged = [pair for pair in pairs if pair.evidence.score >= threshold]
    right = sum(pair.same for pair in merged)
    same = sum(pair.same for pair in pairs)
    precision = right / len(merged) if merged else 1.0
    recall = right / same if same else 1.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return precision, recall, f1, (len(merged) - right) / max(1, len(pairs) - same)


def best_at_one_percent(pairs: Sequence[Pair]) -> tuple[float, float]:
    """Return the best F1 with at most 1% false merges, and its threshold."""
    thresholds = sorted({pair.evidence.score for pair in pairs})
    allowed = [(scores(pairs, t)[2], t) for t in thresholds if scores(pairs, t)[3] <= 0.01]
    return max(allowed, default=(0.0, 1.0))


def main() -> None:
    """Print the figures per split, and the errors of the split named after ``--errors``."""
    parser = argparse.ArgumentParser(description="Score how names are told apart.")
    parser.add_argument("path", type=Path, help="pairs: tests/graph/resolution/name_pairs.tsv")
    parser.add_argument("--errors", metavar="SPLIT", help="list what is wrong in this split")
    options = parser.parse_args()
    pairs = list(read_pairs(options.path))
    for split in sorted({pair.split for pair in pairs}):
        chosen = [pair for pair in pairs if pair.split == split]
        precision, recall, f1, false = scores(chosen, SAME_FROM)
        best, threshold = best_at_one_percent(chosen)
        print(
            f"{split}: {len(chosen)} pairs; at {SAME_FROM}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, "
            f"false merges {false:.1%}; best F1 at <= 1% false merges {best:.3f} (from {threshold})"
        )
    for pair in pairs:
        if pair.split == options.errors and pair.same != (pair.evidence.score >= SAME_FROM):
            wanted = "same" if pair.same else "different"
            names = f"{pair.left.name} | {pair.right.name}"
            print(f"{wanted}\t{pair.evidence.score}\t{names}\t{'; '.join(pair.evidence.reasons)}")


if __name__ == "__main__":
    main()
