"""What opens a graph in the process that is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from newsgraph.exports.sandbox.querying import _open_files


class Watched:
    """A store that keeps what was looked for."""

    def __init__(self, store: Store) -> None:
        self.store, self.seen = store, list[tuple[Any, ...]]()

    def quads_for_pattern(self, *pattern: Any) -> Any:
        """As the store's."""
        self.seen.append(pattern)
        return self.store.quads_for_pattern(*pattern)


@pytest.mark.parametrize(("files", "looks"), [(16, 0), (17, 8 * 17 * 6 + 1)])
def test_a_store_of_many_files_is_looked_over(tmp_path: Path, files: int, looks: int) -> None:
    """RocksDB opens sixteen files with the store; a larger one is searched by each part of some quads, and by others."""
    for number in range(files):
        (tmp_path / f"{number}.sst").touch()
    store = Store()
    store.extend(
        Quad(NamedNode(f"urn:s:{number}"), NamedNode("urn:p"), Literal(str(number))) for number in range(200)
    )
    watched: Any = Watched(store)
    _open_files(watched, tmp_path)
    assert len(watched.seen) == looks
    assert looks == 0 or len({pattern[:3] for pattern in watched.seen}) == looks
