"""The process itself: it opens one thing, gives up all it does not need, and answers its parent.

Until it has opened what it was told to open it may open as many files as the system allows. From then on two walls
keep it from files and the network, so that ``SERVICE`` reaches nothing however it is spelled: the kernel refuses the
calls themselves (:mod:`.confine`), and no file and no socket can be opened any more (``RLIMIT_NOFILE`` is 0). A store
on disk of many files opens some only when they are asked for: behind the first wall it may open so many more, to read
from. A process that was given the network has neither wall. Memory and processor time are limited from the start. Where
a system has no such limits, the parent's clock alone ends it. The parent kills it when it takes too long.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from importlib import import_module
from itertools import count, islice
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from newsgraph.graph.errors import NewsgraphError

from .confine import confine
from .exchange import Frames, pack, unpack

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Open what the first message says, say so, and answer messages until the input ends.

    The message names a module with two functions: ``start(head, frames)`` gives a state and what to tell the parent,
    ``answer(state, head, body, send)`` sends what there is to say to one message. What ``start`` tells may have the
    number of ``files`` that are still to be opened.
    """
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    first = unpack(source)
    if first is None:
        return
    head = first[0]
    module = import_module(head["module"])
    if os.name != "nt":
        Thread(target=_outlive_nobody, args=(os.getppid(),), daemon=True).start()
    _limit_memory(head["memory"])
    _limit_time(head["seconds"])
    _allow_files()
    try:
        state, hello = module.start(head, Frames(lambda: unpack(source)))
    except NewsgraphError as error:
        _send(sink, {"error": str(error)})
        return
    files = hello.pop("files", 0)
    if not head.get("network"):
        lock_down(files)
    _send(sink, {"error": None, **hello})
    while (message := unpack(source)) is not None:
        limits = message[0]["limits"]
        _limit_memory(limits["memory"])
        _limit_time(limits["seconds"])
        module.answer(state, *message, lambda head, body=b"": _send(sink, head, body))


def _send(sink: BinaryIO, head: Any, body: bytes = b"") -> None:
    sink.write(pack(head, body))
    sink.flush()


def _outlive_nobody(parent: int) -> None:
    """End this process, whatever it does, once its parent is gone."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _allow_files() -> None:
    """Let a store on disk hold all its files open, as it can open none once it is asked."""
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        with suppress(ValueError, OSError):  # macOS takes no "unlimited" and keeps what was allowed
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def lock_down(files: int = 0) -> None:
    """Give up files and sockets for good; what is open (the pipes, the store) stays open.

    So many ``files`` may still be opened to read from, where the kernel refuses everything else.
    """
    if resource is not None:
        most = _next_numbers(files) if confine() else 0
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _next_numbers(files: int) -> int:
    """Return the limit below which so many numbers of files are free: a file gets the lowest that is."""
    free = (number for number in count() if not _is_open(number))
    return 1 + next(islice(free, files - 1, None)) if files else 0


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


_STATM = Path("/proc/self/statm")
_SIZE = (
    _STATM.open("rb", buffering=0) if _STATM.exists() else None
)  # stays open: it is read before every query


def _limit_memory(allowed: int) -> None:
    """Allow so many bytes beside those that are in use; the allocation that needs more fails."""
    if resource is None or _SIZE is None:
        return
    _SIZE.seek(0)
    used = int(_SIZE.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = used + allowed
    resource.setrlimit(resource.RLIMIT_AS, (wanted if most < 0 else min(wanted, most), most))


def _limit_time(seconds: float) -> None:
    """Allow the processor time of one more query; the kernel ends the process that uses more."""
    if resource is not None:
        cores = os.cpu_count() or 1  # the kernel adds up the time of all threads
        wanted = int(time.process_time() + seconds * cores) + 2
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if most < 0 else min(wanted, most), most))
