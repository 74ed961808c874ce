"""``newsgraph disputes``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsgraph.steering import one_line

from .group import example, tell
from .listing import json_lines, limited, listing_options

if TYPE_CHECKING:
    from newsgraph.graph.collection.disputes import Dispute

KINDS = ("denial", "value", "figure", "date", "correction")


@click.command(epilog=example("newsgraph disputes kg/", "newsgraph disputes kg/ --kind figure"))
@click.argument("graph", type=click.Path())
@click.option("--kind", type=click.Choice(KINDS), help="Only disputes of this kind.")
@listing_options
def disputes(graph: str, kind: str | None, name: str | None, limit: int, as_json: bool) -> None:
    """List what articles in GRAPH say against each other, with the sentence of each side.

    A denial stands against an assertion; a value is given twice for what has one; a figure is counted differently; a
    date differs; a correction takes back what was said.
    """
    from newsgraph import disputes as find
    from newsgraph import load
    from newsgraph.graph.collection.telling import told_dispute
    from newsgraph.graph.pluralisation import counted

    loaded = load(graph)
    found = find(loaded, kind=kind, about=name)
    if as_json:
        json_lines(told_dispute(dispute) for dispute in found[:limit])
        return
    for dispute in found[:limit]:
        click.echo(_text(dispute))
    tell(limited(counted(len(found), "dispute"), len(found), limit))


def _text(dispute: Dispute) -> str:
    lines = [f"{dispute.kind}: {dispute.text}"]
    for side in dispute.sides:
        source = f" by {side.source}" if side.source else ""
        lines.append(f"  {side.value}{source}, {side.day or 'undated'}, {side.origin.name}: {side.text}")
    return "\n".join(map(one_line, lines)) + "\n"
