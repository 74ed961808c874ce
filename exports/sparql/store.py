"""A graph ready for queries: an Oxigraph store, in memory or on disk, and the prefixes queries may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Store

from newsgraph.graph.errors import InputError

from ..rdf.files import find_graph, format_of
from ..rdf.vocabulary import prefixes
from ..sandbox.querying import Opened, load, open_disk

if TYPE_CHECKING:
    from newsgraph.graph.knowledge_graph import KnowledgeGraph


@dataclass(frozen=True, slots=True)
class GraphStore:
    """An Oxigraph store with its prefixes; ``name`` says in messages where the graph came from.

    ``union``: whether queries that name no graph see all graphs together, a triple of two graphs twice.
    """

    store: Store
    prefixes: Mapping[str, str]
    name: str
    union: bool = False


def open_store(
    source: KnowledgeGraph | GraphStore | str | Path, *, disk: str | Path | None = None
) -> GraphStore:
    """Return ``source`` opened in this process: a graph, a folder that newsgraph built, an RDF file or disk store.

    ``disk`` names a new folder for an on-disk store. Only for graphs and queries one trusts: what a
    :class:`~newsgraph.exports.sparql.isolated.GraphProcess` opens cannot take this process along. Raises
    :class:`InputError` where there is nothing that can be read.
    """
    if isinstance(source, GraphStore):
        return source
    if isinstance(source, str | Path):
        opened = _open(find_graph(Path(source)), disk)
        return GraphStore(opened.store, prefixes() | opened.prefixes, str(source), opened.union)
    from ..rdf.quads import to_triples

    store = Store() if disk is None else Store(new_folder(disk))
    store.bulk_extend(Quad(*triple) for triple in to_triples(source))
    return GraphStore(store, prefixes(), "the graph")


def _open(path: Path, disk: str | Path | None) -> Opened:
    if path.is_dir():
        return open_disk(str(path))
    place = path.absolute()
    return load(
        str(place), format_of(path).media_type, place.as_uri(), None if disk is None else new_folder(disk)
    )


def new_folder(disk: str | Path) -> str:
    """Return the path of a folder for a new on-disk store; raises :class:`InputError` where something is in it."""
    place = Path(disk).absolute()
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise InputError(f"{disk}: this folder is not empty; name a new one for the on-disk store.")
    return str(place)
