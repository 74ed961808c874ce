"""Vetoes of speech: who speaks, and whom something is told to, is not who is spoken of."""

from __future__ import annotations

from ..mentions.detection import MentionSpan
from .candidates import Candidates


def speaker_and_listener(draft: Candidates, root: int, mention: int) -> bool:
    """Whoever speaks is not spoken of by name or as "he" in the same quotation."""
    speaker = draft.speakers.get(mention)
    if speaker is not None and _is_spoken_of(draft, mention) and draft.clusters.same(speaker, root):
        return True
    spoken = (i for i in draft.spoken.get(mention, ()) if _is_spoken_of(draft, i))
    return any(draft.clusters.same(i, root) for i in spoken)


def _is_spoken_of(draft: Candidates, i: int) -> bool:
    mention = draft.mentions[i]
    return (mention.kind == "pronoun" and draft.profiles[i].person == 3) or _is_person(mention)


def _is_person(mention: MentionSpan) -> bool:
    return mention.kind == "name" and mention.label == "PERSON"
