"""Graph files of strangers: what would end a parser, or never ends, is refused with a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import newsgraph
from newsgraph import InputError, Limits
from newsgraph.exports.rdf import write_turtle
from tests.exports.sample import sample_graph

ROOT = Path(__file__).parents[3]
TIGHT = Limits(seconds=5, memory=300 << 20)
XML = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"'
ENTITIES = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 9}">' for n in range(1, 14))
HOSTILE = {
    "entities.rdf": f'<!DOCTYPE r [<!ENTITY x0 "ha">{ENTITIES}]><rdf:RDF {XML}>'
    '<e:A rdf:about="http://e/a"><e:p>&x13;</e:p></e:A></rdf:RDF>',
    "deep.jsonld": '{"@id":"e:a","e:p":' * 8_000 + "1" + "}" * 8_000,
    "brackets.jsonld": '{"@id":"e:a","e:p":' + "[" * 300_000 + "]" * 300_000 + "}",
    "deep.rdf": f"<rdf:RDF {XML}>" + "<e:A><e:p>" * 60_000 + "</e:p></e:A>" * 60_000 + "</rdf:RDF>",
    "deep.ttl": "<e:a> <e:p> " + "<<( <e:a> <e:p> " * 150_000 + "1" + " )>>" * 150_000 + " .",
    "nested.ttl": "<e:a> <e:p> " + "<<( <e:a> <e:p> " * 300 + "1" + " )>>" * 300 + " .",
    "grows.ttl": f"@prefix e: <http://e/{'x' * 4_000}> .\n" + "e:a e:b e:c .\n" * 60_000,
    "context.jsonld": '{"@context": "http://127.0.0.1:9/c", "@id": "e:a", "e:p": 1}',
    "file.jsonld": '{"@context": "file:///etc/passwd", "@id": "e:a", "e:p": 1}',
    "cut.ttl": "<e:a> <e:p> 'open",
    "bytes.nt": "\ud800",
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_files_that_end_parsers_are_refused(tmp_path: Path, name: str):
    """Neither reading the graph nor asking it takes the caller along, or much memory of it."""
    file = tmp_path / name
    file.write_text(HOSTILE[name], encoding="utf-8", errors="surrogatepass")
    started = time.monotonic()
    with pytest.raises(InputError, match=name):
        newsgraph.load(file, limits=TIGHT)
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("name", ["entities.rdf", "deep.jsonld", "deep.ttl"])
@pytest.mark.parametrize("command", ["lint", "query", "export"])
def test_commands_refuse_them_with_exit_code_2(tmp_path: Path, name: str, command: str):
    """One line on standard error, no traceback, nothing half-written."""
    file, out = tmp_path / name, tmp_path / "out.ttl"
    file.write_text(HOSTILE[name], encoding="utf-8")
    rest = {"lint": [], "query": ["ASK {}"], "export": ["-o", str(out)]}[command]
    arguments = [command, str(file), *rest, "--max-memory", "300", "--max-seconds", "10"]
    done = subprocess.run(
        [sys.executable, "-m", "newsgraph", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1
    assert not out.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
@pytest.mark.parametrize("suffix", [".ttl", ".jsonld", ".jsonl"])
@pytest.mark.parametrize("target", ["fifo", "/dev/zero", "/proc/self/status", "/proc/kmsg"])
def test_what_has_no_end_is_no_graph(tmp_path: Path, suffix: str, target: str):
    """Pipes, devices and files that the kernel makes up, under any suffix."""
    file = tmp_path / f"a{suffix}"
    if target == "fifo":
        os.mkfifo(file)
    else:
        file.symlink_to(target)
    with pytest.raises(InputError, match=r"name a plain file|cannot be read"):
        newsgraph.load(file)
    if suffix != ".jsonl":
        with pytest.raises(InputError, match=r"name a plain file|cannot be read"):
            newsgraph.query(file, "ASK {}")


def test_a_growing_file_ends_where_it_ended(tmp_path: Path):
    """Reading does not run after somebody who writes."""
    file = tmp_path / "a.nt"
    file.write_text("<e:a> <e:b> <e:c> .\n" * 1_000, encoding="utf-8")
    done = threading.Event()

    def write() -> None:
        with file.open("ab", buffering=0) as stream:  # whole lines at a time
            while not done.is_set():
                stream.write(b"<e:a> <e:b> <e:c> .\n" * 1_000)
                time.sleep(0.001)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        newsgraph.load(file, limits=Limits(seconds=20))
        assert newsgraph.query(file, "ASK { ?s ?p ?o }")
    finally:
        done.set()
        writer.join()


def test_reading_in_another_process_gives_the_same_graph(tmp_path: Path):
    """Every quad comes back as it was."""
    file = tmp_path / "a.ttl"
    file.write_text(write_turtle(sample_graph()), encoding="utf-8")
    assert newsgraph.load(file).to_turtle() == write_turtle(sample_graph())
