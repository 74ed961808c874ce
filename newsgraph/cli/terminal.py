"""The door to the terminal: whatever a command prints for people passes here, and nothing in it can steer a terminal."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from json import dumps
from typing import Any, TextIO

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but for tab and line feed, DEL, C1
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"  # marks of direction, other line ends
    "\u200b\u2060-\u2064\u180e\ufeff\u00ad\ufff9-\ufffb"  # nothing to see
    "\ud800-\udfff\U000e0000-\U000e0fff]"  # lone surrogates, tags
)
_BLANKS = re.compile(r"[\t\r\n]+")


def visible(text: str) -> str:
    r"""Return a text with U+FFFD for each character that steers a terminal, turns the direction or hides.

    >>> visible("a\x1b[31mb")
    'a�[31mb'
    """
    return _STEERING.sub("\ufffd", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    r"""Return a foreign text as a part of one line: without tabs and line ends, so that it forges neither.

    >>> one_line("a\nError: b")
    'a Error: b'
    """
    return visible(_BLANKS.sub(" ", text))


def escaped(json: str) -> str:
    r"""Return the same JSON with the characters that :func:`visible` replaces as escapes: data stays what it is.

    >>> escaped('"a\u202eb"')
    '"a\\u202eb"'
    """
    return _STEERING.sub(lambda match: dumps(match[0])[1:-1] if match[0] > " " else match[0], json)


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
