"""Reading in a child process: native parsers and large files get limits of time and memory, and cannot take us along.

One child serves many files and is replaced when it dies, hangs, or has read enough. Requests and results are lines of
JSON, never pickles: what a hostile file makes of a child must not reach the parent as code.
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from .article import UnreadableError
from .content import Content
from .document import Document, Refusal
from .options import Options

Result: TypeAlias = Document | Refusal

SECONDS = 20.0
"""Processor time for one article; a file of many may take longer."""
PATIENCE = 15
"""Seconds of the clock for each of them: a busy machine gives a child a small share, and one that hangs uses none."""
BYTES_A_SECOND = 20_000_000
"""A large file gets more time for what lies between two articles."""
MEMORY = 1_000_000_000
"""Bytes a child may have."""
FILES_A_CHILD = 200
_STARTING_SECONDS = 60.0
_BROKEN = "its reader crashed or ran out of memory;"
_SLOW = f"reading it took more than {SECONDS:.0f} s;"
_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
_ADVICE = "it is damaged or built to do harm."


class FileRequest(msgspec.Struct):
    """A file to read, and how."""

    source: str
    name: str
    path: str | None
    data: bytes | None
    media_type: str | None
    charset: str | None
    options: Options
    seconds: float  # of processor time for each article


class FileResponse(msgspec.Struct):
    """One document, one refusal, or the end of the file (neither)."""

    document: Document | None = None
    refusal: Refusal | None = None


class _Child:
    """A running child process and the thread that collects its lines."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", f"{__package__}.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_ENVIRONMENT, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self.owner = os.getpid()
        self.files = 0
        self._lines: queue.Queue[bytes] = queue.Queue(maxsize=64)
        threading.Thread(target=self._collect, daemon=True).start()

    def _collect(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(b"")

    def send(self, request: FileRequest) -> None:
        """Hand over a file; a child that is gone shows when its answer is awaited."""
        assert self.process.stdin is not None
        self.files += 1
        try:
            self.process.stdin.write(msgspec.json.encode(request) + b"\n")
            self.process.stdin.flush()
        except OSError:
            pass

    def receive(self, seconds: float) -> Result | None:
        """The next result, None for the end. Raises UnreadableError when the child dies or takes too long."""
        try:
            line = self._lines.get(timeout=seconds)
            response = msgspec.json.decode(line, type=FileResponse)
        except queue.Empty:
            raise UnreadableError(_SLOW, _ADVICE) from None
        except msgspec.DecodeError:
            raise UnreadableError(self._end_in_words(), _ADVICE) from None
        return response.document or response.refusal

    def _end_in_words(self) -> str:
        """Tell why it ended: for want of processor time, or for another reason."""
        with suppress(subprocess.TimeoutExpired):
            if -self.process.wait(1) == getattr(signal, "SIGXCPU", None):
                return _SLOW
        return _BROKEN

    def end(self) -> None:
        """Stop it, whatever it does."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()


_children = threading.local()


def read_isolated(content: Content, source: str, options: Options) -> Iterator[Result]:
    """What becomes of a file, in a child process. Raises UnreadableError when that crashes or takes too long."""
    child, fresh = _child()
    path = os.fspath(content.path.absolute()) if content.path else None
    limit = SECONDS + content.size / BYTES_A_SECOND
    request = FileRequest(
        source, content.name, path, content.data, content.media_type, content.charset, options, limit
    )
    finished = False
    try:
        child.send(request)
        seconds = PATIENCE * limit + (_STARTING_SECONDS if fresh else 0)
        while (found := child.receive(seconds)) is not None:
            yield found
            seconds = PATIENCE * limit
        finished = True
    finally:
        if not finished or child.files >= FILES_A_CHILD:
            child.end()
            _children.child = None


def _child() -> tuple[_Child, bool]:
    """Return the child of this thread, and whether it was started just now; one that a fork took along is not ours."""
    child: _Child | None = getattr(_children, "child", None)
    if child is not None and child.owner == os.getpid() and child.process.poll() is None:
        return child, False
    _children.child = _Child()
    return _children.child, True


def serve(
    stream_in: Any,
    stream_out: Any,
    read: Callable[[Content, str, Options], Iterator[Result]],
    limit_time: Callable[[float], None],
) -> None:
    """Answer requests until there are no more, with what ``read`` makes of them: the child's side.

    ``limit_time`` is told how many seconds of processor time the next article may take.
    """
    for line in stream_in:
        request = msgspec.json.decode(line, type=FileRequest)
        content = Content(
            request.name,
            Path(request.path) if request.path else None,
            request.data,
            request.media_type,
            request.charset,
        )
        limit_time(request.seconds)
        for response in _responses(read(content, request.source, request.options)):
            stream_out.write(msgspec.json.encode(response) + b"\n")
            stream_out.flush()
            limit_time(request.seconds)


def _responses(results: Iterator[Result]) -> Iterator[FileResponse]:
    for found in results:
        yield FileResponse(found) if isinstance(found, Document) else FileResponse(None, found)
    yield FileResponse()
