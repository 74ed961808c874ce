"""``newsgraph add``."""

from __future__ import annotations

import click

from .group import cores, example, graph_options, jobs_option, reading_options, tell
from .progress import progress
from .report import finish


@click.command(epilog=example("newsgraph add kg/ today/*.html --date 2026-03-02"))
@click.argument("kg", type=click.Path())
@click.argument("articles", nargs=-1, required=True)
@reading_options
@graph_options
@jobs_option
def add(
    kg: str,
    articles: tuple[str, ...],
    date: str | None,
    jobs: int | None,
    **choices: str | float | None,
) -> None:
    """Read ARTICLES into the graph in folder KG; a file that has changed replaces what was read of it."""
    from newsgraph.choices import Choices
    from newsgraph.folder import add as run

    with progress() as shown:
        given = Choices(**choices)  # type: ignore[arg-type]
        report = run(
            kg, *articles, choices=given, date=date, jobs=jobs or cores(), progress=shown, announce=tell
        )
    finish(report, kg)
