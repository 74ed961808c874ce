"""``newsgraph serve``."""

from __future__ import annotations

import click

from .group import example, tell


@click.command(epilog=example("newsgraph serve kg/ -o"))
@click.argument("graph", type=click.Path())
@click.option("-p", "--port", default=8765, show_default=True, help="Port on 127.0.0.1; 0 is any free one.")
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the browser.")
def serve(graph: str, port: int, open_browser: bool) -> None:
    """Serve a built folder or an RDF file on this machine: page, statements, SPARQL editor and endpoint."""
    from newsgraph import serve as run

    run(graph, port=port, open_browser=open_browser, announce=tell)
