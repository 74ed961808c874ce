"""Make the table of what words mean: ``python -m training.word_vectors --minilm FOLDER``.

Each common word of the train articles is read by itself by all-MiniLM-L6-v2, as sentences are (its last states, averaged);
words of one stem are averaged by how often they are there, and the vectors reduced to their 32 main directions (PCA) as bytes.
Names are left out: who is meant is told by other means.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from newsgraph.graph.collection.phrases import stem

CORPORA = Path(__file__).parent.parent.parent / "shared/corpora"
TABLE = Path(__file__).parent.parent / "graph/knowledge/data/word_vectors.npz"

LEAST = 5
"""How often a word has to be there in small letters."""

NAMES = 0.3
"""Share of the capitalised uses from which a word without so many small ones is taken for a name."""

SIZE = 32
"""Directions that are kept; with all 384 the judged pairs of statements are told no better."""

_WORD = re.compile(r"[A-Za-z][a-z'’-]+")


def common_words(corpora: Path) -> dict[str, int]:
    """Return the words of the train articles that are no names, and how often each is there in small letters."""
    small, capital = Counter[str](), Counter[str]()
    for corpus in ("polnear", "en-worldwide-newswire"):
        with gzip.open(corpora / corpus / "train.jsonl.gz", "rt", encoding="utf8") as lines:
            for line in lines:
                for word in _WORD.findall(json.loads(line)["text"]):
                    tally = small if word[0].islower() else capital
                    tally[word.lower().replace("’", "'").removesuffix("'s")] += 1
    return {
        word: count
        for word, count in small.items()
        if count >= LEAST and count >= NAMES * capital[word] and word.isalpha() and len(word) > 2
    }


def vectors(words: Sequence[str], minilm: Path) -> np.ndarray:
    """Return the vector of each word, read by itself, of length 1."""
    tokenizer, model = AutoTokenizer.from_pretrained(minilm), AutoModel.from_pretrained(minilm).eval()
    found = []
    with torch.no_grad():
        for at in range(0, len(words), 512):
            batch = tokenizer(list(words[at : at + 512]), return_tensors="pt", padding=True)
            states, mask = model(**batch).last_hidden_state, batch["attention_mask"][..., None]
            found.append(((states * mask).sum(1) / mask.sum(1)).numpy())
    return _unit(np.concatenate(found))


def table(words: dict[str, int], found: np.ndarray) -> tuple[list[str], np.ndarray]:
    """Return the stems, sorted, and their vectors in bytes."""
    sums: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(found.shape[1], np.float64))
    for (word, count), vector in zip(words.items(), found, strict=True):
        sums[stem(word)] += count * vector
    stems = sorted(sums)
    all_of_them = _unit(np.array([sums[one] for one in stems]))
    centred = all_of_them - all_of_them.mean(0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    reduced = centred @ directions[:SIZE].T
    return stems, np.round(reduced * 127 / np.abs(reduced).max(1, keepdims=True)).astype(np.int8)


def _unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minilm", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    words = common_words(CORPORA)
    stems, rows = table(words, vectors(list(words), parser.parse_args().minilm))
    np.savez_compressed(TABLE, stems=np.frombuffer("\n".join(stems).encode(), np.uint8), vectors=rows)
    print(f"{len(stems):,} stems, {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
