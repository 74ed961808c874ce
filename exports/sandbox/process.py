"""A process seen from its parent: started without forking, asked, and ended when it takes too long or too much.

It works from any thread and in notebooks, on Unix and on Windows: a thread reads what the process says, so that the
caller only ever waits for a moment at a time and an interrupt (Ctrl-C) arrives at once.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Thread
from typing import Any, BinaryIO

from newsgraph.graph.errors import InputError

from .exchange import FRAME, Message, pack, unpack
from .limits import Limits

START = "from newsgraph.exports.sandbox.child import main; main()"
_MOMENT = 0.2  # seconds that a wait lasts: on Windows no interrupt ends one
_WAITING = 8  # messages that are read ahead
_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP", "LANG")
"""What the process is given of the environment, which may hold secrets."""

_SET = {"MALLOC_ARENA_MAX": "2"}
"""Without it every thread of a store on disk reserves 64 MB of the memory that is allowed."""


class StoppedError(Exception):
    """A process was stopped, or ended by itself, before it had answered; the message says so as the end of a sentence."""


class Sandbox:
    """A process that runs ``module`` of :mod:`.child`: it starts at once, and can be asked once it is ready."""

    def __init__(
        self, module: str, start: dict[str, Any], limits: Limits, *, feed: Iterable[bytes] | None = None
    ) -> None:
        self._limits = limits
        self._process = _spawn()
        self._said: Queue[Message | None] = Queue(_WAITING)
        self._owner = os.getpid()
        self.close = weakref.finalize(self, _end, self._process, self._said, self._owner)
        Thread(target=_listen, args=(self._process.stdout, self._said), daemon=True).start()
        self._tell({**start, "memory": limits.memory, "seconds": limits.seconds, "module": module})
        if feed is not None:
            self.feed(feed)

    def ready(self, seconds: float) -> dict[str, Any]:
        """Wait until it has opened what it was told to, and return what it says of it.

        Raises :class:`InputError` with its reason if it cannot, and :class:`StoppedError`.
        """
        hello: dict[str, Any] = self.receive(seconds)[0]
        if hello["error"]:
            self.close()
            raise InputError(hello["error"])
        return hello

    def feed(self, pieces: Iterable[bytes]) -> None:
        """Send a long text and its end."""
        for piece in pieces:
            for place in range(0, len(piece), FRAME):
                self._tell({}, piece[place : place + FRAME])
        self._tell({})

    @property
    def is_usable(self) -> bool:
        """Whether it can be asked: it has not ended, and it is not that of a process we were forked from."""
        return self.close.alive and self._process.poll() is None and self._owner == os.getpid()

    def ask(self, head: dict[str, Any], body: bytes = b"", *, limits: Limits) -> Message:
        """Return the answer to a message. Raises :class:`StoppedError`; after that it cannot be asked any more."""
        self.send(head, body, limits=limits)
        return self.receive(limits.seconds)

    def send(self, head: dict[str, Any], body: bytes = b"", *, limits: Limits) -> None:
        """Send a message, with what answering it may use."""
        self._limits = limits
        self._tell({**head, "limits": {"seconds": limits.seconds, "memory": limits.memory}}, body)

    def receive(self, seconds: float) -> Message:
        """Return the next message, waiting ``seconds`` at most. Raises :class:`StoppedError`."""
        end = time.monotonic() + seconds
        try:
            while True:
                with suppress(Empty):
                    message = self._said.get(timeout=min(max(end - time.monotonic(), 0.001), _MOMENT))
                    break
                if time.monotonic() >= end:
                    raise StoppedError(f"was stopped: it takes more than {self._limits.seconds:.3g} seconds")
        except BaseException:  # interrupts too: what it would say now answers nothing
            self.close()
            raise
        if message is None:
            raise StoppedError(self._epitaph())
        return message

    def _tell(self, head: dict[str, Any], body: bytes = b"") -> None:
        try:
            sink = self._process.stdin
            if sink is None:
                raise OSError("the process has no pipe")
            sink.write(pack(head, body))
            sink.flush()
        except OSError:
            pass  # it has ended: whoever waits for its answer is told why
        except BaseException:
            self.close()
            raise

    def _epitaph(self) -> str:
        """Return why it ended by itself."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        code = self._process.returncode
        self.close()
        memory = f"{self._limits.memory >> 20:,} MB of memory"
        if code == -getattr(signal, "SIGXCPU", 0) and code:
            return f"was stopped: it takes more than {self._limits.seconds:g} seconds"
        if code is not None and code > 0 and os.name != "nt":
            return f"was stopped: its process ended with exit code {code}"
        name = f"exit code {code}"
        with suppress(ValueError):
            name = signal.Signals(-(code or 0)).name
        return f"was stopped: it needs more than {memory}, or is nested too deeply ({name})"


def _spawn() -> subprocess.Popen[bytes]:
    if not sys.executable:
        raise InputError("the Python program that runs queries cannot be found (sys.executable is empty).")
    options: dict[str, Any] = {"start_new_session": True}  # Ctrl-C is for us
    if os.name == "nt":
        flags = ("CREATE_NEW_PROCESS_GROUP", "CREATE_NO_WINDOW")
        options = {"creationflags": sum(getattr(subprocess, name) for name in flags)}
    code = f"import sys; sys.path += {_path()!r}; {START}"
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | _SET
    try:
        return subprocess.Popen(  # noqa: S603 - this Python, with code of ours
            [sys.executable, "-I", "-S", "-c", code],  # -S: what site-packages load at start is not needed
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            **options,
        )
    except OSError as error:
        raise InputError(f"no process can be started for queries and graph files: {error}") from error


def _path() -> list[str]:
    """Return where the process finds newsgraph, pyoxigraph and what else this one has; nothing is loaded for it."""
    origins = [getattr(find_spec(name), "origin", None) for name in ("newsgraph", "pyoxigraph")]
    homes = [Path(origin).parents[1] for origin in origins if origin]
    return [*dict.fromkeys(str(place.absolute()) for place in [*homes, *map(Path, sys.path)])]


def _listen(stream: BinaryIO, said: Queue[Message | None]) -> None:
    """Put what a process says into a queue, None when it has ended."""
    with stream, suppress(OSError, ValueError):
        while (message := unpack(stream)) is not None:
            said.put(message)
    said.put(None)


def _end(process: subprocess.Popen[bytes], said: Queue[Message | None], owner: int) -> None:
    """End a process of ours, whatever it does, and let the thread that listens to it end."""
    if os.getpid() != owner:  # we were forked: it belongs to another
        return
    with suppress(OSError):
        process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
    if process.stdin is not None:
        with suppress(OSError, ValueError):
            process.stdin.close()
    with suppress(Empty):
        while True:
            said.get_nowait()
    with suppress(Full):
        said.put_nowait(None)  # for whoever waits in another thread
