"""``newsgraph list``."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from newsgraph.steering import escaped, one_line

from .group import example, put

if TYPE_CHECKING:
    from newsgraph.graph.store.documents import SourceRow


@click.command(
    "list", epilog=example("newsgraph list kg/", "newsgraph list kg/ --refused", "newsgraph list graph.ttl")
)
@click.argument("kg", type=click.Path())
@click.option("--refused", is_flag=True, help="Only what was refused or passed over.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each source.")
def list_(kg: str, refused: bool, as_json: bool) -> None:
    """List the documents of graph KG by source: date, statements, id, title, or why it was refused or passed over.

    KG is a built folder, or a file of RDF or of records.
    """
    from newsgraph.folder import list_documents

    for row in list_documents(kg):
        if not refused or row.reason is not None:
            if as_json:
                put(escaped(json.dumps(asdict(row), ensure_ascii=False)) + "\n")
            else:
                click.echo(_line(row))


def _line(row: SourceRow) -> str:
    if row.reason is not None:
        return "\t".join(("refused", one_line(row.name), one_line(row.reason)))
    about = (row.date or "-", str(row.statements), row.document or "", row.title or "")
    return "\t".join(("read", *map(one_line, (row.name, *about))))
