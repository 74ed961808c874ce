"""Writes the graph to a file: the format is that of the suffix, or the one that is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from pyoxigraph import RdfFormat

from newsgraph.graph.errors import InputError
from newsgraph.graph.files import is_standard_output, print_data, write_pieces
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..rdf.quads import Profile, to_quads, to_triples
from ..rdf.text import write_rdf
from ..rdf.turtle import turtle_pieces
from ..rdf.vocabulary import DEFAULT_BASE, prefixes
from .cypher import write_cypher
from .network import write_gexf, write_graphml, write_node_link
from .tables import write_csv, write_neo4j


@dataclass(frozen=True, slots=True)
class RdfOptions:
    """What RDF formats can be asked for; see :func:`newsgraph.exports.rdf.write_turtle`."""

    base: str = DEFAULT_BASE
    mentions: bool = True
    reifies: bool = False
    profile: Profile = "full"


Files = bytes | dict[str, bytes]
Writer = Callable[[KnowledgeGraph, RdfOptions], Files]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: the suffixes it is picked by, what it is for, and its writer."""

    suffixes: tuple[str, ...]
    description: str
    writer: Writer


def _turtle(graph: KnowledgeGraph, options: RdfOptions) -> bytes:
    if options.profile == "terse":
        return b"".join(turtle_pieces(graph, base=options.base))
    return write_rdf(to_triples(graph, **asdict(options)), RdfFormat.TURTLE, prefixes(options.base))


def _triples(format: RdfFormat) -> Writer:
    def writer(graph: KnowledgeGraph, options: RdfOptions) -> bytes:
        if options.profile == "terse":
            raise InputError("The terse profile is a form of Turtle.")
        return write_rdf(to_triples(graph, **asdict(options)), format, prefixes(options.base))

    return writer


def _quads(format: RdfFormat) -> Writer:
    def writer(graph: KnowledgeGraph, options: RdfOptions) -> bytes:
        return write_rdf(to_quads(graph, **asdict(options)), format, prefixes(options.base))

    return writer


def _plain(writer: Callable[[KnowledgeGraph], Files]) -> Writer:
    return lambda graph, _: writer(graph)


FORMATS: Mapping[str, Format] = {
    "turtle": Format((".ttl", ".turtle"), "RDF for people: Turtle", _turtle),
    "trig": Format((".trig",), "RDF with a named graph per document: TriG", _quads(RdfFormat.TRIG)),
    "ntriples": Format((".nt",), "RDF, a triple a line", _triples(RdfFormat.N_TRIPLES)),
    "nquads": Format((".nq",), "RDF, a quad a line", _quads(RdfFormat.N_QUADS)),
    "jsonld": Format((".jsonld",), "RDF as JSON-LD", _triples(RdfFormat.JSON_LD)),
    "rdfxml": Format((".rdf", ".xml", ".owl"), "RDF/XML", _triples(RdfFormat.RDF_XML)),
    "graphml": Format((".graphml",), "Gephi, Cytoscape, yEd", _plain(write_graphml)),
    "gexf": Format((".gexf",), "Gephi", _plain(write_gexf)),
    "nodelink": Format((".json",), "node-link JSON of networkx and D3", _plain(write_node_link)),
    "csv": Format((".csv",), "one table for spreadsheets", _plain(write_csv)),
    "neo4j": Format((), "a folder of CSV files for neo4j-admin import", _plain(write_neo4j)),
    "cypher": Format((".cypher", ".cql"), "a script for Neo4j and Memgraph", _plain(write_cypher)),
}
"""Our own formats by the name that ``--format`` takes."""

ENTRY_POINTS = "newsgraph.formats"
"""The entry point group by which other packages add a :class:`Format`, under the name of the entry."""


@cache
def formats() -> Mapping[str, Format]:
    """All formats by the name that ``--format`` takes: our own, then those of other packages."""
    plugged = sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    return {**{point.name: point.load() for point in plugged}, **FORMATS}


def write(
    graph: KnowledgeGraph,
    path: str | Path,
    format: str | None = None,
    *,
    base: str = DEFAULT_BASE,
    mentions: bool = True,
    reifies: bool = False,
    profile: Profile = "full",
) -> None:
    """Write ``graph`` to ``path``, or to standard output for ``-``; the same graph gives the same bytes.

    ``format`` is a name of :func:`formats` or a suffix; without it the suffix decides (Turtle on standard output). The
    file is complete or not there at all. Raises :class:`InputError` for an unknown format and a path that
    cannot be written.
    """
    if format:
        name = _format_called(format)
    else:
        name = "turtle" if is_standard_output(path) else format_name(Path(path))
    content = formats()[name].writer(graph, RdfOptions(base, mentions, reifies, profile))
    if is_standard_output(path):
        _print(content, name)
    elif isinstance(content, dict):
        for file, data in content.items():
            _write_file(Path(path) / file, data)
    else:
        _write_file(Path(path), content)


def _format_called(word: str) -> str:
    """Return the name of the format that is called so, or whose suffix it is: ``ttl`` is ``turtle``."""
    if word in formats():
        return word
    suffix = f".{word.lower().removeprefix('.')}"
    found = next((name for name, format in formats().items() if suffix in format.suffixes), None)
    if found is None:
        raise InputError(f"There is no format {word!r}; there are {', '.join(formats())}.")
    return found


def format_name(path: Path, besides: Iterable[str] = ()) -> str:
    """Return the name of the format that the suffix of ``path`` stands for; raises :class:`InputError`.

    The message names the suffixes ``besides`` too: those of what the caller writes itself.
    """
    suffix = path.suffix.lower()
    for name, format in formats().items():
        if suffix in format.suffixes:
            return name
    known = ", ".join([*besides, *(suffix for format in formats().values() for suffix in format.suffixes)])
    raise InputError(
        f"{path}: the suffix is that of no format; known are {known}. Or name one with --format."
    )


def _print(content: Files, name: str) -> None:
    if isinstance(content, dict):
        raise InputError(f"The format {name} is a folder of files; name a folder for it.")
    print_data(content)


def _write_file(path: Path, data: bytes) -> None:
    with suppress(OSError):  # the writing says why
        path.parent.mkdir(parents=True, exist_ok=True)
    write_pieces(path, [data])
