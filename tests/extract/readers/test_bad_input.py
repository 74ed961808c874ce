"""Damaged and hostile files of every kind end as documents or refusals, and the parent survives."""

import gzip
import os
import random
import signal
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgraph.extract.readers import Document, Refusal, isolation, read_documents
from tests.extract.readers.samples import FIRST, SAMPLES, package, pdf

LIMIT = 30.0


def results(data: bytes, file: Path) -> list[Document | Refusal]:
    """What some bytes give, within the time that is allowed."""
    file.write_bytes(data)
    start = time.monotonic()
    found = list(read_documents(file))
    assert time.monotonic() - start < LIMIT + 5
    assert found
    assert all(isinstance(result, Document | Refusal) for result in found)
    return found


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Cut, flip, repeat or overwrite a part."""
    damaged = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        start = rng.randrange(len(damaged) or 1)
        end = min(len(damaged), start + rng.randint(1, 64))
        match rng.randrange(5):
            case 0:
                del damaged[start:]
            case 1:
                damaged[start:end] = rng.randbytes(end - start)
            case 2:
                damaged[start:start] = damaged[start:end] * rng.randint(1, 50)
            case 3:
                damaged[start:end] = b"\x00" * (end - start)
            case _:
                del damaged[start:end]
    return bytes(damaged)


def mutations(count: int) -> Iterator[tuple[str, bytes]]:
    """So many damaged files, the kinds in turn."""
    names = list(SAMPLES)
    for number in range(count):
        name = names[number % len(names)]
        yield name, mutated(SAMPLES[name](), random.Random(number))


def test_damaged_files_of_every_kind(tmp_path: Path) -> None:
    """Two hundred of them."""
    for name, data in mutations(200):
        results(data or b"\n", tmp_path / name)


@pytest.mark.slow
def test_many_damaged_files_of_every_kind(tmp_path: Path) -> None:
    """Three thousand five hundred of them."""
    for name, data in mutations(3500):
        results(data or b"\n", tmp_path / name)


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(9))
    + b"]><rss><channel><title>&a8;</title></channel></rss>"
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("zip.docx", package({"word/document.xml": b"<x>" + b"a" * 60_000_000 + b"</x>"})),
        ("deep.docx", package({"word/document.xml": b"<a>" * 100_000 + b"</a>" * 100_000})),
        ("entities.odt", package({"content.xml": ENTITIES}, mimetype="application/vnd.oasis.opendocument.text")),
        ("many.docx", package({"word/document.xml": b"<x/>"} | {f"p{n}": b"" for n in range(20_000)})),
        ("loop.epub", package({"META-INF/container.xml": b"<c><rootfile full-path='META-INF/container.xml'/></c>"}, mimetype="application/epub+zip")),
        ("entities.xml", ENTITIES),
        ("big.txt.gz", gzip.compress(b"A word. " * 10_000_000)),
        ("bomb.txt.gz", gzip.compress(gzip.compress(b"\x00" * 50_000_000))),
        ("deep.html", b"<html><body>" + b"<div>" * 200_000 + FIRST.encode()),
        ("wide.html", b"<html><body>" + b"<p class='a'>x</p>" * 200_000),
        ("tags.txt", b"<p>" + b"<b" * 300_000),
        ("brackets.md", b"[" * 200_000 + b"](x"),
        ("stars.md", b"**a " * 100_000),
        ("deep.json", b"[" + b'{"a":' * 100_000),
        ("deep.jsonl", b'{"text": ' + b"[" * 50_000 + b"\n"),
        ("wide.csv", b"text,title\n" + b'"' + b"a," * 500_000),
        ("loop.pdf", pdf().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")),
        ("huge.pdf", pdf().replace(b"/Count 1", b"/Count 99999999")),
        ("nested.eml", b"From: a@b.c\nTo: d@e.f\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 5000),
        ("headers.eml", b"From: a@b.c\nTo: d@e.f\nSubject: " + b"=?utf-8?q?=41?= " * 50_000 + b"\n\nx"),
        ("front.md", b"---\na: &a [x]\nb: &b [" + b"*a," * 1000 + b"]\n---\nText."),
        ("hyphens.txt", b"a-\n" * 100_000),
        ("dates.txt", b"2026-03-02 " * 10_000),
        ("capitals.txt", b"OSTBY " * 50_000),
    ],
)  # fmt: skip
def test_bombs(name: str, data: bytes, tmp_path: Path) -> None:
    """Each ends within the limits."""
    results(data, tmp_path / name)


def test_a_damaged_zlib_stream_in_a_pdf(tmp_path: Path) -> None:
    """A page that unpacks to a hundred megabytes of nothing."""
    stream = zlib.compress(b" " * 100_000_000)
    data = pdf().replace(b"<</Length ", b"<</Filter/FlateDecode/Old ", 1)
    head, _, tail = data.partition(b"stream\n")
    results(
        head + b"stream\n" + stream + b"\nendstream" + tail.partition(b"endstream")[2], tmp_path / "z.pdf"
    )


def test_a_child_that_dies_or_hangs_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next file is read as if nothing had been."""
    (tmp_path / "page.html").write_bytes(SAMPLES["page.html"]())
    child, _ = isolation._child()
    child.process.kill()
    child.process.wait()
    assert isinstance(next(iter(read_documents(tmp_path / "page.html"))), Document)
    child, _ = isolation._child()
    os.kill(child.process.pid, 19)  # stopped: it answers no more
    monkeypatch.setattr(isolation, "SECONDS", 0.1)
    (refusal,) = read_documents(tmp_path / "page.html")
    assert isinstance(refusal, Refusal)
    monkeypatch.undo()
    assert isinstance(next(iter(read_documents(tmp_path / "page.html"))), Document)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processor time are those of Unix")
