"""``newsgraph resolve``."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgraph.graph.errors import InputError

from .group import example, tell

if TYPE_CHECKING:
    from newsgraph.graph.knowledge_graph import KnowledgeGraph
    from newsgraph.graph.model.judgement import Verdict
    from newsgraph.graph.review.questions import Question

ANSWERS = ("same", "different", "skip")


@click.command(epilog=example("newsgraph resolve kg/ --judgements who.tsv"))
@click.argument("graph", type=click.Path())
@click.option(
    "--judgements", type=click.Path(dir_okay=False), help="Record answers in this file, then build with it."
)
@click.option("--answer", type=click.Choice(["same", "different"]), help="Answer for the two names given.")
@click.argument("names", nargs=-1)
def resolve(graph: str, judgements: str | None, answer: Verdict | None, names: tuple[str, ...]) -> None:
    """List who might be whom, the most valuable question first; or record that two NAMES are same or different.

    On a terminal with --judgements each question is asked in turn.
    """
    from newsgraph import load, reviewing

    if answer:
        if judgements is None or len(names) != 2:
            raise InputError("to record an answer give --judgements FILE and two names.")
        _warn_of_unknown(load(graph), graph, names)
        reviewing.record_answer(judgements, (names[0], names[1]), answer)
        return
    if names:
        raise InputError("names are for an answer: give --answer same or --answer different as well.")
    questions = reviewing.resolve(graph)
    if not questions:
        tell(f"{graph}: nothing to ask; nobody in it is likely to be somebody else.")
    for question in questions:
        click.echo(question.text)
        for seen in question.seen:
            click.echo(f"  {seen}")
        if judgements is not None and sys.stdin.isatty():
            _ask(question, judgements)


def _warn_of_unknown(loaded: KnowledgeGraph, graph: str, names: tuple[str, ...]) -> None:
    for name in names:
        if loaded.find(name) is None:
            tell(f"{graph}: nothing in it is called {name!r}; the answer is kept for articles to come.")


def _ask(question: Question, judgements: str) -> None:
    from newsgraph.graph.model.judgement import append_judgement

    word = click.prompt("same, different or skip", type=click.Choice(ANSWERS), default="skip")
    if word != "skip":
        verdict: Verdict = "same" if word == "same" else "different"
        answered = replace(question.judgement, verdict=verdict, score=1.0, author="user")
        append_judgement(Path(judgements), answered)
