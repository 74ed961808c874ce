"""Which entity a name means, told by the tables of the graph: what ``KnowledgeGraph.find`` finds, without the graph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from sqlite3 import Connection
from typing import Any

from ..identity import normal_key
from ..model.naming import Called, best_called

_COLUMNS = "SELECT e.id, e.name, e.aliases, e.named, e.statements FROM"
_ALL = f"{_COLUMNS} entity AS e"
_MATCHING = f"{_COLUMNS} name_search JOIN entity AS e ON e.key = name_search.rowid WHERE name_search MATCH ?"


def entity_called(connection: Connection, name: str) -> str | None:
    """Return the id of the entity that ``name`` fits best, None where nothing is called so.

    The full-text index nearly always has it; where it finds nothing that fits, all entities are asked.
    """
    return best_called(name, _called(_matching(connection, name))) or best_called(
        name, _called(connection.execute(_ALL))
    )


def _matching(connection: Connection, name: str) -> Iterable[tuple[Any, ...]]:
    words = [word for word in normal_key(name).split() if any(map(str.isalnum, word))]
    if not words:
        return ()
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words)
    return connection.execute(_MATCHING, (quoted,))


def _called(rows: Iterable[tuple[Any, ...]]) -> Iterator[Called]:
    for id, name, aliases, named, statements in rows:
        yield Called(id, name, json.loads(aliases), bool(named), statements)