def test_a_busy_machine_refuses_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is the processor time of its reader, not how long it had to wait for a processor."""
    (tmp_path / "page.html").write_bytes(SAMPLES["page.html"]())
    (tmp_path / "long.html").write_text(f"<p>{'Anna Berg met Lars Holm in Oslo on Sunday. ' * 100_000}</p>")
    list(read_documents(tmp_path / "page.html"))
    child, _ = isolation._child()
    monkeypatch.setattr(isolation, "SECONDS", 1.0)
    os.kill(child.process.pid, signal.SIGSTOP)
    threading.Timer(2.0, os.kill, (child.process.pid, signal.SIGCONT)).start()
    (document,) = read_documents(tmp_path / "page.html")
    assert isinstance(document, Document)
    monkeypatch.setattr(isolation, "SECONDS", 0.01)
    monkeypatch.setattr(isolation, "BYTES_A_SECOND", 1e12)
    monkeypatch.setattr(isolation, "PATIENCE", 10_000)
    (refusal,) = read_documents(tmp_path / "long.html")
    assert isinstance(refusal, Refusal)
    assert (refusal.reason, child.process.returncode) == (isolation._SLOW, -signal.SIGXCPU)


def test_memory_is_limited(tmp_path: Path) -> None:
    """A child that wants more than it may have is refused it."""
    (tmp_path / "page.html").write_bytes(SAMPLES["page.html"]())
    list(read_documents(tmp_path / "page.html"))
    child, _ = isolation._child()
    limits = Path(f"/proc/{child.process.pid}/limits")
    if not limits.exists():
        pytest.skip("no /proc on this system")
    line = next(line for line in limits.read_text().splitlines() if line.startswith("Max address space"))
    assert str(isolation.MEMORY) in line


def test_devices_pipes_and_links_out_are_not_followed(tmp_path: Path) -> None:
    """A pipe would wait for ever."""
    folder = tmp_path / "news"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(FIRST)
    (folder / "a.txt").write_text(FIRST)
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    found = list(read_documents(folder))
    assert [result.source for result in found if isinstance(result, Document)] == [str(folder / "a.txt")]
    assert sum(isinstance(result, Refusal) and result.passed_over for result in found) == 3
    (refusal,) = read_documents(folder / "pipe.txt")
    assert isinstance(refusal, Refusal)


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"two\nlines.txt", b"n" * 250 + b".txt", b"-.txt"])
def test_any_file_name_will_do(name: bytes, tmp_path: Path) -> None:
    """Names that are not UTF-8 and names with line breaks."""
    path = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118 - bytes
    with open(path, "wb") as file:  # noqa: PTH123 - bytes
        file.write(FIRST.encode())
    (found,) = read_documents(tmp_path)
    assert isinstance(found, Document)
    found.source.encode("utf8")


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages name pictures, styles and entities elsewhere; none is asked for."""
    from newsgraph.extract.readers.content import Content
    from newsgraph.extract.readers.options import Options
    from newsgraph.extract.readers.registry import find_reader

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    for name, make in SAMPLES.items():
        content = Content(
            name, data=make().replace(b"<head>", b"<head><link rel=stylesheet href='http://127.0.0.1:9/x'>")
        )
        reader = find_reader(content)
        assert reader is not None
        assert list(reader.load()(content, Options()))
