"""``newsgraph build``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsgraph.graph.errors import InputError

from .articles import reading, report
from .group import example, max_visible, reading_options, tell

if TYPE_CHECKING:
    from newsgraph.graph.model.record import ExtractionRecord


@click.command(epilog=example("newsgraph build news/*.txt -o kg/ --date 2026-03-02"))
@click.argument("articles", nargs=-1, required=True)
@reading_options
@click.option(
    "-o", "--out", type=click.Path(), required=True, help="Folder for graph.ttl, graph.html, graph.jsonl."
)
@click.option("--judgements", type=click.Path(), help="A file of decisions on who is who.")
@click.option("--entities", type=click.Path(), help="Your own list of entities (CSV or JSON Lines).")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Leave out less sure statements."
)
@max_visible
def build(
    articles: tuple[str, ...],
    date: str | None,
    schema: str | None,
    out: str,
    judgements: str | None,
    entities: str | None,
    min_confidence: float,
    max_visible: int | None,
) -> None:
    """Read plain text ARTICLES (files, folders, - for standard input) and write a graph into a folder."""
    from newsgraph import api
    from newsgraph.graph.review.questions import unknown_sides
    from newsgraph.reading import Failure

    from .summary import show

    records: list[ExtractionRecord] = []
    failures: list[Failure] = []
    for result in reading(articles, date, schema):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            records.append(result)
    if not records:
        report(failures)
        raise InputError("no article could be read; nothing was written.")
    graph = api.assemble(
        records, schema=schema, judgements=judgements, entities=entities, min_confidence=min_confidence
    )
    paths = api.write_folder(graph, out, max_visible=max_visible, announce=tell)
    for name in unknown_sides(graph):
        tell(f"{judgements}: nothing in these articles is called {name!r}.")
    show(graph)
    for path in paths.values():
        click.echo(str(path))
    if failures:
        report(failures)
        click.get_current_context().exit(2)
