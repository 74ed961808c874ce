"""``newsgraph lint``."""

from __future__ import annotations

import click

from newsgraph.steering import one_line

from .group import example, tell
from .limits import limited, reading_limits


@click.command(epilog=example("newsgraph lint kg/ --most 2"))
@click.argument("graph", type=click.Path())
@reading_limits
@click.option("--most", default=0, show_default=True, help="Exit with status 1 if there are more findings.")
def lint(graph: str, most: int, max_seconds: float | None, max_memory: int | None) -> None:
    """List nodes that are probably junk or contradict themselves.

    Junk are pronouns, bare titles, weekdays, single letters, bylines. Contradictions are one name in two classes (a person and
    a firm), a person called "it", a statement about itself, a relation that holds both ways round, two days of birth or
    death.
    """
    from newsgraph import lint as find
    from newsgraph.exports.sandbox.limits import READING
    from newsgraph.graph.pluralisation import counted

    findings = find(graph, limits=limited(READING, max_seconds, max_memory))
    for finding in findings:
        click.echo("\t".join(map(one_line, (finding.name, finding.problem, finding.entity))))
    tell(counted(len(findings), "finding"))
    if len(findings) > most:
        click.get_current_context().exit(1)
