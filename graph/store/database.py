"""The SQLite file of a folder: opened, checked, versioned; every failure is an InputError that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import InputError
from .schema import VERSION, create_schema, migrate, version_of

FILE = "graph.db"
"""Name of the SQLite file in a folder."""

_APPLICATION = 0x6E677261  # "ngra", kept as PRAGMA application_id
_WAIT = 30.0  # seconds that a statement waits for another process's commit


def is_store(folder: Path) -> bool:
    """Return whether ``folder`` holds a graph of this kind."""
    return (folder / FILE).is_file()


@contextmanager
def connect(folder: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """Open the database of ``folder``, ``create``d where there is none; closed at the end of the block.

    Raises InputError where there is none, where it is none of ours, is of a newer version, or cannot be read or
    written; whatever was not committed is rolled back.
    """
    path = folder / FILE
    if not create and not path.is_file():
        raise InputError(
            f"{folder}: there is no graph in this folder. Build it: newsgraph build ARTICLES -o {folder}"
        )
    with explained(path):
        if not path.is_file():
            _create_whole(path)
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = NORMAL")  # with WAL a kill loses nothing committed
            _check(connection, path)
            migrate(connection)
            yield connection
        finally:
            connection.close()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into an InputError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise InputError(f"{path}: {_advice(str(error))}") from error


def _advice(message: str) -> str:
    if "full" in message or "I/O" in message:
        return f"cannot be written ({message}); what was committed before is kept. Free some space and run again."
    if "locked" in message or "busy" in message:
        return f"another program holds it ({message}); close it and run again."
    if "not a database" in message or "malformed" in message:
        return f"this is not a graph of newsgraph, or it is damaged ({message}). Restore it or build with --fresh."
    return f"cannot be used ({message})."


def _check(connection: sqlite3.Connection, path: Path) -> None:
    version = version_of(connection)
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != _APPLICATION:
        raise InputError(f"{path}: this database is not a graph of newsgraph; name another folder.")
    if version > VERSION:
        raise InputError(
            f"{path}: this graph has schema {version}, newer than this newsgraph reads ({VERSION}); update newsgraph."
        )


def _create_whole(path: Path) -> None:
    try:
        _create(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be made ({error.strerror or error}).") from error


def _create(path: Path) -> None:
    """Make a database that is there with its whole schema, or not at all."""
    new = path.with_name(f".{path.name}.new")
    for left in (*path.parent.glob(f"{new.name}*"), *path.parent.glob(f"{path.name}-*")):
        left.unlink()
    with closing(sqlite3.connect(new, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        create_schema(connection)
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    new.replace(path)
