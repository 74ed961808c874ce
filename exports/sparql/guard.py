"""What a query must not do, checked before an engine sees it.

Queries only read, so the engines' query parsers refuse ``LOAD`` and every other update. ``SERVICE`` would
fetch from the network: it is found in the tokens of the query, once as written and once with all escapes
resolved, because engines differ in where they resolve them. Strings, IRIs and comments never count. Queries
from outside run in a process without sockets besides (:mod:`newsgraph.exports.serve`).
"""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.graph.errors import QueryError

from .syntax import Token, has_word, tokens, unescape

MAX_DEPTH = 64
"""Brackets inside brackets; engines recurse, and die at some thousands."""

MAX_OPERATORS = 1_000
"""Operators and clauses, which engines chain recursively."""

MAX_LISTED = 1_000
"""Commas and semicolons, which the native parser recurses over: at some thousands it ends the process. In a process of its own any number is tried."""

_CHAINED = frozenset({"BIND", "FILTER", "MINUS", "OPTIONAL", "UNION", "GRAPH", "VALUES", "SELECT"})


def check(query: str, *, allow_service: bool = False, most: int = 1_000_000, listed: bool = True) -> None:
    """Raise :class:`QueryError` if ``query`` asks another server, has more than ``most`` characters or is too deep.

    ``listed``: whether long lists are refused as well, which end the process that an engine runs in.
    """
    if len(query) > most:
        raise QueryError(f"The query has {len(query):,} characters; at most {most:,} are accepted.")
    _check_size(tokens(query), listed=listed)
    readings = (query, unescape(query))
    if not allow_service and any(_may_ask(reading) for reading in readings):
        raise QueryError(
            "SERVICE asks another server for data, and newsgraph does not go on the network for a query. "
            "Take the SERVICE part out, or fetch that data first and load it as a file."
        )


def _may_ask(query: str) -> bool:
    """Return whether ``query`` has the word SERVICE, or may have it: engines may read on after an open quote."""
    unclosed = (token.text for token in tokens(query) if token.kind == "unclosed")
    return has_word(query, "SERVICE") or any("SERVICE" in text.upper() for text in unclosed)


def _check_size(found: Sequence[Token], *, listed: bool) -> None:
    depth = deepest = 0
    for token in found:
        depth += (token.kind == "opening") - (token.kind == "closing")
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise QueryError(f"The query has brackets {deepest} deep; at most {MAX_DEPTH} are accepted.")
    chained = sum(_is_chained(token) for token in found)
    items = sum(token.text in (",", ";") for token in found)
    if listed and items > MAX_LISTED:
        raise QueryError(f"The query has {items} commas and semicolons; at most {MAX_LISTED} are accepted.")
    if chained > MAX_OPERATORS:
        raise QueryError(f"The query has {chained} operators and clauses of at most {MAX_OPERATORS}.")


def _is_chained(token: Token) -> bool:
    return token.kind == "operator" or (token.kind == "word" and token.text.upper() in _CHAINED)
