"""How long resolution across documents takes, and whether time grows with the number of documents or faster.

    python -m benchmarks.resolution [DOCUMENTS ...]

The documents are synthetic: each is about one of many circles of people, organisations and places, most of them rare
and some in every tenth document (Zipf), called by full name, family name, initials, title or another spelling.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from newsgraph.graph.assembly.entities import EntityIndex, entities_of
from newsgraph.graph.knowledge.entity_list import known_entities
from newsgraph.graph.knowledge.lexicon import table, words
from newsgraph.graph.model.record import ExtractionRecord, LocalDocument, LocalEntity, LocalMention

_PER_DOCUMENT = 15
_SYLLABLES = "ba cha do er fi gal hu in ja kor li mun na os pa qui ro sa ti ul va wen yo zar".split()


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that documents name, with the ways in which they do."""

    label: str
    names: tuple[str, ...]


def circles(count: int, chance: random.Random) -> list[list[Thing]]:
    """Return circles of things that occur together."""
    given = sorted(words("given_names.txt"))
    frequent = sorted(words("family_names.txt"))
    countries = [row for row in table("territories.tsv")[1:] if len(row[0]) == 2 and row[5]]
    found = []
    for _ in range(count):
        country = chance.choice(countries)
        places = [
            Thing("GPE", (country[1], *filter(None, country[6].split("|")[:1]))),
            Thing("GPE", (country[4] or country[1],)),
        ]
        groups = [Thing("NORP", tuple(country[5].split("|")))]
        ministries = [Thing("ORG", (f"{country[5].split('|')[0]} Foreign Ministry", "Foreign Ministry"))]
        found.append(places + groups + ministries + _people(given, frequent, chance) + _companies(chance))
    return found


def _people(given: Sequence[str], frequent: Sequence[str], chance: random.Random) -> list[Thing]:
    people = []
    for _ in range(12):
        first = chance.choice(given).title()
        last = chance.choice(frequent).title() if chance.random() < 0.3 else _invented(chance, 3)
        names = (
            f"{first} {last}",
            f"{first} {last}",
            last,
            f"{first[0]}. {last}",
            f"President {first} {last}",
        )
        people.append(Thing("PERSON", names))
    return people


def _companies(chance: random.Random) -> list[Thing]:
    found = []
    for _ in range(8):
        name = f"{_invented(chance, 2)} {chance.choice(('Energy', 'Airlines', 'Research', 'Steel'))} Union"
        initials = "".join(word[0] for word in name.split())
        found.append(Thing("ORG", (name, f"{name} Ltd.", f"the {name}", initials)))
    return found


def _invented(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables)).title()


def records(count: int, chance: random.Random) -> list[ExtractionRecord]:
    """Return ``count`` synthetic records of entities and mentions."""
    all_circles = circles(max(5, count // 20), chance)
    weights = [1 / rank for rank in range(1, len(all_circles) + 1)]
    chosen = chance.choices(all_circles, weights, k=count)
    return [_record(number, circle, chance) for number, circle in enumerate(chosen)]


def _record(number: int, circle: Sequence[Thing], chance: random.Random) -> ExtractionRecord:
    text, mentions, entities = "", [], []
    for index, thing in enumerate(chance.sample(circle, min(_PER_DOCUMENT, len(circle)))):
        name = chance.choice(thing.names)
        id = f"e{index}"
        end = len(text) + len(name)
        mentions.append(LocalMention(f"m{index}", len(text), end, name, thing.label, "name", id))
        entities.append(LocalEntity(id, name, thing.label))
        text += f"{name} "
    source = LocalDocument(f"d{number:06}", "synthetic", None, None, "en", "", len(text), text)
    return ExtractionRecord(source, ((0, len(text)),), tuple(mentions), tuple(entities))


def timed(count: int) -> tuple[float, EntityIndex]:
    """Return the processor seconds that resolving ``count`` documents takes, and its outcome."""
    documents = records(count, random.Random(count))
    start = time.process_time()
    index = entities_of(documents, (), known_entities(()))
    return time.process_time() - start, index


def main() -> None:
    """Print seconds and numbers for each number of documents."""
    parser = argparse.ArgumentParser(description="Time the resolution of synthetic documents.")
    parser.add_argument(
        "counts", nargs="*", type=int, default=[1000, 2000, 4000], help="numbers of documents"
    )
    for count in parser.parse_args().counts:
        seconds, index = timed(count)
        print(
            f"{count} documents: {seconds:.1f} s of processor time, {len(index.ids)} members, "
            f"{len(index.entities)} entities, {len(index.judgements)} judgements, {1000 * seconds / count:.2f} ms each"
        )


if __name__ == "__main__":
    main()
