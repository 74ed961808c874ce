"""``newsgraph remove``."""

from __future__ import annotations

import click

from .group import example, tell
from .report import finish


@click.command(epilog=example("newsgraph remove kg/ news/old.txt 'news/2024*'"))
@click.argument("kg", type=click.Path())
@click.argument("documents", nargs=-1, required=True)
def remove(kg: str, documents: tuple[str, ...]) -> None:
    """Take DOCUMENTS (ids, sources, folders or patterns of sources) out of the graph in folder KG."""
    from newsgraph.folder import remove as run

    finish(run(kg, *documents, announce=tell), kg, removed=True)
