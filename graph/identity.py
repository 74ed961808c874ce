"""Content-derived identity: the same content has the same id in every run, order and process."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from itertools import product

SLUG_LENGTH = 48
_HASH_BYTES = 10  # 80 bits: a collision among a million ids has a probability of 4e-13
_PAIRS = tuple(
    map("".join, product("abcdefghijklmnopqrstuvwxyz234567", repeat=2))
)  # base 32, 10 bits at once
_SHIFTS = range(8 * _HASH_BYTES - 10, -1, -10)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def normal_key(text: str) -> str:
    r"""Return what two spellings of one string share: NFKC, case folded, white space collapsed.

    >>> normal_key("  The\u00a0HARBOUR ")
    'the harbour'
    """
    if text.isascii():  # as nearly all are
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def canonical_text(text: str) -> str:
    r"""Return what copies of one text share: line ends, byte order mark and trailing blanks do not count.

    >>> canonical_text("\ufeffOne. \r\nTwo.\n\n") == canonical_text("One.\nTwo.")
    True
    """
    return "\n".join(line.rstrip() for line in text.removeprefix("\ufeff").splitlines()).strip("\n")


def slug(key: str) -> str:
    """Return the ASCII letters and digits of ``key``, joined by hyphens; empty where there are none.

    >>> slug("São Tomé & Príncipe")
    'sao-tome-principe'
    """
    letters = normal_key(key)
    if not letters.isascii():
        plain = unicodedata.normalize("NFKD", letters)
        letters = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_SLUG.sub("-", letters)[: SLUG_LENGTH + 1].strip("-")[:SLUG_LENGTH].strip("-")


def digest(*parts: str) -> str:
    """Return 80 bits of BLAKE2b over ``parts``, length-prefixed, as 16 characters of ``[a-z2-7]``."""
    state = blake2b(digest_size=_HASH_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big") + data)
    number = int.from_bytes(state.digest(), "big")
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])


def content_id(kind: str, *parts: str) -> str:
    """Return a readable, content-derived id: slug of the first part, then a hash of ``kind`` and all parts.

    Only ``[a-z0-9-]`` occurs and the first character is a letter: safe in IRIs, XML and file names.

    >>> content_id("entity", "2 Ways", "ORG")
    'entity-2-ways-mb4leprsaq55q2i6'
    """
    readable = slug(parts[0]) if parts else ""
    if not readable[:1].isalpha():
        readable = f"{kind}-{readable}"
    return f"{readable[:SLUG_LENGTH].strip('-')}-{digest(kind, *parts)}"
