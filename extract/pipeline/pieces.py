"""Words into what the encoder reads: word pieces, the case shape of each word, and what stands before it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

SHAPES = 16
"""Number of case shapes ``shape`` tells apart."""

BREAKS = 5
"""Unknown, a space, nothing, a line break, a blank line."""

MAX_PIECES_PER_WORD = 16
"""Longer words are cut for the encoder only: the word stays one token."""

WORDS_KEPT = 1 << 14
"""Words that are remembered: the vocabulary of hundreds of articles, in about 8 MB."""

_PATTERNS = (
    r"[a-z]+", r"[A-Z][a-z]+", r"[A-Z]", r"[A-Z]+", r"[A-Z]+s", r"[A-Z][a-z]+[A-Z][A-Za-z]*", r"[a-z]+[A-Z][A-Za-z]*",
    r"[0-9]{4}", r"[0-9]+", r"[0-9.,:/-]+", r"(?=.*[0-9])(?=.*[A-Z])[\w.\-]+", r"(?=.*[0-9])[\w.\-]+",
    r"([A-Za-z]\.)+[A-Za-z]?", r"[^\w\s]+",
)  # fmt: skip
_SHAPE = tuple(re.compile(pattern) for pattern in _PATTERNS)


@functools.lru_cache(maxsize=WORDS_KEPT)
def shape(word: str) -> int:
    """The case shape of a word, 1 to SHAPES-1; the encoder is uncased, so this is how it sees capitals.

    >>> shape("talks") != shape("Talks") != shape("TALKS")
    True
    """
    if not word.isascii():
        word = "".join("a" if c.islower() else "A" if c.isupper() else c for c in word)
    for number, pattern in enumerate(_SHAPE, start=1):
        if pattern.fullmatch(word):
            return number
    return SHAPES - 1


@dataclass(frozen=True, slots=True)
class PieceTable:
    """Turns words into piece ids, remembering the words it has seen (at most ``size`` of them)."""

    tokenizer: Tokenizer
    seen: dict[str, tuple[int, ...]]
    size: int = WORDS_KEPT

    @classmethod
    def from_file(cls, path: Path) -> PieceTable:
        """Read a ``tokenizer.json``."""
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(tokenizer, {})

    @property
    def cls_id(self) -> int:
        """Id of the piece that opens a window."""
        return self._special("[CLS]")

    @property
    def sep_id(self) -> int:
        """Id of the piece that closes a window."""
        return self._special("[SEP]")

    def _special(self, piece: str) -> int:
        found = self.tokenizer.token_to_id(piece)
        if found is None:
            raise ValueError(f"the model's tokenizer has no piece {piece}")
        return int(found)

    def encode(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """Piece ids of each word: at least one, at most MAX_PIECES_PER_WORD."""
        fresh = sorted({word for word in words if word not in self.seen})
        if fresh:
            if len(self.seen) + len(fresh) > self.size:
                self.seen.clear()
                fresh = sorted(set(words))
            self._learn(fresh)
        return [self.seen[word] for word in words]

    def _learn(self, words: Sequence[str]) -> None:
        unknown = (self._special("[UNK]"),)
        encoding = self.tokenizer.encode(
            [word[:200] for word in words], is_pretokenized=True, add_special_tokens=False
        )
        found: dict[int | None, list[int]] = {}
        for piece, number in zip(encoding.ids, encoding.word_ids, strict=True):
            found.setdefault(number, []).append(piece)
        for number, word in enumerate(words):
            self.seen[word] = tuple(found.get(number, ())[:MAX_PIECES_PER_WORD]) or unknown
