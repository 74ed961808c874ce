"""How well mentions of two articles are told apart in a collection: precision and recall on pairs judged by reading.

    python -m benchmarks.entity_pairs [--records FILE] [--errors tune]

The collection is 1,220 articles of shared/corpora: world news (training, first half of dev) and a third of PolNeAR's
training part. Reading it takes minutes; ``--records`` keeps the records in a file, which is used if it exists. Hard
kinds are over-represented on purpose: initials, bodies of states, family names, look-alikes, one name with two labels.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import newsgraph
from newsgraph.graph import write_records
from newsgraph.graph.assembly.entities import EntityIndex, entities_of
from newsgraph.graph.knowledge.entity_list import known_entities
from newsgraph.graph.model.record import ExtractionRecord
from newsgraph.graph.model.record_io import read_records

ROOT = Path(__file__).resolve().parent.parent
PAIRS = ROOT / "training" / "judged" / "entity_pairs.tsv"
CORPORA = ROOT.parent / "shared" / "corpora"
HALVES = ("tune", "report")


@dataclass(frozen=True, slots=True)
class Place:
    """A mention: the article, where it begins, and what the article calls the thing."""

    article: str
    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions and whether they mean one thing."""

    half: str
    kind: str
    same: bool
    left: Place
    right: Place


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """Return the judged pairs."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf8").splitlines() if line[:1] != "#"]
    return [
        Pair(half, kind, verdict == "same", Place(a, int(b), c), Place(d, int(e), f))
        for half, kind, verdict, a, b, c, d, e, f in rows[1:]
    ]


def collection(corpora: Path = CORPORA) -> Iterator[tuple[str, str]]:
    """Yield the ids and texts of the articles; of lists for development only the first half."""
    world = corpora / "en-worldwide-newswire"
    dev = _articles(world / "dev.jsonl.gz")
    yield from _articles(world / "train.jsonl.gz")
    yield from dev[: len(dev) // 2]
    yield from _articles(corpora / "polnear" / "train.jsonl.gz")[::3]


def _articles(path: Path) -> list[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return sorted((row["doc_id"], row["text"]) for row in map(json.loads, lines))


def records(cache: Path | None) -> list[ExtractionRecord]:
    """Return the records of the collection, from ``cache`` if it exists."""
    if cache is None or not cache.exists():
        documents = [newsgraph.Document.from_text(text, source=id) for id, text in collection()]
        found = {record.document.id: record for record in newsgraph.extract_records(documents)}
        if cache is None:
            return [found[id] for id in sorted(found)]
        cache.write_text("".join(write_records(found[id] for id in sorted(found))), encoding="utf8")
    with cache.open(encoding="utf8") as lines:
        return list(read_records(lines))


def entities_at(index: EntityIndex, read: Iterable[ExtractionRecord]) -> dict[tuple[str, int], str]:
    """Return the id of the entity of each mention, by article and offset; of nested ones the named one."""
    sources = {record.document.id: record.document.source for record in read}
    found: dict[tuple[str, int], str] = {}
    for entity in sorted(index.entities, key=lambda entity: (entity.named, entity.id)):
        for member in entity.members:
            for mention in member.mentions:
                found[sources[member.document], mention.start] = entity.id
    return found


def scores(pairs: Sequence[Pair], joined: Sequence[bool]) -> tuple[float, float]:
    """Return precision and recall of what was joined."""
    right = sum(pair.same and one for pair, one in zip(pairs, joined, strict=True))
    return right / max(1, sum(joined)), right / max(1, sum(pair.same for pair in pairs))


def main() -> None:
    """Print precision and recall of each half and kind, and the errors of the half named after ``--errors``."""
    parser = argparse.ArgumentParser(description="Score identity across articles.")
    parser.add_argument("--records", type=Path, help="keep the records of the collection here")
    parser.add_argument("--errors", choices=HALVES, help="list what is wrong in this half")
    options = parser.parse_args()
    read = records(options.records)
    at = entities_at(entities_of(read, (), known_entities(())), read)
    pairs = [p for p in read_pairs() if all((side.article, side.start) in at for side in (p.left, p.right))]
    print(f"{len(read_pairs())} pairs, {len(pairs)} of them with both mentions found")
    joined = {p: at[p.left.article, p.left.start] == at[p.right.article, p.right.start] for p in pairs}
    for half in HALVES:
        ours = [pair for pair in pairs if pair.half == half]
        _print(half, ours, joined)
        for kind in sorted(Counter(pair.kind for pair in ours)):
            _print(f"  {kind}", [pair for pair in ours if pair.kind == kind], joined)
    for pair in pairs:
        if pair.half == options.errors and pair.same != joined[pair]:
            wanted = "same" if pair.same else "different"
            print(
                f"{wanted}\t{pair.kind}\t{pair.left.name} | {pair.right.name}\t{pair.left.article} {pair.right.article}"
            )


def _print(title: str, pairs: Sequence[Pair], joined: dict[Pair, bool]) -> None:
    precision, recall = scores(pairs, [joined[pair] for pair in pairs])
    same = sum(pair.same for pair in pairs)
    print(f"{title}: {len(pairs)} pairs, {same} of them same; precision {precision:.2f}, recall {recall:.2f}")


if __name__ == "__main__":
    main()
