"""What opens a graph in the process that is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from newsgraph.exports.sandbox.confine import can_confine
from newsgraph.exports.sandbox.graphfile import foreign_quads
from newsgraph.exports.sandbox.limits import READING, SERVED
from newsgraph.exports.sandbox.process import Sandbox
from newsgraph.exports.sandbox.querying import _open_files, _settle
from newsgraph.exports.serve.exchange import Request, request_head, to_reply
from newsgraph.exports.serve.pool import MODULE
from newsgraph.exports.sparql import query
from newsgraph.exports.sparql.isolated import opening


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


@pytest.mark.skipif(not can_confine(), reason="this system refuses no calls")
def test_a_store_of_many_files_is_asked_for_all_of_them(tmp_path: Path) -> None:
    """Fifty files and more, of which RocksDB opens sixteen: a query, a server and a reader find every triple."""
    names = {f"urn:subject:{number}" for number in range(1000)}
    store = Store(str(tmp_path / "one"))
    store.bulk_extend(Quad(NamedNode(name), NamedNode("urn:p"), Literal("all say this")) for name in names)
    ordered, many = list(store), Store(str(tmp_path / "many"))
    for start in range(0, len(ordered), 20):  # parts that do not overlap stay files of their own
        many.bulk_extend(ordered[start : start + 20])
    _settle(many)
    del store, many
    assert len(list((tmp_path / "many").glob("*.sst"))) > 50
    rows = query(tmp_path / "many", 'SELECT ?s { ?s ?p "all say this" }').dicts()
    assert {row["s"] for row in rows} == names
    sandbox = Sandbox(MODULE, *opening(tmp_path / "many", None, READING))
    sandbox.ready(60)
    asked = Request('SELECT ?s { ?s ?p "all say this" }', "text/csv")
    assert to_reply(*sandbox.ask(request_head(asked, SERVED), limits=SERVED)).body.count(b"urn:") == 1000
    sandbox.close()
    quads = foreign_quads(str(tmp_path / "many"), None, READING)
    assert {getattr(quad.subject, "value", "") for quad in quads} == names
