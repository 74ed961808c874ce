"""The child process that ``isolation`` starts: limits first, then files, one request a line."""

from __future__ import annotations

import contextlib
import math
import os
import sys

from .isolation import MEMORY, serve
from .reading import read_here


def main() -> None:
    """Serve requests on standard input. Whatever libraries print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    with contextlib.suppress(OSError), open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device
        os.dup2(nowhere.fileno(), 1)
    limit_memory()
    serve(sys.stdin.buffer, answers, read_here, limit_time)


def limit_memory() -> None:
    """Ask the system for a limit; Windows has none of this kind, and macOS does not keep it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: float) -> None:
    """Have the system end this process when it has used so much more processor time; Windows does not."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = math.ceil(used.ru_utime + used.ru_stime + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
