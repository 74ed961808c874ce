"""``newsgraph extract``."""

from __future__ import annotations

import click

from newsgraph.graph.errors import InputError
from newsgraph.steering import escaped, one_line

from .group import example, put, reading_options, tell


@click.command(epilog=example("newsgraph extract article.txt | jq '.statements[].predicate.text'"))
@click.argument("articles", nargs=-1, required=True)
@click.option("--doubtful", is_flag=True, help="Tell statements that are more likely wrong than right too.")
@reading_options
def extract(
    articles: tuple[str, ...],
    doubtful: bool,
    date: str | None,
    schema: str | None,
    **fields: str | bool | None,
) -> None:
    """Print the extraction record of each document in ARTICLES (files, folders, - for standard input) as a line of JSON."""
    from newsgraph.graph.model.record import ExtractionRecord
    from newsgraph.graph.model.record_io import write_records
    from newsgraph.reading import read_all

    read, refused = 0, []
    for result in read_all(articles, date=date, schema=schema, fields=fields, doubtful=doubtful):
        if isinstance(result, ExtractionRecord):
            read += 1
            for line in write_records([result]):
                put(escaped(line))
        elif not result.passed_over:
            refused.append(result)
    for refusal in refused:
        tell(f"Refused: {one_line(str(refusal))}")
    if not read:
        raise InputError("no article could be read.")
    if refused:
        click.get_current_context().exit(1)
