"""The door to the terminal: whatever a command prints for people passes here, and nothing in it can steer a terminal."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from newsgraph.steering import visible


class PeoplesStream:
    """A text stream that makes texts :func:`visible` and replaces what its encoding lacks.

    Its ``buffer`` takes data: bytes as they are, for pipes and files; made visible where people would see them.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text for people."""
        encoding = _encoding(self._stream)
        self._stream.write(visible(text).encode(encoding, "replace").decode(encoding))
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        """Write texts for people."""
        for line in lines:
            self.write(line)

    @property
    def buffer(self) -> Any:
        """The stream of bytes below."""
        return _PeoplesBuffer(self) if self._stream.isatty() else self._stream.buffer

    @property
    def encoding(self) -> str:
        """The encoding; UTF-8 for ASCII, behind whose back click would print."""
        found = _encoding(self._stream)
        return "utf-8" if codecs.lookup(found).name == "ascii" else found

    @property
    def errors(self) -> str:
        """What becomes of characters that the encoding lacks."""
        return "replace"

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _encoding(stream: TextIO) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


class _PeoplesBuffer:
    """Bytes on their way to a terminal."""

    def __init__(self, stream: PeoplesStream) -> None:
        self._stream = stream

    def write(self, data: bytes) -> int:
        self._stream.write(data.decode("utf-8", "replace"))
        return len(data)

    def flush(self) -> None:
        self._stream.flush()


def unguarded(stream: TextIO) -> TextIO:
    """Return the stream behind the door, for texts that are all our own."""
    return stream._stream if isinstance(stream, PeoplesStream) else stream


@contextmanager
def guarded() -> Iterator[None]:
    """Let all that is printed in the block pass the door."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (PeoplesStream(stream) for stream in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def forget_output() -> None:
    """Send what is still to be printed nowhere: its reader is gone or its disk is full."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
