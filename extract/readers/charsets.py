"""Guessing the code page of English text by which one gives words and names.

Statistics of whole languages fail here: an English text has few letters beyond ASCII, all of them in names. So each code
page is judged by whether those letters stand as letters do: inside words of one script, capitals at the start, quotation
marks at the edges of words, and by how many words are known place names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from newsgraph.graph.knowledge.lexicon import lines

WESTERN = "cp1252"
SINGLE_BYTE = (
    WESTERN, "iso8859-2", "cp1250", "cp1254", "cp1257", "cp1251", "koi8-r", "cp1253", "cp1255", "cp1256", "mac-roman",
)  # fmt: skip
"""Tried in this order; of two that are equally likely the first is taken."""
MULTI_BYTE = ("gb18030", "shift-jis", "euc-jp", "big5", "euc-kr")

_SAMPLE = 50_000
_ENOUGH_BYTES = 60
_FREQUENT = frozenset("éáíóúñçãöüäåøèôßÉÁÖÜÅØñ" + "ćčšžłńśęąőěřżźğışțșŁŠŽČŚŻ")
"""Letters that names in English news have most often."""
_PUNCTUATION = frozenset("‘’“”–—…•«»€£§°©®™·")
_OPENING, _CLOSING = frozenset("‘“«"), frozenset("’”»…")
_BROKEN = re.compile(r"[\x80-\x9f\ufffd\ue000-\uf8ff]")
_WORD = re.compile(r"[^\W\d_]+")
_LEVEL_ONE = {
    "kana": (b"\x30\x41", b"\x30\xff"),
    "gb2312": (b"\xb0\xa1", b"\xd7\xfe"),
    "shift-jis": (b"\x88\x9f", b"\x97\xfc"),
}
"""Code points of frequent characters in each encoding."""
_KNOWN = 3.0
_WRONG = -3.0


def guess_charset(data: bytes) -> str:
    """The likeliest code page of bytes that are not UTF-8.

    >>> guess_charset("Lech Wałęsa met Anna Bell in Łódź.".encode("iso8859-2"))
    'iso8859-2'
    """
    sample = _around_odd_bytes(data)
    charsets = (*SINGLE_BYTE, *MULTI_BYTE)
    scores = {charset: _score(sample.decode(charset, errors="replace")) for charset in charsets}
    best = max(charsets, key=lambda charset: scores[charset])
    return best if best in SINGLE_BYTE else _east_asian(sample) or best


def _east_asian(sample: bytes) -> str | None:
    """The code page of Chinese, Japanese or Korean by the frequencies of characters; None for too few of them."""
    if sum(byte > 0x7F for byte in sample) < _ENOUGH_BYTES:
        return None
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=list(MULTI_BYTE)).best()
    return found.encoding if found else None


def _around_odd_bytes(data: bytes) -> bytes:
    """The lines that have bytes beyond ASCII, as many as are needed to judge."""
    if len(data) <= _SAMPLE:
        return data
    lines = (line for line in data.splitlines(keepends=True) if not line.isascii())
    return b"".join(lines)[:_SAMPLE]


def _score(text: str) -> float:
    """How well the characters beyond ASCII stand where they do."""
    padded = f" {text} "
    marks = [i for i, char in enumerate(padded) if char > "\x7f"]
    total = sum(_stands(padded[i - 1], padded[i], padded[i + 1]) for i in marks)
    words = {word for word in _WORD.findall(text) if not word.isascii()}
    unlikely: int = sum(len(word) for word in words if _has_no_plain_letter(word))
    known: int = sum(word[0].isupper() and word.casefold() in _known_words() for word in words)
    return total + _KNOWN * known + _WRONG * unlikely


def _has_no_plain_letter(word: str) -> bool:
    """Is this a Latin word of nothing but letters beyond ASCII?"""
    return len(word) > 1 and all(char > "\x7f" and _script(char) == "LATIN" for char in word)


def _stands(before: str, char: str, after: str) -> float:
    """Points for one character between its neighbours."""
    if _BROKEN.match(char):
        return 2 * _WRONG
    if not char.isalpha():
        return _mark_stands(before, char, after)
    neighbours = [other for other in (before, after) if other.isalpha()]
    if any(_script(other) != _script(char) for other in neighbours):
        return _WRONG
    if char.isupper() and before.islower():
        return _WRONG
    if _script(char) == "LATIN":
        return (1.0 if char in _FREQUENT else 0.2) if neighbours else 0.1
    if _script(char) in {"CJK", "HANGUL"}:
        return 1.2 if _script(char) == "HANGUL" or _is_common_ideograph(char) else -0.5
    return 0.5 if neighbours and _script(char) != "HALFWIDTH" else _WRONG / 2


def _mark_stands(before: str, char: str, after: str) -> float:
    if char == "’" and before.isalpha():
        return 0.8
    if before.isalpha() and after.isalpha() and char not in "–—·…":
        return _WRONG
    if char in _OPENING and before.isalpha():
        return _WRONG
    if char in _CLOSING and before.isspace() and after.isalpha():
        return _WRONG
    if char in _PUNCTUATION or char.isspace():
        return 0.8
    return -1.0


@cache
def _is_common_ideograph(char: str) -> bool:
    """Is this a Japanese syllable, or in the first level (the frequent half) of the Chinese or Japanese standard?"""
    if _LEVEL_ONE["kana"][0] <= char.encode("utf-16-be") <= _LEVEL_ONE["kana"][1]:
        return True
    for standard in ("gb2312", "shift-jis"):
        first, last = _LEVEL_ONE[standard]
        if first <= char.encode(standard, errors="ignore") <= last:
            return True
    return False


@cache
def _script(char: str) -> str:
    """The script of a letter; Chinese characters and Japanese syllables stand in the same words."""
    name = unicodedata.name(char, "?").split()[0]
    return "CJK" if name in {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"} else name


@cache
def _known_words() -> frozenset[str]:
    """Words beyond ASCII of the names of places."""
    names = (line.split("\t")[1] for line in lines("cities.tsv.gz") if not line.isascii())
    words = (word for name in names for word in _WORD.findall(name))
    return frozenset(word.casefold() for word in words if not word.isascii())
