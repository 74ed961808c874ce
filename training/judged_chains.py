"""Chains marked by hand in articles of the train splits of newswire and PolNeAR, for the ranker to learn from news.

``judged/chains.jsonl`` has a line for each article: its id, its chains and the mentions that are alone, each mention by
the character offset of its head; no text of a corpus is kept. A mention that is in neither was not marked, or its
reader was not sure. Readers marked all mentions that ``find_mentions`` gave, but relative pronouns, with the same thing
in the world as the only criterion; an apposition is one thing with its name, a predicate is not, and a city that stands
for a government was left open. Every fourth article is kept for tuning.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsgraph.extract.readers import Document

from .judge import FOLDERS, HOME, read_rows

CHAINS = HOME / "chains.jsonl"
EVERY = 4
"""Every such article is for tuning, not for training."""


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with its chains: the number of the chain by the offset of a mention's head, -1 where it is alone."""

    id: str
    text: str
    chains: dict[int, int]


def read_marked(corpora: Path, *, tuning: bool) -> Iterator[MarkedArticle]:
    """The marked articles for training, or those for tuning, by id."""
    texts = {
        row.id: row.text for name in FOLDERS.values() for row in read_rows(corpora / name / "train.jsonl.gz")
    }
    lines = CHAINS.read_text(encoding="utf8").splitlines()
    for number, row in enumerate(map(json.loads, lines)):
        if (number % EVERY == EVERY - 1) == tuning:
            chains = {place: chain for chain, places in enumerate(row["chains"]) for place in places}
            chains |= dict.fromkeys(row["alone"], -1)
            yield MarkedArticle(row["document"], Document.from_text(texts[row["document"]]).readable, chains)
