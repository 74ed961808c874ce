"""Stories, claims, figures and disputes as plain values for JSON, with the sentences that they stand on."""

from __future__ import annotations

from typing import Any

from ..knowledge_graph import KnowledgeGraph
from .corroboration import Claim
from .disputes import Dispute
from .origins import Origin
from .story import Story


def told_claim(graph: KnowledgeGraph, claim: Claim) -> dict[str, Any]:
    """Return a claim with its counts, and for each voice who says it, where, and in which sentence."""
    return {
        "id": claim.id,
        "text": claim.text,
        "summary": claim.summary,
        "negative": claim.negative,
        "disputed": claim.disputed,
        "origins": [_origin(origin) for origin in claim.origins],
        "denied_by_origins": [_origin(origin) for origin in claim.denials],
        "only_source": claim.only_source,
        "first": claim.first,
        "last": claim.last,
        "documents": list(claim.documents),
        "statements": list(claim.statements),
        "entities": list(claim.entities),
        "voices": [
            {
                "role": voice.role,
                "status": voice.status,
                "source": voice.source,
                "entity": voice.entity,
                "origin": _origin(voice.origin),
                **_place(graph, voice.document, voice.sentence),
                "statement": voice.statement,
            }
            for voice in claim.voices
        ],
    }


def told_dispute(dispute: Dispute) -> dict[str, Any]:
    """Return a dispute with the sentence of each side."""
    return {
        "id": dispute.id,
        "kind": dispute.kind,
        "text": dispute.text,
        "values": list(dispute.values),
        "documents": list(dispute.documents),
        "entities": list(dispute.entities),
        "sides": [
            {
                "value": side.value,
                "date": side.day or None,
                "document": side.document,
                "sentence": side.text,
                "source": side.source,
                "origin": _origin(side.origin),
                "statement": side.statement,
            }
            for side in dispute.sides
        ],
    }


def told_story(graph: KnowledgeGraph, story: Story) -> dict[str, Any]:
    """Return a story with its names, articles and timeline."""
    return {
        "id": story.id,
        "title": story.title,
        "headline": story.headline,
        "who": list(story.who),
        "what": story.what,
        "where": list(story.where),
        "first": story.first,
        "last": story.last,
        "documents": [
            {"id": id, "title": graph.document(id).title, "date": graph.document(id).date, "source": graph.document(id).source}
            for id in story.documents
        ],
        "origins": [_origin(origin) for origin in story.origins],
        "entities": list(story.entities),
        "claims": list(story.claims),
        "disputes": list(story.disputes),
        "timeline": [
            {"day": e.day, "text": e.text, "documents": list(e.documents), "statement": e.statement, "claim": e.claim}
            for e in story.timeline
        ],
    }  # fmt: skip


def _origin(origin: Origin) -> dict[str, str]:
    return {"key": origin.key, "name": origin.name, "why": origin.why}


def _place(graph: KnowledgeGraph, document: str, sentence: int) -> dict[str, Any]:
    known = graph.document(document)
    text = known.sentences[sentence].text if sentence < len(known.sentences) else None
    return {"document": document, "date": known.date, "publisher": known.publisher, "sentence": text}
