"""Vetoes of speech: who speaks, and whom something is told to, is not who is spoken of."""

from __future__ import annotations

from ..english import pronouns
from ..english.lexicon import SPEAKING
from ..mentions.detection import MentionSpan
from ..syntax.tree import CLIMB
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


def told_body(draft: Candidates, root: int, mention: int) -> bool:
    """ "They" of a report are not the paper that it is told to ("She told the Gazette they had left")."""
    tree, token = draft.tree, draft.mentions[mention].head
    if draft.profiles[mention].word not in pronouns.OF_ANYTHING:
        return False
    for _ in range(CLIMB):
        if tree.dep[token] in ("ccomp", "parataxis") and tree.lemma[tree.head[token]] in SPEAKING:
            told = tree.children(tree.head[token], "obj", "iobj", "obl")
            found = [draft.at[kid] for kid in told if kid in draft.at and kid != draft.mentions[mention].head]
            if any(draft.mentions[i].label == "ORG" and draft.clusters.same(i, root) for i in found):
                return True
        token = tree.head[token]
    return False
