"""``newsgraph assemble``."""

from __future__ import annotations

import click

from .group import example, graph_options, schema_option, tell
from .progress import progress
from .report import finish


@click.command(epilog=example("newsgraph assemble records/*.parquet -o kg/"))
@click.argument("records", nargs=-1, required=True, type=click.Path())
@click.option("-o", "--out", type=click.Path(), required=True, help="Folder that the graph lives in.")
@click.option("--fresh", is_flag=True, help="Forget the graph that is in the folder, and start anew.")
@graph_options
@schema_option
def assemble(records: tuple[str, ...], out: str, fresh: bool, **choices: str | float | None) -> None:
    """Put RECORDS that were read elsewhere (JSON Lines or Parquet) into the graph in a folder.

    A line is what `newsgraph extract` prints, or a row of newsgraph.read_batch: id, record, error.
    """
    from newsgraph.choices import Choices
    from newsgraph.folder import assemble_folder

    with progress() as shown:
        report = assemble_folder(
            records,
            out,
            choices=Choices(**choices),  # type: ignore[arg-type]
            fresh=fresh,
            progress=shown,
            announce=tell,
        )
    finish(report, out)
