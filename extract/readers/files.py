"""Files under a path: what may be an article, and what is passed over and why."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsgraph.graph.errors import InputError

from .document import Refusal
from .encoding import is_binary
from .registry import is_known_suffix
from .signatures import looks_like_prose

_SENTENCE_END = re.compile(rb"[a-z0-9][.!?](?:[\"')]|\xe2\x80[\x99\x9d])*(?:\s|\Z)")
OWN_FILES = frozenset("graph.ttl graph.html graph.jsonl graph.db graph.trig graph.nq graph.json".split())
"""What newsgraph writes."""


def find_files(path: str) -> Iterator[Path | Refusal]:
    """The file at a path; of a folder all files below it that may be articles, in order of names.

    Hidden files are left out without a word; whatever else is not read is told. A link out of the folder is not followed.
    """
    place = Path(path)
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        yield Refusal(path, "there is no such file.")
        return
    except (OSError, ValueError) as error:
        yield Refusal(path, f"cannot be read ({getattr(error, 'strerror', None) or error}).")
        return
    if stat.S_ISDIR(mode):
        yield from _walk(place)
    elif stat.S_ISREG(mode):
        yield place
    else:
        yield Refusal(path, "this is not a file but a device or a pipe.", "Give - to read standard input.")


def _walk(folder: Path) -> Iterator[Path | Refusal]:
    root, is_empty = folder.resolve(), True
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                is_empty = False
                yield _candidate(Path(place, name), root)
    if is_empty:
        yield Refusal(str(folder), "there is no file to read in this folder.", passed_over=True)


def _candidate(file: Path, root: Path) -> Path | Refusal:
    """A file of a folder, or why it is passed over."""
    reason = _reason(file, root)
    return file if reason is None else Refusal(str(file), reason, passed_over=True)


def _reason(file: Path, root: Path) -> str | None:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return "this is not a file but a device or a pipe."
        if file.is_symlink() and not file.resolve().is_relative_to(root):
            return "this link leads out of the folder."
    except OSError as error:
        return f"cannot be read ({error.strerror or error})."
    suffix = Path(file.name.lower().removesuffix(".gz")).suffix
    if file.name in OWN_FILES:
        return "newsgraph wrote this file."
    known = bool(suffix) and is_known_suffix(suffix)
    if not known and (suffix or not _is_prose(file)):
        return "this does not look like an article."
    return None


def _is_prose(file: Path) -> bool:
    """Does a file without an ending hold sentences rather than code or settings?"""
    with file.open("rb") as stream:
        head = stream.read(4096)
    if is_binary(head) or not head.strip() or not looks_like_prose(head):
        return False
    return _SENTENCE_END.search(head) is not None


def expand_paths(paths: Iterable[str]) -> Iterator[str]:
    """Paths of files; a folder gives all below it that may be articles. Raises InputError for a folder without any."""
    for name in paths:
        if name == "-" or not Path(name).is_dir():
            yield name
            continue
        files = [str(found) for found in find_files(name) if isinstance(found, Path)]
        if not files:
            raise InputError(
                f"{name}: no text files (.txt) or files of other kinds that are read in this folder."
            )
        yield from files
