"""Who goes on speaking: "he said" after a sentence in which somebody said something."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ..english.lexicon import ASKING, SPEAKING
from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan
from ..syntax.tree import SUBJECT_DEPS, Tree
from .clusters import Clusters
from .profiles import MentionProfile

_SENTENCES = 2
"""How many sentences back the speaker is looked for."""


def reporter_links(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], quotes: list[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of the last speaker and "he" or "she" who says more, outside quotations, in text order.

    Whoever else acts in between may be the one who speaks then, so that nothing is linked.
    """
    last: int | None = None
    told = _told(tree, mentions, profiles)
    for i, mention in enumerate(mentions):
        verb = _verb(tree, mention, profiles[i], quotes[i])
        if not verb or mention.label != "PERSON" or profiles[i].number == "plural":
            continue
        if verb not in SPEAKING:
            last = None
            continue
        pronoun = mention.kind == "pronoun"
        near = last is not None and profiles[i].sentence - profiles[last].sentence <= _SENTENCES
        if (
            last is not None
            and near
            and pronoun
            and profiles[i].gender
            and verb not in word_class("answering")
        ):
            yield last, i
        last = None if verb in ASKING or tree.head[mention.head] in told else i


def quoter_links(
    tree: Tree,
    mentions: list[MentionSpan],
    profiles: list[MentionProfile],
    quotes: list[int],
    clusters: Clusters,
) -> Iterator[tuple[int, int]]:
    """Pairs of the one person by name whom the sentence before a quotation speaks of, and "he" or "she" who says it."""
    for i, mention in enumerate(mentions):
        is_quoter = mention.kind == "pronoun" and mention.label == "PERSON" and profiles[i].gender
        if not is_quoter or _verb(tree, mention, profiles[i], quotes[i]) not in SPEAKING:
            continue
        own = profiles[i].sentence
        before = (j for j in reversed(range(i)) if quotes[j] < 0 and profiles[j].sentence < own)
        last = next(before, None)
        if last is None or quotes[i - 1] < 0 or own - profiles[last].sentence > _SENTENCES:
            continue
        near = [last, *takewhile(lambda j: profiles[j].sentence == profiles[last].sentence, before)]  # noqa: B023 - used up in this turn
        people = [j for j in near if mentions[j].label == "PERSON"]
        if len({clusters.of(j).first for j in people}) != 1:
            continue
        first = people[-1]
        if clusters.of(first).named and profiles[first].number != "plural":
            yield first, i


def _told(tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile]) -> set[int]:
    """Verbs whose object is one person, who may be the next to speak."""
    return {
        tree.head[mention.head]
        for mention, known in zip(mentions, profiles, strict=True)
        if tree.dep[mention.head] in ("obj", "iobj")
        and mention.label == "PERSON"
        and known.number != "plural"
    }


def _verb(tree: Tree, mention: MentionSpan, profile: MentionProfile, quote: int) -> str:
    """The verb of the main clause whose subject a mention outside quotations is, or nothing."""
    head = mention.head
    if quote >= 0 or profile.person < 3 or tree.dep[head] not in SUBJECT_DEPS:
        return ""
    verb = tree.head[head]
    return tree.lemma[verb].lower() if tree.dep[verb] in ("ROOT", "root", "parataxis", "conj") else ""
