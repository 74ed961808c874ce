"""What is served: the pages and the processes of one graph, both made anew when the graph is built anew."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from newsgraph.graph.bounded import Bounded, open_plain
from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..rdf.files import find_graph, read_graph
from ..rdf.turtle import write_turtle
from ..sandbox.limits import Limits
from ..sparql.isolated import GraphProcess
from .pool import Pool
from .site import Site

DISK_BYTES = 8 << 20
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
        path, base, self.site = self._prepared()
        self.pool = Pool(path, limits, base=base)

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
            path, base, site = await asyncio.to_thread(self._prepared)
            await self.pool.renew(path, base=base)
        except (InputError, OSError) as error:
            self.announce(f"{self._name} has changed, but cannot be read; this is the state before. {error}")
            return
        self.site = site
        self._forget_all_but(path)
        self.announce(f"{self._name} has changed; this is the new state.")

    def _prepared(self) -> tuple[Path, str | None, Site]:
        """Return what all processes of an edition open, the base of its IRIs, and its pages.

        A file is copied, or loaded into a store on disk where it is large: whatever becomes of it meanwhile, all
        processes have the same graph, and those that must be replaced have it, too.
        """
        path = find_graph(self._source).absolute()
        if path.is_dir():
            return path, None, self._site(path)
        self._editions += 1
        copy = self._scratch / f"graph-{self._editions}{path.suffix}"
        _copy(path, copy)
        try:
            site = self._site(copy)
            if copy.stat().st_size <= DISK_BYTES:
                return copy, path.as_uri(), site
            store = self._scratch / f"store-{self._editions}"
            GraphProcess(copy, disk=store)
        except InputError as error:
            raise InputError(str(error).replace(str(copy), str(path))) from None
        return store, None, site

    def _forget_all_but(self, path: Path) -> None:
        for old in [*self._scratch.glob("graph-*"), *self._scratch.glob("store-*")]:
            if old != path:
                shutil.rmtree(old, ignore_errors=True) if old.is_dir() else old.unlink(missing_ok=True)

    def _site(self, path: Path) -> Site:
        built = self._source / "graph.html"
        page = built.read_text(encoding="utf-8") if built.is_file() else None
        return Site(read_graph(path), page, self._name)


def _copy(path: Path, copy: Path) -> None:
    with open_plain(path) as file, copy.open("wb") as out:
        whole = Bounded(file)
        while piece := whole.read(1 << 20):
            out.write(piece)


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
