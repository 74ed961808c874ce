"""Calls that give a graph to others: query, export, serve, push."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.graph import knowledge_graph as core
from newsgraph.graph.errors import InputError
from newsgraph.graph.files import is_standard_output, print_data, write_text

from .api import make_page
from .knowledge_graph import KnowledgeGraph
from .reviewing import opened
from .views import current

if TYPE_CHECKING:
    from newsgraph.exports.sandbox.limits import Limits
    from newsgraph.exports.sparql import Result


def query(graph: core.KnowledgeGraph | str | Path, sparql: str, **options: Any) -> Result:
    """Return what a SPARQL query finds in a graph, a built folder, an RDF file or an on-disk store.

    Options are those of :func:`newsgraph.exports.sparql.query`, ``limits`` among them. Raises QueryError with line
    and caret.
    """
    from newsgraph.exports.sparql import query as run

    if isinstance(graph, KnowledgeGraph):
        return graph.query(sparql, **options)
    return run(graph if isinstance(graph, core.KnowledgeGraph) else current(graph), sparql, **options)


def export(
    graph: core.KnowledgeGraph | str | Path,
    out: str | Path,
    format: str | None = None,
    *,
    max_visible: int | None = None,
    announce: Callable[[str], None] | None = None,
    limits: Limits | None = None,
    **options: Any,
) -> None:
    """Write a graph to ``out`` (``-`` for standard output) as a page, as records or for another tool.

    The suffix picks the format, ``.html`` the page and ``.jsonl`` the extraction records. ``options`` are those
    of RDF: ``base``, ``mentions``, ``reifies``, ``profile``; ``limits`` those of ``load``. Raises InputError.
    """
    from newsgraph.exports.formats.write import format_name, write

    suffix = Path(out).suffix.lower() if format is None else f".{format}"
    if suffix in {".jsonl", ".records"}:
        _put(out, _records(opened(graph, limits=limits)))
    elif suffix in {".html", ".htm"}:
        _put(
            out,
            make_page(
                KnowledgeGraph.of(opened(graph, limits=limits)), max_visible=max_visible, announce=announce
            ),
        )
    else:
        if format is None and not is_standard_output(out):
            format = format_name(Path(out), besides=(".html", ".jsonl"))
        write(opened(graph, limits=limits), out, format, **options)


def _records(graph: core.KnowledgeGraph) -> str:
    if graph.documents and not graph.records:
        raise InputError("This graph was read from an export, which has no records; name the built folder.")
    return KnowledgeGraph.of(graph).to_records()


def _put(out: str | Path, text: str) -> None:
    if is_standard_output(out):
        print_data(text.encode("utf8"))
    else:
        write_text(out, text)


def serve(
    graph: core.KnowledgeGraph | str | Path,
    *,
    port: int = 8765,
    open_browser: bool = False,
    limits: Limits | None = None,
    announce: Callable[[str], None] = print,
) -> None:
    """Serve a graph on this machine until interrupted: page, statements, SPARQL editor and endpoint.

    ``limits`` say what a query may use: by default 10 seconds, 1 GB of memory and 100,000 rows.
    Needs the extra ``serve``. Raises InputError.
    """
    from newsgraph.exports.serve import serve as run

    if not isinstance(graph, core.KnowledgeGraph):
        current(graph, announce)
    run(graph, port=port, open_browser=open_browser, limits=limits, announce=announce)


def push(
    graph: core.KnowledgeGraph | str | Path,
    url: str,
    *,
    update: bool = False,
    limits: Limits | None = None,
    **options: Any,
) -> tuple[str, ...]:
    """Load a graph into a SPARQL 1.1 server; return the names of the graphs that were written there.

    ``update``: ``url`` is a SPARQL Update address, not one of the Graph Store Protocol. ``limits`` are those of
    ``load``; ``user``, ``seconds`` and ``announce`` those of :func:`newsgraph.exports.sparql.remote.push`. Raises
    InputError.
    """
    from newsgraph.exports.sparql.remote import push as run

    protocol: Any = "update" if update else "graph-store"
    return run(opened(graph, limits=limits), url, protocol=protocol, **options)
