"""``newsgraph export``."""

from __future__ import annotations

import click

from .group import example, max_visible, tell
from .limits import limited, reading_limits


@click.command(epilog=example("newsgraph export kg/ -o kg.graphml"))
@click.argument("graph", type=click.Path())
@click.option(
    "-o", "--out", required=True, help="File to write; its suffix picks the format; - for standard output."
)
@click.option("--format", "format_", help="Format, where the suffix does not tell.")
@click.option("--base", help="Start of the IRIs of entities, claims and documents, in RDF; ends in a slash.")
@click.option("--mentions/--no-mentions", default=True, help="Whether RDF says where every mention stands.")
@click.option(
    "--reifies", is_flag=True, help="Write claims as reifiers of RDF 1.2 (Turtle, TriG, N-Triples)."
)
@click.option(
    "--profile",
    type=click.Choice(["full", "terse", "compact"]),
    default="full",
    help="How much RDF has: everything; in Turtle, what does not follow by rule; or a quarter, for servers.",
)
@reading_limits
@max_visible
def export(
    graph: str,
    out: str,
    format_: str | None,
    base: str | None,
    mentions: bool,
    reifies: bool,
    profile: str,
    max_visible: int | None,
    max_seconds: float | None,
    max_memory: int | None,
) -> None:
    """Write a built GRAPH as a page (HTML) or for another tool: TriG, JSON-LD, GraphML, GEXF, CSV, Cypher and more."""
    from newsgraph import export as write
    from newsgraph.exports.rdf import DEFAULT_BASE
    from newsgraph.exports.sandbox.limits import READING

    write(
        graph,
        out,
        format_,
        max_visible=max_visible,
        announce=tell,
        limits=limited(READING, max_seconds, max_memory),
        base=base or DEFAULT_BASE,
        mentions=mentions,
        reifies=reifies,
        profile=profile,
    )
