"""How many named entities have a line to another named one, on the news articles of the development set.

    python benchmarks/connectedness.py [--articles N] [--corpus FILE] [--records FILE] [--worst N]

Two named entities have a line where an edge of ``kg.graph`` joins them, or where both are joined to one node without
a name (an event, a phrase). Each article is a graph of its own; the share is a mean over articles with two names or
more. Beside it: the share that statements from subject to object alone give, which is all that was drawn once.
``--records`` takes the extraction records of a file instead of reading the articles.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from newsgraph.graph.assembly.lines import Line  # noqa: E402
from newsgraph.graph.build import build_graph  # noqa: E402
from newsgraph.graph.knowledge_graph import KnowledgeGraph  # noqa: E402
from newsgraph.graph.model.record import ExtractionRecord  # noqa: E402
from newsgraph.graph.model.record_io import read_records  # noqa: E402

CORPUS = ROOT.parent / "shared/corpora/en-worldwide-newswire/dev.jsonl.gz"


def main() -> None:
    """Print the shares, and the articles where least is joined."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, help="only so many articles")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="show so many articles where least is joined")
    chosen = parser.parse_args()
    records = _records(chosen.records) if chosen.records else _read(chosen.corpus)
    found = [_shares(build_graph([record])) for record in islice(records, chosen.articles)]
    measured = [shares for shares in found if shares is not None]
    for name in ("all lines", "statements alone"):
        share = statistics.fmean(shares[name] for shares in measured)
        print(f"{name:18} {share:.3f} of named entities, mean over {len(measured)} articles")
    for shares in sorted(measured, key=lambda shares: shares["all lines"])[: chosen.worst]:
        print(f"{shares['all lines']:.2f}  {shares['document']}: loose are {', '.join(shares['loose'])}")


def _records(path: Path) -> Iterator[ExtractionRecord]:
    with path.open(encoding="utf-8") as lines:
        yield from read_records(lines, str(path))


def _read(path: Path) -> Iterator[ExtractionRecord]:
    import newsgraph

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield from newsgraph.extract_records([article["text"]])


def _shares(graph: KnowledgeGraph) -> dict[str, object] | None:
    named = {entity.id: entity.name for entity in graph.entities if entity.named}
    if len(named) < 2:
        return None
    joined = _joined(graph.lines, named)
    stated = _joined((line for line in graph.lines if line.kind == "statement"), named)
    return {
        "document": graph.documents[0].id,
        "all lines": len(joined) / len(named),
        "statements alone": len(stated) / len(named),
        "loose": sorted(name for id, name in named.items() if id not in joined),
    }


def _joined(lines: Iterable[Line], named: dict[str, str]) -> set[str]:
    """Return the named ids that have a line to another named one, or to a nameless one that another has a line to."""
    beside: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        beside[line.source].add(line.target)
        beside[line.target].add(line.source)
    through = [others & named.keys() for node, others in beside.items() if node not in named]
    joined = {node for node in named if (beside[node] - {node}) & named.keys()}
    return joined.union(*(names for names in through if len(names) > 1))


if __name__ == "__main__":
    main()
