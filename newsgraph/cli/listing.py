"""What the commands that list stories, claims and disputes have in common."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import click

from newsgraph.steering import escaped

from .group import put


def listing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose what is listed, and how."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="A line of JSON for each."),
        click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), help="How many."),
        click.option("--about", "name", metavar="NAME", help="Only those that involve this entity."),
    ):
        command = option(command)
    return command


def json_lines(values: Iterable[dict[str, Any]]) -> None:
    """Print a line of JSON for each value."""
    for value in values:
        put(escaped(json.dumps(value, ensure_ascii=False)) + "\n")


def limited(counted: str, total: int, limit: int) -> str:
    """Return what to say of how many there are, and of how to see more of them."""
    return counted if total <= limit else f"{counted}; the first {limit} are shown, --limit shows more"
