"""What a query must not do, checked before an engine sees it.

Queries only read, so the engines' query parsers refuse ``LOAD`` and every other update. ``SERVICE`` would
fetch from the network: it is found in the tokens of the query, once as written and once with all escapes
resolved, because engines differ in where they resolve them. Strings, IRIs and comments never count. Queries
from outside run in a process without sockets besides (:mod:`newsgraph.exports.serve`).
"""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.graph.errors import QueryError

from .syntax import Token, tokens, unescape

MAX_DEPTH = 64
"""Brackets inside brackets; engines recurse, and die at some thousands."""

MAX_OPERATORS = 1_000
"""Operators and clauses, which engines chain recursively."""

MAX_LISTED = 1_000
"""Commas and semicolons, which the native parser recurses over: at some thousands it ends the process."""

_CHAINED = frozenset({"BIND", "FILTER", "MINUS", "OPTIONAL", "UNION", "GRAPH", "VALUES", "SELECT"})


def check(query: str, *, allow_service: bool = False) -> None:
    """Raise :class:`QueryError` if ``query`` asks another server, or is so deep that engines crash on it."""
    _check_size(tokens(query))
    readings = (query, unescape(query))
    if not allow_service and any(_has_word(tokens(reading), "SERVICE") for reading in readings):
        raise QueryError(
            "SERVICE asks another server for data, and newsgraph does not go on the network for a query. "
            "Take the SERVICE part out, or fetch that data first and load it as a file."
        )


def _has_word(found: Sequence[Token], word: str) -> bool:
    return any(token.kind == "word" and token.text.upper() == word for token in found)


def _check_size(found: Sequence[Token]) -> None:
    depth = deepest = 0
    for token in found:
        depth += (token.kind == "opening") - (token.kind == "closing")
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise QueryError(f"The query has brackets {deepest} deep; at most {MAX_DEPTH} are accepted.")
    chained = sum(_is_chained(token) for token in found)
    listed = sum(token.text in (",", ";") for token in found)
    if listed > MAX_LISTED:
        raise QueryError(f"The query has {listed} commas and semicolons; at most {MAX_LISTED} are accepted.")
    if chained > MAX_OPERATORS:
        raise QueryError(f"The query has {chained} operators and clauses of at most {MAX_OPERATORS}.")


def _is_chained(token: Token) -> bool:
    return token.kind == "operator" or (token.kind == "word" and token.text.upper() in _CHAINED)
