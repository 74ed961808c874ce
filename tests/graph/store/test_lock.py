"""One writer at a time."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsgraph.graph.store.lock import LOCK, FolderLockedError, is_locked, write_lock

HOLD = """
import sys, time
from pathlib import Path
from newsgraph.graph.store.lock import write_lock
with write_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    """Process and time; afterwards nothing is left."""
    with write_lock(tmp_path):
        assert is_locked(tmp_path)
        with (
            pytest.raises(FolderLockedError, match=rf"process {os.getpid()} since \d{{4}}-"),
            write_lock(tmp_path, wait=0),
        ):
            pass
    assert not is_locked(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_lock_dies_with_its_process(tmp_path: Path) -> None:
    """However it dies."""
    root = Path(__file__).parents[3]
    environment = os.environ | {"PYTHONPATH": str(root)}
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert is_locked(tmp_path)
        assert re.match(rf"process {holder.pid} since", (tmp_path / LOCK).read_text())
        holder.kill()
    assert not is_locked(tmp_path)
    with write_lock(tmp_path, wait=0):
        assert is_locked(tmp_path)
