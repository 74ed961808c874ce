"""The on-disk index beside a large Turtle file, which queries go to instead of reading all of it each time."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from newsgraph.graph.errors import InputError

from .knowledge_graph import KnowledgeGraph

NAME = ".graph.index"
"""Start of the name of an index, which ends in the state it shows."""

LARGE = 4_000_000
"""Bytes of Turtle above which there is an index."""

_PATIENCE = 24 * 3600.0
"""Seconds that the index of our own Turtle may take."""


def index_or_view(turtle: Path, state: str) -> Path:
    """Return the index of a state where it is made, else the Turtle, which says the same."""
    return _index_of(turtle, state) if has_index(turtle, state) else turtle


def has_index(turtle: Path, state: str) -> bool:
    """Return whether the index of a state is made."""
    index = _index_of(turtle, state)
    return index.is_dir() and not index.is_symlink()


def lacks_index(turtle: Path, state: str) -> bool:
    """Return whether the Turtle is so large that its state should have an index, and has none."""
    return turtle.stat().st_size > LARGE and not has_index(turtle, state)


def make_index(turtle: Path, state: str, graph: KnowledgeGraph | None = None) -> None:
    """Make the index of a large Turtle file where there is none. The caller holds the lock.

    It is made of the file or, sooner, of the ``graph`` that this shows, where that is at hand.
    """
    from newsgraph.exports.sandbox.limits import READING
    from newsgraph.exports.sparql import GraphProcess

    if not lacks_index(turtle, state):
        return
    for old in turtle.parent.glob(f"{NAME}*"):
        _take_away(old)
    part = turtle.with_name(f"{NAME}.part")
    limits = replace(READING, seconds=_PATIENCE, memory=4 * READING.memory)  # the Turtle is ours
    try:
        GraphProcess(turtle if graph is None else graph, disk=part, limits=limits)
        part.rename(_index_of(turtle, state))
    finally:
        if part.exists():
            _take_away(part)


@contextmanager
def may_fail(announce: Callable[[str], None] | None) -> Iterator[None]:
    """Go on where no index can be made, in a folder that is to be read only or on a full disk."""
    try:
        yield
    except (InputError, OSError) as error:
        if announce:
            announce(f"No index for queries: {error}")


def _index_of(turtle: Path, state: str) -> Path:
    return turtle.with_name(f"{NAME}-{state}")


def _take_away(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink()
