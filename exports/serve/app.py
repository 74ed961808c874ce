"""The server: one local address with the page, the statements, an editor and a SPARQL 1.1 endpoint."""

from __future__ import annotations

import asyncio
import signal
import socket
import tempfile
import webbrowser
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..sandbox.limits import SERVED, Limits
from .connection import Connection
from .guard import App, Guard
from .protocol import endpoint
from .served import Served
from .stopping import SIGNALS, interrupted_by_signals

HOST = "127.0.0.1"
PORT = 8765


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
    files nor the network. A graph that is built anew is noticed. Port 0 is any free one; ``announce`` is told the
    address. SIGTERM and SIGHUP stop it as Ctrl-C does. Raises :class:`InputError` for a graph that cannot be read and
    for a port that is taken.
    """
    with (
        interrupted_by_signals(),
        tempfile.TemporaryDirectory(prefix="newsgraph-") as scratch,
        bound_socket(port) as listener,
    ):
        served = Served(source, Path(scratch), limits or SERVED, announce)
        with suppress(KeyboardInterrupt, asyncio.CancelledError):
            asyncio.run(_run(served, listener, open_browser))
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


def application(served: Served, port: int) -> App:
    """Return the ASGI application of what is served."""

    def page(name: str) -> Callable[[Request], Awaitable[Response]]:
        async def show(request: Request) -> Response:
            found: Response = await getattr(served.site, name)(request)
            return found

        return show

    async def sparql(request: Request) -> Response:
        return await endpoint(request, served.pool)

    routes = [
        Route("/", page("index")),
        Route("/graph", page("picture")),
        Route("/statements", page("statements")),
        Route("/query", page("query")),
        Route("/static/{name}", page("static")),
        Route("/sparql", sparql, methods=["GET", "POST"], name="sparql"),
    ]
    return Guard(Starlette(routes=routes), port)


class _Server(uvicorn.Server):
    """A server that leaves signals to us: uvicorn ends the process with them before anything is cleaned up."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


async def _run(served: Served, listener: socket.socket, open_browser: bool) -> None:
    address = f"http://{HOST}:{listener.getsockname()[1]}/"
    watching = None
    try:
        await served.pool.open()
        app = application(served, listener.getsockname()[1])
        server = _Server(uvicorn.Config(app, **_UVICORN))  # type: ignore[arg-type]
        served.announce(f"Serving {served.site.name} at {address} (SPARQL at {address}sparql). Ctrl+C stops.")
        if open_browser:
            asyncio.get_running_loop().call_later(0.5, webbrowser.open, address)
        _stop_at_signals(server)
        watching = asyncio.create_task(served.watch())
        await server.serve(sockets=[listener])
    finally:
        if watching is not None:
            watching.cancel()
        await served.pool.close()


def _stop_at_signals(server: uvicorn.Server) -> None:
    with suppress(NotImplementedError, RuntimeError, ValueError):  # only the main thread hears signals
        for name in (*SIGNALS, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, server.handle_exit, name, None)


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
    "http": Connection,
}
