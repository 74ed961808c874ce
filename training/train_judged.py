"""Fit the confidence of statements: on treebanks, then on verdicts given by hand; say how well it ranks, and write it down.

    python -m training.train_judged [--out extract/pipeline/model/judged.json] [--keep-prior]

To be run whenever what is extracted has changed. In this order it fits ``confidence.json`` anew
(``training/train_confidence.py``, unless ``--keep-prior``), reads the judged articles, fits ``judged.json``, brings
``manifest.json`` up to date, and writes the reliability curve into the model card. Right is "core": who did what to whom,
with the things behind the words (JUDGING: R or P). The strength of the prior is chosen by cross-validation over the
articles of the lists in ``FITTED``; the two test lists are only reported on, and ``last`` was, in its own
judging. Verdicts whose words are no longer read as they were are passed over.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsgraph.extract.pipeline import MODEL
from newsgraph.extract.records.confidence import DOUBTED, load_judged, load_table
from newsgraph.graph.assembly.interest import CREDIBLE, WANTED

from . import train_confidence
from .judge import Judged, area, judged, verdicts
from .judged_fit import Scored, best_penalty, calibration_error, chances, crossed, curve, fit, thresholds
from .manifest import refresh_shipped

OUT = MODEL / "judged.json"
CARD = MODEL / "MODEL_CARD.md"
BEGIN, END = "<!-- training.train_judged writes from here -->", "<!-- to here -->"
PENALTIES = (8.0, 16.0, 32.0, 64.0, 128.0)
FITTED = (
    "train", "fresh", "later", "latest", "wide", "broad", "final", "blind", "sealed",
    "nouns", "ample", "further",
)  # fmt: skip
"""The lists that are fitted to."""
LEVELS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
CORE, HIDDEN = 0.90, 0.25
"""Of what is shown at least this share is right, by a standard error, and at most this share of the right is hidden."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(
        description="Fit the confidence of statements on treebanks and on verdicts given by hand."
    )
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--keep-prior", action="store_true", help="do not fit confidence.json anew")
    options = parser.parse_args(arguments)
    if not options.keep_prior:
        train_confidence.main([])
        load_table.cache_clear()
    train, test = [row for name in FITTED for row in judged(name)], list(judged("test"))
    penalty = best_penalty(train, PENALTIES)
    weights, unseen = fit(train, penalty), crossed(train, penalty)
    content = {name: round(weight, 3) for name, weight in sorted(weights.items())}
    options.out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf8")
    load_judged.cache_clear()
    refresh_shipped(options.out)
    nouns = list(judged("nouns-test"))
    lines = list(report(train, test, unseen, chances(test, weights), nouns, chances(nouns, weights)))
    print("\n".join(lines))
    print(f"prior of strength {penalty:g}, {len(weights)} weights in {options.out}")
    if options.out == OUT:
        CARD.write_text(rewritten(CARD.read_text(encoding="utf8"), lines), encoding="utf8")


def report(
    train: Sequence[Judged],
    test: Sequence[Judged],
    unseen: Scored,
    tested: Scored,
    nouns: Sequence[Judged],
    named: Scored,
) -> Iterator[str]:
    """The tables of the model card, in Markdown."""
    yield "| list | verdicts | still read | strict | core | ROC area, parse alone | ROC area | calibration error |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, lists, rows, scored in (
        ("fitted, crossed over articles", FITTED, train, unseen),
        ("test", ("test",), test, tested),
        ("test, events that nouns name", ("nouns-test",), nouns, named),
    ):
        prior = area([(row.features["prior"], row.right) for row in rows])
        strict = sum(row.row["verdict"] == "R" for row in rows) / max(1, len(rows))
        core = sum(row.right for row in rows) / max(1, len(rows))
        known = sum(len(verdicts(one)) for one in lists)
        yield (
            f"| {name} | {known} | {len(rows)} | {strict:.3f} | {core:.3f} | {prior:.3f} | {area(scored):.3f} "
            f"| {calibration_error(curve(scored)):.3f} |"
        )
    yield ""
    told = [right for chance, right in named if chance >= DOUBTED]
    core = sum(told) / max(1, len(told))
    yield f"Of events that nouns name those of a confidence of {DOUBTED:.2f} are told: {len(told)} of the test, {core:.3f} right.\n"
    yield "Reliability of the test list, in six bins:\n"
    bins = curve(tested)
    yield "| confidence | " + " | ".join(f"{bin.said:.2f}" for bin in bins) + " |"
    yield "|---" * (len(bins) + 1) + "|"
    yield "| right | " + " | ".join(f"{bin.right:.2f}" for bin in bins) + " |"
    yield ""
    yield from _shown(unseen, tested)
    yield ""
    yield from _wanted([*train, *test])


def _shown(unseen: Scored, tested: Scored) -> Iterator[str]:
    """What thresholds show, and the one that the fitted lists would choose."""
    fitting = [t for t in thresholds(unseen, LEVELS) if t.core - t.error >= CORE and t.kept >= 1 - HIDDEN]
    best = f"{fitting[0].least:.2f}" if fitting else "none"
    yield (
        f"Shown by default is what has a confidence of {CREDIBLE:.2f} or more; the least of which at least {CORE:.2f} are "
        f"right, by a standard error, and which hides at most {HIDDEN:.2f} of the right ones, on the fitted lists: {best}.\n"
    )
    yield "| least confidence | shown | right of these | right ones kept | test: shown | right of these | right ones kept |"
    yield "|---|---|---|---|---|---|---|"
    for one, other in zip(thresholds(unseen, LEVELS), thresholds(tested, LEVELS), strict=True):
        cells = (one.least, one.shown, one.core, one.kept, other.shown, other.core, other.kept)
        yield "| " + " | ".join(f"{cell:.2f}" for cell in cells) + " |"


def _wanted(rows: Sequence[Judged]) -> Iterator[str]:
    """What the interest of statements tells of the verdicts."""
    yield f"Interest of {WANTED} or more, and the rest:\n"
    yield "| interest | statements | right, neither trivial nor said twice | trivial |"
    yield "|---|---|---|---|"
    wanted = [row for row in rows if row.interest is not None and row.interest >= WANTED]
    others = [row for row in rows if row.interest is not None and row.interest < WANTED]
    for name, some in (("wanted", wanted), ("not wanted", others)):
        useful = sum(row.row["verdict"] == "R" and not set("td") & set(row.row["flags"]) for row in some)
        trivial = sum("t" in row.row["flags"] for row in some)
        total = max(1, len(some))
        yield f"| {name} | {len(some)} | {useful / total:.3f} | {trivial / total:.3f} |"


def rewritten(card: str, lines: Sequence[str]) -> str:
    """The model card with these lines between its two marks. Raises ValueError if it has none."""
    before, begin, rest = card.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the model card has no part between {BEGIN!r} and {END!r}")
    return f"{before}{begin}\n\n" + "\n".join(lines) + f"\n\n{end}{after}"


if __name__ == "__main__":
    main()
