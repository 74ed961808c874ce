"""Fewer searches for unreachable objects while documents are read: reading makes many objects and hardly any cycles.

Python looks through all objects of the process every few thousand new ones; a sixteenth of the time of reading went there.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

THRESHOLD = 20_000
"""New objects between two searches of the youngest; Python's own is 700."""

_LOCK = Lock()
_readers: list[tuple[int, int, int]] = []
"""What the thresholds were, once for each reader at work."""


@contextmanager
def fewer_collections() -> Iterator[None]:
    """While this is open, in any thread, the collector of cycles runs less often; the last one to close it sets it back.

    >>> with fewer_collections():
    ...     gc.get_threshold()[0]
    20000
    """
    with _LOCK:
        _readers.append(_readers[0] if _readers else gc.get_threshold())
        gc.set_threshold(THRESHOLD, *_readers[0][1:])
    try:
        yield
    finally:
        with _LOCK:
            before = _readers.pop()
            if not _readers:
                gc.set_threshold(*before)
