"""Options that limit what a query, or the reading of a graph file, may use before it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from newsgraph.exports.sandbox.limits import Limits

_seconds = click.option(
    "--max-seconds", type=click.FloatRange(min=0, min_open=True), metavar="N", help="Stop what takes longer."
)
_memory = click.option(
    "--max-memory",
    type=click.IntRange(min=1),
    metavar="MB",
    help="Stop what needs more memory than this beside the graph.",
)
_rows = click.option(
    "--max-rows", type=click.IntRange(min=1), metavar="N", help="Refuse a result of more rows than this."
)


def query_limits(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of commands that run queries."""
    return _seconds(_memory(_rows(command)))


def reading_limits(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of commands that read a graph file."""
    return _seconds(_memory(command))


def limited(default: Limits, seconds: float | None, megabytes: int | None, rows: int | None = None) -> Limits:
    """Return ``default`` with what was given in its place."""
    from dataclasses import replace

    given: dict[str, Any] = {"seconds": seconds, "memory": megabytes and megabytes << 20, "rows": rows}
    return replace(default, **{name: value for name, value in given.items() if value is not None})
