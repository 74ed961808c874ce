"""Noise for training windows, so that the network learns more from context and less from the very words and their case.

Names change places with others of their label (Dai & Adel, 2020, "An analysis of simple data augmentation for named
entity recognition"), words are masked (as in Kondratyuk & Straka, 2019, "75 languages, 1 model") or misspelled (a
word that nobody has seen is not always a name), and case is lost.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from newsgraph.extract.pipeline.pieces import shape

from .corpora import Document

SWAPPED = ("PERSON", "NORP", "ORG", "GPE")
"""Labels whose names change places; of a label the corpora split by lists (GPE) only the certain ones do."""

WINDOW, NAME = 0.4, 0.5
"""Chance that names of a window are changed, and of each different name in such a window."""
MASKED = 0.08
"""Share of words hidden behind [MASK] in training."""
MISSPELLED = 0.015
"""Share of words that get a slip of the keyboard."""
LOWER_WINDOW, UPPER_WINDOW, LOWER_WORD = 0.06, 0.015, 0.02
"""Chances that a window, or one capitalised word, loses its case; that a window is in capitals."""

Span = tuple[int, int, str]
"""Start and end (exclusive) in words, and label."""


def certain_spans(names: Sequence[frozenset[str] | None]) -> list[Span]:
    """The names whose label is certain, from allowed BIOES tags.

    >>> certain_spans([frozenset({"B-ORG"}), frozenset({"E-ORG"}), frozenset({"O"}), None])
    [(0, 2, 'ORG')]
    """
    spans, start = [], 0
    for i, tags in enumerate(names):
        tag = next(iter(tags)) if tags is not None and len(tags) == 1 else "O"
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES":
            spans.append((start, i + 1, tag[2:]))
    return spans


class Names:
    """Names to put in the place of others, by label and number of words: those of the documents and of the gazetteers."""

    def __init__(self, documents: Iterable[Document], gazetteers: Path) -> None:
        pools: dict[tuple[str, int], set[tuple[str, ...]]] = {}
        for document in documents:
            for start, end, label in certain_spans(document.names):
                if label in SWAPPED:
                    words = tuple(document.words[start:end])
                    pools.setdefault((label, end - start), set()).add(words)
        for label, text in (*_cities(gazetteers), *_peoples(gazetteers)):
            words = tuple(text.split())
            pools.setdefault((label, len(words)), set()).add(words)
        full = pools.get(("PERSON", 2), set())
        self.first = sorted({first for first, _ in full if first[0].isupper()})
        self.last = sorted({last for _, last in full if last[0].isupper()})
        self.pools = {key: sorted(pool) for key, pool in sorted(pools.items())}

    def other(self, words: Sequence[str], label: str, rng: random.Random) -> tuple[str, ...]:
        """A name of the same label, length and, where it tells a plural ("Kurds"), ending."""
        if label == "PERSON" and len(words) == 2:
            return rng.choice(self.first), rng.choice(self.last)
        pool = self.pools.get((label, len(words)))
        if not pool:
            return tuple(words)
        found = rng.choice(pool)
        if label == "NORP" and words[-1].endswith("s") and not re.search(r"(s|sh|ch|se|x)$", found[-1]):
            found = (*found[:-1], found[-1] + "s")
        return found


def _cities(gazetteers: Path) -> Iterable[tuple[str, str]]:
    with gzip.open(gazetteers / "world-cities/world-cities.csv.gz", "rt", encoding="utf8") as file:
        for row in csv.DictReader(file):
            if re.fullmatch(r"[^\W\d_]+( [^\W\d_]+)?", row["name"]):
                yield "GPE", row["name"]


def _peoples(gazetteers: Path) -> Iterable[tuple[str, str]]:
    """Peoples, religions and nationalities of the World Factbook, as it writes them."""
    with gzip.open(gazetteers / "factbook/countries.jsonl.gz", "rt", encoding="utf8") as file:
        for row in map(json.loads, file):
            fields = (row.get(name) or "" for name in ("ethnic_groups", "religions", "nationality_adj"))
            for part in re.split(r"[,;:/()]|\band\b", " , ".join(map(str, fields))):
                name = re.sub(r"[\d.%<>~]+.*", "", part).strip()
                if re.fullmatch(r"[A-Z][^\W\d_]{2,}(-[A-Z][^\W\d_]+)?", name):
                    yield "NORP", name


def swap(
    words: Sequence[str], spans: Sequence[Span], names: Names, rng: random.Random, *, parsed: bool
) -> list[str]:
    """The words of a window, in some windows with other names; one name becomes the same other name throughout.

    Where the words are ``parsed`` only names of one word and of persons change: parts of others relate to each other.
    """
    if rng.random() >= WINDOW:
        return list(words)
    found = list(words)
    others: dict[tuple[str, ...], tuple[str, ...]] = {}
    for start, end, label in spans:
        name = tuple(words[start:end])
        if label not in SWAPPED or (parsed and label != "PERSON" and len(name) > 1):
            continue
        if name not in others:
            others[name] = names.other(name, label, rng) if rng.random() < NAME else name
        found[start:end] = others[name]
    return found


def misspell(word: str, rng: random.Random) -> str:
    """The word with one letter after its first lost, doubled or in the place of its neighbour.

    >>> misspell("restaurant", random.Random(1))
    'resaturant'
    """
    if len(word) < 4 or not word.isalpha():
        return word
    i = rng.randrange(1, len(word) - 1)
    slips = (
        word[:i] + word[i + 1 :],
        word[:i] + word[i] + word[i:],
        word[:i] + word[i + 1] + word[i] + word[i + 2 :],
    )
    return rng.choice(slips)


def blur(words: Sequence[str], rng: random.Random) -> list[int]:
    """Case shapes of a window's words, in some windows as if its writer had not cared for case."""
    chance = rng.random()
    if chance < LOWER_WINDOW:
        return [shape(word.lower()) for word in words]
    if chance < LOWER_WINDOW + UPPER_WINDOW:
        return [shape(word.upper()) for word in words]
    return [
        shape(word.lower() if word[0].isupper() and rng.random() < LOWER_WORD else word) for word in words
    ]
