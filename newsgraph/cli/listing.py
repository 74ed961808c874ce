"""What the commands that list stories, claims and disputes have in common."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import click

from newsgraph.graph.errors import InputError

from .group import put
from .terminal import escaped

if TYPE_CHECKING:
    from newsgraph.graph.knowledge_graph import KnowledgeGraph


class _HasEntities(Protocol):
    @property
    def entities(self) -> tuple[str, ...]: ...


Found = TypeVar("Found", bound=_HasEntities)


def listing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose what is listed, and how."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="A line of JSON for each."),
        click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), help="How many."),
        click.option("--about", "name", metavar="NAME", help="Only those that involve this entity."),
    ):
        command = option(command)
    return command


def about(found: Sequence[Found], graph: KnowledgeGraph, name: str | None) -> Sequence[Found]:
    """Return those that involve the entity called ``name``; all without one. Raises InputError for an unknown name."""
    if name is None:
        return found
    entity = graph.find(name)
    if entity is None:
        raise InputError(f"Nothing in this graph is called {name!r}.")
    return [one for one in found if entity.id in one.entities]


def json_lines(values: Iterable[dict[str, Any]]) -> None:
    """Print a line of JSON for each value."""
    for value in values:
        put(escaped(json.dumps(value, ensure_ascii=False)) + "\n")


def limited(counted: str, total: int, limit: int) -> str:
    """Return what to say of how many there are, and of how to see more of them."""
    return counted if total <= limit else f"{counted}; the first {limit} are shown, --limit shows more"
