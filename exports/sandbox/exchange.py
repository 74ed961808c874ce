"""What a process and its parent say to each other: a JSON head and a body of bytes, each with its length."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from typing import Any, BinaryIO

Message = tuple[Any, bytes]
"""A head and a body."""

LENGTH = struct.Struct("!Q")
"""How the length of a part is written."""

FRAME = 1 << 18
"""Bytes of the body of a message that is part of a longer text."""


def pack(head: Any, body: bytes = b"") -> bytes:
    """Return a message."""
    data = json.dumps(head).encode()
    return LENGTH.pack(len(data)) + data + LENGTH.pack(len(body)) + body


def unpack(stream: BinaryIO) -> Message | None:
    """Return the next message of ``stream``, None at its end."""
    head = _part(stream)
    body = _part(stream) if head is not None else None
    return None if head is None or body is None else (json.loads(head), body)


def _part(stream: BinaryIO) -> bytes | None:
    size = stream.read(LENGTH.size)
    if len(size) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(size)
    data = stream.read(length)
    return data if len(data) == length else None


class Frames:
    """A long text that comes as the bodies of messages, read like a file; an empty body is its end."""

    def __init__(self, receive: Callable[[], Message | None]) -> None:
        self._receive = receive
        self._rest = b""
        self._ended = False

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes, none at the end. Raises EOFError where the text breaks off."""
        while not self._rest and not self._ended:
            message = self._receive()
            if message is None:
                raise EOFError("the text breaks off")
            self._rest, self._ended = message[1], not message[1]
        found = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(found) :]
        return found
