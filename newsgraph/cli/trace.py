"""``newsgraph trace``."""

from __future__ import annotations

import click

from .group import example, schema_option


@click.command(epilog=example('newsgraph trace "The bridge was built by Anna Lund."'))
@click.argument("text")
@click.option("--date", metavar="YYYY-MM-DD", help="Publication date, from which days are counted.")
@schema_option
def trace(text: str, date: str | None, schema: str | None) -> None:
    """Show how TEXT is read: its parse, semantic roles, the rules that fired and what each added."""
    from newsgraph import trace as follow

    click.echo(str(follow(text, date=date, schema=schema)))
