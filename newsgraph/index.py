"""The on-disk index beside a large Turtle file, which queries go to instead of reading all of it each time."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsgraph.exports.sandbox.limits import Limits
from newsgraph.graph.errors import InputError
from newsgraph.graph.files import write_pieces

from .knowledge_graph import KnowledgeGraph

NAME = ".graph.index"
"""Start of the name of an index, which ends in the state it shows."""

LARGE = 4_000_000
"""Bytes of Turtle above which there is an index."""

_GROWTH = 18
"""Bytes of Turtle that a character of an article becomes, roughly."""

_LIMITS = Limits(seconds=24 * 3600.0, memory=4 << 30)
"""What making an index may use: the Turtle is ours."""


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
    from newsgraph.exports.sparql import GraphProcess

    if not lacks_index(turtle, state):
        return
    _take_away_others(turtle, state)
    with _part(turtle) as part:
        GraphProcess(turtle if graph is None else graph, disk=part, limits=_LIMITS)
        part.rename(_index_of(turtle, state))


def is_large(graph: KnowledgeGraph) -> bool:
    """Return whether the Turtle of a graph will be so large that it should have an index."""
    return _GROWTH * sum(document.length for document in graph.documents) > LARGE


def write_with_index(turtle: Path, mark: bytes, graph: KnowledgeGraph, state: str) -> None:
    """Write the Turtle of a graph after a ``mark``, and its index in the same go. The caller holds the lock.

    The index is there first, so that whoever finds the Turtle need not do without. Raises InputError and OSError, with
    the Turtle as it was.
    """
    from newsgraph.exports.rdf.turtle import turtle_pieces
    from newsgraph.exports.sparql.filling import Filling

    def pieces() -> Iterator[bytes]:
        yield mark
        yield from turtle_pieces(graph, beside=filling.put)
        filling.finish()
        part.rename(_index_of(turtle, state))

    with _part(turtle) as part, closing(Filling(part, _LIMITS)) as filling:
        write_pieces(turtle, pieces(), links=False)
    _take_away_others(turtle, state)


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


@contextmanager
def _part(turtle: Path) -> Iterator[Path]:
    """Give a new folder for an index in the making; nothing is left there after the block."""
    part = turtle.with_name(f"{NAME}.part")
    _take_away(part)
    try:
        yield part
    finally:
        _take_away(part)


def _take_away_others(turtle: Path, state: str) -> None:
    """Remove the indexes of other states."""
    for place in turtle.parent.glob(f"{NAME}*"):
        if place != _index_of(turtle, state):
            _take_away(place)


def _take_away(place: Path) -> None:
    """Remove a folder or a link, where there is one."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
