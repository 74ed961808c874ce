"""Make the table of how common words are in news: ``python -m training.word_counts``.

Counts of the sentences of the train articles that have each stem, names among them, out of ``OF``; stems that fewer than ``LEAST`` of
them have are left out.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newsgraph.graph.collection.phrases import content_words

CORPORA = Path(__file__).parent.parent.parent / "shared/corpora"
TABLE = Path(__file__).parent.parent / "graph/knowledge/data/word_counts.tsv"

OF = 20_000
"""Sentences that counts are given for."""

LEAST = 4
"""Sentences of so many that have a stem."""

_SENTENCE = re.compile(r"(?<=[.!?][\"”’)]|.[.!?])\s+(?=[A-Z\"“‘(])|\n+")


def sentences(corpora: Path) -> Iterator[str]:
    """Yield the sentences of the train articles, each once."""
    seen = set[str]()
    for corpus in ("polnear", "en-worldwide-newswire"):
        with gzip.open(corpora / corpus / "train.jsonl.gz", "rt", encoding="utf8") as lines:
            for line in lines:
                for sentence in _SENTENCE.split(json.loads(line)["text"]):
                    if sentence and sentence not in seen:
                        seen.add(sentence)
                        yield sentence


def main() -> None:
    """Write the table."""
    found_in = [content_words(sentence) for sentence in sentences(CORPORA)]
    counts, total = Counter(word for words in found_in for word in words), len(found_in)
    found = {word: round(count * OF / total) for word, count in counts.items() if word.isalpha()}
    rows = sorted((word, count) for word, count in found.items() if count >= LEAST)
    head = f"# Of {OF:,} sentences of news, how many have each stem. Made by training/word_counts.py."
    TABLE.write_text("\n".join([head, *(f"{word}\t{count}" for word, count in rows)]) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
