"""Write the references that are made from code: ``python docs/reference.py`` (a test holds them up to date)."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

import newsgraph
from newsgraph.cli import main

DOCS = Path(__file__).parent
MADE = "<!-- Made by `python docs/reference.py`; do not edit by hand. -->"


def commands() -> str:
    """The command line, made from the commands themselves."""
    lines = ["# Commands", "", MADE, "", "Every command has a call of the same name in the library."]
    for name, command in main.commands.items():
        context = click.Context(command, info_name=f"newsgraph {name}")
        lines += ["", f"## newsgraph {name}", "", "```text", *_help(command, context), "```"]
    return "\n".join(lines) + "\n"


def _help(command: click.Command, context: click.Context) -> list[str]:
    context.max_content_width = context.terminal_width = 100
    return [line.rstrip() for line in command.get_help(context).splitlines()]


def library() -> str:
    """The library, made from docstrings."""
    lines = [
        "# The library",
        "",
        MADE,
        "",
        "`import newsgraph` loads nothing heavy; each name is imported when it is used.",
    ]
    for name in sorted(newsgraph.__all__):
        lines += ["", *_entry(name, getattr(newsgraph, name))]
    return "\n".join(lines) + "\n"


def _entry(name: str, thing: Any) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    if inspect.isfunction(thing):
        yield from _function(name, thing)
    elif inspect.isclass(thing):
        yield from _text(thing)
        for member, value in sorted(vars(thing).items()):
            function = value.__func__ if isinstance(value, classmethod) else value
            if inspect.isfunction(function) and not member.startswith("_"):
                yield ""
                yield f"### {name}.{member}"
                yield ""
                yield from _function(member, function)


def _function(name: str, function: Any) -> Iterator[str]:
    yield "```python"
    yield f"{name}{inspect.signature(function)}"
    yield "```"
    yield ""
    yield from _text(function)


def _text(thing: Any) -> Iterator[str]:
    yield from (inspect.getdoc(thing) or "").replace("``", "`").replace("<", "&lt;").splitlines()


PAGES = {"commands.md": commands, "library.md": library}
"""The pages made here."""


def write() -> None:
    """Write every page."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf8")


if __name__ == "__main__":
    write()
