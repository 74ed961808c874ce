"""The schema of the database: made, versioned, and brought up to date."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VERSION = 2
"""Version of the schema, kept as ``PRAGMA user_version``."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit the block whole, or leave nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def create_schema(connection: sqlite3.Connection) -> None:
    """Make all tables in an empty database."""
    connection.executescript(_script("schema") + _script("tables"))
    connection.execute(f"PRAGMA user_version = {VERSION}")


def packed_text(text: str) -> bytes:
    """Return a text as the database keeps it."""
    return zlib.compress(text.encode("utf8", "surrogatepass"), 9)


def text_of(packed: bytes) -> str:
    """Return the text that :func:`packed_text` packed."""
    return zlib.decompress(packed).decode("utf8", "surrogatepass")


def _script(name: str) -> str:
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf8")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database of schema 1 to this one: texts are packed, and the tables of the graph made anew when asked."""
    if version_of(connection) == VERSION:
        return
    connection.execute("PRAGMA foreign_keys = OFF")
    with transaction(connection):
        if version_of(connection) < VERSION:
            connection.create_function("packed_text", 1, packed_text, deterministic=True)
            for statement in _TO_2:
                connection.execute(statement)
            for statement in _statements(_script("tables")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("PRAGMA foreign_keys = ON")


_TO_2 = (
    "CREATE TABLE packed (sha256 TEXT PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID",
    "INSERT INTO packed SELECT sha256, packed_text(text) FROM text",
    "DROP TABLE text",
    "ALTER TABLE packed RENAME TO text",
    "DROP VIEW said",
    *(
        f"DROP TABLE {table}"
        for table in (
            *("sentence_search", "name_search", "argument", "evidence"),
            *("statement", "mention", "entity", "sentence", "document"),
        )
    ),
    "DELETE FROM setting WHERE name = 'graph'",
)


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script: ``executescript`` would commit what is under way."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a database's schema."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
