"""Corrections of one entity on a terminal: take apart, rename, label, hide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from newsgraph.graph.errors import InputError
from newsgraph.graph.pluralisation import counted
from newsgraph.steering import one_line

from .keys import read_key

if TYPE_CHECKING:
    from newsgraph.decisions import Decisions
    from newsgraph.graph.knowledge_graph import KnowledgeGraph
    from newsgraph.graph.model.entity import Entity, Member
    from newsgraph.graph.model.judgement import Judgement

KEYS = "[d]ocuments apart  [m]entions apart  [r]ename  [l]abel  [h]ide  [b]ack"
SHOWN = 40
"""Documents that are listed of an entity."""


def correct(graph: KnowledgeGraph, entity: Entity, decisions: Decisions) -> None:
    """Show where an entity comes from and do one correction, or none."""
    members = _listed(graph, entity)
    click.echo(KEYS)
    while (key := read_key()) not in ("b", "q"):
        if key not in "dmrlh":
            continue
        try:
            found = _correction(graph, entity, members, key)
        except InputError as error:
            click.echo(f"Not done: {error}")
            click.echo(KEYS)
            continue
        if found:
            decisions.keep(*found)
            click.echo("-> done")
            return
        click.echo(KEYS)
    click.echo("-> back")


def _listed(graph: KnowledgeGraph, entity: Entity) -> Sequence[Member]:
    from newsgraph.graph.review.questions import Sightings

    sightings = Sightings(graph)
    click.echo(one_line(f"{entity.name} ({entity.label})"))
    for number, member in enumerate(entity.members[:SHOWN], 1):
        click.echo(one_line(f"  {number}  {member.name}: {sightings.of(entity, member)}"))
    if len(entity.members) > SHOWN:
        click.echo(f"  and {len(entity.members) - SHOWN} more documents")
    return entity.members


def _correction(
    graph: KnowledgeGraph, entity: Entity, members: Sequence[Member], key: str
) -> tuple[Judgement, ...]:
    from newsgraph.graph.review import answers

    if key == "d":
        chosen = numbers(click.prompt("Documents that mean something else, such as 2,4-6"), len(members))
        return answers.take_apart(entity, [members[number] for number in chosen])
    if key == "m":
        return (_mentions_apart(members),)
    if key == "r":
        return (answers.renamed(graph, entity, click.prompt("Name")),)
    if key == "l":
        return (answers.labelled(graph, entity, click.prompt("Label, such as ORG").strip().upper()),)
    return (answers.hidden(graph, entity),) if _is_meant(graph, entity) else ()


def _is_meant(graph: KnowledgeGraph, entity: Entity) -> bool:
    """Ask whether an entity shall go, with all that is said of it: one wrong key must not take it away."""
    lost = counted(len(graph.statements_of(entity.id)), "statement")
    click.echo(one_line(f"Hide {entity.name} ({entity.label}) and {lost}? [y]es  [n]o"))
    return read_key() == "y"


def _mentions_apart(members: Sequence[Member]) -> Judgement:
    from newsgraph.graph.review.answers import take_out

    (number, *_) = (
        numbers(click.prompt("In which document? Its number"), len(members)) if len(members) > 1 else [0]
    )
    mentions = members[number].mentions
    for place, mention in enumerate(mentions, 1):
        click.echo(one_line(f"  {place}  {mention.text} (character {mention.start})"))
    chosen = numbers(click.prompt("Mentions that mean something else, such as 2,4-6"), len(mentions))
    return take_out(members[number], [mentions[place].start for place in chosen])


def numbers(text: str, count: int) -> list[int]:
    """Return the places, from 0, that a list such as "2,4-6" names. Raises InputError.

    >>> numbers("1, 3-4", 5)
    [0, 2, 3]
    """
    found: set[int] = set()
    for part in text.replace(",", " ").split():
        first, _, last = part.partition("-")
        if not first.isdigit() or not (last or first).isdigit():
            raise InputError(f"{part!r} is not a number; type numbers such as 2,4-6.")
        found.update(range(int(first), int(last or first) + 1))
    if not found or min(found) < 1 or max(found) > count:
        raise InputError(f"choose numbers from 1 to {count}.")
    return [number - 1 for number in sorted(found)]
