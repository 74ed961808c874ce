"""Bytes to text: byte order marks, declared charsets, UTF-8, and otherwise a guess that says so."""

from __future__ import annotations

import codecs
import re

from .article import UnreadableError
from .charsets import guess_charset

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_FEW = 4  # control characters that a short text may hold, NUL among them: a slip of what wrote it
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    r"""The text of some bytes, and what to tell a person about how it was decoded.

    A byte order mark counts most, then a declared ``charset`` that fits, then UTF-8; otherwise the code page that gives
    the likeliest words. Line ends become ``\\n``. Raises UnreadableError for what is not text.

    >>> decode(b"one\\r\\ntwo")
    ('one\\ntwo', ())
    """
    text, notes = _decode(data, charset)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _decode(data: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff"), ()
    wide = _wide_encoding(data)
    if wide is not None:
        return data.decode(wide, errors="replace"), (f"no byte order mark, read as {wide}",)
    if is_binary(data):
        raise UnreadableError("this is a binary file, not text.", "Convert it to plain text first.")
    declared = _strictly(data, charset) if charset else None
    if declared is not None:
        return declared, ()
    text = _strictly(data, "utf-8")
    if text is not None:
        return text, ()
    if _is_damaged_utf8(data):
        text = data.decode("utf-8", errors="replace")
        count = text.count("\ufffd")
        return text, (f"UTF-8 with damaged bytes: {count} became U+FFFD",)
    charset = guess_charset(data)
    return data.decode(charset, errors="replace"), (f"not UTF-8, read as {charset}",)


def _is_damaged_utf8(data: bytes) -> bool:
    """Are there as many whole UTF-8 sequences as broken ones, and not just one? No other encoding has such by chance."""
    whole = len(_SEQUENCE.findall(data))
    broken = data.decode("utf-8", errors="replace").count("\ufffd")
    return whole > broken or whole == broken > 1


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark, or None: of ASCII characters every second byte is zero."""
    sample = data[:4096]
    if len(sample) < 4 or sample.count(0) < len(sample) // 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    return encoding if min(even, odd) <= max(even, odd) // 20 else None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(codecs.lookup(encoding).name)
    except (LookupError, UnicodeError):
        return None


def is_binary(data: bytes) -> bool:
    """Do control characters say that this is not text in any encoding?"""
    if data.startswith(tuple(mark for mark, _ in _BOMS)) or _wide_encoding(data):
        return False
    sample = data[:65536]
    odd = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return (b"\x00" in sample and odd > max(len(sample) // 100, _FEW)) or odd > len(sample) // 10
