"""RDF literals that every engine gives back as they were."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal

from newsgraph.graph.model.record import Span

from . import vocabulary as v

_SURROGATES = re.compile("[\ud800-\udfff]")


def text(value: str) -> Literal:
    """Return a plain literal; a lone surrogate, which no encoding can carry, becomes U+FFFD."""
    return Literal(clean(value))


def clean(value: str) -> str:
    """Return ``value`` with U+FFFD for each lone surrogate."""
    return value if value.isascii() else _SURROGATES.sub("\ufffd", value)


@lru_cache(maxsize=4096)
def decimal(value: float) -> Literal:
    """Return the canonical ``xsd:decimal`` of a float, every digit kept (engines would cut doubles)."""
    digits = format(Decimal(repr(value)), "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Literal("0" if digits == "-0" else digits, datatype=v.DECIMAL)


def integer(value: int) -> Literal:
    """Return an ``xsd:integer``, the one integer type that all stores give back as it was."""
    return Literal(str(value), datatype=v.INTEGER)


def boolean(value: bool) -> Literal:
    """Return an ``xsd:boolean``."""
    return Literal("true" if value else "false", datatype=v.BOOLEAN)


def positions(spans: Iterable[Span]) -> str:
    """Return places as RFC 5147 positions.

    >>> positions([(12, 17), (20, 25)])
    'char=12,17 char=20,25'
    """
    return " ".join(f"char={start},{end}" for start, end in spans)
