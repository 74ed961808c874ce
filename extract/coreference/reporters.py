"""Who goes on speaking: "he said" after a sentence in which somebody said something."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.lexicon import ASKING, SPEAKING
from ..mentions.detection import MentionSpan
from ..syntax.tree import SUBJECT_DEPS, Tree
from .clusters import Clusters
from .profiles import MentionProfile

_SENTENCES = 2
"""How many sentences back the speaker is looked for."""
_ANSWERING = frozenset("answer reply respond retort deny agree".split())


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
        if last is not None and near and pronoun and profiles[i].gender and verb not in _ANSWERING:
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
        own, quoted = profiles[i].sentence, i > 0 and quotes[i - 1] >= 0
        before = [j for j in range(i) if quotes[j] < 0 and profiles[j].sentence < own]
        if not before or not quoted or own - profiles[before[-1]].sentence > _SENTENCES:
            continue
        last = profiles[before[-1]].sentence
        near = [j for j in before if profiles[j].sentence == last and mentions[j].label == "PERSON"]
        people = {clusters.of(j).first for j in near}
        if len(people) == 1 and clusters.of(near[0]).named and profiles[near[0]].number != "plural":
            yield near[0], i


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
