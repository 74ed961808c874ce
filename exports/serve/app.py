"""The server: one local address with the page, the statements, an editor and a SPARQL 1.1 endpoint."""

from __future__ import annotations

import asyncio
import socket
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..rdf.files import find_graph, read_graph
from ..rdf.turtle import write_turtle
from ..sparql.store import open_store
from .exchange import Limits
from .guard import App, Guard
from .pool import Pool
from .protocol import endpoint
from .site import Site

HOST = "127.0.0.1"
PORT = 8765
DISK_BYTES = 30 << 20
"""RDF files above this size are put into an on-disk store first, which all workers share."""


def serve(
    source: KnowledgeGraph | str | Path,
    *,
    port: int = PORT,
    open_browser: bool = False,
    limits: Limits | None = None,
    announce: Callable[[str], None] = print,
) -> None:
    """Serve a graph, a folder that newsgraph built, or an RDF file on this machine until it is interrupted.

    The server only reads, answers to 127.0.0.1 only, and runs every query in a process that can reach neither
    files nor the network. Port 0 is any free one; ``announce`` is told the address. Raises
    :class:`InputError` for a graph that cannot be read and for a port that is taken.
    """
    with tempfile.TemporaryDirectory(prefix="newsgraph-") as scratch, bound_socket(port) as listener:
        path = _path(source, Path(scratch))
        site = _site(source, path)
        address = f"http://{HOST}:{listener.getsockname()[1]}/"
        try:
            asyncio.run(_run(site, path, listener, limits or Limits(), address, open_browser, announce))
        except KeyboardInterrupt:
            announce("Stopped.")


def bound_socket(port: int) -> socket.socket:
    """Return a socket bound to ``port`` of this machine; raises :class:`InputError` where it is taken."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()  # from now on clients wait, not fail
    except (OSError, OverflowError) as error:
        listener.close()
        raise InputError(f"Port {port} cannot be used ({error}); choose another with -p.") from error
    return listener


def application(site: Site, pool: Pool, port: int) -> App:
    """Return the ASGI application of ``site``, whose queries ``pool`` runs."""

    async def sparql(request: Request) -> Response:
        return await endpoint(request, pool)

    routes = [
        Route("/", site.index),
        Route("/graph", site.picture),
        Route("/statements", site.statements),
        Route("/query", site.query),
        Route("/static/{name}", site.static),
        Route("/sparql", sparql, methods=["GET", "POST"], name="sparql"),
    ]
    return Guard(Starlette(routes=routes), port)


async def _run(
    site: Site,
    path: Path,
    listener: socket.socket,
    limits: Limits,
    address: str,
    open_browser: bool,
    announce: Callable[[str], None],
) -> None:
    pool = Pool(path, limits)
    try:
        await pool.open()
        app = application(site, pool, listener.getsockname()[1])
        server = uvicorn.Server(uvicorn.Config(app, **_UVICORN))  # type: ignore[arg-type]
        announce(f"Serving {site.name} at {address} (SPARQL at {address}sparql). Ctrl+C stops.")
        if open_browser:
            asyncio.get_running_loop().call_later(0.5, webbrowser.open, address)
        await server.serve(sockets=[listener])
    finally:
        await pool.close()


_UVICORN = {
    "lifespan": "off",
    "ws": "none",
    "log_level": "warning",
    "access_log": False,
    "server_header": False,
    "proxy_headers": False,
    "limit_concurrency": 100,
    "timeout_keep_alive": 30,
    "timeout_graceful_shutdown": 2,
}


def _path(source: KnowledgeGraph | str | Path, scratch: Path) -> Path:
    """Return what workers open: the RDF file, or an on-disk store where it is large."""
    if isinstance(source, KnowledgeGraph):
        path = scratch / "graph.ttl"
        path.write_text(write_turtle(source), encoding="utf-8")
    else:
        path = find_graph(Path(source)).absolute()
    if path.is_dir() or path.stat().st_size <= DISK_BYTES:
        return path
    open_store(path, disk=scratch / "store").store.flush()
    return scratch / "store"


def _site(source: KnowledgeGraph | str | Path, path: Path) -> Site:
    graph = source if isinstance(source, KnowledgeGraph) else read_graph(path)
    name = "the graph" if isinstance(source, KnowledgeGraph) else str(source)
    built = None if isinstance(source, KnowledgeGraph) else Path(source) / "graph.html"
    page = built.read_text(encoding="utf-8") if built and built.is_file() else None
    return Site(graph, page, name)
