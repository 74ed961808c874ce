"""What the server and its workers say to each other: a JSON head and a body of bytes, each with its length."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass, field
from typing import Any, BinaryIO

LENGTH = struct.Struct("!Q")
"""How the length of a part is written."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use."""

    seconds: float = 10.0
    memory: int = 1 << 30
    """Bytes beside what the graph itself takes."""

    rows: int = 100_000
    body: int = 64 << 20
    """Bytes of the result."""

    query: int = 100_000
    """Characters of the query."""


@dataclass(frozen=True, slots=True)
class Request:
    """A query, what its client accepts, and the graphs it asks for in place of the default ones."""

    query: str
    accept: str = "*/*"
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer: status, media type, body and notes for the reader."""

    status: int
    type: str
    body: bytes
    notes: tuple[str, ...] = field(default=())


def refuse(status: int, reason: str) -> Reply:
    """Return the answer to a query that is not run, or was not run to its end."""
    return Reply(status, "text/plain; charset=utf-8", f"{reason}\n".encode("utf-8", "replace"))


def pack(head: Any, body: bytes = b"") -> bytes:
    """Return a message."""
    data = json.dumps(head).encode()
    return LENGTH.pack(len(data)) + data + LENGTH.pack(len(body)) + body


def unpack(stream: BinaryIO) -> tuple[Any, bytes] | None:
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


def request_message(request: Request) -> bytes:
    """Return ``request`` as a message."""
    return pack(asdict(request))


def reply_message(reply: Reply) -> bytes:
    """Return ``reply`` as a message."""
    return pack({"status": reply.status, "type": reply.type, "notes": reply.notes}, reply.body)


def to_request(head: Any) -> Request:
    """Return the request of a message."""
    graphs = {name: tuple(head[name]) for name in ("default_graphs", "named_graphs")}
    return Request(head["query"], head["accept"], **graphs)


def to_reply(message: tuple[Any, bytes]) -> Reply:
    """Return the reply of a message."""
    head, body = message
    return Reply(head["status"], head["type"], body, tuple(head["notes"]))
