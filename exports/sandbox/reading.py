"""RDF files of strangers, read in the process that is made for it and sent on as plain quads.

What comes out cannot harm a parser any more: N-Quads a line each, in bounded number, none nested deeply.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, parse, serialize

from newsgraph.graph.bounded import Bounded, open_plain

from .entailed import whole
from .exchange import FRAME, Frames
from .querying import Send, TooMuchError, read_store

MAX_NESTING = 16
"""Triples inside triples; parsers recurse over them."""


def start(head: Mapping[str, Any], frames: Frames) -> tuple[Any, dict[str, Any]]:
    """Open the RDF file or on-disk store that ``head`` names. Raises :class:`InputError`."""
    path = head["path"]
    if not Path(path).is_dir():
        file: Any = Bounded(open_plain(path))
        return (path, parse(file, format=RdfFormat.from_media_type(head["format"]))), {}
    store, files = read_store(path)
    return (path, store), {"files": files}


def answer(state: tuple[str, Any], head: Mapping[str, Any], body: bytes, send: Send) -> None:
    """Send all quads as N-Quads, a piece a message, then an empty one; or what is wrong."""
    path, quads = state
    pieces: Any = Pieces(send, head["most"])
    try:
        serialize(whole(quads), pieces, format=RdfFormat.N_QUADS)
        pieces.end()
    except (SyntaxError, ValueError, OSError, EOFError) as error:
        send({"error": f"{path} cannot be read as RDF: {error}"})
    except TooMuchError as error:
        send({"error": f"{path} cannot be read: {error}"})
    except (MemoryError, RecursionError):
        send(
            {
                "error": f"{path} cannot be read: it needs more memory than is allowed, or is nested too deeply."
            }
        )


class Pieces:
    """A file that sends what is written to it, whole lines a message."""

    def __init__(self, send: Send, most: int) -> None:
        self._send, self._most, self._size = send, most, 0
        self._waiting = bytearray()

    def write(self, data: bytes) -> int:
        """Take ``data``. Raises :class:`TooMuchError`."""
        self._size += len(data)
        if self._size > self._most:
            raise TooMuchError(f"it grows to more than {self._most >> 20:,} MB when it is written out.")
        self._waiting += data
        if len(self._waiting) >= FRAME:
            end = self._waiting.rfind(b"\n") + 1
            self._pass_on(bytes(self._waiting[:end]))
            del self._waiting[:end]
        return len(data)

    def flush(self) -> None:
        """Do nothing: whole lines go out when there are enough of them."""

    def end(self) -> None:
        """Send the rest, and say that it is the last."""
        self._pass_on(bytes(self._waiting))
        self._send({})

    def _pass_on(self, lines: bytes) -> None:
        if b"<<(" in lines and any(line.count(b"<<(") > MAX_NESTING for line in lines.split(b"\n")):
            raise TooMuchError(f"it has triples inside triples more than {MAX_NESTING} deep.")
        if lines:
            self._send({}, lines)
