"""Descriptions that take up whoever is in focus: "the 34-year-old man", "the retailer" after a sentence about one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..english.role_classes import GENERIC_ORGANISATIONS, is_anybody
from ..mentions.detection import MentionSpan
from ..syntax.ages import years_old
from ..syntax.tree import SUBJECT_DEPS, Tree
from .clusters import Clusters
from .profiles import MentionProfile, is_narrowed

_FIRMS = GENERIC_ORGANISATIONS - {"team", "side", "group", "body", "brand"}
"""Nouns for a firm that are not as often for people."""
_CLOSING = frozenset({",", ")", ".", ";"})
"""What stands behind an age ("Ana Ruiz, 31, ...")."""


def descriptions_taken_up(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """Pairs of a name that is the subject of a sentence and a description that opens the next one."""
    focus: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        if (
            mention.kind == "name"
            and tree.dep[mention.head] in SUBJECT_DEPS
            and _is_root(tree, tree.head[mention.head])
        ):
            focus[profiles[i].sentence] = i
    for i, mention in enumerate(mentions):
        known = focus.get(profiles[i].sentence - 1)
        opens = not i or profiles[i - 1].sentence < profiles[i].sentence
        if known is None or not opens or clusters.of(i).first < i:
            continue
        is_known = profiles[i].lemma == "group" and "group" in clusters.of(known).nouns
        if mention.label == mentions[known].label and _describes(tree, mention, profiles[i]) and not is_known:
            yield known, i


def ages_taken_up(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """Pairs of the one person of an age and "the" one of that age ("Ana Ruiz, 31, ... the 31-year-old actress").

    "The 31-year-old victim" may be somebody else spoken of since, by a noun and without an age.
    """
    told: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        age = age_of(tree, mention) if mention.label == "PERSON" and mention.kind != "pronoun" else ""
        if not age:
            continue
        is_bare = mention.kind == "nominal" and tree.lower[mention.start] == "the"
        if is_bare and len({clusters.of(j).first for j in told[age]}) == 1:
            others = () if _may_be_anybody(profiles[i]) else range(told[age][-1] + 1, i)
            if not any(_is_other(tree, mentions[j], profiles[j]) for j in others):
                yield told[age][0], i
        told[age].append(i)


def _may_be_anybody(profile: MentionProfile) -> bool:
    """Is it "the 31-year-old", or "the 31-year-old man"?"""
    return profile.lemma == "old" or is_anybody(profile.lemma)


def _is_other(tree: Tree, mention: MentionSpan, profile: MentionProfile) -> bool:
    """Is it a person named by a noun alone, of no age that is told, whom no name explains?"""
    is_noun = mention.kind == "nominal" and mention.label == "PERSON" and profile.number == "singular"
    return is_noun and not age_of(tree, mention) and tree.dep[mention.head] not in ("appos", "nmod:desc")


def age_of(tree: Tree, mention: MentionSpan) -> str:
    """How old somebody is said to be beside a name or in a description, "" where neither tells."""
    nouns = (mention.head, *tree.children(mention.head, "nmod:desc"))
    words = (word for noun in nouns for word in (noun, *tree.kids[noun]))
    beside = tree.text[mention.end : mention.end + 3]
    if mention.kind == "name" and len(beside) == 3 and beside[0] in (",", "(") and beside[2] in _CLOSING:
        return beside[1] if beside[1].isdecimal() else ""
    return next((age for word in words if (age := years_old(tree, word))), "")


def _is_root(tree: Tree, token: int) -> bool:
    return tree.head[token] == token


def _describes(tree: Tree, mention: MentionSpan, profile: MentionProfile) -> bool:
    """Is it one thing that "the" points to, the subject of its clause, and a noun for whoever is spoken of?"""
    head = mention.head
    if mention.kind != "nominal" or tree.lower[mention.start] != "the" or profile.number == "plural":
        return False
    if tree.dep[head] not in SUBJECT_DEPS or is_narrowed(tree, head, "appos", "conj"):
        return False
    if mention.label == "PERSON":
        return is_anybody(profile.lemma) and bool(profile.modifiers)
    is_based = profile.lemma == "group" and any(
        tree.lower[kid] == "based" and kid < head for kid in tree.kids[head]
    )
    return mention.label == "ORG" and (profile.lemma in _FIRMS or is_based)
