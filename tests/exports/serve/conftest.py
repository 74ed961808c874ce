"""A server in a process of its own, on the sample graph."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgraph.exports.rdf import write_turtle
from tests.exports.sample import sample_graph

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

ROOT = Path(__file__).parents[3]
START = """
import sys
from newsgraph.exports.serve import Limits, serve
limits = Limits(seconds=4, memory=512 << 20, rows=2_000, body=2_000_000, query=20_000)
serve(sys.argv[1], port=0, limits=limits, announce=lambda text: print(text, flush=True))
"""


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[str]:
    """The address of a running server, without the slash at its end."""
    folder = tmp_path_factory.mktemp("kg")
    (folder / "graph.ttl").write_text(write_turtle(sample_graph()), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", START, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    line = process.stdout.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+", line)
    try:
        assert address, line
        yield address[0]
    finally:
        process.terminate()
        process.wait(20)
