"""Files under a path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsgraph.graph.errors import InputError

from .document import Refusal

SUFFIXES = (".txt", ".text", ".md", "")
"""File name endings that are read from a folder."""


def find_files(path: str) -> Iterator[Path | Refusal]:
    """The file at a path, or all that a folder holds, in order of names."""
    place = Path(path)
    try:
        if place.is_dir():
            yield from sorted(p for p in place.rglob("*") if p.is_file() and not p.name.startswith("."))
        elif place.exists():
            yield place
        else:
            yield Refusal(path, "there is no such file.")
    except (OSError, ValueError) as error:
        yield Refusal(path, f"cannot be read ({error}).")


def expand_paths(paths: Iterable[str]) -> Iterator[str]:
    """Paths of files; a folder gives the text files in it, sorted. Raises InputError for a folder without any."""
    for name in paths:
        if name == "-" or not Path(name).is_dir():
            yield name
            continue
        files = sorted(str(p) for p in Path(name).iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
        files = [file for file in files if not Path(file).name.startswith(".")]
        if not files:
            raise InputError(f"{name}: no text files (.txt) in this folder.")
        yield from files
