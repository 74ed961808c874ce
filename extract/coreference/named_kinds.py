"""Bodies and things taken up by the noun in their names: "the commission" where one commission is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from ..english.name_words import NOUNS_OF_BODIES
from ..english.role_classes import are_bodies_akin
from ..english.semantic_classes import noun_type
from ..mentions.detection import MentionSpan
from ..syntax.tree import Tree
from .clusters import Cluster, Clusters
from .profiles import MentionProfile, is_narrowed

_KINDS = frozenset({"ORG", "FAC", "LAW", "EVENT", "GPE", "LOC", "WORK_OF_ART", "PRODUCT"})
_PLACES = frozenset({"GPE", "LOC"})
_BACK, _AHEAD = 12, 4
"""Sentences back and ahead in which the name stands."""
_NEAR = 6
"""Sentences back in which a body of a like kind is named."""


def kinds_taken_up(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """Pairs of a name and a bare definite noun that it holds, or that its last word stands for.

    "The court" is the District Court, "the airline" Norland Airways.

    Only where the document names one thing of the kind, and calls no other by the noun ("a court in Bergen").
    """
    holders = _holders(tree, mentions)
    bare = {
        i
        for i, mention in enumerate(mentions)
        if mention.kind == "nominal" and profiles[i].lemma in holders and is_bare(tree, mention, profiles[i])
    }
    others = {profiles[i].lemma for i, m in enumerate(mentions) if _is_another(tree, m) and i not in bare}
    for i in sorted(bare):
        named = holders[profiles[i].lemma]
        near = [j for j in named if -_AHEAD <= profiles[i].sentence - profiles[j].sentence <= _BACK]
        if near and profiles[i].lemma not in others and len({clusters.of(j).first for j in named}) == 1:
            yield near[0], i


def bodies_akin(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """Pairs of the name of a body and a bare noun like the one it was introduced with ("the side Norland ... the club").

    Only where no other body near by was introduced so, and no other is called by the noun.
    """
    others = {
        profiles[i].lemma
        for i, m in enumerate(mentions)
        if _is_another(tree, m) and not is_bare(tree, m, profiles[i])
    }
    for i, mention in enumerate(mentions):
        lemma = profiles[i].lemma
        if mention.kind != "nominal" or lemma in others or clusters.of(i).first < i:
            continue
        if not is_bare(tree, mention, profiles[i]):
            continue
        near = takewhile(lambda j: profiles[i].sentence - profiles[j].sentence <= _NEAR, reversed(range(i)))  # noqa: B023 - used up in this turn
        roots = dict.fromkeys(clusters.of(j).first for j in near if mentions[j].label == "ORG")
        akin = [root for root in roots if _is_called_like(clusters.of(root), lemma)]
        if len(akin) == 1:
            yield akin[0], i


def _is_called_like(cluster: Cluster, lemma: str) -> bool:
    return cluster.named and any(are_bodies_akin(lemma, noun) for noun in cluster.nouns)


def _is_another(tree: Tree, mention: MentionSpan) -> bool:
    """Is a noun, as far as can be told, for another thing, and neither what one is said to be nor the speakers' own?"""
    if mention.kind != "nominal" or tree.child(mention.head, "cop") is not None:
        return False
    owner = tree.child(mention.head, "nmod:poss")
    return owner is None or tree.lower[owner] != "our"


def _holders(tree: Tree, mentions: list[MentionSpan]) -> dict[str, list[int]]:
    """The names of several words by the noun that they end in, or that stands before "of" ("Bank of Norland")."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        if mention.kind == "name" and mention.label in _KINDS and mention.end - mention.start > 1:
            before_of = list(takewhile(lambda t: tree.pos[t] != "ADP", range(mention.start, mention.end)))
            last = tree.lower[before_of[-1]] if before_of else ""
            for noun in {last, tree.lemma[mention.head].lower(), NOUNS_OF_BODIES.get(last, last)} - {""}:
                if noun_type(noun) != "GPE" or mention.label in _PLACES:
                    holders[noun].append(i)
    return holders


def is_bare(tree: Tree, mention: MentionSpan, profile: MentionProfile) -> bool:
    """Is it one thing, with "the" or "this" and nothing that says which?"""
    return (
        tree.lower[mention.start] in ("the", "this")
        and profile.number != "plural"
        and not profile.modifiers
        and not is_narrowed(tree, mention.head, "conj")
    )
