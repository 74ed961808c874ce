"""Rows as a table for a terminal: aligned, IRIs shortened, nothing in a value can steer the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from newsgraph.graph.pluralisation import counted

from .formats import Term, TermRow

MAX_CELL = 60
"""Columns of the widest cell; a longer value ends in an ellipsis."""


def table(variables: Sequence[str], rows: Sequence[TermRow], prefixes: Mapping[str, str]) -> str:
    """Return a table of ``rows`` under the names of ``variables``, with the number of rows below."""
    namespaces = sorted(((iri, prefix) for prefix, iri in prefixes.items()), key=lambda pair: -len(pair[0]))
    cells = [list(variables), *([cell(term, namespaces) for term in row] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    lines = [_line(row, widths) for row in cells]
    lines.insert(1, "  ".join("─" * width for width in widths))
    count = f"({counted(len(rows), 'row')})"
    return "\n".join([*lines, count]) + "\n"


def cell(term: Term | None, namespaces: Sequence[tuple[str, str]]) -> str:
    """Return a term as a person reads it: prefixed names, bare values, no control characters."""
    if term is None:
        return ""
    text = _short(term.value, namespaces) if isinstance(term, NamedNode) else str(term)
    if isinstance(term, Literal):
        text = term.value
    printable = "".join(char if char.isprintable() else " " for char in text[: MAX_CELL * 4])
    return _cut(" ".join(printable.split()))


def _short(iri: str, namespaces: Sequence[tuple[str, str]]) -> str:
    for start, prefix in namespaces:
        if iri.startswith(start):
            return f"{prefix}:{iri[len(start) :]}"
    return f"<{iri}>"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True))
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _cut(text: str) -> str:
    if _width(text) <= MAX_CELL:
        return text
    width = 0
    for index, char in enumerate(text):
        width += _columns(char)
        if width > MAX_CELL - 1:
            return text[:index] + "…"
    return text
