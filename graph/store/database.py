"""The SQLite file of a folder: opened, checked, versioned; every failure is an InputError that says what to do."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from difflib import get_close_matches
from pathlib import Path

from ..errors import InputError, WriteError
from ..files import printable
from .schema import VERSION, create_schema, migrate, version_of

FILE = "graph.db"
"""Name of the SQLite file in a folder."""

_APPLICATION = 0x6E677261  # "ngra", kept as PRAGMA application_id
_HEAD = 100  # bytes of a database that come before its first page
_WAIT = 30.0  # seconds that a statement waits for another process's commit


def is_store(folder: Path) -> bool:
    """Return whether ``folder`` holds a graph of this kind."""
    return os.path.isfile(folder / FILE)  # noqa: PTH113 - of a name that no system takes pathlib raises


def require_store(folder: Path) -> None:
    """Raise InputError where ``folder`` holds no graph of this kind."""
    if not is_store(folder):
        raise InputError(no_graph(folder))


def no_graph(place: Path) -> str:
    """Return the sentence for a place without a graph: a slip of the pen, or one that is not built yet."""
    name = printable(place)
    if os.path.isfile(place):  # noqa: PTH113 - of a name that no system takes pathlib raises
        return f"{name}: this is a file; name the folder of a graph."
    if os.path.isdir(place):  # noqa: PTH112
        return f"{name}: there is no graph in this folder. Build it: newsgraph build ARTICLES -o {name}"
    meant = _meant(place)
    question = f" (did you mean {meant!r}?)" if meant else ""
    return f"{name}: there is no such file or folder{question}. Build it: newsgraph build ARTICLES -o {name}"


def _meant(place: Path) -> str:
    """The name of a graph beside ``place`` that is written much like it, "" where there is none."""
    try:
        graphs = [path.name for path in place.parent.iterdir() if is_store(path)]
    except (OSError, ValueError):
        return ""
    return next((str(place.with_name(name)) for name in get_close_matches(place.name, sorted(graphs), 1)), "")


def start_anew(folder: Path) -> None:
    """Make the database of ``folder`` empty, even where it is damaged. Raises InputError where it is none of ours."""
    path = folder / FILE
    if is_store(folder):
        _check(*_marks(path), path)
        with explained(path):
            _create_whole(path)


@contextmanager
def connect(folder: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """Open the database of ``folder``, ``create``d where there is none; closed at the end of the block.

    Raises InputError where there is none, where it is none of ours, is of a newer version, or cannot be read or
    written; whatever was not committed is rolled back.
    """
    path = folder / FILE
    if not create:
        require_store(folder)
    with explained(path):
        if not path.is_file():
            _create_whole(path)
        connection = _opened(path)
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            _check(application, version_of(connection), path)
            migrate(connection)
            yield connection
        finally:
            connection.close()


def _opened(path: Path) -> sqlite3.Connection:
    """Open a database; one on a disk too full for the file of shared memory is opened to be read as it is."""
    try:
        return _prepared(sqlite3.connect(path, timeout=_WAIT, isolation_level=None))
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or not _is_all_there_is(path):
            raise
        return _prepared(
            sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
        )


def _is_all_there_is(path: Path) -> bool:
    """Whether the database has no log of commits beside it that would have to be read with it."""
    log = path.with_name(f"{path.name}-wal")
    return not log.exists() or log.stat().st_size == 0


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL a kill loses nothing committed
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into an InputError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        kind = WriteError if _is_of_writing(str(error)) else InputError
        raise kind(f"{path}: {_advice(str(error), path.parent)}") from error


def _is_of_writing(message: str) -> bool:
    return any(word in message for word in ("full", "I/O", "readonly"))


def room(folder: Path) -> str:
    """Return how much space writing into ``folder`` needs, as a sentence for people whose disk is full."""
    has = sum(path.stat().st_size for path in folder.glob("graph.*"))
    free = shutil.disk_usage(folder).free
    return (
        f"The folder has {has / 1e6:,.1f} MB and needs about as much again while it is written; "
        f"{free / 1e6:,.1f} MB are free."
    )


def _advice(message: str, folder: Path) -> str:
    if _is_of_writing(message):
        return (
            f"cannot be written ({message}); what was committed before is kept. {room(folder)} "
            "Free some space and run again."
        )
    if "locked" in message or "busy" in message:
        return f"another program holds it ({message}); close it and run again."
    if "not a database" in message:
        return f"this is not a graph of newsgraph, or it is damaged ({message}); restore it or name another folder."
    if "malformed" in message:
        return f"this graph is damaged ({message}); restore it, or build it anew with --fresh."
    return f"cannot be used ({message})."


def _marks(path: Path) -> tuple[int, int]:
    """The application and the version of the schema that a file states where a database has them."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
    version, application = (int.from_bytes(head[at : at + 4]) for at in (60, 68))
    return (application if head.startswith(b"SQLite format 3\0") else 0), version


def _check(application: int, version: int, path: Path) -> None:
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
    try:
        with closing(sqlite3.connect(new, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            create_schema(connection)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)  # it is there only if this was broken off
