"""The group all commands belong to, and what they have in common."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from typing import Any

import click

from newsgraph.graph.errors import NewsgraphError


class Commands(click.Group):
    """Turns what newsgraph refuses into one plain message and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; nothing a person does wrong gives a traceback."""
        warnings.showwarning = lambda message, *rest: tell(f"Warning: {message}")
        try:
            return super().invoke(ctx)
        except NewsgraphError as error:
            tell(f"Error: {error}")
            ctx.exit(2)
        except BrokenPipeError:  # `| head` has seen enough
            sys.stderr.close()
            ctx.exit(0)


def tell(line: str) -> None:
    """Print a line on standard error."""
    click.echo(line, err=True)


def example(*commands: str) -> str:
    """Return an epilog that shows commands as they are typed."""
    return "\n  ".join(["\b\nExample:", *commands])


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that all commands have which read articles."""
    for option in (
        click.option(
            "--schema", type=click.Path(), help="A YAML file of relations, added to the built-in ones."
        ),
        click.option(
            "--date", metavar="YYYY-MM-DD", help="Publication date for articles that do not state one."
        ),
    ):
        command = option(command)
    return command


max_visible = click.option(
    "--max-visible",
    type=click.IntRange(min=1),
    metavar="N",
    help="Entities that the page opens with, the most important ones; 300 if not given. All can be brought in.",
)
