"""What is served: the pages and the processes of one graph, both made anew when the graph is built anew."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..rdf.files import find_graph, read_graph
from ..rdf.turtle import write_turtle
from ..sandbox.limits import Limits
from ..sparql.isolated import GraphProcess
from .pool import Pool
from .site import Site

DISK_BYTES = 30 << 20
"""RDF files above this size are put into an on-disk store first, which all processes share."""

LOOK = 1.0
"""Seconds between two looks at whether a graph was built anew."""

State = tuple[str, int, int, int]


class Served:
    """The ``site`` and the ``pool`` of a graph. Raises :class:`InputError` where it cannot be read."""

    def __init__(
        self,
        source: KnowledgeGraph | str | Path,
        scratch: Path,
        limits: Limits,
        announce: Callable[[str], None],
    ) -> None:
        self.announce = announce
        self._scratch = scratch
        self._source = _as_path(source, scratch)
        self._name = "the graph" if isinstance(source, KnowledgeGraph) else str(source)
        self._editions = 0
        self._state = state_of(self._source)
        path = self._prepared()
        self.site = self._site(path)
        self.pool = Pool(path, limits)

    async def watch(self) -> None:
        """Look again and again, and turn to the new graph when there is one."""
        while True:
            await asyncio.sleep(LOOK)
            with suppress(InputError, OSError):  # it is just being replaced: look again
                state = state_of(self._source)
                if state != self._state:
                    self._state = state
                    await self._renew()

    async def _renew(self) -> None:
        try:
            path = await asyncio.to_thread(self._prepared)
            site = await asyncio.to_thread(self._site, path)
            await self.pool.renew(path)
        except (InputError, OSError) as error:
            self.announce(f"{self._name} has changed, but cannot be read; this is the state before. {error}")
            return
        self.site = site
        self.announce(f"{self._name} has changed; this is the new state.")

    def _prepared(self) -> Path:
        """Return what processes open: the RDF file, or a new on-disk store where it is large."""
        path = find_graph(self._source).absolute()
        if path.is_dir() or path.stat().st_size <= DISK_BYTES:
            return path
        self._editions += 1
        store = self._scratch / f"store-{self._editions}"
        GraphProcess(path, disk=store)
        return store

    def _site(self, path: Path) -> Site:
        built = self._source / "graph.html"
        page = built.read_text(encoding="utf-8") if built.is_file() else None
        return Site(read_graph(path), page, self._name)


def _as_path(source: KnowledgeGraph | str | Path, scratch: Path) -> Path:
    if not isinstance(source, KnowledgeGraph):
        return Path(source)
    path = scratch / "graph.ttl"
    path.write_text(write_turtle(source), encoding="utf-8")
    return path


def state_of(source: Path) -> State:
    """Return what changes when the graph of a file or folder is written anew. Raises :class:`InputError`, OSError."""
    path = find_graph(source).absolute()
    found = (path / "CURRENT" if path.is_dir() else path).stat()
    return (str(path), found.st_mtime_ns, found.st_size, found.st_ino)
