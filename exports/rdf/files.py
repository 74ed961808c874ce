"""RDF files: which format a suffix stands for, where a built folder keeps its graph, reading a graph back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat

from newsgraph.graph.errors import InputError
from newsgraph.graph.store.database import no_graph

from ..sandbox.limits import READING, Limits

if TYPE_CHECKING:
    from newsgraph.graph.knowledge_graph import KnowledgeGraph

GRAPH_FILES = ("graph.ttl", "graph.trig", "graph.nq", "graph.nt")
"""What is looked for, in this order, in a folder that ``newsgraph build`` wrote."""

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".turtle": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
}
"""RDF formats by suffix."""

_STORE_FILE = "CURRENT"  # every on-disk Oxigraph store has one


def find_graph(path: Path) -> Path:
    """Return the RDF file of a folder that newsgraph built; a file or an on-disk store is itself."""
    if not os.path.exists(path):  # noqa: PTH110 - of a name that no system takes pathlib raises
        raise InputError(no_graph(path))
    if not path.is_dir() or (path / _STORE_FILE).is_file():
        return path
    found = next((path / name for name in GRAPH_FILES if (path / name).is_file()), None)
    if found is None:
        raise InputError(no_graph(path))
    return found


def format_of(path: Path) -> RdfFormat:
    """Return the RDF format that the suffix of ``path`` stands for; raises :class:`InputError`."""
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        known = ", ".join(FORMATS)
        raise InputError(f"{path}: the suffix is that of no RDF format; known are {known}.") from None


def read_graph(path: str | Path, *, limits: Limits = READING) -> KnowledgeGraph:
    """Return the graph of a folder that newsgraph built, of an RDF file in any format, or of an on-disk store.

    The file is parsed in a process of its own, which ``limits`` stop. Raises InputError that says what is wrong.
    """
    from ..sandbox.graphfile import foreign_quads
    from .rebuild import rebuild

    file = find_graph(Path(path))
    format = None if file.is_dir() else format_of(file)
    return rebuild(foreign_quads(str(file.absolute()), format, limits), str(file))
