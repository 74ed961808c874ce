"""``newsgraph sync``."""

from __future__ import annotations

import click

from .group import cores, example, graph_options, jobs_option, reading_options, tell
from .progress import progress
from .report import finish


@click.command(epilog=example("newsgraph sync kg/ news/"))
@click.argument("kg", type=click.Path())
@click.argument("folder", type=click.Path())
@reading_options
@graph_options
@jobs_option
def sync(kg: str, folder: str, date: str | None, jobs: int | None, **choices: str | float | None) -> None:
    """Make the graph in folder KG what FOLDER holds: read new and changed files, forget all others."""
    from newsgraph.choices import Choices
    from newsgraph.folder import sync as run

    with progress() as shown:
        given = Choices(**choices)  # type: ignore[arg-type]
        report = run(
            kg, folder, choices=given, date=date, jobs=jobs or cores(), progress=shown, announce=tell
        )
    finish(report, kg, removed=True)
