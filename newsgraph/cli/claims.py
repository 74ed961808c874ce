"""``newsgraph claims``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsgraph.steering import one_line

from .group import example, tell
from .listing import json_lines, limited, listing_options

if TYPE_CHECKING:
    from newsgraph.graph.collection.corroboration import Claim
    from newsgraph.graph.knowledge_graph import KnowledgeGraph


@click.command(epilog=example("newsgraph claims kg/", "newsgraph claims kg/ --least 3 --json"))
@click.argument("graph", type=click.Path())
@click.option("--least", default=2, show_default=True, help="Independent sources that report it.")
@listing_options
def claims(graph: str, least: int, name: str | None, limit: int, as_json: bool) -> None:
    """List what several articles in GRAPH say, by how many independent sources report it, with the sentences.

    Near copies, outlets of one owner and outlets that relay another count as one source. Being reported does not make
    a claim true.
    """
    from newsgraph import claims as find
    from newsgraph import load
    from newsgraph.graph.collection.telling import told_claim
    from newsgraph.graph.pluralisation import counted

    loaded = load(graph)
    found = find(loaded, least=least, about=name)
    if as_json:
        json_lines(told_claim(loaded, claim) for claim in found[:limit])
        return
    for claim in found[:limit]:
        click.echo(_text(loaded, claim))
    tell(limited(counted(len(found), "claim"), len(found), limit))


def _text(graph: KnowledgeGraph, claim: Claim) -> str:
    from newsgraph.graph.collection.corroboration import RETRACTED

    days = claim.first if claim.first == claim.last else f"{claim.first} to {claim.last}"
    lines = [claim.text, f"  {claim.summary}{f'; {days}' if claim.first else ''}"]
    for voice in claim.voices:
        sentences = graph.document(voice.document).sentences
        words = sentences[voice.sentence].text if voice.sentence < len(sentences) else ""
        source = f", citing {voice.source}" if voice.source else ""
        stand = f"{voice.role} ({voice.status}){source}" if voice.status != RETRACTED else "takes it back"
        lines.append(f"  {stand}, {voice.day or 'undated'}, {voice.origin.name}: {words}")
    return "\n".join(map(one_line, lines)) + "\n"
