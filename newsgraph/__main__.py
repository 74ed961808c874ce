"""``newsgraph`` and ``python -m newsgraph`` are the command line."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress

_INTERRUPTED = 130
"""Exit status on Ctrl-C."""


def run() -> None:
    """Run the command line; Ctrl-C is obeyed while its modules are still being loaded, too."""
    try:
        from newsgraph.cli import main
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        sys.exit(_INTERRUPTED)
    try:
        main()
    except SystemExit as ended:
        if ended.code == _INTERRUPTED:
            _leave()
        raise


def _leave() -> None:
    """End the process at once: on a busy machine taking its modules down would take seconds."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed by whoever read it
            stream.flush()
    os._exit(_INTERRUPTED)


if __name__ == "__main__":
    run()
