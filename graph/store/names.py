"""Whom a name is of, told by the tables of the graph: what ``KnowledgeGraph.find`` finds, without the graph."""

from __future__ import annotations

import json
from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any

from ..identity import normal_key

_COLUMNS = "SELECT e.id, e.name, e.named, e.aliases, e.statements FROM"
_MATCHING = f"{_COLUMNS} name_search JOIN entity AS e ON e.key = name_search.rowid WHERE name_search MATCH ?"

Row = tuple[Any, ...]


def entity_called(connection: Connection, name: str) -> str | None:
    """Return the id of the entity that ``name`` fits best, None where nothing is called so."""
    key = normal_key(name)
    return _best(_candidates(connection, key), key) or _best(
        connection.execute(f"{_COLUMNS} entity AS e"), key
    )


def _candidates(connection: Connection, key: str) -> Iterable[Row]:
    """Return the entities that the full-text index finds: fewer than all, and nearly always those that count."""
    words = [word for word in key.split() if any(map(str.isalnum, word))]
    if not words:
        return ()
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words)
    return connection.execute(_MATCHING, (quoted,))


def _best(rows: Iterable[Row], key: str) -> str | None:
    """Return the best of ``rows``: a name goes before an alias, this before a name with all the words of ``key``."""
    words = set(key.split())
    found: list[tuple[int, bool, int, str]] = []
    for id, name, named, aliases, statements in rows:
        keys = [normal_key(name), *map(normal_key, json.loads(aliases))]
        if key in keys:
            rank = 0 if key == keys[0] else 1
        elif words and words <= {word for known in keys for word in known.split()}:
            rank = 2
        else:
            continue
        found.append((rank, not named, -statements, id))
    return min(found)[3] if found else None
