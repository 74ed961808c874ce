"""Graphs of many made-up records: memory and time of putting them together, and how they grow.

    python -m benchmarks.made_up 10000 100000

A record has six sentences about four people and a body. Two of the people and the body are from a pool that all
articles share, the others are its own. Each size runs in a process of its own; growth is the exponent e in
cost = c * articles ** e.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from math import log

from newsgraph.graph.build import build_from_distinct
from newsgraph.graph.model.record import (
    ExtractionRecord,
    LocalDocument,
    LocalEntity,
    LocalMention,
    LocalStatement,
    Predicate,
    Span,
    SpanText,
)

from .store import Cost, measured

_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
_VERBS = ("met", "sued", "called", "praised", "hired", "visited", "accused", "paid", "helped", "joined")
_SENTENCES = 6
_SHARED = 4000
"""Names that articles share."""


def _name(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=3)).title() for _ in range(2))


def _people(number: int) -> list[tuple[str, str]]:
    """Return the names of an article with their labels."""
    own = random.Random(number)
    shared = [_name(random.Random(f"shared {own.randrange(_SHARED)}")) for _ in range(2)]
    body = f"{_name(random.Random(f'body {own.randrange(_SHARED)}'))} Group"
    people = dict.fromkeys([*shared, _name(own), _name(own)], "PERSON")
    return [*people.items(), (body, "ORG")]


def record(number: int) -> ExtractionRecord:
    """Return the record of the article with this number, always the same."""
    chance, names = random.Random(f"text {number}"), _people(number)
    text, sentences, statements = "", [], []
    mentions: list[LocalMention] = []
    for index in range(_SENTENCES):
        one, other = chance.sample(range(len(names)), 2)
        verb, start = chance.choice(_VERBS), len(text)
        subject = _place(start, names[one][0])
        said = _place(subject[1] + 1, verb)
        object = _place(said[1] + 1, names[other][0])
        text += f"{names[one][0]} {verb} {names[other][0]}. "
        sentences.append((start, object[1] + 1))
        for place, who in ((subject, one), (object, other)):
            mentions.append(LocalMention(f"m{len(mentions)}", *place, *names[who], "name", f"e{who}"))
        ends = (
            SpanText((place,), names[who][0], f"e{who}") for place, who in ((subject, one), (object, other))
        )
        first, second = ends
        predicate = Predicate((said,), verb, verb)
        statements.append(
            LocalStatement(f"s{index}", first, predicate, second, (), "positive", "actual", None, 0.9, index)
        )
    used = {mention.entity for mention in mentions}
    entities = [LocalEntity(f"e{i}", *named) for i, named in enumerate(names) if f"e{i}" in used]
    digest = sha256(text.encode()).hexdigest()
    day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
    document = LocalDocument(f"d{digest[:20]}", f"{number}.txt", None, day, "en", digest, len(text), text)
    return ExtractionRecord(document, tuple(sentences), tuple(mentions), tuple(entities), tuple(statements))


def _place(start: int, words: str) -> Span:
    return start, start + len(words)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """So many records in the order of their documents, made anew each time one goes through them."""

    numbers: tuple[int, ...]

    @classmethod
    def of(cls, count: int) -> MadeUp:
        """Return the first ``count`` records."""
        return cls(tuple(sorted(range(count), key=lambda number: record(number).document.id)))

    def __iter__(self) -> Iterator[ExtractionRecord]:
        return map(record, self.numbers)


def assemble(count: int) -> str:
    """Put ``count`` records together; return what the graph holds."""
    return repr(build_from_distinct(MadeUp.of(count)))[1:-1]


def main() -> None:
    """Print what each size costs."""
    costs: dict[int, Cost] = {}
    for count in map(int, sys.argv[1:] or ["10000"]):
        costs[count] = measured(assemble, count)
        cost = costs[count]
        print(
            f"{count:,} records: {cost.seconds:,.1f} s, {cost.memory / 1e6:,.0f} MB, {cost.result}",
            flush=True,
        )
    small, large = min(costs), max(costs)
    if small < large:
        pairs = ((costs[small].seconds, costs[large].seconds), (costs[small].memory, costs[large].memory))
        time, memory = (log(b / a) / log(large / small) for a, b in pairs)
        print(f"growth: time {time:.2f}, memory {memory:.2f}")


if __name__ == "__main__":
    main()
