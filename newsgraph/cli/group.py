"""The group all commands belong to, and what they have in common."""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Callable
from typing import Any

import click

from newsgraph.graph.errors import NewsgraphError
from newsgraph.steering import visible

from .terminal import forget_output, guarded


class Commands(click.Group):
    """The commands, behind the door to the terminal; each takes ``-v`` and ``--debug``."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command line; nothing foreign that it prints can steer the terminal."""
        with guarded():
            return super().main(*args, **options)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, which takes the options of the group as well."""
        cmd.params += detail_options(hidden=True)
        super().add_command(cmd, name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; nothing a person does wrong gives a traceback."""
        warnings.showwarning = lambda message, *rest: tell(f"Warning: {message}")
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except KeyboardInterrupt:
            tell("Interrupted. What was read is kept; run the same command again to go on.")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:  # `| head` has seen enough
            forget_output()
            ctx.exit(0)
        except Exception as error:  # nobody is shown a traceback who did not ask for it
            status, message = _told(error)
            if isinstance(error, OSError):
                forget_output()
            tell(f"Error: {message}")
            _tell_more(error, ctx)
            ctx.exit(status)


REFUSED, FAULT, INTERRUPTED = 2, 3, 130
"""Exit status where nothing was done: refused, for a fault of newsgraph's own, on Ctrl-C."""


def _told(error: Exception) -> tuple[int, str]:
    """Return the exit status and the sentence for an error."""
    if isinstance(error, NewsgraphError):
        return REFUSED, str(error)
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return REFUSED, f"{place}{error.strerror or error}."
    if isinstance(error, MemoryError):
        return REFUSED, "this needs more memory than there is."
    said = f"{type(error).__name__}: {error}"
    return FAULT, f"newsgraph failed ({said}). This is its fault; run again with --debug and report it."


def _tell_more(error: Exception, ctx: click.Context) -> None:
    if ctx.meta.get("debug"):
        tell("".join(traceback.format_exception(error)))
    elif ctx.meta.get("verbose"):
        cause = error.__cause__
        while cause is not None:
            tell(f"  because of {type(cause).__name__}: {cause}")
            cause = cause.__cause__ or cause.__context__


def detail_options(*, hidden: bool = False) -> list[click.Parameter]:
    """Return the options ``-v`` and ``--debug``, which say how much is told."""

    def keep(ctx: click.Context, option: click.Parameter, given: bool) -> None:
        if given:
            ctx.meta[str(option.name)] = True

    common: dict[str, Any] = {"is_flag": True, "expose_value": False, "callback": keep, "hidden": hidden}
    return [
        click.Option(["-v", "--verbose"], help="Tell more: all that was refused, and causes.", **common),
        click.Option(["--debug"], help="Show the traceback of an error.", **common),
    ]


def is_verbose() -> bool:
    """Return whether the command that runs was asked to tell more."""
    return bool(click.get_current_context().meta.get("verbose"))


def tell(line: str) -> None:
    """Print a line on standard error, without what steers a terminal even where a progress bar prints it."""
    click.echo(visible(line), err=True)


def put(data: str) -> None:
    """Print data for programs, always in UTF-8."""
    click.echo(data.encode("utf-8", "backslashreplace"), nl=False)


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


jobs_option = click.option(
    "-j", "--jobs", type=click.IntRange(min=1), help="Cores that read, a process on each; by default all."
)

max_visible = click.option(
    "--max-visible",
    type=click.IntRange(min=1),
    metavar="N",
    help="Entities that the page opens with, the most important ones; 60 if not given. All can be brought in.",
)


def graph_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of commands that put a graph together in a folder; what they give stays with the folder."""
    for option in (
        click.option("--judgements", type=click.Path(), help="A file of decisions on who is who."),
        click.option("--entities", type=click.Path(), help="Your own list of entities (CSV or JSON Lines)."),
        click.option(
            "--outlets", type=click.Path(), help="Your own list of outlets and their owners, parted by tabs."
        ),
        click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out less sure statements."),
        max_visible,
    ):
        command = option(command)
    return command


def cores() -> int:
    """Return how many cores this process may use."""
    import os

    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
