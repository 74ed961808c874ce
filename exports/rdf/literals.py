"""RDF literals that every engine gives back as they were."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from newsgraph.graph.model.record import Span

from . import vocabulary as v
from .terms import LiteralTerm

_SURROGATES = re.compile("[\ud800-\udfff]")


def text(value: str) -> LiteralTerm:
    """Return a plain literal; a lone surrogate, which no encoding can carry, becomes U+FFFD."""
    return LiteralTerm(value if value.isascii() else clean(value))


word = lru_cache(maxsize=1 << 14)(text)
"""The same, remembered: for lemmas, labels, relations and whatever else a graph says again and again."""


def clean(value: str) -> str:
    """Return ``value`` with U+FFFD for each lone surrogate."""
    return value if value.isascii() else _SURROGATES.sub("\ufffd", value)


@lru_cache(maxsize=4096)
def decimal(value: float) -> LiteralTerm:
    """Return the canonical ``xsd:decimal`` of a float, every digit kept (engines would cut doubles)."""
    digits = format(Decimal(repr(value)), "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return LiteralTerm("0" if digits == "-0" else digits, v.DECIMAL)


@lru_cache(maxsize=1 << 12)
def integer(value: int) -> LiteralTerm:
    """Return an ``xsd:integer``, the one integer type that all stores give back as it was."""
    return LiteralTerm(str(value), v.INTEGER)


@lru_cache(maxsize=2)
def boolean(value: bool) -> LiteralTerm:
    """Return an ``xsd:boolean``."""
    return LiteralTerm("true" if value else "false", v.BOOLEAN)


def positions(spans: Iterable[Span]) -> str:
    """Return places as RFC 5147 positions.

    >>> positions([(12, 17), (20, 25)])
    'char=12,17 char=20,25'
    """
    return " ".join([f"char={start},{end}" for start, end in spans])
