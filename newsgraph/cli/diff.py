"""``newsgraph diff``."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict

import click

from newsgraph.graph.pluralisation import counted
from newsgraph.steering import escaped, one_line

from .group import example, put, tell

NEWS = ("article", "story", "claim", "denial", "figure")
"""What an editor wants to know each morning."""

_PLURALS = {"entity": "entities", "story": "stories"}


@click.command(epilog=example("newsgraph diff yesterday/ kg/ --news", "newsgraph diff yesterday/ kg/ --json"))
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option("--news", is_flag=True, help="Only articles, stories, claims, denials and figures.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each change.")
def diff(old: str, new: str, news: bool, as_json: bool) -> None:
    """List what changed from graph OLD to graph NEW.

    Articles that are gone and, of no story, new; stories that are new, gone or have grown; claims, denials and figures
    that are new or have changed; entities and statements that were gained, lost, changed, merged or split.
    """
    from newsgraph import diff as compare

    changes = [change for change in compare(old, new) if not news or change.what in NEWS]
    for change in changes:
        if as_json:
            put(escaped(json.dumps(asdict(change), ensure_ascii=False)) + "\n")
        else:
            click.echo("\t".join(map(one_line, (change.what, change.kind, change.text))))
    counts = Counter((change.what, change.kind) for change in changes)
    said = [f"{_counted(what, count)} {kind}" for (what, kind), count in sorted(counts.items())]
    tell(", ".join(said) or "no difference")


def _counted(what: str, count: int) -> str:
    return counted(count, what, _PLURALS.get(what))
