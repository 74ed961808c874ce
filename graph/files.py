"""Files written whole or not at all; what is no plain file is never replaced."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

from .errors import InputError, WriteError

PART = ".newsgraph-"
"""Start of the names of files that are being written; they end in ``.part``."""

STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
"""Names of standard output."""


def is_standard_output(path: str | Path) -> bool:
    """Return whether an output goes to standard output instead of a file."""
    return str(path) in STANDARD_OUTPUT


def printable(path: str | Path) -> str:
    r"""Return a path that any encoding can hold: bytes of names that are not UTF-8 are written out.

    >>> printable("caf\udce9.txt") == r"caf\udce9.txt"
    True
    """
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def print_data(data: bytes) -> None:
    """Write data to standard output as it is; a console of any encoding gets UTF-8."""
    sys.stdout.flush()
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:  # notebooks have text only
        sys.stdout.write(data.decode("utf8"))


def write_text(path: str | Path, text: str, *, links: bool = True) -> None:
    """Write a file whole or not at all, in UTF-8 with plain line ends; see :func:`write_pieces`."""
    write_pieces(path, [text.encode("utf8")], links=links)


def write_pieces(path: str | Path, pieces: Iterable[bytes], *, links: bool = True) -> None:
    """Write a file whole or not at all, a piece at a time; devices and pipes are written into.

    An existing file keeps its permissions, a link stays a link to the file that is written; without ``links`` it is
    refused, as in a folder that may come from others. Raises InputError.
    """
    target = Path(path)
    try:
        mode = _mode(target)
        if mode is not None and stat.S_ISDIR(mode):
            raise InputError(f"{target}: this is a folder; name a file.")
        if not links and target.is_symlink():
            raise InputError(
                f"{target}: this is a link, which newsgraph does not write through; take it away."
            )
        if mode is None or stat.S_ISREG(mode):
            _replace(Path(os.path.realpath(target)), pieces, mode)
        else:
            _stream(target, pieces, mode)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WriteError(f"{target}: cannot be written ({_reason(error)}).") from error


def append_text(path: str | Path, text: str) -> None:
    """Add text to the end of a plain file, which is made where there is none. Raises InputError."""
    target = Path(path)
    try:
        mode = _mode(target)
        if mode is not None and not stat.S_ISREG(mode):
            raise InputError(f"{target}: this is not a file; name a file.")
        with target.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise WriteError(f"{target}: cannot be written ({_reason(error)}).") from error


def sweep(folder: Path) -> None:
    """Take away what killed processes left half-written in ``folder``."""
    with suppress(OSError):
        for part in folder.glob(f"{PART}*.part"):
            with suppress(OSError):
                _take_away_abandoned(part)


def _reason(error: OSError) -> str:
    return "nothing reads from this pipe" if error.errno == errno.ENXIO else error.strerror or str(error)


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None
    except ValueError:
        raise InputError(f"{str(target)!r}: this is not a name for a file.") from None


def _stream(target: Path, pieces: Iterable[bytes], mode: int) -> None:
    """Write into a character device or a pipe that somebody reads."""
    if not (stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)):
        raise InputError(f"{target}: this is not a file; name a file.")
    descriptor = os.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    with os.fdopen(descriptor, "wb") as file:
        os.set_blocking(descriptor, True)  # only the opening must not wait
        file.writelines(pieces)


def _replace(target: Path, pieces: Iterable[bytes], mode: int | None) -> None:
    sweep(target.parent)
    part, file = _new_part(target.parent)
    try:
        with file:
            if mode is not None:
                part.chmod(stat.S_IMODE(mode) & 0o777)
            file.writelines(pieces)
            file.flush()
            if os.name != "nt":
                part.replace(target)  # while the lock is held: nobody takes it for abandoned
        if os.name == "nt":
            part.replace(target)  # Windows moves closed files only
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _new_part(folder: Path) -> tuple[Path, IO[bytes]]:
    """Make a file with an unpredictable name, never through a link, with the permissions that umask leaves."""
    while True:
        part = folder / f"{PART}{secrets.token_hex(8)}.part"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(part, flags, 0o666), "wb")
        _lock(file)
        if os.fstat(file.fileno()).st_nlink:
            return part, file
        file.close()  # somebody took it away before it was locked


if sys.platform == "win32":

    def _lock(file: IO[bytes]) -> None:
        """Do nothing: Windows keeps open files from being taken away."""

    def _take_away_abandoned(part: Path) -> None:
        part.unlink()

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(file, fcntl.LOCK_EX)

    def _take_away_abandoned(part: Path) -> None:
        """Take a file away unless a living process holds its lock. Raises OSError."""
        descriptor = os.open(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink()
        finally:
            os.close(descriptor)
