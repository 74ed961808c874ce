"""Media types, and which of them a client prefers (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import RdfFormat

ROW_TYPES: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
"""Result formats of SELECT and ASK by media type, the default first."""

TRIPLE_TYPES: Mapping[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/json": RdfFormat.JSON_LD,
    "text/plain": RdfFormat.N_TRIPLES,
}
"""RDF formats of CONSTRUCT, DESCRIBE and the service description by media type, the default first."""


def choose(accept: str, offered: Iterable[str]) -> str | None:
    """Return the offered type that an Accept header prefers, the first among equals; None where it accepts none.

    >>> choose("text/csv;q=0.5, application/json", ROW_TYPES)
    'application/json'
    >>> choose("", ROW_TYPES), choose("image/png", ROW_TYPES)
    ('application/sparql-results+json', None)
    """
    ranges = _ranges(accept or "*/*")
    rated = [(_quality(type, ranges), type) for type in offered]
    best = max((quality for quality, _ in rated), default=0.0)
    return next((type for quality, type in rated if quality == best), None) if best > 0 else None


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(","):
        type, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weights = (piece.removeprefix("q=") for piece in parameters if piece.startswith("q="))
        found.append((type, _weight(next(weights, "1"))))
    return found


def _weight(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(type: str, ranges: Iterable[tuple[str, float]]) -> float:
    """Return the weight of the most specific range that covers ``type``."""
    wild = f"{type.partition('/')[0]}/*"
    covering = {range: weight for range, weight in ranges if range in {type, wild, "*/*"}}
    return next((covering[range] for range in (type, wild, "*/*") if range in covering), 0.0)
