"""Signals that end a server: each stops it as Ctrl-C does, so that it cleans up behind itself."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What a system sends to end a program, or when its terminal is closed."""


@contextmanager
def interrupted_by_signals() -> Iterator[None]:
    """Raise KeyboardInterrupt where one of :data:`SIGNALS` arrives; outside the main thread nothing changes."""
    before = {}
    try:
        for name in SIGNALS:
            before[name] = signal.signal(name, _interrupt)
    except ValueError:  # only the main thread hears signals
        yield
        return
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
