"""Reading in a child process: native parsers and large files get limits of time and memory, and cannot take us along.

One child serves many files and is replaced when it dies, hangs, or has read enough. Requests and results are lines of
JSON, never pickles: what a hostile file makes of a child must not reach the parent as code.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from .article import Article, UnreadableError
from .content import Content
from .options import Options

SECONDS = 30.0
"""Time for one article; a file of many may take longer."""
MEMORY = 1_000_000_000
"""Bytes a child may have."""
FILES_A_CHILD = 200
_STARTING_SECONDS = 60.0
_BROKEN = "its reader crashed or ran out of memory;"
_SLOW = f"reading it took more than {SECONDS:.0f} s;"
_ADVICE = "it is damaged or built to do harm."


class FileRequest(msgspec.Struct):
    """A file to read, and how."""

    name: str
    path: str | None
    data: bytes | None
    media_type: str | None
    charset: str | None
    options: Options


class FileResponse(msgspec.Struct):
    """One article, one refusal, or the end of the file (neither)."""

    article: Article | None = None
    reason: str | None = None
    advice: str = ""
    part: str = ""


class _Child:
    """A running child process and the thread that collects its lines."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", f"{__package__}.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONHASHSEED": "0"},
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

    def receive(self, seconds: float) -> FileResponse:
        """The next line. Raises UnreadableError when the child dies or takes too long."""
        try:
            line = self._lines.get(timeout=seconds)
            return msgspec.json.decode(line, type=FileResponse)
        except queue.Empty:
            raise UnreadableError(_SLOW, _ADVICE) from None
        except msgspec.DecodeError:
            raise UnreadableError(_BROKEN, _ADVICE) from None

    def end(self) -> None:
        """Stop it, whatever it does."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()


_children = threading.local()


def read_isolated(content: Content, options: Options) -> Iterator[Article | UnreadableError]:
    """What the readers make of a file, in a child process. Raises UnreadableError when it crashes or takes too long."""
    child, fresh = _child()
    path = str(content.path.absolute()) if content.path else None
    finished = False
    try:
        child.send(
            FileRequest(content.name, path, content.data, content.media_type, content.charset, options)
        )
        seconds = SECONDS + (_STARTING_SECONDS if fresh else 0)
        while True:
            response = child.receive(seconds)
            seconds = SECONDS
            if response.article is not None:
                yield response.article
            elif response.reason is not None:
                yield UnreadableError(response.reason, response.advice, part=response.part)
            else:
                finished = True
                return
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


def serve(stream_in: Any, stream_out: Any) -> None:
    """Answer requests until there are no more: the child's side."""
    from .registry import find_reader

    for line in stream_in:
        request = msgspec.json.decode(line, type=FileRequest)
        content = Content(
            request.name,
            Path(request.path) if request.path else None,
            request.data,
            request.media_type,
            request.charset,
        )
        for response in _responses(content, request.options, find_reader):
            stream_out.write(msgspec.json.encode(response) + b"\n")
            stream_out.flush()


def _responses(content: Content, options: Options, find_reader: Any) -> Iterator[FileResponse]:
    try:
        reader = find_reader(content)
        assert reader is not None
        for found in reader.load()(content, options):
            if isinstance(found, UnreadableError):
                yield FileResponse(None, found.reason, found.advice, found.part)
            else:
                yield FileResponse(found)
    except UnreadableError as refused:
        yield FileResponse(None, refused.reason, refused.advice, refused.part)
    except (
        Exception
    ) as error:  # whatever a damaged file makes of a parser, it is told and the next file is read
        yield FileResponse(None, describe(error), _ADVICE)
    yield FileResponse()


def describe(error: Exception) -> str:
    """Why a parser gave up, for a person."""
    if isinstance(error, MemoryError):
        return "reading it takes more than 1 GB of memory;"
    if isinstance(error, OSError) and error.strerror:
        return f"it cannot be read ({error.strerror});"
    return f"its parser gave up ({type(error).__name__});"
