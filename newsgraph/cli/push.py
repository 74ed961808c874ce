"""``newsgraph push``."""

from __future__ import annotations

import click

from .group import example, tell
from .limits import limited, reading_limits


@click.command(
    epilog=example(
        "newsgraph push kg/ http://localhost:7878/store",
        "NEWSGRAPH_SPARQL_PASSWORD=... newsgraph push kg/ https://example.org/update --update --user ann",
    )
)
@click.argument("graph", type=click.Path())
@click.argument("url")
@click.option(
    "--update", is_flag=True, help="URL is a SPARQL Update address, not one of the Graph Store Protocol."
)
@click.option(
    "--user",
    metavar="NAME",
    help="User; the password is read from NEWSGRAPH_SPARQL_PASSWORD. NEWSGRAPH_SPARQL_TOKEN holds a token instead.",
)
@reading_limits
def push(
    graph: str,
    url: str,
    update: bool,
    user: str | None,
    max_seconds: float | None,
    max_memory: int | None,
) -> None:
    """Load a built GRAPH into a SPARQL 1.1 server; each document's named graph is replaced, not doubled.

    Prints each named graph once it is written. A request that the server is too busy for is sent again; all requests
    together take 600 seconds at most unless --max-seconds says otherwise.
    """
    from newsgraph import push as run
    from newsgraph.exports.sandbox.limits import READING
    from newsgraph.exports.sparql.remote import SECONDS
    from newsgraph.graph.pluralisation import counted

    sizes: list[int] = []

    def announce(name: str, triples: int) -> None:
        sizes.append(triples)
        click.echo(name)

    run(
        graph,
        url,
        update=update,
        user=user,
        seconds=max_seconds or SECONDS,
        limits=limited(READING, max_seconds, max_memory),
        announce=announce,
    )
    tell(f"{counted(len(sizes), 'graph')} written, {counted(sum(sizes), 'triple')}.")
