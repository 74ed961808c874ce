"""Documents into numbers: label tables, windows of word pieces, padded batches."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from newsgraph.extract.pipeline.lemmas import edit_script
from newsgraph.extract.pipeline.pieces import PieceTable

from . import augment
from .corpora import Document
from .names import LABELS

TAGS = ("O", *(f"{mark}-{label}" for label in LABELS for mark in "BIES"))
"""BIOES tags in the order of the name head's outputs."""

MISSING = -100


@dataclass(frozen=True)
class Labels:
    """The label tables of the heads, in the order of their outputs."""

    xpos: list[str]
    feats: list[str]  # "UPOS|Feature=Value|..."
    lemmas: list[str]  # edit scripts
    deps: list[str]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Labels:
        """Collect the labels of the treebanks; edit scripts seen once are left out."""
        xpos, feats, lemmas, deps = Counter(), Counter(), Counter(), Counter()  # type: ignore[var-annotated]
        for document in documents:
            for i, word in enumerate(document.words):
                if document.upos[i] is None:
                    continue
                xpos[document.xpos[i]] += 1
                feats[f"{document.upos[i]}|{document.feats[i]}"] += 1
                lemmas[edit_script(word, str(document.lemmas[i]))] += 1
                deps[document.deps[i]] += 1
        return cls(sorted(xpos), sorted(feats), sorted(s for s, n in lemmas.items() if n > 1), sorted(deps))


@dataclass
class Encoded:
    """One document as arrays over words."""

    corpus: str
    words: list[str]
    spans: list[augment.Span]  # the names of which the label is certain
    pieces: list[tuple[int, ...]]
    breaks: np.ndarray
    columns: dict[str, np.ndarray]  # gold of each head, MISSING where there is none; "names" indexes ``sets``
    cuts: np.ndarray  # may a window start here?


@dataclass
class Window:
    """A stretch of a document as it is read in one epoch, with noise; parallel over words, heads count from its start."""

    pieces: list[tuple[int, ...]]
    shapes: list[int]
    breaks: np.ndarray
    columns: dict[str, np.ndarray]


class Encoder:
    """Turns documents into arrays; collects the sets of allowed tags it meets."""

    def __init__(self, labels: Labels, table: PieceTable) -> None:
        self.table = table
        self.indices = {
            name: {label: i for i, label in enumerate(getattr(labels, name))}
            for name in ("xpos", "feats", "lemmas", "deps")
        }
        self.sets: dict[frozenset[str], int] = {}

    def masks(self) -> Tensor:
        """0/1 mask of tags for each set, sets x tags."""
        rows = torch.zeros(len(self.sets), len(TAGS))
        for tags, row in self.sets.items():
            rows[row, [TAGS.index(tag) for tag in tags]] = 1
        return rows

    def encode(self, document: Document) -> Encoded:
        """Arrays of one document."""
        words, look = document.words, self.indices
        syntax = [upos is not None for upos in document.upos]

        def column(name: str, values: Iterable[str]) -> np.ndarray:
            found = (
                look[name].get(v, MISSING) if known else MISSING
                for v, known in zip(values, syntax, strict=True)
            )
            return np.fromfunction(lambda _: 0, (0,), dtype=int) if not words else np.array(list(found))

        names = [
            MISSING if tags is None else self.sets.setdefault(tags, len(self.sets)) for tags in document.names
        ]
        return Encoded(
            document.corpus,
            words,
            augment.certain_spans(document.names),
            self.table.encode(words),
            np.array(document.breaks),
            {
                "names": np.array(names),
                "starts": np.array([MISSING if s is None else int(s) for s in document.starts]),
                "xpos": column("xpos", map(str, document.xpos)),
                "feats": column(
                    "feats", (f"{u}|{f}" for u, f in zip(document.upos, document.feats, strict=True))
                ),
                "lemmas": column(
                    "lemmas",
                    (edit_script(w, str(lemma)) for w, lemma in zip(words, document.lemmas, strict=True)),
                ),
                "deps": column("deps", map(str, document.deps)),
                "heads": np.array([MISSING if h is None else h for h in document.heads]),
            },
            np.array([bool(s) or (i > 0 and words[i - 1] in ".!?") for i, s in enumerate(document.starts)]),
        )


