"""A server recovers: from processes that die, graphs built anew, clients that stop in the middle, and its own end."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsgraph.exports.rdf import write_turtle
from newsgraph.exports.sandbox.process import START as CHILD
from tests.exports.sample import sample_graph
from tests.exports.serve.conftest import ROOT
from tests.exports.serve.test_protocol import get, send
from tests.exports.serve.test_safety import CROSS, HOSTILE

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="this system has no /proc")

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
SLOW = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
START = """
import sys
from newsgraph.exports.serve import Limits, connection, serve
connection.SECONDS = 2.0
limits = Limits(seconds=float(sys.argv[2]), memory=512 << 20, rows=2_000, body=2_000_000, query=20_000)
serve(sys.argv[1], port=0, limits=limits, announce=lambda text: print(text, flush=True))
"""


@contextmanager
def serving(folder: Path, seconds: float = 8.0) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server of its own on the graph in ``folder``; its address and its process."""
    if not (folder / "graph.ttl").exists():
        write(folder, write_turtle(sample_graph()))
    scratch = folder / "tmp"
    scratch.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-c", START, str(folder), str(seconds)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"TMPDIR": str(scratch)},
    )
    assert process.stdout is not None
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
        assert address
        yield address[0], process
    finally:
        process.terminate()
        process.wait(20)


def write(folder: Path, text: str) -> None:
    """Put a graph into a folder as newsgraph does: whole, under its name."""
    with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as file:
        file.write(text)
    Path(file.name).replace(folder / "graph.ttl")


def workers(process: subprocess.Popen[str]) -> list[int]:
    """The processes of a server that run queries."""
    found = []
    for task in Path(f"/proc/{process.pid}/task").iterdir():
        found += [int(pid) for pid in (task / "children").read_text().split()]
    return [pid for pid in found if CHILD in command(pid)]


