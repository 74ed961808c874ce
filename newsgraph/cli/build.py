"""``newsgraph build``."""

from __future__ import annotations

from pathlib import Path

import click

from .group import cores, example, graph_options, jobs_option, reading_options, tell
from .progress import progress
from .report import finish


@click.command(
    epilog=example("newsgraph build news/ -o kg/", "newsgraph build news/*.txt -o kg/ --date 2026-03-02")
)
@click.argument("articles", nargs=-1, required=True)
@reading_options
@click.option("-o", "--out", type=click.Path(), required=True, help="Folder that the graph lives in.")
@click.option("--fresh", is_flag=True, help="Forget the graph that is in the folder, and start anew.")
@graph_options
@jobs_option
def build(
    articles: tuple[str, ...],
    date: str | None,
    out: str,
    fresh: bool,
    jobs: int | None,
    **choices: str | float | None,
) -> None:
    """Read ARTICLES (files, folders with all below them, - for standard input) into the graph in a folder.

    The second time, only what is new or changed is read. Exit status: 0 all read, 1 some refused, 2 nothing done.
    """
    from newsgraph.choices import Choices
    from newsgraph.folder import build_folder
    from newsgraph.views import PAGE, TURTLE

    from .summary import show, warn_of_unknown

    with progress() as shown:
        report = build_folder(
            articles,
            out,
            choices=Choices(**choices),  # type: ignore[arg-type]
            date=date,
            fresh=fresh,
            jobs=jobs or cores(),
            progress=shown,
            announce=tell,
        )
    if report.graph is not None:
        warn_of_unknown(report.graph)
        show(report.graph)
        for name in ("graph.db", TURTLE, PAGE):
            click.echo(str(Path(out) / name))
    finish(report, out)
