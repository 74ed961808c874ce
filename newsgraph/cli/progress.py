"""Progress on standard error: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from newsgraph.steering import one_line
from newsgraph.tally import Progress

from .group import tell
from .terminal import unguarded

_EVERY = 10.0
"""Seconds between two lines."""


@contextmanager
def progress() -> Iterator[Progress]:
    """Give a function that shows how many of how many files are done, how fast, and how long it will take."""
    from rich.console import Console

    console = Console(file=unguarded(sys.stderr))  # a bar moves the cursor, and has no foreign text
    if not console.is_terminal:
        yield _Lines()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    with Bar(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
        task, start = bar.add_task("Reading", rate=""), time.monotonic()

        def show(done: int, total: int, _: str) -> None:
            rate = f"{done / max(time.monotonic() - start, 0.001):.1f} files/s"
            bar.update(task, completed=done, total=total, rate=rate)

        yield show


class _Lines:
    """Prints a line every few seconds."""

    def __init__(self) -> None:
        self.last = time.monotonic()
        self.first: tuple[float, int] | None = None  # before it, models are loaded

    def __call__(self, done: int, total: int, name: str) -> None:
        """Say how far it is, if that was not said just now; the time left is told by the files after the first."""
        now = time.monotonic()
        if self.first is None:
            self.first = now, done
        elif now - self.last >= _EVERY:
            self.last = now
            left = (now - self.first[0]) / (done - self.first[1]) * (total - done)
            tell(f"Read {done:,} of {total:,} files, about {left:,.0f} s left; {one_line(name)}")
