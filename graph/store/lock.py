"""One writer at a time: a lock that names its process, held by the system and gone with it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from ..errors import InputError, WriteError

LOCK = ".graph.lock"
"""Name of the lock file in a folder, there only while somebody writes."""


class FolderLockedError(InputError):
    """Another process writes into the folder."""


@contextmanager
def write_lock(folder: Path, *, wait: float = 1.0) -> Iterator[None]:
    """Hold the lock of ``folder`` for the block, waiting for it for up to ``wait`` seconds.

    Raises FolderLockedError that names the process which holds it.
    """
    path = folder / LOCK
    file = _acquired(path, time.monotonic() + wait)
    try:
        with suppress(OSError):  # on a full disk the lock holds without a name
            file.seek(0)
            file.truncate()
            file.write(f"process {os.getpid()} since {time.strftime('%Y-%m-%d %H:%M:%S')}")
            file.flush()
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        with suppress(OSError):
            file.close()


def is_locked(folder: Path) -> bool:
    """Return whether a process writes into ``folder`` now."""
    path = folder / LOCK
    if not path.exists():
        return False
    try:
        with path.open("r+", encoding="utf8") as file:
            return not _locked_by_us(file)
    except OSError:
        return False


def _acquired(path: Path, until: float) -> IO[str]:
    while True:
        try:
            file = _opened(path)
        except OSError as error:
            raise WriteError(f"{path.parent}: cannot be written ({error.strerror or error}).") from None
        if _locked_by_us(file):
            if _is_current(file, path):
                return file
            file.close()
            continue
        file.seek(0)
        holder = file.read().strip() or "another process"
        file.close()
        if time.monotonic() >= until:
            raise FolderLockedError(
                f"{path.parent}: {holder} writes into this folder; run again when it is done."
            )
        time.sleep(0.1)


def _opened(path: Path) -> IO[str]:
    """Open the lock file, made where there is none; never through a link, which may lead to a file of value."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    return os.fdopen(os.open(path, flags, 0o666), "r+", encoding="utf8")


def _is_current(file: IO[str], path: Path) -> bool:
    """Whether the locked file is still the one in the folder: its last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _locked_by_us(file: IO[str]) -> bool:
        try:
            file.seek(1 << 20)  # far from the text, which others may read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked_by_us(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
