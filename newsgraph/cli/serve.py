"""``newsgraph serve``."""

from __future__ import annotations

import click

from .group import example, tell
from .limits import limited, query_limits


@click.command(epilog=example("newsgraph serve kg/ -o"))
@click.argument("graph", type=click.Path())
@click.option("-p", "--port", default=8765, show_default=True, help="Port on 127.0.0.1; 0 is any free one.")
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the browser.")
@query_limits
def serve(
    graph: str,
    port: int,
    open_browser: bool,
    max_seconds: float | None,
    max_memory: int | None,
    max_rows: int | None,
) -> None:
    """Serve a built folder or an RDF file on this machine: page, statements, SPARQL editor and endpoint.

    A query may take 10 seconds, 1,024 MB and 100,000 rows unless other limits are given.
    """
    from newsgraph import serve as run
    from newsgraph.exports.sandbox.limits import SERVED

    limits = limited(SERVED, max_seconds, max_memory, max_rows)
    run(graph, port=port, open_browser=open_browser, limits=limits, announce=tell)
