"""Chains marked by hand: in train articles of newswire and PolNeAR, to learn from news, and in GAP's development passages.

``judged/chains.jsonl`` has a line for each article: its id, its chains and the mentions that are alone, each mention by
the character offset of its head; no text of a corpus is kept. A mention that is in neither was not marked, or its
reader was not sure. Readers marked all mentions that ``find_mentions`` gave, but relative pronouns, with the same thing
in the world as the only criterion; an apposition is one thing with its name, a predicate is not, and a city that stands
for a government was left open. ``use`` says whether an article is for training, for tuning or for a test; what was marked ``later``
no weights were trained on yet.

``judged/passages.jsonl`` has a line for each of GAP's 2,000 development passages, which themselves mark one pronoun each:
its place in the file, its chains of two and more mentions, and those left open. What is in neither is alone. The readers'
pronouns agree with GAP's own on 3,723 of 3,964 names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsgraph.extract.readers import Document

from .coref_corpora import read_gap
from .judge import HOME
from .judged_lists import FOLDERS, read_rows

CHAINS = HOME / "chains.jsonl"
PASSAGES = HOME / "passages.jsonl"


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with its chains: the number of the chain by the offset of a mention's head, -1 where it is alone."""

    id: str
    text: str
    chains: dict[int, int]


def read_marked(corpora: Path, use: str) -> Iterator[MarkedArticle]:
    """The marked articles to ``train``, to ``tune`` or to ``test``, by id."""
    files = (corpora / name / "train.jsonl.gz" for name in FOLDERS.values())
    texts = {row.id: row.text for file in files for row in read_rows(file)}
    for row in map(json.loads, CHAINS.read_text(encoding="utf8").splitlines()):
        if row["use"] == use:
            chains = {place: chain for chain, places in enumerate(row["chains"]) for place in places}
            chains |= dict.fromkeys(row["alone"], -1)
            text = Document.from_text(texts[row["document"]]).readable
            yield MarkedArticle(row["document"], text, chains)


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage with its chains, by the offset of a mention's head, and the mentions that readers left open."""

    text: str
    chains: dict[int, int]
    open: frozenset[int]


def read_passages(corpora: Path) -> Iterator[MarkedPassage]:
    """The marked passages of GAP development, in the file's order."""
    texts = [example.text for example in read_gap(corpora / "gap" / "gap-development.tsv.gz")]
    for row in map(json.loads, PASSAGES.read_text(encoding="utf8").splitlines()):
        chains = {place: chain for chain, places in enumerate(row["chains"]) for place in places}
        yield MarkedPassage(texts[row["passage"]], chains, frozenset(row["open"]))
