"""Numbers and texts as short strings of plain characters; ``script/coding.js`` reads them back.

Deflate halves news text again when it is given words instead of letters. So a text becomes the numbers of its words,
frequent words having small numbers, and a number becomes one to four characters, small numbers having few.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

ALPHABET = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\')
"""All printable characters of ASCII that stand for themselves in JSON."""

LEADS = (33, 38, 20, 2)
"""How many of them start a number of one, two, three and four characters."""

_BASE = len(ALPHABET)
_STARTS = list(accumulate((lead * _BASE**length for length, lead in enumerate(LEADS)), initial=0))
_FIRST_LEADS = list(accumulate(LEADS, initial=0))
_WORD = re.compile(r" ?\w+|[^\w]")


@lru_cache(maxsize=1 << 16)
def coded_number(number: int) -> str:
    """Return a number from 0 to 1.6 million as characters.

    >>> [len(coded_number(number)) for number in (0, 32, 33, 3_566, 3_567, 1_000_000)]
    [1, 1, 2, 2, 3, 4]
    """
    length = next(length for length, (_, end) in enumerate(pairwise(_STARTS)) if number < end)
    rest, characters = number - _STARTS[length], ""
    for _ in range(length):
        rest, digit = divmod(rest, _BASE)
        characters = ALPHABET[digit] + characters
    return ALPHABET[_FIRST_LEADS[length] + rest] + characters


def coded_numbers(numbers: Iterable[int]) -> str:
    """Return numbers from 0 on as one string."""
    return "".join(map(coded_number, numbers))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of all texts of a page, by number; names of several words count as words."""

    words: list[str]
    _numbers: Mapping[str, int]
    _names: Mapping[str, list[tuple[str, ...]]]

    def coded(self, text: str) -> str:
        """Return a text as the numbers of its words."""
        return coded_numbers(self._numbers[word] for word in _words(text, self._names))


def vocabulary_of(names: Sequence[str], texts: Sequence[str]) -> Vocabulary:
    """Return the vocabulary that gives frequent words short numbers; words of equal length are in order."""
    parts = _parts(names)
    counts = Counter(word for text in (*names, *texts) for word in _words(text, parts))
    frequent = sorted(counts, key=lambda word: (-counts[word], word))
    words = [word for start, end in pairwise([*_STARTS[:-1], None]) for word in sorted(frequent[start:end])]
    return Vocabulary(words, {word: number for number, word in enumerate(words)}, parts)


def _parts(names: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return the names of several words by their first word, longest first."""
    parts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted({tuple(_WORD.findall(f" {name}")) for name in names}, key=lambda w: (-len(w), w)):
        if len(words) > 1:
            parts[words[0]].append(words)
    return parts


def _words(text: str, names: Mapping[str, list[tuple[str, ...]]]) -> Iterator[str]:
    """Yield the words of a text, each with the space before it; the first is given one."""
    words = tuple(_WORD.findall(f" {text}"))
    at = 0
    while at < len(words):
        name = next((n for n in names.get(words[at], ()) if words[at : at + len(n)] == n), words[at : at + 1])
        yield "".join(name)
        at += len(name)
