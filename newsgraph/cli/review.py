"""``newsgraph review``: a walk through open questions on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgraph.graph.errors import InputError
from newsgraph.steering import one_line

from .group import example, tell
from .keys import read_key

if TYPE_CHECKING:
    from newsgraph.decisions import Decisions
    from newsgraph.graph.knowledge_graph import KnowledgeGraph
    from newsgraph.graph.model.judgement import Verdict
    from newsgraph.graph.review.questions import Question

KEYS = "[s]ame  [d]ifferent  [u]nsure  s[k]ip  [b]ack  [1] or [2]: correct one of them  [q]uit"


@click.command(epilog=example("newsgraph review kg/", 'newsgraph review kg/ "Ana Novak"'))
@click.argument("graph", type=click.Path())
@click.argument("entity", required=False)
def review(graph: str, entity: str | None) -> None:
    """Answer open questions on the terminal, one key each, the most valuable first; or correct ENTITY.

    Answers are kept in the folder at once, where they outlive every rebuild. Back takes the last answer back.
    A correction takes an entity apart by documents or mentions, renames it, gives it another label or hides it.
    """
    from newsgraph import load
    from newsgraph.decisions import Decisions

    if not sys.stdin.isatty():
        raise InputError("review asks on a terminal; elsewhere use newsgraph resolve with --answer.")
    with Decisions(Path(graph), announce=tell) as decisions:
        loaded = load(graph)
        if entity is None:
            _walk(loaded, decisions)
        else:
            from .correcting import correct

            found = loaded.find(entity)
            if found is None:
                raise InputError(f"{graph}: nothing in it is called {entity!r}.")
            correct(loaded, found.entity, decisions)
        if decisions:
            click.echo(f"Kept in {graph}; the graph is made anew with it.")


def _walk(graph: KnowledgeGraph, decisions: Decisions) -> None:
    from newsgraph.graph.review.questions import questions

    asked = questions(graph)
    if not asked:
        click.echo("Nothing is left undecided.")
    number = 0
    kept: list[int] = []  # the decision at which each question on the path began
    while number < len(asked):
        kept[number:] = [len(decisions)]
        key = _ask(graph, asked, number, decisions)
        if key == "q":
            break
        if key != "b":
            number += 1
        elif number:
            number -= 1
            while len(decisions) > kept[number]:
                decisions.take_back()


def _ask(graph: KnowledgeGraph, asked: Sequence[Question], number: int, decisions: Decisions) -> str:
    """Show a question until a key settles it; return the key."""
    from newsgraph.graph.review.answers import answered

    from .correcting import correct

    question = asked[number]
    verdicts: dict[str, Verdict] = {"s": "same", "d": "different", "u": "undecided"}
    _show(question, number, len(asked))
    while True:
        key = read_key()
        if key in verdicts:
            decisions.keep(answered(question, verdicts[key]))
            click.echo(f"-> {'unsure' if key == 'u' else verdicts[key]}")
            return key
        if key in ("1", "2"):
            correct(graph, question.left if key == "1" else question.right, decisions)
            _show(question, number, len(asked))
        elif key in ("k", " ", "\r", "\n", "b", "q"):
            click.echo({"b": "-> back", "q": "-> quit"}.get(key, "-> skip"))
            return key


def _show(question: Question, number: int, count: int) -> None:
    click.echo(one_line(f"Question {number + 1} of {count}: {question.text}"))
    for side, seen in enumerate(question.seen, 1):
        click.echo(one_line(f"  {side}  {seen}"))
    click.echo(KEYS)
