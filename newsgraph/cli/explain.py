"""``newsgraph explain``."""

from __future__ import annotations

import click

from .group import example


@click.command(epilog=example("newsgraph explain kg/ Putin"))
@click.argument("graph", type=click.Path())
@click.argument("entity")
def explain(graph: str, entity: str) -> None:
    """Say why the mentions of ENTITY are one node, what joined them, and what was kept apart."""
    from newsgraph import explain as lines

    click.echo("\n".join(lines(graph, entity)))
