"""One request to a server: in bounded time, with a bounded answer, and with secrets that no message ever shows."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
import time
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

from newsgraph.graph.errors import InputError

USER, PASSWORD, TOKEN = "NEWSGRAPH_SPARQL_USER", "NEWSGRAPH_SPARQL_PASSWORD", "NEWSGRAPH_SPARQL_TOKEN"
"""Environment variables that credentials are taken from: a user and a password, or a bearer token."""

ANSWER = 64 << 10
"""Bytes of an answer that are read; a server that sends more has said enough."""

_SHOWN = 500  # characters of an answer that a message repeats


class TransportError(Exception):
    """A request that got no answer; ``again`` whether it may get one later."""

    def __init__(self, reason: str, *, again: bool) -> None:
        super().__init__(reason)
        self.again = again


@dataclass(frozen=True, slots=True)
class ServerAnswer:
    """The status of an answer, its reason, the start of its text, and two headers."""

    status: int
    reason: str
    text: str
    location: str | None = None
    retry_after: str | None = None


@dataclass(frozen=True, slots=True)
class Server:
    """The address of a server, and the header that it is sent credentials in; neither is ever shown with a secret."""

    url: str
    authorization: str | None = field(default=None, repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)

    @property
    def shown(self) -> str:
        """The address as messages show it: without its query, which may carry a key."""
        parts = urlsplit(self.url)
        return urlunsplit(parts._replace(query="...", fragment="") if parts.query else parts)

    def hide(self, text: str) -> str:
        """Return ``text`` without any secret that a server may have repeated in it."""
        for secret in sorted(self.secrets, key=len, reverse=True):
            text = text.replace(secret, "***")
        return text


def server_at(url: str, environment: Mapping[str, str], *, user: str | None = None) -> Server:
    """Return the server at ``url``, with the credentials of the environment or those that stand in the address.

    ``user`` goes before the user of the environment; passwords come from there only. Raises :class:`InputError`.
    """
    try:
        parts = urlsplit(url)
        given, password, host, _ = parts.username, parts.password, parts.hostname, parts.port
    except ValueError:
        raise InputError(
            "the address of the server is not valid; it looks like http://localhost:3030/data."
        ) from None
    if parts.scheme not in {"http", "https"} or not host or not parts.netloc.isascii():
        shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query=""))
        raise InputError(f"{shown!r} is no address of a server; it starts with http:// or https://.")
    if user is not None and ":" in user:
        raise InputError(f"--user takes a name only; put the password into {PASSWORD}.")
    bare = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))
    if re.search(r"[^\x21-\x7e]", bare):
        raise InputError("the address of the server has blanks or letters that must be percent-encoded.")
    token = environment.get(TOKEN, "").strip()
    if token and user is None and given is None:
        if re.search(r"[^\x20-\x7e]", token):
            raise InputError(f"{TOKEN} has characters that cannot be sent.")
        return Server(bare, f"Bearer {token}", (token,))
    name = user or (unquote(given) if given else environment.get(USER))
    if not name:
        return Server(bare)
    secret = unquote(password) if password and user is None else environment.get(PASSWORD, "")
    pair = b64encode(f"{name}:{secret}".encode()).decode("ascii")
    return Server(bare, f"Basic {pair}", tuple(filter(None, (secret, pair))))


def send(server: Server, url: str, method: str, body: bytes, type: str, *, seconds: float) -> ServerAnswer:
    """Send a request and return the answer; redirects are not followed. Raises :class:`TransportError`.

    ``seconds`` are those of all of it: at their end the connection is cut, whatever the server does.
    """
    end = time.monotonic() + seconds
    connection, target = _connection(url, seconds)
    headers = {"Content-Type": type, "User-Agent": "newsgraph", "Connection": "close"}
    if server.authorization:
        headers["Authorization"] = server.authorization
    clock: threading.Timer | None = None
    try:
        _connect(connection)
        clock = _clock(connection, end)
        connection.request(method, target, body, headers)
        answer = _answer(connection.getresponse())
        if time.monotonic() >= end:  # what was cut off may look like an answer
            raise TimeoutError
        return answer
    except ssl.SSLCertVerificationError as error:
        raise TransportError(
            f"its certificate is not trusted ({error.verify_message})", again=False
        ) from None
    except http.client.HTTPException as error:
        late = time.monotonic() >= end
        reason = (
            f"no answer within {seconds:g} seconds" if late else f"it does not speak HTTP ({_name(error)})"
        )
        again = isinstance(error, http.client.RemoteDisconnected) and not late
        raise TransportError("it hung up" if again else reason, again=again) from None
    except OSError as error:
        if time.monotonic() >= end or isinstance(error, TimeoutError):
            raise TransportError(f"no answer within {seconds:g} seconds", again=True) from None
        raise TransportError(error.strerror or str(error), again=True) from None
    finally:
        if clock is not None:
            clock.cancel()
        connection.close()


def _connect(connection: http.client.HTTPConnection) -> None:
    """Connect. Raises :class:`TransportError` at once for a server that is not there."""
    try:
        connection.connect()
    except (TimeoutError, ssl.SSLError):
        raise
    except OSError as error:
        raise TransportError(error.strerror or str(error), again=False) from None


def _connection(url: str, seconds: float) -> tuple[http.client.HTTPConnection, str]:
    """Return a connection to the server of ``url``, or to its proxy, and what to ask it for."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    proxy = None if proxy_bypass(parts.netloc) else getproxies().get(parts.scheme)
    if proxy is None:
        return kind(host, port, timeout=seconds), target
    way = urlsplit(proxy if "//" in proxy else f"//{proxy}")
    if parts.scheme == "http":
        return http.client.HTTPConnection(way.hostname or "", way.port, timeout=seconds), url
    connection = kind(way.hostname or "", way.port, timeout=seconds)
    connection.set_tunnel(host, port or 443)
    return connection, target


def _answer(response: http.client.HTTPResponse) -> ServerAnswer:
    text = b""
    if response.status >= 300:  # nobody needs what a server says of a success
        text = response.read(ANSWER)[: _SHOWN * 4]
    said = " ".join(text.decode("utf-8", "replace")[:_SHOWN].split())
    headers = response.headers
    return ServerAnswer(
        response.status, response.reason, said, headers.get("Location"), headers.get("Retry-After")
    )


def _clock(connection: http.client.HTTPConnection, end: float) -> threading.Timer:
    """Start a clock that cuts a connection at its end, even while it waits or is being read."""
    line = connection.sock  # the connection itself lets go of it while an answer is read
    clock = threading.Timer(max(0.0, end - time.monotonic()), _cut, [line])
    clock.daemon = True
    clock.start()
    return clock


def _cut(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _name(error: Exception) -> str:
    return type(error).__name__
