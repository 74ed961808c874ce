"""What the paths and names given to a command stand for: files to read, sources to remove, a folder that may be written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from newsgraph.graph.errors import InputError
from newsgraph.graph.files import printable
from newsgraph.graph.pluralisation import counted
from newsgraph.graph.store.database import FILE, is_store
from newsgraph.graph.store.documents import DocumentStore, SourceRow

from .choices import normal
from .intake import found_files
from .steering import one_line
from .views import TURTLE


def files_of(paths: Iterable[str | Path], folder: Path) -> tuple[list[Path], list[tuple[str, str]]]:
    """Return the files to read, in order, each once, and which of folders are passed over, each with the reason.

    A path that does not exist is among the files, to be refused.
    """
    found, passed_over = {}, {}
    for file in found_files(paths, folder):
        path = file if isinstance(file, Path) else Path(file.source)
        if isinstance(file, Path) or not file.passed_over:
            found[str(path)] = path
        else:
            passed_over[printable(path)] = file.reason
    others = passed_over.keys() - map(printable, found.values())
    return [found[name] for name in sorted(found)], [(name, passed_over[name]) for name in sorted(others)]


def matching(rows: Sequence[SourceRow], name: str, folder: Path) -> list[SourceRow]:
    """Return the sources that ``name`` stands for: an id, a source, a file, a folder or a pattern. Raises InputError."""
    place = name if name == "-" else normal(name)
    found = [
        row
        for row in rows
        if row.document == name
        or place in (row.name, row.file, one_line(row.name))
        or fnmatchcase(row.name, place)
        or row.file.startswith(place + os.sep)
    ]
    if not found:
        raise InputError(
            f"{folder}: no document is called {name!r}{_meant(rows, place)}; newsgraph list {folder} shows them."
        )
    return found


def _meant(rows: Sequence[SourceRow], place: str) -> str:
    """A question for the first document whose path ends like ``place``, "" where there is none."""
    names = sorted(one_line(row.name) for row in rows if Path(row.name).name == Path(place).name)
    return f" (did you mean {names[0]!r}?)" if names else ""


def refuse_old_graph(folder: Path) -> None:
    """Raise InputError where another program, or an older newsgraph, made what ``folder`` holds."""
    if (folder / TURTLE).exists() and not is_store(folder):
        raise InputError(
            f"{folder}: this folder holds a graph.ttl but no {FILE}: an older newsgraph or another program made it. "
            "Name another folder, or take these files away."
        )


def refuse_nothing(folder: Path, files: Iterable[Path]) -> None:
    """Raise InputError where nothing is there to read: a slip of the pen must not cost the graph that is to be forgotten."""
    if is_store(folder) and not any(str(file) == "-" or os.path.lexists(file) for file in files):
        raise InputError(f"{folder}: there is nothing to read; the graph in this folder is left as it is.")


def refuse_other_graph(
    store: DocumentStore, folder: Path, paths: Iterable[str | Path], files: Iterable[Path]
) -> None:
    """Raise InputError where ``folder`` holds a graph of none of the ``paths`` and ``files``."""
    rows = store.sources()
    known = set(store.setting("roots").split("\n")) | {row.file for row in rows}
    if rows and known.isdisjoint({*map(normal, paths), *map(printable, files)}):
        raise InputError(
            f"{folder}: this folder holds a graph of {counted(store.size()[1], 'other article')}, such as {rows[0].name}. "
            f"To add to it: newsgraph add {folder} ...; to start anew: newsgraph build --fresh."
        )
