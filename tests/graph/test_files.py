"""Files are written whole or not at all, and what is not a plain file is never replaced."""

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgraph.graph.errors import InputError
from newsgraph.graph.files import PART, append_text, printable, sweep, write_pieces, write_text

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")


def names(folder: Path) -> list[str]:
    """What is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    """A private file does not become a public one."""
    path = tmp_path / "out.txt"
    path.write_text("before")
    path.chmod(0o600)
    write_text(path, "after\n")
    assert path.read_bytes() == b"after\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["out.txt"]


@posix
def test_umask_is_kept_and_never_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other threads may be making files."""
    before = os.umask(0o027)
    try:
        with monkeypatch.context() as patch:
            patch.delattr(os, "umask")
            write_text(tmp_path / "out.txt", "text")
        assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o640
    finally:
        os.umask(before)


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is written, though nothing was there."""
    link = tmp_path / "link.txt"
    link.symlink_to("real.txt")
    for text in ("new", "newer"):
        write_text(link, text)
        assert link.is_symlink()
        assert (tmp_path / "real.txt").read_text() == text


@posix
def test_a_link_in_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    """It may lead to a file of value."""
    (tmp_path / "value.txt").write_text("precious")
    (tmp_path / "view.txt").symlink_to("value.txt")
    with pytest.raises(InputError, match="this is a link"):
        write_text(tmp_path / "view.txt", "text", links=False)
    assert (tmp_path / "value.txt").read_text() == "precious"


@posix
def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    """It stays a pipe, and its reader gets everything."""
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    while True:  # until the reader has opened it
        try:
            write_pieces(pipe, [b"one ", b"two" * 100_000])
            break
        except InputError:
            assert reader.is_alive()
    reader.join()
    assert got == [b"one " + b"two" * 100_000]
    assert pipe.is_fifo()


@posix
def test_a_pipe_without_a_reader_is_refused(tmp_path: Path) -> None:
    """At once."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="nothing reads from this pipe"):
        write_text(tmp_path / "pipe", "text")
    assert (tmp_path / "pipe").is_fifo()


@posix
def test_a_device_is_written_into() -> None:
    """It stays a device."""
    ours, theirs = os.openpty()
    try:
        place = os.ttyname(theirs)
        write_text(place, "text\n")
        assert os.read(ours, 100).split() == [b"text"]
        assert stat.S_ISCHR(Path(place).stat().st_mode)
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """With a sentence that says so."""
    (tmp_path / "out.txt").mkdir()
    with pytest.raises(InputError, match="this is a folder"):
        write_text(tmp_path / "out.txt", "text")
    with pytest.raises(InputError, match="this is not a file"):
        append_text(tmp_path / "out.txt", "text")


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    """And nothing beside it."""

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise MemoryError

    (tmp_path / "out.txt").write_text("before")
    with pytest.raises(MemoryError):
        write_pieces(tmp_path / "out.txt", pieces())
    assert (tmp_path / "out.txt").read_text() == "before"
    assert names(tmp_path) == ["out.txt"]


def test_a_name_that_is_none_is_refused() -> None:
    """A null character ends names."""
    with pytest.raises(InputError, match="not a name for a file"):
        write_text("a\0b", "text")


LIMITED = """
import resource, signal, sys
from newsgraph.graph.files import write_pieces
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    write_pieces(sys.argv[1], [b"x" * 1000] * 100)
except ValueError as error:
    print(error)
"""

KILLED = """
import os, signal, sys
from newsgraph.graph.files import write_pieces
def pieces():
    yield b"x" * 100_000
    print("writing", flush=True)
    if sys.argv[2] == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    sys.stdin.read()
write_pieces(sys.argv[1], pieces())
"""


@posix
def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    """The system writes no more than so many bytes."""
    (tmp_path / "out.txt").write_text("before")
    command = [sys.executable, "-c", LIMITED, str(tmp_path / "out.txt")]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "cannot be written (File too large)" in result.stdout
    assert (tmp_path / "out.txt").read_text() == "before"
    assert names(tmp_path) == ["out.txt"]


@posix
def test_the_next_run_takes_away_what_a_kill_left_and_nothing_else(tmp_path: Path) -> None:
    """A file that a living process writes stays."""
    die = [sys.executable, "-c", KILLED, str(tmp_path / "dead.txt"), "die"]
    assert subprocess.run(die, capture_output=True).returncode < 0
    (left,) = names(tmp_path)
    assert left.startswith(PART)
    live = [sys.executable, "-c", KILLED, str(tmp_path / "live.txt"), "live"]
    with subprocess.Popen(live, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"writing\n"
        write_text(tmp_path / "out.txt", "text")
        assert left not in names(tmp_path)
        process.communicate(b"")
    assert names(tmp_path) == ["live.txt", "out.txt"]
    assert (tmp_path / "live.txt").stat().st_size == 100_000


@posix
def test_sweeping_follows_no_link(tmp_path: Path) -> None:
    """Nor waits for a pipe."""
    (tmp_path / "value.txt").write_text("precious")
    (tmp_path / f"{PART}0.part").symlink_to("value.txt")
    os.mkfifo(tmp_path / f"{PART}1.part")
    sweep(tmp_path)
    assert (tmp_path / "value.txt").read_text() == "precious"


def test_names_that_are_not_utf8_have_a_printable_form() -> None:
    """Different bytes, different forms; UTF-8 stays as it is."""
    forms = [printable(os.fsdecode(b"caf" + bytes([byte]))) for byte in range(128, 256)]
    assert len({*forms}) == 128
    assert all(form.encode("utf8") for form in forms)
    assert printable("café 東京") == "café 東京"
