"""Coreference corpora: GUM in the OntoGUM scheme, GAP and LitBank."""

from __future__ import annotations

import csv
import gzip
import itertools
import json
import re
import tarfile
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
    heads: tuple[int, ...]
    chains: tuple[tuple[Span, ...], ...]

    def characters(self, span: Span) -> Span:
        """The character offsets of a span of words."""
        return self.offsets[span[0]][0], self.offsets[span[1] - 1][1]

    def head(self, span: Span) -> int:
        """The word of a span whose head lies outside it."""
        outside = (word for word in range(*span) if not span[0] <= self.heads[word] < span[1])
        return next(outside, span[0])

    def chain_by_head(self) -> dict[int, int]:
        """The number of the chain by the character offset of a mention's head."""
        return {
            self.offsets[self.head(span)][0]: number
            for number, chain in enumerate(self.chains)
            for span in sorted(chain, reverse=True)
        }


def _heads(sentences: list[Sentence]) -> tuple[int, ...]:
    heads: list[int] = []
    for sentence in sentences:
        base = len(heads)
        heads += [head + base if head >= 0 else -1 for head in sentence.heads]
    return tuple(heads)


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
                _heads(sentences),
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


@dataclass(frozen=True, slots=True)
class BookDocument:
    """A text with chains as character spans; a chain may have one mention only."""

    id: str
    text: str
    chains: tuple[tuple[Span, ...], ...]


def read_litbank(path: Path) -> Iterator[BookDocument]:
    """Yield the texts of LitBank's coreference archive; a line of the text is a sentence."""
    with tarfile.open(path) as archive:
        members = {Path(member.name).name: member for member in archive.getmembers()}
        for name in sorted(members):
            if name.endswith(".ann"):
                notes = _content(archive, members[name])
                text = _content(archive, members[name.removesuffix(".ann") + ".txt"])
                yield BookDocument(name.removesuffix("_brat.ann"), text, _brat_chains(notes))


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    file = archive.extractfile(member)
    if file is None:
        raise ValueError(f"{member.name}: not a file in the archive")
    return file.read().decode("utf8")


def _brat_chains(notes: str) -> tuple[tuple[Span, ...], ...]:
    """Mentions have a line with their type ("PROP_PER 96 115") and, unless alone, one with their chain's name."""
    spans: dict[Span, str] = {}
    for line in notes.splitlines():
        if line.startswith("T"):
            label, start, end = line.split("\t")[1].split()[:3]
            span = (int(start), int(end))
            if re.fullmatch(r"(PRON|NOM|PROP)_[A-Z]{3}", label):
                spans.setdefault(span, "")
            else:
                spans[span] = label
    chains: dict[str, list[Span]] = defaultdict(list)
    for number, (span, label) in enumerate(sorted(spans.items())):
        chains[label or f"alone {number}"].append(span)
    return tuple(tuple(chain) for chain in chains.values())
