"""Keeps processes ready that run queries, gives each query to one of them, and replaces those that had to be stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from newsgraph.graph.errors import InputError

from ..sandbox.limits import READING, Limits
from ..sandbox.process import Sandbox, StoppedError
from ..sparql.isolated import opening
from .exchange import Reply, Request, refuse, request_head, to_reply

Result = TypeVar("Result")

MODULE = "newsgraph.exports.serve.worker"
"""What runs in the processes."""

PATIENCE = 1.0
"""Seconds that a query waits for a free process before the one that runs longest makes room."""

SHARE = 2.0
"""Seconds that every query may run, even while others wait."""

_PAUSES = (0.5, 1, 2, 4, 8, 15, 30)  # seconds between tries to start a process


@dataclass(eq=False, slots=True)
class Runner:
    """A process that runs queries; those of an older ``edition`` of the graph are given none any more."""

    sandbox: Sandbox
    edition: int
    since: float = 0.0  # when the query began that it runs
    made_room: bool = False


class Pool:
    """Processes on one graph. Queries wait for a free one; one that was stopped is replaced in the background.

    While queries wait, those that have run for :data:`SHARE` seconds are stopped: a few slow ones cannot hold up all
    others. A process that does not start is tried again.
    """

    def __init__(self, path: Path, limits: Limits, size: int = 3, *, base: str | None = None) -> None:
        self.limits = limits
        self._path = path
        self._base = base  # of relative IRIs, where it is not that of the file
        self._size = size
        self._edition = 0
        self._free: asyncio.Queue[Runner] = asyncio.Queue()
        self._busy: set[Runner] = set()
        self._all: set[Runner] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._threads = ThreadPoolExecutor(size * 4, "newsgraph-serve")

    async def open(self) -> None:
        """Start the first process, and the others in the background. Raises :class:`InputError`."""
        self._put(await self._start(self._path, self._base, self._edition))
        for _ in range(self._size - 1):
            self._add_later()

    async def renew(self, path: Path, *, base: str | None = None) -> None:
        """Turn to the graph at ``path``: queries that come from now on see it, all of them.

        Raises :class:`InputError` where it cannot be read; then all stays as it is.
        """
        runner = await self._start(path, base, self._edition + 1)
        self._path, self._base, self._edition = path, base, self._edition + 1
        for old in self._all - self._busy - {runner}:
            self._drop(old)
        self._free = asyncio.Queue()
        self._put(runner)
        for _ in range(self._size - 1):
            self._add_later()

    async def close(self) -> None:
        """End all processes."""
        for task in self._starting:
            task.cancel()
        for runner in list(self._all):
            self._drop(runner)
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def ask(self, request: Request) -> Reply:
        """Return the answer to a query; a query that takes too long or too much is refused with the reason."""
        runner = await self._take()
        if runner is None:
            return refuse(503, "All processes that run queries are busy; try again.")
        runner.since = asyncio.get_running_loop().time()
        self._busy.add(runner)
        reply = None
        try:
            reply = await self._in_thread(lambda: _ask(runner.sandbox, request, self.limits))
        except StoppedError as error:
            if runner.made_room:
                return refuse(
                    503, "The query was stopped: others were waiting. Try again later, or ask for less."
                )
            return refuse(503, f"The query {error}.")
        finally:  # also when the client went away in the middle of its query
            self._busy.discard(runner)
            self._give_back(runner, usable=reply is not None)
        return reply

    async def _take(self) -> Runner | None:
        """Return a free process, None where none is free in time."""
        end = asyncio.get_running_loop().time() + self.limits.seconds * 2
        while asyncio.get_running_loop().time() < end:
            try:
                runner = await asyncio.wait_for(self._free.get(), PATIENCE)
            except TimeoutError:
                self._make_room()
                continue
            if runner.edition == self._edition and runner.sandbox.is_usable:
                return runner
            self._give_back(runner, usable=False)
        return None

    def _make_room(self) -> None:
        """Stop the query that runs longest, if it had its share; the process that replaces its own is free."""
        now = asyncio.get_running_loop().time()
        running = [runner for runner in self._busy if not runner.made_room]
        longest = min(running, key=lambda runner: runner.since, default=None)
        if longest is not None and now - longest.since >= SHARE:
            longest.made_room = True
            longest.sandbox.close()

    def _give_back(self, runner: Runner, *, usable: bool) -> None:
        if usable and runner.edition == self._edition:
            self._free.put_nowait(runner)
            return
        self._drop(runner)
        if runner.edition == self._edition:
            self._add_later()

    def _put(self, runner: Runner) -> None:
        self._free.put_nowait(runner)

    def _drop(self, runner: Runner) -> None:
        self._all.discard(runner)
        runner.sandbox.close()

    async def _start(self, path: Path, base: str | None, edition: int) -> Runner:
        """Return a process that is ready. Raises :class:`InputError`."""
        start, limits = opening(path, None, READING)
        if base is not None:
            start["base"] = base
        runner = Runner(Sandbox(MODULE, start, limits), edition)
        self._all.add(runner)
        try:
            await self._in_thread(lambda: runner.sandbox.ready(limits.seconds))
        except StoppedError as error:
            self._drop(runner)
            raise InputError(f"Reading {path} {error}.") from None
        except BaseException:
            self._drop(runner)
            raise
        return runner

    async def _in_thread(self, call: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    def _add_later(self) -> None:
        task = asyncio.create_task(self._add(self._edition))
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _add(self, edition: int) -> None:
        """Start a process for an edition of the graph, however often it takes, while it is the present one."""
        for attempt in range(1 << 30):
            if edition != self._edition:
                return
            try:
                runner = await self._start(self._path, self._base, edition)
            except (InputError, OSError):
                await asyncio.sleep(_PAUSES[min(attempt, len(_PAUSES) - 1)])
                continue
            if edition == self._edition:
                self._put(runner)
            else:
                self._drop(runner)
            return


def _ask(sandbox: Sandbox, request: Request, limits: Limits) -> Reply:
    head: dict[str, Any] = request_head(request, limits)
    return to_reply(*sandbox.ask(head, limits=limits))
