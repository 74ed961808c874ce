"""``newsgraph explain``."""

from __future__ import annotations

import click

from .group import example
from .limits import limited, reading_limits


@click.command(epilog=example("newsgraph explain kg/ Putin"))
@click.argument("graph", type=click.Path())
@click.argument("entity")
@click.option(
    "--anew",
    is_flag=True,
    help="Of a large graph that has changed, put the present state together, however long that takes.",
)
@reading_limits
def explain(graph: str, entity: str, anew: bool, max_seconds: float | None, max_memory: int | None) -> None:
    """Say why the mentions of ENTITY are one node, what joined them, and what was kept apart."""
    from newsgraph import explain as lines
    from newsgraph.exports.sandbox.limits import READING

    found = lines(graph, entity, anew=anew, limits=limited(READING, max_seconds, max_memory))
    click.echo("\n".join(found))
