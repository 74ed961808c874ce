"""What a folder of many articles costs: CPU time, peak memory and size of each stage, and how they grow.

    python -m benchmarks.store TEXTS [--articles 1000 10000] [--sample 100] [--records FILE]

TEXTS is a folder of real articles. A sample of them is read (and timed), and its records are multiplied by swapping
names and dates for others of the same length, so that every article has people and places of its own and some that
it shares. Each stage runs in a process of its own. Growth is the exponent e in cost = c * articles ** e.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import random
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import newsgraph
from newsgraph import folder as door
from newsgraph.graph.store.database import connect
from newsgraph.graph.store.documents import DocumentStore
from newsgraph.views import TURTLE, graph_of, refresh

_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_TERMS = {
    "label",
    "kind",
    "id",
    "entity",
    "role",
    "modality",
    "polarity",
    "method",
    "effect",
    "relation",
    "rule",
}
"""Fields whose values are terms, not words of the article."""
_VOWELS, _CONSONANTS = "aeiou", "bcdfghklmnprstvz"
_SHARED = 0.3
"""Share of names that all copies of an article keep: the places and people that everybody writes about."""


def multiplied(lines: Sequence[str], count: int) -> Iterator[str]:
    """Yield ``count`` records, as lines of JSON, made of real ones."""
    for number in range(count):
        copy, which = divmod(number, len(lines))
        yield _swapped(lines[which], copy, number) if copy else lines[which]


def _swapped(line: str, copy: int, number: int) -> str:
    swaps: dict[str, str] = {}

    def swapped(value: Any) -> Any:
        if isinstance(value, str):
            return _NAME.sub(lambda found: swaps.setdefault(found[0], _other(found[0], copy)), value)
        if isinstance(value, dict):
            return {key: item if key in _TERMS else swapped(item) for key, item in value.items()}
        return [swapped(item) for item in value] if isinstance(value, list) else value

    record = swapped(json.loads(line))
    document = record["document"]
    if document["date"]:
        document["date"] = f"{document['date'][:8]}{1 + number % 28:02}"
    document["sha256"] = hashlib.sha256(document["text"].encode()).hexdigest()
    document["id"] = f"d{hashlib.sha256(f'{number}'.encode()).hexdigest()[:20]}"
    document["source"] = f"copy{copy}/{document['source']}"
    return json.dumps(record, ensure_ascii=False)


def _other(name: str, copy: int) -> str:
    """Return another name of the same length, the same one wherever it occurs in this copy."""
    if random.Random(name).random() < _SHARED:
        return name
    chance = random.Random(f"{copy} {name}")
    return name[0] + "".join(chance.choice(_VOWELS if c in _VOWELS else _CONSONANTS) for c in name[1:])


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stage took: seconds of CPU and peak memory in bytes, processes it started included, and its result."""

    seconds: float
    memory: int
    result: Any


def measured(stage: Callable[..., Any], *arguments: object) -> Cost:
    """Run a stage in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measure, (stage, arguments))


def _measure(stage: Callable[..., Any], arguments: Sequence[object]) -> Cost:
    start = time.process_time()
    result = stage(*arguments)
    seconds = time.process_time() - start
    here, started = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    peak = max(here.ru_maxrss, started.ru_maxrss) * 1024
    return Cost(seconds + started.ru_utime + started.ru_stime, peak, result)


def read(texts: Path, sample: int, records: Path) -> int:
    """Read articles and write their records; return how many words they have."""
    files = sorted(path for path in texts.rglob("*.txt"))[:sample]
    words = 0
    with records.open("w", encoding="utf8") as out:
        for path in files:
            for record in newsgraph.extract_records(path):
                words += len((record.document.text or "").split())
                out.write(newsgraph.assemble([record]).to_records())
    return words


def put(lines: Path, count: int, kg: Path) -> int:
    """Keep multiplied records in a new folder, without views; return the size of its database."""
    made = kg.parent / "made.jsonl"
    with lines.open(encoding="utf8") as file, made.open("w", encoding="utf8") as out:
        out.writelines(line + "\n" for line in multiplied(list(map(str.rstrip, file)), count))
    kg.mkdir()
    with connect(kg, create=True) as connection:
        door.put_records(DocumentStore(connection), [made])
    made.unlink()
    return (kg / "graph.db").stat().st_size


def assemble(kg: Path) -> str:
    """Put the graph together; return what it holds."""
    with connect(kg) as connection:
        return repr(graph_of(DocumentStore(connection), lean=True))[1:-1]


def views(kg: Path) -> tuple[int, ...]:
    """Make tables, Turtle and page; return the sizes of database, Turtle and page."""
    with connect(kg) as connection:
        refresh(kg, DocumentStore(connection))
    return tuple(path.stat().st_size for path in sorted(kg.iterdir()) if path.name.startswith("graph."))


def add_one(kg: Path, article: Path) -> int:
    """Read one more article into the folder."""
    return door.add(kg, article).read


def ask(kg: Path) -> int:
    """Open the folder and ask one thing."""
    rows = newsgraph.open(kg).query("SELECT ?x { ?x a schema:Person } LIMIT 10")
    return len(rows)  # type: ignore[arg-type]


def costs(lines: Path, count: int, scratch: Path) -> dict[str, Cost]:
    """Return what each stage costs for ``count`` articles."""
    kg, article = scratch / f"kg{count}", scratch / "new.txt"
    article.write_text("Anna Berg met Lars Holm in Oslo on Sunday.\n")
    return {
        "put": measured(put, lines, count, kg),
        "assemble": measured(assemble, kg),
        "assemble and views": measured(views, kg),
        "ask one thing": measured(ask, kg),
        "ask again": measured(ask, kg),
        "add one": measured(add_one, kg, article),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--records", type=Path, help="Records that were read before, to save reading.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        lines = given.records or scratch / "records.jsonl"
        console = Console()
        if given.records is None:
            cost = measured(read, given.texts, given.sample, lines)
            console.print(
                f"reading: {cost.result / cost.seconds:,.0f} words per second of CPU, {cost.memory / 1e6:,.0f} MB"
            )
        found = {count: costs(lines, count, scratch) for count in given.articles}
    show(found, console)


def show(found: dict[int, dict[str, Cost]], console: Console) -> None:
    """Print what each stage took for each number of articles, and how that grows."""
    table = Table("stage", *(f"{count:,} articles" for count in found), "growth: time, memory")
    smallest, largest = min(found), max(found)
    for stage in found[smallest]:
        cells = [f"{c[stage].seconds:,.1f} s, {c[stage].memory / 1e6:,.0f} MB" for c in found.values()]
        one, other = found[smallest][stage], found[largest][stage]
        pairs = ((one.seconds, other.seconds), (one.memory, other.memory))
        growth = [f"{log(b / a) / log(largest / smallest):.2f}" for a, b in pairs if largest > smallest]
        table.add_row(stage, *cells, ", ".join(growth))
    console.print(table)
    for count, stages in found.items():
        sizes = zip(("graph.db", "graph.html", TURTLE), stages["assemble and views"].result, strict=False)
        said = ", ".join(f"{name} {size / count / 1e3:.1f} kB" for name, size in sizes)
        console.print(f"{count:,} articles: {stages['assemble'].result}; an article: {said}")


if __name__ == "__main__":
    main()
