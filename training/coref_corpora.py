"""Coreference corpora: GUM in the OntoGUM scheme, and GAP."""

from __future__ import annotations

import csv
import gzip
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .conllu import Sentence, read_conllu

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CorefDocument:
    """A text with its words' character offsets, its trees, and its chains as spans of words (end exclusive).

    ``heads`` are indices into the document, -1 for a root.
    """

    id: str
    genre: str
    free: bool
    """May weights that are shipped be trained on it?"""
    text: str
    offsets: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    chains: tuple[tuple[Span, ...], ...]

    def characters(self, span: Span) -> Span:
        """The character offsets of a span of words."""
        return self.offsets[span[0]][0], self.offsets[span[1] - 1][1]

    def head(self, span: Span) -> int:
        """The word of a span whose head lies outside it."""
        heads = _document_heads(self.sentences)
        return next((word for word in range(*span) if not span[0] <= heads[word] < span[1]), span[0])


def _document_heads(sentences: tuple[Sentence, ...]) -> list[int]:
    heads: list[int] = []
    for sentence in sentences:
        base = len(heads)
        heads += [head + base if head >= 0 else -1 for head in sentence.heads]
    return heads


def read_ontogum(folder: Path, split: str, *, free_only: bool = True) -> Iterator[CorefDocument]:
    """Yield GUM documents of a split with the chains of the OntoGUM scheme; ``free_only`` leaves out NC texts."""
    trees = _trees(folder / f"en_gum-ud-{split}.conllu.gz")
    rows = _rows(folder / f"ontogum-{split}.conll.gz")
    with gzip.open(folder / "gum_standoff.jsonl.gz", "rt", encoding="utf8") as file:
        described = {entry["doc_id"]: entry for entry in map(json.loads, file) if entry["split"] == split}
    for (name, sentences), words in zip(trees, rows, strict=True):
        entry = described[name]
        if len(words) != sum(len(sentence.words) for sentence in sentences):
            raise ValueError(f"{name}: the words of the trees and of the chains differ")
        if not (free_only and entry["nc"]):
            yield CorefDocument(
                name,
                entry["genre"],
                not entry["nc"],
                entry["text"],
                tuple((start, end) for start, end in entry["tokens"]),
                tuple(sentences),
                _chains(words),
            )


def _trees(path: Path) -> Iterator[tuple[str, list[Sentence]]]:
    for name, sentences in itertools.groupby(read_conllu(path), key=lambda sentence: sentence.document):
        yield name, list(sentences)


def _rows(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            if "\t" in line:
                rows.append(line.rstrip("\n").split("\t"))
            elif line.startswith("# end"):
                yield rows
                rows = []


def _chains(rows: list[list[str]]) -> tuple[tuple[Span, ...], ...]:
    chains: dict[str, list[Span]] = defaultdict(list)
    opened: dict[str, list[int]] = defaultdict(list)
    for word, row in enumerate(rows):
        for part in re.findall(r"\(\d+\)|\(\d+|\d+\)", row[2]):
            chain = part.strip("()")
            if part.startswith("("):
                opened[chain].append(word)
            if part.endswith(")"):
                chains[chain].append((opened[chain].pop(), word + 1))
    return tuple(tuple(sorted(spans)) for spans in chains.values())


@dataclass(frozen=True, slots=True)
class GapExample:
    """A text, an ambiguous pronoun and two names with character offsets, and whether each is the antecedent."""

    id: str
    text: str
    pronoun: Span
    names: tuple[Span, Span]
    antecedent: tuple[bool, bool]


def read_gap(path: Path) -> Iterator[GapExample]:
    """Yield the examples of a GAP file (Webster et al. 2018)."""
    with gzip.open(path, "rt", encoding="utf8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield GapExample(
                row["ID"],
                row["Text"],
                _span(row, "Pronoun"),
                (_span(row, "A"), _span(row, "B")),
                (row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE"),
            )


def _span(row: dict[str, str], name: str) -> Span:
    start = int(row[f"{name}-offset"])
    return start, start + len(row[name])
