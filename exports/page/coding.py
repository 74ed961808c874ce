"""Numbers and texts as short strings of plain characters; ``script/coding.js`` reads them back.

Deflate halves news text again when it is given words instead of letters. So a text becomes the numbers of its words,
frequent words having small numbers, and a number becomes one to four characters, small numbers having few.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, pairwise

from .constants import LEADS

ALPHABET = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\')
"""All printable characters of ASCII that stand for themselves in JSON."""

_BASE = len(ALPHABET)
_STARTS = list(accumulate((lead * _BASE**length for length, lead in enumerate(LEADS)), initial=0))
_FIRST_LEADS = list(accumulate(LEADS, initial=0))
_NAME_WORDS = 4  # longer names are taken word by word
_WORD = re.compile(r" ?\w+|[^\w]")

Names = dict[str, set[tuple[str, ...]]]
"""The words of names, by the first."""


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
class CodedTexts:
    """Names and texts as numbers of ``words``."""

    words: list[str]
    names: list[str]
    texts: list[str]


def coded_texts(names: Sequence[str], texts: Sequence[str]) -> CodedTexts:
    """Return names and texts with frequent words as small numbers; a name of several words counts as one word."""
    known: Names = defaultdict(set)
    for name in names:
        parts = _split(name)
        if 1 < len(parts) <= _NAME_WORDS:
            known[parts[0]].add(parts)
    frequent = _by_frequency(_words(text, known) for text in chain(names, texts))
    words = [word for start, end in pairwise([*_STARTS[:-1], None]) for word in sorted(frequent[start:end])]
    code = {word: coded_number(number) for number, word in enumerate(words)}
    coded = [
        ["".join([code[word] for word in _words(text, known)]) for text in some] for some in (names, texts)
    ]
    return CodedTexts(words, coded[0], coded[1])


def _by_frequency(texts: Iterable[list[str]]) -> list[str]:
    """Return the words of ``texts``, frequent ones first; the texts are split again later, as they need less memory."""
    counts = Counter(chain.from_iterable(texts))
    return sorted(counts, key=lambda word: (-counts[word], word))


def _split(text: str) -> tuple[str, ...]:
    """Return the words of a text, each with the space before it; the first is given one."""
    return tuple(_WORD.findall(f" {text}"))


def _words(text: str, names: Names) -> list[str]:
    """Return the words of a text, and names in one piece."""
    words = _split(text)
    found: list[str] = []
    done = 0
    for at in [at for at, word in enumerate(words) if word in names]:
        if at < done:  # inside the name before
            continue
        known = names[words[at]]
        length = next((n for n in range(_NAME_WORDS, 1, -1) if words[at : at + n] in known), 1)
        found += words[done:at]
        found.append("".join(words[at : at + length]))
        done = at + length
    return [*found, *words[done:]]