def command(pid: int) -> str:
    """The command line of a process, nothing once it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait until something is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.1)


def count(address: str) -> str:
    """The number of triples, as text."""
    return get(address, COUNT, "text/csv")[2].split()[-1]


@pytest.mark.slow
def test_processes_that_die_are_replaced(tmp_path: Path):
    """All of them at once, too; queries wait for the new ones."""
    with serving(tmp_path) as (address, process):
        until(lambda: len(workers(process)) == 3)
        before = workers(process)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        assert get(address, COUNT)[0] in {200, 503}
        until(lambda: get(address, COUNT)[0] == 200)
        until(lambda: len(set(workers(process)) - set(before)) == 3)


def test_a_process_that_cannot_start_is_tried_again(tmp_path: Path):
    """What processes open is away for a moment, when one must be replaced."""
    with serving(tmp_path, 2.0) as (address, process):
        until(lambda: len(workers(process)) == 3)
        (copy,) = tmp_path.glob("tmp/newsgraph-*/graph-1.ttl")
        copy.rename(tmp_path / "away")
        for pid in workers(process):
            os.kill(pid, signal.SIGKILL)
        assert get(address, COUNT)[0] == 503
        (tmp_path / "away").rename(copy)
        until(lambda: get(address, COUNT)[0] == 200)
        until(lambda: len(workers(process)) == 3, 40)


def test_a_graph_built_anew_is_noticed_once_for_all(tmp_path: Path):
    """Before, every answer is of the old graph; after, every one of the new; pages turn with them."""
    with serving(tmp_path) as (address, process):
        until(lambda: len(workers(process)) == 3)
        old = count(address)
        write(tmp_path, write_turtle(sample_graph()) + "\n<e:a> <e:b> <e:c> .\n")
        new = str(int(old) + 1)
        until(lambda: count(address) == new)
        assert {count(address) for _ in range(20)} == {new}
        write(tmp_path, "this is no Turtle")
        time.sleep(3)
        first = workers(process)[0]
        os.kill(first, signal.SIGKILL)
        time.sleep(1)  # until the kernel has ended it
        assert {count(address) for _ in range(20)} == {new}
        write(tmp_path, "<e:a> <e:b> <e:c> .")
        until(lambda: count(address) == "1")
        until(lambda: "of 0 statements" in send(f"{address}/statements?q=x")[2])


def test_slow_queries_make_room_for_others(tmp_path: Path):
    """Three that run into their limit do not hold up the fourth."""
    with serving(tmp_path, 9.0) as (address, process):
        until(lambda: len(workers(process)) == 3)
        statuses: list[int] = []
        threads = [threading.Thread(target=lambda: statuses.append(get(address, SLOW)[0])) for _ in range(3)]
        for thread in threads:
            thread.start()
        time.sleep(1)
        started = time.monotonic()
        assert get(address, COUNT)[0] == 200
        assert time.monotonic() - started < 6
        for thread in threads:
            thread.join(40)
        assert statuses == [503] * 3


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", marks=pytest.mark.slow),
        pytest.param(b"GET / HT", marks=pytest.mark.slow),
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
        b"POST /sparql HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\nASK",
    ],
)
def test_a_request_that_stops_in_the_middle_is_ended(tmp_path: Path, sent: bytes):
    """Nobody holds a place for longer than it takes to send a request."""
    with serving(tmp_path) as (address, _):
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=15) as client:
            client.sendall(sent.replace(b"HOST", f"{host}:{port}".encode()))
            said = b""
            started = time.monotonic()
            while piece := client.recv(1 << 16):
                said += piece
                if b"408" in said:
                    break
            assert time.monotonic() - started < 12
        assert said == b"" or said.startswith(b"HTTP/1.1 408")
        assert get(address, COUNT)[0] == 200


@pytest.mark.slow
def test_a_connection_that_is_kept_may_send_again(tmp_path: Path):
    """A connection between two requests is not one that stops in the middle."""
    with serving(tmp_path) as (address, _):
        host, port = address.removeprefix("http://").split(":")
        connection = http.client.HTTPConnection(host, int(port), timeout=10)
        for pause in (0.0, 3.0):
            time.sleep(pause)
            connection.request("GET", "/query")
            answer = connection.getresponse()
            assert answer.status == 200
            answer.read()


@pytest.mark.parametrize(
    ("name", "busy"),
    [
        *(("SIGTERM", True), ("SIGHUP", False)),
        *(
            pytest.param(name, busy, marks=pytest.mark.slow)
            for name, busy in (("SIGTERM", False), ("SIGHUP", True), ("SIGINT", False), ("SIGINT", True))
        ),
    ],
)
def test_a_signal_ends_a_server_that_leaves_nothing(tmp_path: Path, name: str, busy: bool):
    """No process, no temporary folder, and a word on standard output."""
    with serving(tmp_path) as (address, process):
        until(lambda: len(workers(process)) == 3)
        if busy:
            threading.Thread(target=lambda: _quietly(address), daemon=True).start()
            time.sleep(0.5)
        left = workers(process)
        started = time.monotonic()
        process.send_signal(getattr(signal, name))
        assert process.wait(15) == 0
        assert time.monotonic() - started < 8
        assert process.stdout is not None
        assert process.stdout.read().endswith("Stopped.\n")
    until(lambda: not any(CHILD in command(pid) for pid in left), 5)
    assert list((tmp_path / "tmp").iterdir()) == []


def _quietly(address: str) -> None:
    try:
        get(address, SLOW)
    except OSError:
        return


@pytest.mark.slow
def test_ten_thousand_requests_leave_a_server_as_it_was(tmp_path: Path):
    """One of twenty is hostile; the server is not restarted, answers all others, and grows by a tenth at most."""
    hostile = [query.replace("TRAP", "http://127.0.0.1:9/") for query in HOSTILE.values()]
    good = [COUNT, "ASK { ?s a ng:Claim }", "SELECT * { ?s ?p ?o } LIMIT 200", "CONSTRUCT WHERE { ?s a ?o }"]
    pages = ("/", "/graph", "/statements?q=holm", "/query", "/static/style.css")
    with serving(tmp_path, 1.0) as (address, process):
        failed: list[str] = []

        def ask(number: int) -> None:
            if number % 20 == 0:
                query = hostile[number // 20 % len(hostile)].encode("utf-8")
                send(f"{address}/sparql", query, Content_Type="application/sparql-query")
            elif number % 20 == 1:
                if send(address + pages[number // 20 % len(pages)])[0] != 200:
                    failed.append(pages[number // 20 % len(pages)])
            elif get(address, good[number % len(good)])[0] not in {200, 503}:
                failed.append(good[number % len(good)])

        for number in range(1_000):
            ask(number)
        before = resident(process.pid)
        for number in range(1_000, 10_000):
            ask(number)
        assert failed == []
        assert process.poll() is None
        assert resident(process.pid) < before * 1.1
        until(lambda: len(workers(process)) == 3)


def resident(pid: int) -> int:
    """Bytes of memory that a process has."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
