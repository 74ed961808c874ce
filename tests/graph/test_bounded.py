"""Files that options name: what has no end or grows out of proportion is refused in a second, with a sentence."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgraph.graph.bounded import plain_lines, read_plain, read_text
from newsgraph.graph.errors import InputError, NewsgraphError
from newsgraph.graph.knowledge.entity_list import read_entities
from newsgraph.graph.knowledge.outlets import read_outlets
from newsgraph.graph.knowledge.schema import load_schema
from newsgraph.graph.model.judgement import load_judgements
from newsgraph.recordfiles import read_record_file

READERS: dict[str, Callable[[Path], object]] = {
    "schema.yaml": load_schema,
    "judgements.tsv": load_judgements,
    "entities.csv": read_entities,
    "entities.jsonl": read_entities,
    "outlets.tsv": read_outlets,
    "records.jsonl": lambda path: list(read_record_file(path)),
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
@pytest.mark.parametrize(
    "target", ["fifo", "folder", "/dev/zero", "/proc/self/status", "/proc/kmsg", "nowhere"]
)
@pytest.mark.parametrize("name", list(READERS))
def test_what_is_no_plain_file_is_refused_at_once(tmp_path: Path, name: str, target: str):
    """A pipe nobody writes into, a device, a folder, what the kernel makes up, and nothing at all."""
    file = tmp_path / name
    if target == "fifo":
        os.mkfifo(file)
    elif target == "folder":
        file.mkdir()
    else:
        file.symlink_to(target)
    started = time.monotonic()
    with pytest.raises(NewsgraphError, match=r"name a plain file|no such file|cannot be read"):
        READERS[name](file)
    assert time.monotonic() - started < 1


def test_an_empty_file_is_one(tmp_path: Path):
    """No size because there is nothing in it."""
    (tmp_path / "a").touch()
    assert read_plain(tmp_path / "a") == b""


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path):
    """A terabyte that takes no room on the disk."""
    with (tmp_path / "a").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(InputError, match="too many"):
        read_text(tmp_path / "a")
    with pytest.raises(InputError, match="a line has more than"):
        list(plain_lines(tmp_path / "a", most=1 << 20))


def test_a_growing_file_ends_where_it_ended(tmp_path: Path):
    """Reading does not run after somebody who writes."""
    file, done = tmp_path / "a", threading.Event()
    file.write_bytes(b"a line\n" * 1_000)

    def write() -> None:
        with file.open("ab") as stream:
            while not done.is_set():
                stream.write(b"a line\n" * 1_000)
                stream.flush()
                time.sleep(0.001)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert list(plain_lines(file))
        assert read_plain(file)
    finally:
        done.set()
        writer.join()


def test_a_byte_order_mark_is_no_text(tmp_path: Path):
    """As editors on Windows write it."""
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfx")
    assert read_text(tmp_path / "a") == "x"
    (tmp_path / "a").write_bytes(b"\xff")
    with pytest.raises(InputError, match="not in UTF-8"):
        read_text(tmp_path / "a")


FIELDS = "{label: l, domain: [PERSON], range: [ORG], triggers: [t]}"
BOMB = "_a0: &a0 [x, x]\n" + "".join(
    f"_a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
)
HOSTILE_YAML = {
    "aliases": BOMB + "owns: {description: *a29}",
    "aliases of mappings": "_a0: &a0 {k: v}\n"
    + "".join(f"_a{n}: &a{n} {{{', '.join(f'k{m}: *a{n - 1}' for m in range(9))}}}\n" for n in range(1, 15)),
    "merged aliases": "_a0: &a0 {k: v}\n"
    + "".join(f"_a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 15)),
    "an alias of itself": "owns: &a {description: *a}",
    "a date that is none": f"owns: {FIELDS}\n_x: 2026-13-45",
    "a time that is none": "_x: 2026-01-01 99:99:99",
    "a number of 10,000 digits": "_x: " + "9" * 10_000,
    "a number in base 60": "_x: 1" + ":59" * 5_000,
    "depth": "_x: " + "[" * 900 + "]" * 900,
    "more depth": "_x: " + "{a: " * 100_000 + "1" + "}" * 100_000,
    "a value that is no text": "owns: {description: {a: b}, label: [1, 2]}\n",
    "an object of Python": "_x: !!python/object/apply:os.system [id]",
    "bytes": "_x: !!binary ====x",
    "two documents": "a: 1\n---\nb: 2",
    "a list as name": "[a, b]: 1",
    "many values": "_x: [" + "1, " * 400_000 + "]",
    **{
        f"!!{tag} {value}": f"a: !!{tag} {value}"
        for tag, value in (
            ("timestamp", "x"),
            ("bool", "x"),
            ("int", "''"),
            ("float", "x"),
            ("null", "[1]"),
            ("binary", "a"),
            ("set", "x"),
        )
    },
}


@pytest.mark.parametrize("kind", list(HOSTILE_YAML))
def test_yaml_bombs_and_odd_values_are_refused_in_a_second(tmp_path: Path, kind: str):
    """A schema of a few lines takes no memory and no minutes."""
    file = tmp_path / "schema.yaml"
    file.write_text(HOSTILE_YAML[kind], encoding="utf-8")
    started = time.monotonic()
    with pytest.raises(NewsgraphError, match=r"schema\.yaml"):
        load_schema(file)
    assert time.monotonic() - started < 4  # a second where nothing else runs


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000 + "]" * 100_000,
        '{"id": ' + "9" * 10_000 + ', "name": "A"}',
        '{"id": 1e999, "name": "A"}',
        '{"id": NaN, "name": ["A"]}',
        "{",
        "null",
        '{"id": "a", "name": "\\ud800"}',
        '{"id": "\\udfff", "name": "A"}',
        '{"id": "a", "name": "A", "aliases": ["B", "\\ud83d"]}',
    ],
)
def test_odd_json_in_a_list_of_entities_is_refused(tmp_path: Path, line: str):
    """Depth and digits beyond what Python reads, and what is no entity."""
    file = tmp_path / "entities.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        read_entities(file)


def test_a_field_without_end_is_no_csv(tmp_path: Path):
    """A quotation mark that is never closed swallows the rest of a file."""
    file = tmp_path / "entities.csv"
    file.write_text('id,name\n1,"' + "x" * 200_000 + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="no CSV"):
        read_entities(file)


def test_odd_records_are_failures_of_their_lines(tmp_path: Path):
    """One line does not end the file."""
    file = tmp_path / "records.jsonl"
    file.write_text("[" * 100_000 + "\n{}\n" + "9" * 10_000 + "\n", encoding="utf-8")
    found = list(read_record_file(file))
    assert len(found) == 3
    assert all(isinstance(reason, str) for _, reason in found)
