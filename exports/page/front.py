"""The front page of many articles: stories, what most say, what is disputed, as JSON that ``overview.js`` reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsgraph.graph.collection.collection import collection_of
from newsgraph.graph.collection.corroboration import RETRACTED, ROLES, Claim
from newsgraph.graph.collection.disputes import Dispute, Side
from newsgraph.graph.collection.figures import Figure
from newsgraph.graph.collection.origins import articles_in_words
from newsgraph.graph.collection.predicates import is_news
from newsgraph.graph.collection.story import Story
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.statement import Statement

MOST = 300
"""Stories, claims and disputes that a page carries of each: those of most articles."""

_STORY_CLAIMS = 3
_STORY_NAMES = 5
_SIDES = 40


def front_columns(
    kg: KnowledgeGraph, statements: Sequence[Statement], number: Mapping[str, int]
) -> dict[str, list[dict[str, Any]]]:
    """Return stories, claims, disputes and figures of a graph; one of a single article has none.

    ``statements`` are in the order that the page counts in, ``number`` is the node of an entity id.
    """
    if len(kg.documents) < 2:
        return {"stories": [], "claims": [], "disputes": [], "figures": []}
    collection = collection_of(kg)
    front = _Front(kg, _positions(statements), _positions(kg.documents), number)
    claims = {claim.id: claim for claim in collection.claims}
    return {
        "stories": [front.story(story, claims) for story in collection.stories[:MOST]],
        "claims": [front.claim(claim) for claim in collection.claims if _is_shared(claim)][:MOST],
        "disputes": [front.dispute(dispute) for dispute in collection.disputes[:MOST]],
        "figures": [front.figure(figure) for figure in collection.figures[:MOST]],
    }


def _is_shared(claim: Claim) -> bool:
    """Return whether independent sources report a claim or somebody denies it; copies of one source are one voice."""
    return claim.disputed or len(claim.origins) > 1


def _positions(items: Sequence[Any]) -> dict[str, int]:
    return {item.id: position for position, item in enumerate(items)}


@dataclass(frozen=True, slots=True)
class _Front:
    """Numbers in place of ids: rows of statements, documents and nodes of the page."""

    graph: KnowledgeGraph
    rows: Mapping[str, int]
    places: Mapping[str, int]
    nodes: Mapping[str, int]

    def story(self, story: Story, claims: Mapping[str, Claim]) -> dict[str, Any]:
        """Return a story with the statements that most of its articles share, else those wanted most."""
        told = [claims[id] for id in story.claims[:_STORY_CLAIMS] if id in claims]
        shared = [claim.statements[0] for claim in told]
        return {
            "title": story.title,
            "headline": story.headline,
            "names": [self.nodes[id] for id in story.entities[:_STORY_NAMES]],
            "event": story.what,
            "first": story.first,
            "last": story.last,
            "documents": [self.places[id] for id in story.documents],
            "told": articles_in_words(len(story.documents), story.origins),
            "statements": [self.rows[id] for id in shared or self._foremost(story)],
            "disputed": [self.rows[claim.statements[0]] for claim in told if claim.disputed],
            "disputes": len(story.disputes),
            "timeline": [[entry.day, entry.text, self.rows[entry.statement]] for entry in story.timeline],
        }

    def _foremost(self, story: Story) -> list[str]:
        inside = set(story.documents)
        central = set(story.entities[:_STORY_NAMES])
        own = (
            s for id in story.entities[:_STORY_NAMES] for s in self.graph.statements_of(id)
            if any(piece.document in inside for piece in s.evidence) and central & set(s.participants)
        )  # fmt: skip
        best = sorted({(not is_news(s), -self.graph.interest[s.id], s.id) for s in own})
        return [id for _, _, id in best[:_STORY_CLAIMS]]

    def claim(self, claim: Claim) -> dict[str, Any]:
        """Return a claim with how many articles state, relay and deny it."""
        voices = {
            role: len({voice.document for voice in claim.by(role) if voice.status != RETRACTED})
            for role in ROLES
        }
        return {
            "text": claim.text,
            "summary": claim.summary,
            "statements": [self.rows[id] for id in claim.statements],
            "documents": [self.places[id] for id in claim.documents],
            "voices": voices,
            "first": claim.first,
            "last": claim.last,
        }

    def dispute(self, dispute: Dispute) -> dict[str, Any]:
        """Return a dispute with its sides, each with its sentence."""
        return {
            "kind": dispute.kind,
            "text": dispute.text,
            "values": list(dispute.values),
            "documents": [self.places[id] for id in dispute.documents],
            "sides": [self._side(side) for side in dispute.sides[:_SIDES]],
        }

    def _side(self, side: Side) -> list[Any]:
        row = -1 if side.statement is None else self.rows[side.statement]
        return [side.value, self.places[side.document], side.text, side.source, row]

    def figure(self, figure: Figure) -> dict[str, Any]:
        """Return the numbers that articles give for one thing, in order of days."""
        return {
            "text": figure.text,
            "unit": figure.currency or figure.unit,
            "summary": figure.summary,
            "points": [
                [p.day, p.number, self.places[p.document], self.rows[p.statement]] for p in figure.points
            ],
        }
