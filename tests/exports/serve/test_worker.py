"""The process that runs queries: once it has the graph it can reach no file, no socket and no memory beyond its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsgraph.exports.rdf import write_turtle
from newsgraph.exports.sandbox.confine import can_confine
from newsgraph.exports.sandbox.limits import READING, SERVED
from newsgraph.exports.sandbox.process import START, Sandbox
from newsgraph.exports.serve.exchange import Request, request_head, to_reply
from newsgraph.exports.serve.pool import MODULE
from newsgraph.exports.sparql import open_store
from newsgraph.exports.sparql.isolated import opening
from tests.exports.sample import sample_graph
from tests.exports.serve.conftest import ROOT

ATTEMPTS = """
import json, os, pathlib, socket, subprocess, sys, tempfile, urllib.request
from newsgraph.exports.sandbox.child import _limit_memory, lock_down
from pyoxigraph import Store

folder = sys.argv[1]
writable = open(folder + "/open-before", "wb")
store = Store()
attempts = {
    "nothing": lambda: None,
    "read a file": lambda: pathlib.Path("/etc/passwd").read_text(),
    "make a file": lambda: pathlib.Path(folder, "new").write_text("x"),
    "write to an open file": lambda: (writable.write(b"x" * 100_000), writable.flush()),
    "list a folder": lambda: os.listdir("/"),
    "open a socket": lambda: socket.socket(),
    "open a pipe": lambda: os.pipe(),
    "ask the network": lambda: urllib.request.urlopen("http://127.0.0.1:9/"),
    "start a program": lambda: subprocess.run(["/bin/true"]),
    "load into the store": lambda: store.load(path="/etc/passwd"),
    "ask a service": lambda: list(store.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")),
    "take 300 MB": lambda: len(bytearray(300 << 20)),
}
_limit_memory(200 << 20)
lock_down(int(sys.argv[2]))
results = {}
for name, attempt in attempts.items():
    try:
        attempt()
        results[name] = "done"
    except Exception as error:
        results[name] = type(error).__name__
sys.stdout.write(json.dumps(results))
sys.stdout.flush()
os._exit(0)
"""


def _attempts(folder: Path, files: int) -> dict[str, str]:
    """Return what came of each attempt of a locked-down process that may open so many files."""
    command = [sys.executable, "-c", ATTEMPTS, str(folder), str(files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def attempts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What came of each attempt of a locked-down process."""
    return _attempts(tmp_path_factory.mktemp("worker"), 0)


@pytest.fixture(scope="module")
def walled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What came of each attempt of a process that may open a hundred files more."""
    return _attempts(tmp_path_factory.mktemp("worker"), 100)


@pytest.mark.parametrize(
    "attempt",
    [
        *(
            "read a file",
            "make a file",
            "write to an open file",
            "list a folder",
            "open a socket",
            "open a pipe",
        ),
        *("ask the network", "start a program", "load into the store", "ask a service", "take 300 MB"),
    ],
)
def test_a_locked_down_process_reaches_nothing(attempts: dict[str, str], attempt: str):
    """No file, no socket, no other program, no more memory than allowed."""
    assert attempts["nothing"] == "done"
    assert attempts[attempt] not in {"done", "ImportError", "NameError"}


@pytest.mark.skipif(not can_confine(), reason="this system refuses no calls")
@pytest.mark.parametrize(
    "attempt",
    [
        "make a file",
        "write to an open file",
        "open a socket",
        "ask the network",
        "start a program",
        "ask a service",
    ],
)
def test_a_process_that_may_open_files_still_reaches_no_network(walled: dict[str, str], attempt: str):
    """With room for a hundred files more the kernel refuses all else: the second wall stands without the first."""
    assert walled["read a file"] == "done"
    assert walled[attempt] in {"PermissionError", "URLError", "OSError"}


SPARE = """
import os, sys
from newsgraph.exports.sandbox.child import lock_down
lock_down(3)
opened = []
try:
    while True:
        opened.append(os.open("/etc/passwd", os.O_RDONLY))
except OSError:
    os.write(1, str(len(opened)).encode())
os._exit(0)
"""


@pytest.mark.skipif(not can_confine(), reason="this system refuses no calls")
def test_no_more_files_are_opened_than_are_needed():
    """Three, and no fourth."""
    done = subprocess.run(
        [sys.executable, "-c", SPARE], cwd=ROOT, capture_output=True, timeout=60, check=True
    )
    assert done.stdout == b"3"


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="this system has no /proc")
def test_the_workers_of_a_server_are_locked_down(server: str):
    """What the kernel itself reports of the processes that run queries, once they are ready."""
    end = time.monotonic() + 30
    limits: list[dict[str, str]] = []
    while not limits or any(found["Max open files"] != "0" for found in limits):
        assert time.monotonic() < end
        time.sleep(0.1)
        limits = [found for found in map(_limits, _workers()) if found]
    for found in limits:
        assert found["Max file size"] == found["Max core file size"] == "0"
        assert found["Max address space"] != "unlimited"


def _workers() -> list[Path]:
    """Return the processes that a server of ours has started."""
    found = [process for process in Path("/proc").glob("[0-9]*") if START in _read(process / "cmdline")]
    return [process for process in found if _parent(Path("/proc", _parent(process))) == str(os.getpid())]


def _parent(process: Path) -> str:
    return "".join(re.findall(r"^PPid:\s*(\d+)", _read(process / "status"), re.MULTILINE))


def _limits(process: Path) -> dict[str, str]:
    return dict(re.findall(r"^(Max [a-z ]*?) {2,}(\S+)", _read(process / "limits"), re.MULTILINE))


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:  # the process has ended
        return ""


def test_a_store_on_disk_is_read_without_opening_files(tmp_path: Path):
    """A graph too large for memory is answered from files that were open before."""
    (tmp_path / "graph.ttl").write_text(write_turtle(sample_graph()), encoding="utf-8")
    open_store(tmp_path / "graph.ttl", disk=tmp_path / "store")
    sandbox = Sandbox(MODULE, *opening(tmp_path / "store", None, READING))
    sandbox.ready(60)
    queries = (Request("SELECT ?n { ?s rel:open/skos:prefLabel ?n }", "text/csv"), Request("ASK { ?s oops }"))
    answers = [to_reply(*sandbox.ask(request_head(query, SERVED), limits=SERVED)) for query in queries]
    sandbox.close()
    assert answers[0].body == b"n\r\nTern Bridge\r\n"
    assert answers[1].status == 400
    assert b"no word 'oops'" in answers[1].body