def windows(document: Encoded, limit: int, rng: random.Random) -> Iterator[tuple[int, int]]:
    """Word ranges of at most ``limit`` pieces that cover the document, cut at sentence ends where possible."""
    counts = [len(pieces) for pieces in document.pieces]
    start, room = 0, rng.randint(limit // 2, limit)
    while start < len(counts):
        end, used = start, 0
        while end < len(counts) and used + counts[end] <= room:
            used += counts[end]
            end += 1
        if end < len(counts):
            best = end
            while best > start + (end - start) // 2 and not document.cuts[best]:
                best -= 1
            end = best if document.cuts[best] else max(end, start + 1)
        yield start, end
        start, room = end, limit


@dataclass
class Batch:
    """Padded windows; ``words`` indexes the first piece of each word in the flattened windows."""

    pieces: Tensor
    shapes: Tensor
    breaks: Tensor
    words: Tensor
    columns: dict[str, Tensor]  # gold, flat over words; "heads" index words of the batch, -1 = root
    sentences: Tensor  # number of the sentence of each word, unique in the batch; -1 where there is no tree


def epoch(
    documents: list[Encoded],
    table: PieceTable,
    names: augment.Names,
    *,
    budget: int,
    rng: random.Random,
    longest: int = 254,
) -> Iterator[Batch]:
    """Batches of about ``budget`` padded pieces over all windows, in a fresh random order and with fresh noise."""
    cut = []
    for document in documents:
        limit = rng.choices((longest, 128, 48), (0.75, 0.15, 0.1))[0]
        cut += [(document, start, end) for start, end in windows(document, limit, rng)]
    rng.shuffle(cut)
    sizes = [sum(len(p) for p in document.pieces[start:end]) + 2 for document, start, end in cut]
    batches = []
    for pool in range(0, len(cut), 400):
        order = sorted(range(pool, min(pool + 400, len(cut))), key=lambda i: sizes[i])
        group: list[int] = []
        for i in order:
            if group and (len(group) + 1) * sizes[i] > budget:
                batches.append(group)
                group = []
            group.append(i)
        batches.append(group)
    rng.shuffle(batches)
    for group in batches:
        yield collate([_noisy(*cut[i], table, names, rng) for i in group], table)


def _noisy(
    document: Encoded, start: int, end: int, table: PieceTable, names: augment.Names, rng: random.Random
) -> Window:
    """One window of a document, with noise: see ``augment`` and ``_perturb``."""
    inside = [(s - start, e - start, label) for s, e, label in document.spans if s >= start and e <= end]
    columns = {name: values[start:end].copy() for name, values in document.columns.items()}
    heads = columns["heads"]
    outside = (heads >= 0) & ((heads < start) | (heads >= end))
    columns["heads"] = np.where(outside, MISSING, np.where(heads >= 0, heads - start, heads))
    parsed = bool((heads != MISSING).any())
    words = augment.swap(document.words[start:end], inside, names, rng, parsed=parsed)
    slipped = [rng.random() < augment.MISSPELLED for _ in words]
    words = [augment.misspell(word, rng) if slip else word for word, slip in zip(words, slipped, strict=True)]
    hidden = [rng.random() < augment.MASKED for _ in words]
    # nobody can tell the form of a word unseen; edit scripts do not mend spelling
    columns["lemmas"][np.logical_or(hidden, slipped)] = MISSING
    mask = (table.tokenizer.token_to_id("[MASK]"),)
    return Window(
        [mask if gone else pieces for pieces, gone in zip(table.encode(words), hidden, strict=True)],
        augment.blur(words, rng),
        _perturb(document.breaks[start:end], rng),
        columns,
    )


def collate(group: list[Window], table: PieceTable) -> Batch:
    """Pad windows into one batch."""
    rows, shapes, breaks, words = [], [], [], []
    columns: dict[str, list[np.ndarray]] = {}
    sentences: list[np.ndarray] = []
    width = max(sum(len(pieces) for pieces in window.pieces) + 2 for window in group)
    base = sentence_base = 0
    for row, window in enumerate(group):
        ids, first = [table.cls_id], []
        row_shapes, row_breaks = [0], [0]
        for pieces, form, gap in zip(window.pieces, window.shapes, window.breaks, strict=True):
            first.append(row * width + len(ids))
            ids += pieces
            row_shapes += [form] * len(pieces)
            row_breaks += [int(gap)] * len(pieces)
        padding = [0] * (width - len(ids) - 1)
        rows.append([*ids, table.sep_id, *padding])
        shapes.append([*row_shapes, 0, *padding])
        breaks.append([*row_breaks, 0, *padding])
        words += first
        for name, values in window.columns.items():
            part = np.where(values >= 0, values + base, values) if name == "heads" else values
            columns.setdefault(name, []).append(part)
        has_tree = window.columns["heads"] != MISSING
        number = np.cumsum(window.columns["starts"] == 1) + sentence_base
        sentences.append(np.where(has_tree, number, -1))
        sentence_base = int(number[-1]) + 1
        base += len(window.pieces)
    return Batch(
        torch.tensor(rows), torch.tensor(shapes), torch.tensor(breaks), torch.tensor(words),
        {name: torch.from_numpy(np.concatenate(parts)) for name, parts in columns.items()},
        torch.from_numpy(np.concatenate(sentences)),
    )  # fmt: skip


def _perturb(breaks: np.ndarray, rng: random.Random) -> np.ndarray:
    """What stands before the words, as real text has it: at times unknown, wrapped at a width or without blank lines."""
    chance = rng.random()
    if chance < 0.08:
        return np.zeros_like(breaks)
    breaks = breaks.copy()
    if chance < 0.14:  # hard-wrapped lines
        spaces = np.flatnonzero(breaks == 1)
        breaks[spaces[rng.randint(5, 14) :: 14]] = 3
    elif chance < 0.18:  # blank lines lost
        breaks[breaks == 4] = 1
    return breaks
