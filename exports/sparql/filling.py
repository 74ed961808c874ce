"""A store on disk that a process of its own fills while what goes into it is still being written."""

from __future__ import annotations

from pathlib import Path
from queue import Queue
from threading import Thread

from newsgraph.graph.errors import InputError

from ..sandbox.limits import Limits
from ..sandbox.process import Sandbox, StoppedError
from .isolated import OXIGRAPH
from .store import new_folder

_AHEAD = 16
"""Pieces of the text that may wait: each is about a megabyte."""


class Filling:
    """A new store on ``disk``, which is given Turtle piece by piece and has to be finished or closed."""

    def __init__(self, disk: Path, limits: Limits) -> None:
        self._seconds = limits.seconds
        self._sandbox = Sandbox(OXIGRAPH, {"disk": new_folder(disk)}, limits)
        self._waiting: Queue[bytes] = Queue(_AHEAD)
        Thread(target=self._pass_on, daemon=True).start()

    def put(self, piece: bytes) -> None:
        """Take the next piece, which must not be empty."""
        self._waiting.put(piece)

    def finish(self) -> None:
        """Wait until all pieces are in the store. Raises InputError where that fails."""
        self._waiting.put(b"")
        try:
            self._sandbox.ready(self._seconds)
        except StoppedError as error:
            raise InputError(f"Filling the store {error}.") from None
        finally:
            self._sandbox.close()

    def close(self) -> None:
        """End the process, wherever it is."""
        self._sandbox.close()
        self._waiting.put(b"")

    def _pass_on(self) -> None:
        """Send the pieces on; those that an ended process cannot take are dropped, so that nobody waits for it."""
        pieces = iter(self._waiting.get, b"")
        try:
            self._sandbox.feed(pieces)
        except ValueError:  # its pipe is closed
            for _ in pieces:
                pass
