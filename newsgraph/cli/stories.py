"""``newsgraph stories``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .group import example, tell
from .listing import json_lines, limited, listing_options

if TYPE_CHECKING:
    from newsgraph.graph.collection.story import Story


@click.command(epilog=example("newsgraph stories kg/", "newsgraph stories kg/ --about Putin --json"))
@click.argument("graph", type=click.Path())
@listing_options
def stories(graph: str, name: str | None, limit: int, as_json: bool) -> None:
    """List the stories in GRAPH: articles about one affair, with who, what, where, when, and a timeline."""
    from newsgraph import load
    from newsgraph import stories as find
    from newsgraph.graph.collection.telling import told_story
    from newsgraph.graph.pluralisation import counted

    loaded = load(graph)
    found = find(loaded, about=name)
    if as_json:
        json_lines(told_story(loaded, story) for story in found[:limit])
        return
    for story in found[:limit]:
        click.echo(_text(story))
    tell(limited(counted(len(found), "story", "stories"), len(found), limit))


def _text(story: Story) -> str:
    from newsgraph.graph.collection.origins import articles_in_words
    from newsgraph.graph.pluralisation import counted
    from newsgraph.steering import one_line

    counts = articles_in_words(len(story.documents), story.origins)
    lines = [story.title, f"  {story.headline}", f"  {counts}"]
    lines += [f"  {e.day}  {e.text} ({counted(len(e.documents), 'article')})" for e in story.timeline]
    return "\n".join(map(one_line, lines)) + "\n"
