"""Files: written whole or not at all, or there for a while."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from newsgraph.graph.errors import InputError


def write_text(path: str | Path, text: str) -> None:
    """Write a file whole or not at all, in UTF-8 with plain line ends. Raises InputError."""
    write_pieces(path, [text.encode("utf8")])


def write_pieces(path: str | Path, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all, a piece at a time. Raises InputError."""
    target = Path(path)
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            _fill(Path(file.name), target, file, pieces)
    except OSError as error:
        raise InputError(f"{target}: cannot be written ({error.strerror or error}).") from None


@contextmanager
def as_file(text: str, name: str) -> Iterator[Path]:
    """Give a text as a file of this name, there for the block only."""
    with tempfile.TemporaryDirectory(prefix="newsgraph-") as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf8", newline="\n")
        yield path


def _fill(part: Path, target: Path, file: IO[bytes], pieces: Iterable[bytes]) -> None:
    try:
        file.writelines(pieces)
        file.close()
        part.chmod(0o666 & ~_umask())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
