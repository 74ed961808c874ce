"""Runs operations on a folder from a seed, for tests that kill it: ``python -m tests.living FOLDER SEED``.

With ``grow`` for a seed it keeps documents until it is killed. Operations are what commands do with records that were read; the records are made by hand, so that a run is short.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from newsgraph.graph import Judgement
from newsgraph.graph.model.record import (
    ExtractionRecord,
    LocalDocument,
    LocalEntity,
    LocalMention,
    LocalStatement,
    Predicate,
    SpanText,
)
from newsgraph.graph.store.database import connect
from newsgraph.graph.store.documents import FOREIGN, DocumentStore, reading_of
from newsgraph.graph.store.lock import write_lock
from newsgraph.views import refresh

NAMES = ("Oriel Tamsin", "O. Tamsin", "Petra Tamsin", "Tamsin", "John Smith", "Min-soo Park", "Park Min-soo")
VERBS = ("met", "called", "sued")
SOURCES = tuple(f"news/{number}.txt" for number in range(6))
COMMANDS = 8
"""Commands of a sequence; each ends with the views made anew."""

Operation = Callable[[DocumentStore], None]


def record(left: str, verb: str, right: str) -> ExtractionRecord:
    """Return the record of a text of three words that says so."""
    text = f"{left} {verb} {right}."
    spans = {}
    for name in (left, verb, right):
        start = text.rindex(name) if name == right else text.index(name)
        spans[name] = (start, start + len(name))
    entities = tuple(LocalEntity(f"e{n}", name, "PERSON") for n, name in enumerate((left, right)))
    mentions = tuple(
        LocalMention(f"m{n}", *spans[e.name], e.name, "PERSON", "name", e.id) for n, e in enumerate(entities)
    )
    subject, object = (SpanText((spans[e.name],), e.name, e.id) for e in entities)
    predicate = Predicate((spans[verb],), verb, verb)
    said = LocalStatement("s0", subject, predicate, object, (), "positive", "actual", None, 0.9, 0)
    from hashlib import sha256

    digest = sha256(text.encode()).hexdigest()
    document = LocalDocument(f"d{digest[:12]}", text, None, "2026-03-02", "en", digest, len(text), text)
    return ExtractionRecord(document, ((0, len(text)),), mentions, entities, (said,))


def operations(seed: int) -> list[list[Operation]]:
    """Return the commands that a seed stands for, each a list of commits."""
    chance = random.Random(seed)
    return [_command(chance) for _ in range(COMMANDS)]


def _command(chance: random.Random) -> list[Operation]:
    kind = chance.choice(("add", "add", "add", "remove", "judge"))
    if kind == "judge":
        left, right = chance.sample(NAMES, 2)
        return [partial(_judge, Judgement(left, right, chance.choice(("same", "different"))))]
    sources = chance.sample(SOURCES, chance.randint(1, 4))
    if kind == "remove":
        return [lambda store: store.remove_sources(sources)]
    made: list[Operation] = []
    for source in sources:
        left, right = chance.sample(NAMES, 2)
        made.append(partial(_hold, source, record(left, chance.choice(VERBS), right)))
    return [*made, DocumentStore.sweep]


def _judge(judgement: Judgement, store: DocumentStore) -> None:
    store.add_judgements([judgement])


def _hold(source: str, read: ExtractionRecord, store: DocumentStore) -> None:
    store.add_reading(reading_of(read, read.document.id, None, FOREIGN), [(source, source)])
    store.finish_file(source, read.document.sha256, [source])


def run(folder: Path, seed: int) -> None:
    """Run all commands of a seed one after the other."""
    folder.mkdir(exist_ok=True)
    with write_lock(folder), connect(folder, create=True) as connection:
        store = DocumentStore(connection)
        for command in operations(seed):
            for commit in command:
                commit(store)
            refresh(folder, store)


def grow(folder: Path) -> None:
    """Keep more and more documents until killed."""
    folder.mkdir(exist_ok=True)
    with write_lock(folder), connect(folder, create=True) as connection:
        store = DocumentStore(connection)
        for number in range(len(store.sources()), 100_000):
            _hold(
                f"news/{number}.txt",
                record(f"Ana {'a' * (number % 90)}", "met", f"Ben {'b' * number}"),
                store,
            )
            if number % 20 == 19:
                refresh(folder, store)


if __name__ == "__main__":
    print("ready", flush=True)
    if sys.argv[2] == "grow":
        grow(Path(sys.argv[1]))
    else:
        run(Path(sys.argv[1]), int(sys.argv[2]))
