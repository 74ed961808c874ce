"""Reading an RDF file of a stranger: a process of its own parses it, plain quads come back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import RdfFormat, parse

from newsgraph.graph.errors import InputError

from .exchange import Frames, Message
from .limits import GROWTH, Limits
from .process import Sandbox, StoppedError

if TYPE_CHECKING:
    from pyoxigraph import Quad

_LEAST = 64 << 20  # bytes of quads that the smallest file may become
_PER_BYTE = 64  # bytes of memory that a byte of RDF may need in a store


def allowance(path: str, limits: Limits) -> Limits:
    """Return what loading the RDF file at ``path`` may use: more than ``limits`` for a large one."""
    size = Path(path).stat().st_size
    return replace(limits, seconds=limits.seconds + size / 1e6, memory=limits.memory + _PER_BYTE * size)


def foreign_quads(path: str, format: RdfFormat | None, limits: Limits) -> Iterator[Quad]:
    """Yield the quads of an RDF file, or of an on-disk store where ``format`` is None.

    Raises :class:`InputError` for a file that cannot be read, and for one that takes more than its limits.
    """
    start = {"path": path, "format": format and format.media_type}
    most = 1 << 62 if format is None else max(_LEAST, GROWTH * Path(path).stat().st_size)
    allowed = allowance(path, limits)
    try:
        sandbox = Sandbox("newsgraph.exports.sandbox.reading", start, allowed)
        sandbox.ready(allowed.seconds)
        sandbox.send({"most": most}, limits=allowed)
        frames: Any = Frames(_receiver(sandbox, allowed.seconds))
        try:
            yield from parse(frames, format=RdfFormat.N_QUADS)
        finally:
            sandbox.close()
    except StoppedError as error:
        raise InputError(f"Reading {path} {error}.") from None


def _receiver(sandbox: Sandbox, seconds: float) -> Callable[[], Message]:
    """Return a function that waits for the next piece; ``seconds`` are those of all waits together."""
    left = seconds

    def receive() -> Message:
        nonlocal left
        begin = time.monotonic()
        message = sandbox.receive(left)
        left -= time.monotonic() - begin
        if message[0].get("error"):
            raise InputError(message[0]["error"])
        return message

    return receive
