"""A graph ready for queries: an Oxigraph store, in memory or on disk, and the prefixes queries may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Quad, Store, parse

from newsgraph.graph.errors import InputError

from ..rdf.files import find_graph, format_of
from ..rdf.vocabulary import prefixes

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
    """Return ``source`` ready for queries: a graph, a folder that newsgraph built, an RDF file or disk store.

    ``disk`` names a new folder for an on-disk store: a graph that does not fit into memory is loaded once and
    opened by that name afterwards. Raises :class:`InputError` where there is nothing that can be read.
    """
    if isinstance(source, GraphStore):
        return source
    if isinstance(source, str | Path):
        path = find_graph(Path(source))
        return _read_only(path) if path.is_dir() else _load(path, disk)
    from ..rdf.quads import to_triples

    store = _new_store(disk)
    store.bulk_extend(Quad(*triple) for triple in to_triples(source))
    return GraphStore(store, prefixes(), "the graph")


def _new_store(disk: str | Path | None) -> Store:
    if disk is None:
        return Store()
    if Path(disk).exists() and any(Path(disk).iterdir()):
        raise InputError(f"{disk}: this folder is not empty; name a new one for the on-disk store.")
    return Store(str(disk))


def _read_only(path: Path) -> GraphStore:
    try:
        store = Store.read_only(str(path))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: this store cannot be opened: {error}") from error
    return GraphStore(store, prefixes(), str(path), _is_in_named_graphs(store))


def _load(path: Path, disk: str | Path | None) -> GraphStore:
    format, base, store = format_of(path), path.absolute().as_uri(), _new_store(disk)
    load = store.load if disk is None else store.bulk_load  # each is the faster one there
    try:
        load(path=str(path), format=format, base_iri=base)
        parser = parse(path=str(path), format=format, base_iri=base)
        next(parser, None)
    except (SyntaxError, ValueError, OSError) as error:
        raise InputError(f"{path} cannot be read as RDF: {error}") from error
    if _is_in_named_graphs(store):
        _unite(store)
    return GraphStore(store, prefixes() | dict(parser.prefixes), str(path))


def _unite(store: Store) -> None:
    """Make the default graph, where queries look that name no graph, the union of all: each triple once."""
    store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in store)


def _is_in_named_graphs(store: Store) -> bool:
    """Return whether all triples stand in named graphs, as in TriG that newsgraph wrote."""
    in_default = next(store.quads_for_pattern(None, None, None, DefaultGraph()), None)
    return in_default is None and next(iter(store.named_graphs()), None) is not None
