"""Groups taken up by their number: "the four men" after "four activists"."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.role_classes import is_anybody
from ..mentions.detection import MentionSpan
from ..syntax.tree import Tree
from .clusters import Clusters
from .profiles import MentionProfile, is_narrowed

_BACK = 8
"""Sentences back in which the group is introduced."""
_PEOPLE = frozenset({"people", "other"})


def groups_taken_up(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """Pairs of the one group of people of a number and "the" with that number, and a noun that may be theirs."""
    counted: list[tuple[str, int]] = []
    for i, mention in enumerate(mentions):
        number = _number(tree, mention)
        if not number or profiles[i].number != "plural":
            continue
        if _is_taken_up(tree, mention, profiles[i]):
            near = [
                j for n, j in counted if n == number and profiles[i].sentence - profiles[j].sentence <= _BACK
            ]
            roots = {clusters.of(j).first for j in near}
            if len(roots) == 1 and _may_be(profiles[i], [profiles[j] for j in near]):
                yield near[-1], i
        counted.append((number, i))


def _number(tree: Tree, mention: MentionSpan) -> str:
    """The number before a noun for people, in letters or digits."""
    if mention.kind != "nominal" or mention.label != "PERSON":
        return ""
    number = tree.child(mention.head, "nummod")
    return "" if number is None or number > mention.head else tree.lower[number]


def _is_taken_up(tree: Tree, mention: MentionSpan, profile: MentionProfile) -> bool:
    """Is it "the" or "these", the number and the noun, and nothing more?"""
    is_bare = mention.head - mention.start == 2 and tree.lower[mention.start] in ("the", "these", "those")
    return is_bare and not is_narrowed(tree, mention.head, "appos", "conj")


def _may_be(profile: MentionProfile, known: list[MentionProfile]) -> bool:
    """May the noun be the group's: the same, one for anybody, or theirs for whom only a noun for anybody was used?"""
    nouns = {other.lemma for other in known}
    return (
        profile.lemma in nouns
        or is_anybody(profile.lemma)
        or profile.lemma in _PEOPLE
        or all(map(is_anybody, nouns))
    )
