"""Files that a person names, read with an end in sight: nothing waits for a pipe, nothing grows without limit.

A FIFO, a device, a folder or a file of ``/proc`` is refused with a sentence, and so is a file that is too large.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

from .errors import InputError

MOST = 1 << 28
"""Bytes of a list (of judgements, of entities, of records) that is read whole."""


def open_plain(path: str | os.PathLike[str]) -> BinaryIO:
    """Open a file for reading. Raises :class:`InputError` for a FIFO, a device and whatever else is no plain file."""
    name = os.fspath(path)
    flags = (
        os.O_RDONLY,
        *(getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_BINARY", "O_CLOEXEC", "O_NOCTTY")),
    )
    try:
        number = os.open(name, sum(flags))
    except FileNotFoundError:
        raise InputError(f"{name}: there is no such file.") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be read ({getattr(error, 'strerror', None) or error}).") from None
    problem = _problem(number)
    if problem is None:
        return os.fdopen(number, "rb")
    os.close(number)
    raise InputError(f"{name}: {problem}; name a plain file.")


def _problem(number: int) -> str | None:
    """Return why there is no telling where an open file ends."""
    found = os.fstat(number)
    if stat.S_ISDIR(found.st_mode):
        return "this is a folder"
    if not stat.S_ISREG(found.st_mode):
        return "this is a pipe or a device"
    try:
        if found.st_size or not os.read(number, 1):
            return None
    except OSError:  # the kernel has nothing to say just now
        pass
    return "this file has no size"  # the kernel makes it up as it is read


def read_plain(path: str | os.PathLike[str], most: int = MOST) -> bytes:
    """Return the content of a file of ``most`` bytes at most, as it was when it was opened.

    Raises :class:`InputError` for a larger one and for what :func:`open_plain` refuses.
    """
    with open_plain(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > most:
            raise InputError(f"{os.fspath(path)}: {size:,} bytes are too many; at most {most:,} are read.")
        try:
            return file.read(size)
        except OSError as error:
            raise InputError(f"{os.fspath(path)}: cannot be read ({error.strerror}).") from None


def read_text(path: str | os.PathLike[str], most: int = MOST) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark. Raises :class:`InputError`."""
    try:
        return read_plain(path, most).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{os.fspath(path)}: this is not in UTF-8 ({error.reason}).") from None


def plain_lines(path: str | os.PathLike[str], most: int = MOST) -> Iterator[str]:
    """Yield the lines of a file in UTF-8, as long as it was when it was opened; a line has ``most`` bytes at most.

    Raises :class:`InputError` for a longer line, and for what :func:`open_plain` refuses.
    """
    with open_plain(path) as file:
        left = os.fstat(file.fileno()).st_size
        while left and (line := file.readline(min(left, most + 1))):
            left -= len(line)
            if len(line) > most:
                raise InputError(f"{os.fspath(path)}: a line has more than {most:,} bytes.")
            try:
                yield line.decode("utf-8")
            except UnicodeDecodeError as error:
                raise InputError(f"{os.fspath(path)}: this is not in UTF-8 ({error.reason}).") from None


class Bounded:
    """A file that ends where it ended when it was opened: one that grows meanwhile has an end, too."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left = os.fstat(file.fileno()).st_size

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes, none at the end."""
        data = self._file.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(data)
        return data
