"""Names that the tagger took into an amount: "charged [Corvane 9 million euros]" is a name and an amount."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..english.amounts.vocabulary import CENTS, CODES, MANY_COUNTRIES, MONEY_NOUNS, SIGNS
from .label_voting import NUMBERS, Named

_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_CURRENCIES = frozenset({*SIGNS, *CODES, *MONEY_NOUNS, *MANY_COUNTRIES, *CENTS, "dollar", "dollars", "cents"})
_NOT_NAMES = frozenset(
    "us hk some about around nearly almost over under only up at more less an a the".split()
)


def part_names(
    spans: Sequence[Named], words: Sequence[str], scores: NDArray[np.float32], tags: Sequence[str]
) -> list[Named]:
    """Return the spans with the capitalised words before a number as names of their likeliest label.

    ``spans`` are in words of one sentence, ``scores`` its words x tags.
    """
    parted: list[Named] = []
    for start, end, label in spans:
        cut = _first_number(words, start, end) if label in _AMOUNTS and start > 0 else start
        if label == "MONEY" and not _is_priced(words[cut:end]):
            cut = start
        if cut > start:
            parted.append((start, cut, _likeliest(scores[start:cut], tags)))
        parted.append((cut, end, label))
    return parted


def with_years(spans: Sequence[Named], words: Sequence[str]) -> list[Named]:
    """Return the spans with the year right before an event in its name: "the 1998 World Cup" is not that of 2010."""
    joined: list[Named] = []
    for start, end, label in spans:
        year = joined[-1] if joined else None
        if (
            label == "EVENT"
            and year is not None
            and year[1] == start
            and year[2] == "DATE"
            and _is_year(words, year)
        ):
            joined[-1] = (year[0], end, label)
        else:
            joined.append((start, end, label))
    return joined


def _is_year(words: Sequence[str], span: Named) -> bool:
    start, end, _ = span
    return end - start == 1 and words[start].isdecimal() and len(words[start]) == 4


def _first_number(words: Sequence[str], start: int, end: int) -> int:
    """Return where an amount begins behind words in capitals; its start where it begins with something else."""
    for i in range(start, end):
        word = words[i]
        if word[0].isdigit() or word in _CURRENCIES:
            return i
        if not (word.isalpha() and word[0].isupper()) or word.lower() in _NOT_NAMES:
            return start
    return start


def _is_priced(words: Sequence[str]) -> bool:
    """Do the words say which currency they are in? Else the capitals before them do ("Tk 5 lakh")."""
    return any(word in _CURRENCIES or word.lower() in _CURRENCIES or word[-1] in SIGNS for word in words)


def _likeliest(scores: NDArray[np.float32], tags: Sequence[str]) -> str:
    """Return the label, of those that name things, with the best sum of scores."""
    labels = sorted({tag[2:] for tag in tags if tag != "O"} - NUMBERS)
    best = [
        float(scores[:, [i for i, tag in enumerate(tags) if tag[2:] == label]].max(1).sum())
        for label in labels
    ]
    return labels[int(np.argmax(best))]
