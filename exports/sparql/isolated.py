"""A graph that is asked in a process of its own: no query and no file can take the caller along.

The process stays, so that further queries are answered at once, and a new one takes the place of one that had to be
stopped. It ends with the object, at the latest with the program.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from newsgraph.graph.errors import InputError, QueryError

from ..sandbox.limits import READING, Limits
from ..sandbox.process import Sandbox, StoppedError

if TYPE_CHECKING:
    from newsgraph.graph.knowledge_graph import KnowledgeGraph

    from ..sandbox.exchange import Message

OXIGRAPH, RDFLIB = "newsgraph.exports.sandbox.querying", "newsgraph.exports.sparql.rdflib_engine"
"""What runs in the process, for either engine."""

_KEPT = 4  # processes on files, the ones that were asked last


class GraphProcess:
    """A graph, a folder that newsgraph built, an RDF file or an on-disk store, open in a process of its own.

    ``disk`` names a new folder for an on-disk store, which a file is loaded into first. With ``network`` the process
    may open sockets, which ``SERVICE`` needs. It starts at once, and the first question waits until it is ready:
    that raises :class:`InputError` for what cannot be read, as this does where there is nothing to read.
    """

    def __init__(
        self,
        source: KnowledgeGraph | str | Path,
        *,
        disk: str | Path | None = None,
        network: bool = False,
        module: str = OXIGRAPH,
        limits: Limits = READING,
    ) -> None:
        self._source, self._network, self._module = source, network, module
        self._lock = RLock()
        self._sandbox: Sandbox | None = None
        self._ready = False
        self._prefixes: dict[str, str] = {}
        self._siblings: dict[tuple[str, bool], GraphProcess] = {}
        self._described, self._limits = opening(source, disk, limits)
        self._start()
        if disk is not None:
            self._open()
            self._described = {"path": str(Path(disk).absolute())}
            self.close()

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes that queries may use: ours, and those of the file."""
        from ..rdf.vocabulary import prefixes

        with self._lock:
            self._open()
            return prefixes() | self._prefixes

    def ask(self, head: dict[str, Any], body: bytes, limits: Limits) -> Message:
        """Return the answer to a query. Raises :class:`QueryError` where it is stopped."""
        with self._lock:
            sandbox = self._open()
            try:
                return sandbox.ask(head, body, limits=limits)
            except StoppedError as error:
                raise QueryError(f"The query {error}.") from None

    def sibling(self, *, module: str, network: bool) -> GraphProcess:
        """Return the process on the same graph with another engine, or with the network."""
        if (module, network) == (self._module, self._network):
            return self
        with self._lock:
            if (module, network) not in self._siblings:
                found = GraphProcess(
                    self._described.get("path", self._source),
                    network=network,
                    module=module,
                    limits=self._limits,
                )
                self._siblings[module, network] = found
            return self._siblings[module, network]

    def close(self) -> None:
        """End the process; the next query starts another."""
        if self._sandbox is not None:
            self._sandbox.close()

    def _open(self) -> Sandbox:
        """Return the process when it is ready."""
        sandbox = self._sandbox if self._sandbox and self._sandbox.is_usable else self._start()
        if not self._ready:
            try:
                self._prefixes = sandbox.ready(self._limits.seconds)["prefixes"]
            except StoppedError as error:
                raise InputError(f"Reading {self._described.get('path', 'the graph')} {error}.") from None
            self._ready = True
        return sandbox

    def _start(self) -> Sandbox:
        feed = None if "path" in self._described else _pieces(self._source)
        start = {**self._described, "network": self._network}
        self._ready = False
        self._sandbox = Sandbox(self._module, start, self._limits, feed=feed)
        return self._sandbox


def opening(
    source: KnowledgeGraph | str | Path, disk: str | Path | None, limits: Limits
) -> tuple[dict[str, Any], Limits]:
    """Return what a process is told to open, and what it may use for that."""
    from .store import new_folder

    if not isinstance(source, str | Path):  # a graph that is in memory here has its place there, too
        start = {} if disk is None else {"disk": new_folder(disk)}
        return start, replace(limits, seconds=max(limits.seconds, 3600.0), memory=1 << 40)
    from ..rdf.files import find_graph, format_of
    from ..sandbox.graphfile import allowance

    file = find_graph(Path(source)).absolute()
    if file.is_dir():
        return {"path": str(file)}, limits
    start = {"path": str(file), "format": format_of(file).media_type, "base": file.as_uri()}
    if disk is not None:
        start["disk"] = new_folder(disk)
    return start, allowance(str(file), limits)


def _pieces(graph: Any) -> Iterator[bytes]:
    from ..rdf.turtle import full_pieces

    return full_pieces(graph)


_files: OrderedDict[tuple[object, ...], GraphProcess] = OrderedDict()
_files_lock = RLock()


def process_of(path: str | Path, *, network: bool = False, module: str = OXIGRAPH) -> GraphProcess:
    """Return the process of a file or folder as it is now; it is kept for further queries."""
    from ..rdf.files import find_graph

    file = find_graph(Path(path)).absolute()
    state = (file / "CURRENT" if file.is_dir() else file).stat()
    key = (str(file), state.st_mtime_ns, state.st_size, state.st_ino, network, module)
    return _kept(key, lambda: GraphProcess(file, network=network, module=module))


def _kept(key: tuple[object, ...], make: Callable[[], GraphProcess]) -> GraphProcess:
    with _files_lock:
        found = _files.pop(key) if key in _files else make()
        _files[key] = found
        while len(_files) > _KEPT:
            _files.popitem(last=False)
        return found
