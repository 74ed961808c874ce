"""Keeps workers ready, gives each query to one of them, and replaces those that had to be killed."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from newsgraph.graph.errors import InputError

from .exchange import LENGTH, Limits, Reply, Request, pack, refuse, request_message, to_reply

_START = "from newsgraph.exports.serve.worker import main; main()"
_START_SECONDS = 120.0  # a graph of millions of triples is read from disk


class Worker:
    """A worker process, seen from the server."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, path: Path, limits: Limits) -> Worker:
        """Start a worker on the graph at ``path``; raises :class:`InputError` where it cannot read it."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-c", _START),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(str(Path(p).absolute()) for p in sys.path)},
            start_new_session=True,  # Ctrl+C is for the server, which ends its workers itself
            limit=1 << 20,
        )
        worker = cls(process)
        try:
            hello = pack({"path": str(path), "limits": asdict(limits)})
            head, _ = await asyncio.wait_for(worker._exchange(hello), _START_SECONDS)
        except (TimeoutError, OSError, asyncio.IncompleteReadError) as error:
            worker.kill()
            raise InputError(f"{path}: the process that runs queries does not start.") from error
        if head["error"]:
            raise InputError(head["error"])
        return worker

    async def ask(self, request: Request, seconds: float) -> Reply | None:
        """Return the answer to a query; None where the process ended or took too long, and is of no use any more."""
        try:
            message = await asyncio.wait_for(self._exchange(request_message(request)), seconds)
        except (TimeoutError, OSError, asyncio.IncompleteReadError):
            return None
        return to_reply(message)

    def kill(self) -> None:
        """End the process, whatever it does."""
        if self._process.returncode is None:
            try:
                self._process.kill()
            except ProcessLookupError:
                return

    async def wait(self) -> int:
        """Wait until the process has ended."""
        return await self._process.wait()

    async def _exchange(self, message: bytes) -> tuple[Any, bytes]:
        source, sink = self._process.stdout, self._process.stdin
        if source is None or sink is None:
            raise OSError("the worker has no pipes")
        sink.write(message)
        await sink.drain()
        head = await source.readexactly(*LENGTH.unpack(await source.readexactly(LENGTH.size)))
        body = await source.readexactly(*LENGTH.unpack(await source.readexactly(LENGTH.size)))
        return json.loads(head), body


class Pool:
    """Workers on one graph. Queries wait for a free one; one that was killed is replaced in the background."""

    def __init__(self, path: Path, limits: Limits, size: int = 3) -> None:
        self.limits = limits
        self._path = path
        self._size = size
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._all: set[Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Start the first worker, and the others in the background."""
        await self._add()
        for _ in range(self._size - 1):
            self._add_later()

    async def close(self) -> None:
        """End all workers."""
        for task in self._starting:
            task.cancel()
        for worker in self._all:
            worker.kill()
        await asyncio.gather(*(worker.wait() for worker in self._all))

    async def ask(self, request: Request) -> Reply:
        """Return the answer to a query; a query that takes too long or too much is refused with the reason."""
        try:
            worker = await asyncio.wait_for(self._free.get(), self.limits.seconds * 2)
        except TimeoutError:
            return refuse(503, "All processes that run queries are busy; try again.")
        reply = None
        try:
            reply = await worker.ask(request, self.limits.seconds)
        finally:  # also when the client went away in the middle of its query
            if reply is None:
                worker.kill()
                self._all.discard(worker)
                self._add_later()
            else:
                self._free.put_nowait(worker)
        if reply is None:
            limit = f"{self.limits.seconds:g} seconds or {self.limits.memory >> 20:,} MB of memory"
            return refuse(503, f"The query was stopped: it needs more than {limit}.")
        return reply

    async def _add(self) -> None:
        worker = await Worker.start(self._path, self.limits)
        self._all.add(worker)
        self._free.put_nowait(worker)

    def _add_later(self) -> None:
        task = asyncio.create_task(self._add())
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)
