"""``newsgraph diff``."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict

import click

from .group import example, put, tell
from .terminal import escaped, one_line


@click.command(epilog=example("newsgraph diff yesterday/ kg/", "newsgraph diff yesterday/ kg/ --json"))
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each change.")
def diff(old: str, new: str, as_json: bool) -> None:
    """List entities and statements that were gained, lost, changed, merged or split from graph OLD to graph NEW."""
    from newsgraph import diff as compare

    changes = compare(old, new)
    for change in changes:
        if as_json:
            put(escaped(json.dumps(asdict(change), ensure_ascii=False)) + "\n")
        else:
            click.echo("\t".join(map(one_line, (change.what, change.kind, change.text))))
    counts = Counter((change.what, change.kind) for change in changes)
    said = [f"{count:,} {what} {kind}" for (what, kind), count in sorted(counts.items())]
    tell(", ".join(said) or "no difference")
