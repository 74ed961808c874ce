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
        except KeyboardInterrupt:
            tell("Interrupted. What was read is kept; run the same command again to go on.")
            ctx.exit(130)
        except BrokenPipeError:  # `| head` has seen enough
            sys.stderr.close()
            ctx.exit(0)


def tell(line: str) -> None:
    """Print a line on standard error."""
    click.echo(line, err=True)


def example(*commands: str) -> str:
    """Return an epilog that shows commands as they are typed."""
    return "\n  ".join(["\b\nExample:", *commands])


def field_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which fields of tables and JSON hold what, and which languages are read."""
    for option in (
        click.option(
            "--any-language", is_flag=True, default=None, help="Read texts that are not English as well."
        ),
        click.option("--url", metavar="FIELD", help="Column or field that holds the address."),
        click.option(
            "--date",
            metavar="YYYY-MM-DD|FIELD",
            help="Publication date for articles that do not state one; with --text, the field that holds it.",
        ),
        click.option("--title", metavar="FIELD", help="Column or field that holds the headline."),
        click.option(
            "--text", metavar="FIELD", help="Column or field that holds the text, in tables and JSON."
        ),
    ):
        command = option(command)
    return command


schema_option = click.option(
    "--schema", type=click.Path(), help="A YAML file of relations, added to the built-in ones."
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that all commands have which read articles."""
    return field_options(schema_option(command))


max_visible = click.option(
    "--max-visible",
    type=click.IntRange(min=1),
    metavar="N",
    help="Entities that the page opens with, the most important ones; 300 if not given. All can be brought in.",
)


def graph_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of commands that read articles into a folder; what they give stays with the folder."""
    for option in (
        click.option("--judgements", type=click.Path(), help="A file of decisions on who is who."),
        click.option("--entities", type=click.Path(), help="Your own list of entities (CSV or JSON Lines)."),
        click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out less sure statements."),
        max_visible,
        click.option(
            "-j", "--jobs", type=click.IntRange(min=1), help="Processes that read; by default one per core."
        ),
    ):
        command = option(command)
    return command


def cores() -> int:
    """Return how many cores this process may use."""
    import os

    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
