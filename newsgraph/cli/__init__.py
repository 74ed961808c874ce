"""The command line: a file a command, each a few lines over the library call of the same name."""

from __future__ import annotations

import click

from newsgraph import __version__

from .add import add
from .assemble import assemble
from .build import build
from .claims import claims
from .diff import diff
from .disputes import disputes
from .explain import explain
from .export import export
from .extract import extract
from .group import Commands, detail_options, example
from .lint import lint
from .list import list_
from .push import push
from .query import query
from .read import read
from .remove import remove
from .resolve import resolve
from .review import review
from .serve import serve
from .stories import stories
from .sync import sync
from .trace import trace

COMMANDS = (
    build, add, remove, sync, list_, diff, read, extract, assemble, query, stories, claims, disputes, export, explain, resolve, review, lint, trace, serve,
    push,
)  # fmt: skip
"""All commands, in the order of a first day with them."""


@click.group(
    cls=Commands,
    params=detail_options(),
    epilog=example("newsgraph build article.txt -o kg/ && newsgraph query kg/ --help"),
)
@click.version_option(__version__)
def main() -> None:
    """Turn news articles into a knowledge graph that can be checked.

    Exit status: 0 done, 1 done but for documents that were refused (lint: findings), 2 refused and nothing done,
    3 a fault of newsgraph's own, 130 interrupted.
    """


for _command in COMMANDS:
    main.add_command(_command)
