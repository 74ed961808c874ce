"""``newsgraph push``."""

from __future__ import annotations

import click

from .group import example


@click.command(epilog=example("newsgraph push kg/ http://localhost:7878/store"))
@click.argument("graph", type=click.Path())
@click.argument("url")
@click.option(
    "--update", is_flag=True, help="URL is a SPARQL Update address, not one of the Graph Store Protocol."
)
def push(graph: str, url: str, update: bool) -> None:
    """Load a built GRAPH into a SPARQL 1.1 server; each document's named graph is replaced, not doubled."""
    from newsgraph import push as run

    for name in run(graph, url, update=update):
        click.echo(name)
