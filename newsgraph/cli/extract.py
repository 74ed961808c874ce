"""``newsgraph extract``."""

from __future__ import annotations

import click

from .articles import reading, report
from .group import example, reading_options


@click.command(epilog=example("newsgraph extract article.txt | jq '.statements[].predicate.text'"))
@click.argument("articles", nargs=-1, required=True)
@reading_options
def extract(articles: tuple[str, ...], date: str | None, schema: str | None) -> None:
    """Print the extraction record of each of ARTICLES as a line of JSON."""
    from newsgraph.graph.model.record_io import write_records
    from newsgraph.reading import Failure

    failures = []
    for result in reading(articles, date, schema):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            for line in write_records([result]):
                click.echo(line, nl=False)
    if failures:
        report(failures)
        click.get_current_context().exit(2)
