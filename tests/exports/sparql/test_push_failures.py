"""Pushing to a server that fails at every step: in bounded time, with a sentence, and never with a secret."""

from __future__ import annotations

import base64
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from click.testing import CliRunner

from newsgraph.cli import main
from newsgraph.exports.rdf import to_quads, write_turtle
from newsgraph.exports.sparql import remote
from newsgraph.exports.sparql.transport import PASSWORD, TOKEN, USER, server_at
from newsgraph.graph import InputError
from tests.exports.sample import sample_graph

GRAPHS = len({quad.graph_name for quad in to_quads(sample_graph())})
SECRET = "horse-battery"
BASIC = base64.b64encode(f"ann:{SECRET}".encode()).decode()
OK = b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
Step = Callable[[socket.socket], None]


def read_request(client: socket.socket) -> bytes:
    """Read a whole request."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += client.recv(1 << 16)
    head, _, body = data.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length:")[2].split()[0])
    while len(body) < length:
        body += client.recv(1 << 16)
    return head


def answer(data: bytes) -> Step:
    """Read the request and answer it."""

    def step(client: socket.socket) -> None:
        read_request(client)
        client.sendall(data)

    return step


def drip(piece: bytes, begin: bytes = b"") -> Step:
    """Send a little again and again, for longer than anybody waits."""

    def step(client: socket.socket) -> None:
        read_request(client)
        client.sendall(begin)
        for _ in range(2_000):
            client.sendall(piece)
            time.sleep(0.01)

    return step


def echo(client: socket.socket) -> None:
    """Refuse, and repeat what was sent, credentials too."""
    head = read_request(client)
    body = head + b" " + SECRET.encode()
    client.sendall(b"HTTP/1.1 401 Unauthorized\r\nContent-Length: %d\r\n\r\n" % len(body) + body)


def hang_up(client: socket.socket) -> None:
    """Close the connection before the request is read."""


def hang(client: socket.socket) -> None:
    """Read the request and say nothing."""
    read_request(client)
    time.sleep(20)


def flood(client: socket.socket) -> None:
    """Answer without end."""
    read_request(client)
    client.sendall(b"HTTP/1.1 500 Oops\r\n\r\n")
    while True:
        client.sendall(b"x" * (1 << 16))


@contextmanager
def server(*steps: Step) -> Iterator[tuple[str, list[int]]]:
    """A server that does one step a connection, the last one for all further ones."""
    asked: list[int] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def one(client: socket.socket, step: Step) -> None:
        with client, suppress(OSError, IndexError):
            step(client)

    def run() -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                asked.append(1)
                step = steps[min(len(asked), len(steps)) - 1]
                threading.Thread(target=one, args=(client, step), daemon=True).start()

    threading.Thread(target=run, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/store", asked
    finally:
        listener.close()


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "ann")
    monkeypatch.setenv(PASSWORD, SECRET)
    monkeypatch.delenv(TOKEN, raising=False)
    monkeypatch.setattr(remote, "_PAUSES", (0.05, 0.05, 0.05))


FAILURES: dict[str, tuple[Step, str]] = {
    "it hangs up": (hang_up, "hung up|reset|does not speak|Broken pipe"),
    "it says nothing": (hang, "no answer within|the time for all requests is over"),
    "it is no server of HTTP": (answer(b"SSH-2.0-OpenSSH_9.2\r\n"), "does not speak HTTP"),
    "its status is none": (answer(b"HTTP/1.1 999999 ?\r\n\r\n"), "does not speak HTTP"),
    "its header does not end": (drip(b"a", b"HTTP/1.1 200 OK\r\nX: "), "no answer within"),
    "its headers do not end": (drip(b"X: y\r\n" * 50, b"HTTP/1.1 200 OK\r\n"), "does not speak HTTP"),
    "its answer does not end": (drip(b"a", b"HTTP/1.1 500 Oops\r\n\r\n"), "no answer within|500 Oops"),
    "its answer floods us": (flood, "500 Oops"),
    "it is full": (
        answer(b"HTTP/1.1 507 Insufficient Storage\r\nContent-Length: 4\r\n\r\nfull"),
        "507 .*full",
    ),
    "it sends us elsewhere": (
        answer(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/x?key=1\r\n\r\n"),
        "redirects are not followed; use http://127.0.0.1:9/x\\)",
    ),
    "it repeats our password": (echo, "401 Unauthorized"),
}


@pytest.mark.parametrize("protocol", ["graph-store", "update"])
@pytest.mark.parametrize("kind", list(FAILURES))
def test_every_failure_is_a_sentence_in_time(kind: str, protocol: str):
    """At most the time that was allowed, and neither password nor token in it."""
    step, message = FAILURES[kind]
    started = time.monotonic()
    with server(step) as (url, _), pytest.raises(InputError, match=message) as caught:
        remote.push(sample_graph(), url, protocol=protocol, seconds=1.5)  # type: ignore[arg-type]
    assert time.monotonic() - started < 4
    assert "did not take the graph" in str(caught.value)
    assert "no graph was written before it" in str(caught.value)
    assert SECRET not in str(caught.value)
    assert BASIC not in str(caught.value)


@pytest.mark.parametrize(
    "busy",
    [
        hang_up,
        answer(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"),
        answer(b"HTTP/1.1 429 Slow down\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"),
    ],
)
def test_what_may_succeed_later_is_sent_again(busy: Step):
    """Replacing a graph twice is replacing it once."""
    with server(busy, busy, answer(OK)) as (url, asked):
        assert len(remote.push(sample_graph(), url, seconds=20)) == GRAPHS
    assert len(asked) == GRAPHS + 2


@pytest.mark.parametrize("status", [b"400 Bad", b"401 No", b"403 No", b"404 No", b"500 Oops", b"307 There"])
def test_what_will_not_succeed_is_sent_once(status: bytes):
    """A server that refuses is not asked again."""
    step = answer(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\n\r\n")
    with server(step) as (url, asked), pytest.raises(InputError):
        remote.push(sample_graph(), url, seconds=20)
    assert len(asked) == 1


def test_a_dead_port_is_told_at_once(monkeypatch: pytest.MonkeyPatch):
    """Nobody waits for a server that is not there."""
    monkeypatch.setattr(remote, "_PAUSES", (30.0, 30.0, 30.0))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    started = time.monotonic()
    with pytest.raises(InputError, match=r"no graph was written before it.*refused"):
        remote.push(sample_graph(), f"http://127.0.0.1:{port}/store", seconds=60)
    assert time.monotonic() - started < 5


def test_a_server_that_asks_for_an_hour_is_not_waited_for():
    """Retry-After counts within reason."""
    step = answer(b"HTTP/1.1 503 Later\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n")
    with server(step) as (url, asked), pytest.raises(InputError, match="503 Later"):
        remote.push(sample_graph(), url, seconds=20)
    assert len(asked) == 1


def test_what_was_written_before_a_failure_is_said(tmp_path, monkeypatch: pytest.MonkeyPatch):
    """The names come as they are written, on standard output; the failure counts them."""
    (tmp_path / "kg.ttl").write_text(write_turtle(sample_graph()), encoding="utf-8")
    full = answer(b"HTTP/1.1 507 Insufficient Storage\r\nContent-Length: 0\r\n\r\n")
    with server(answer(OK), full) as (url, _):
        result = CliRunner().invoke(main, ["push", str(tmp_path / "kg.ttl"), url])
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1
    assert "(1 graph written before it)" in result.stderr
    with server(answer(OK)) as (url, _):
        result = CliRunner().invoke(main, ["push", str(tmp_path / "kg.ttl"), url])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == GRAPHS
    assert result.stderr.startswith(f"{GRAPHS} graphs written, ")


@pytest.mark.parametrize(
    ("url", "user", "expected"),
    [
        ("http://h/d", None, f"Basic {BASIC}"),
        ("http://h/d", "eve", "Basic " + base64.b64encode(f"eve:{SECRET}".encode()).decode()),
        ("http://bob:p%40ss@h/d", None, "Basic " + base64.b64encode(b"bob:p@ss").decode()),
    ],
)
def test_credentials_come_from_three_places(url: str, user: str | None, expected: str):
    """An option names the user; a password stands in the environment, or in the address and is taken out of it."""
    found = server_at(url, {USER: "ann", PASSWORD: SECRET}, user=user)
    assert found.authorization == expected
    assert found.url == found.shown == "http://h/d"
    assert SECRET not in repr(found)
    assert "p@ss" not in repr(found)


@pytest.mark.parametrize(
    "url",
    [
        f"ftp://ann:{SECRET}@h/d",
        f"http://ann:{SECRET}@",
        f"http://ann:{SECRET}@h:port/d",
        f"http://ann:{SECRET}@h/ d",
        f"http://ann:{SECRET}@[::1/d",
        f"http://h/d?key={SECRET}\n",
        f"http://ann:{SECRET}@127.0.0.1:9/d?key={SECRET}",
    ],
)
def test_no_error_shows_what_stands_in_the_address(url: str):
    """Whatever is wrong with it."""
    with pytest.raises(InputError) as caught:
        remote.push(sample_graph(), url, seconds=2)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("variable", [USER, PASSWORD, TOKEN])
def test_secrets_with_odd_characters_are_not_shown(variable: str, monkeypatch: pytest.MonkeyPatch):
    """A line break at the end is that of a file; others cannot be sent."""
    monkeypatch.setenv(variable, f"{SECRET}\r\nX-Evil: ü{SECRET}\n")
    step = answer(b"HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n")
    with server(step) as (url, _), pytest.raises(InputError) as caught:
        remote.push(sample_graph(), url, seconds=5)
    assert SECRET not in str(caught.value)


def test_the_option_user_takes_no_password():
    """It would be seen by everybody on the machine."""
    with pytest.raises(InputError, match="takes a name only") as caught:
        server_at("http://h/", {}, user=f"ann:{SECRET}")
    assert SECRET not in str(caught.value)
