"""``newsgraph`` and ``python -m newsgraph`` are the command line."""

from __future__ import annotations

import atexit
import os
import signal
import sys
import time
from contextlib import suppress
from types import FrameType

_INTERRUPTED = 130
"""Exit status on Ctrl-C."""

_IN_A_ROW = 2.0
"""Seconds after Ctrl-C in which another one is not heeded: it would break off what ends the command in order."""


def run() -> None:
    """Run the command line; Ctrl-C is obeyed while its modules are still being loaded, too."""
    _heed_once()
    try:
        _run()
    except SystemExit as ended:
        if ended.code == _INTERRUPTED:
            _leave()
        raise


def _run() -> None:
    try:
        from newsgraph.cli import main
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        sys.exit(_INTERRUPTED)
    main()


def _heed_once() -> None:
    """Take several Ctrl-C in a row for one; where it is ignored, as in a shell's background jobs, it stays so."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return
    last = float("-inf")

    def interrupt(number: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _IN_A_ROW:
            last = now
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupt)


def _leave() -> None:
    """End the process at once: on a busy machine taking its modules down would take seconds."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed by whoever read it
            stream.flush()
    os._exit(_INTERRUPTED)


if __name__ == "__main__":
    run()
