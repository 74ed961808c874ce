"""Antecedents by the ranking model: each mention joins the cluster that its candidates speak for together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..mentions.detection import DEMONSTRATIVES
from .candidates import Candidates
from .features import make_table
from .ranker import Ranker

if TYPE_CHECKING:
    from spacy.tokens import Doc

THRESHOLD = 1.0
"""Odds over having no antecedent that a cluster must reach."""
EASE = 0.35
"""The share of that which is enough for a pronoun, since pronouns mostly have one."""
ADOPTED = 0.1
"""Odds that are enough for a chain of nothing but "he" or "she"."""
NAMELESS = 0.5
"""How much a cluster of pronouns alone counts beside one that has a name or a noun."""
_FAINT = -4.0
"""Candidates below these log odds are passed over."""


_APART = frozenset(
    "another different earlier former future last late later new next old other previous second third".split()
)
"""Words that tell one holder of a role from another, one case of a kind from another."""
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
_IT = frozenset({"it", "its", "itself"})

Votes = dict[int, dict[int, float]]
"""For each mention the odds of its candidates."""


def link_by_model(doc: Doc, draft: Candidates, ranker: Ranker, *, threshold: float | None = None) -> None:
    """Merge each mention that has no earlier one yet with its likeliest cluster, from left to right, in place.

    The odds of a cluster are the sum of those of its mentions. Two names never become one here, and "I", "we" and "you"
    are left as they are: both are the business of rules that can be read. "This" and "that" stand for clauses more
    often than for things, so that four in five links of theirs would be wrong (counted on GUM dev). Last, chains of
    nothing but "he" or "she" are given to whoever they speak for most, since hardly anybody stays without a name or a
    noun.
    """
    threshold = THRESHOLD if threshold is None else threshold
    if not draft.mentions:
        return
    votes = _votes(doc, draft, ranker)
    clusters = draft.clusters
    for mention in votes:
        if clusters.of(mention).first < mention or draft.profiles[mention].person < 3:
            continue
        if draft.tree.lower[draft.mentions[mention].head] in DEMONSTRATIVES:
            continue
        least = threshold * (EASE if draft.mentions[mention].kind == "pronoun" else 1.0)
        _join(draft, mention, _sums(draft, votes, [mention]), least)
    for group in clusters.groups():
        if all(_is_nameless(draft, i) for i in group):
            _join(draft, group[0], _sums(draft, votes, group), ADOPTED)


def _votes(doc: Doc, draft: Candidates, ranker: Ranker) -> Votes:
    table = make_table(doc, draft)
    scores = ranker.scores(table)
    kept = np.flatnonzero(scores > _FAINT)
    odds = np.exp(np.minimum(scores[kept], 30)).tolist()
    votes: Votes = {}
    for first, second, odd in zip(table.first[kept].tolist(), table.second[kept].tolist(), odds, strict=True):
        votes.setdefault(second, {})[first] = odd
    return votes


def _is_nameless(draft: Candidates, i: int) -> bool:
    known = draft.profiles[i]
    return draft.mentions[i].kind == "pronoun" and known.person == 3 and known.gender != ""


def _sums(draft: Candidates, votes: Votes, group: list[int]) -> dict[int, float]:
    """The odds of each other cluster for a group of mentions together."""
    clusters, own = draft.clusters, draft.clusters.of(group[0]).first
    sums: dict[int, float] = {}
    for mention in group:
        for candidate, odd in votes.get(mention, {}).items():
            cluster = clusters.of(candidate)
            if cluster.first != own:
                weight = odd if cluster.nouns or cluster.named else NAMELESS * odd
                sums[cluster.first] = sums.get(cluster.first, 0.0) + weight
    return sums


def _join(draft: Candidates, mention: int, sums: dict[int, float], least: float) -> None:
    """Merge with the likeliest cluster that agrees and reaches ``least``."""
    ranked = sorted((root for root in sums if sums[root] > least), key=lambda root: (-sums[root], -root))
    for root in ranked:
        if not _clash(draft, root, mention) and draft.clusters.merge(root, mention):
            break


def _clash(draft: Candidates, one: int, other: int) -> bool:
    """Would a person be "it", "the next mayor" the mayor, or somebody who acts also whom it is done to?"""
    if _is_another(draft, one, other) or _is_argument_beside(draft, one, other):
        return True
    return _is_person(draft, one) != _is_person(draft, other) and (_is_it(draft, one) or _is_it(draft, other))


def _is_argument_beside(draft: Candidates, root: int, mention: int) -> bool:
    """Is it an argument of a predicate that has another one in the cluster? "The trader met Holt" are two people."""
    tree, head = draft.tree, draft.mentions[mention].head
    if tree.dep[head] not in _ARGUMENTS or tree.lower[head].endswith(("self", "selves")):
        return False
    beside = (kid for kid in tree.kids[tree.head[head]] if kid != head and tree.dep[kid] in _ARGUMENTS)
    found = (draft.at.get(kid) for kid in beside)
    return any(i is not None and draft.clusters.same(i, root) for i in found)


def _is_another(draft: Candidates, root: int, mention: int) -> bool:
    """Does a word say that this is another one than the mention of the same noun was?"""
    known = draft.profiles[mention]
    apart = known.modifiers & _APART
    others = (draft.profiles[i] for i in draft.clusters.of(root).members)
    return bool(apart) and any(
        other.lemma == known.lemma and not apart <= other.modifiers for other in others
    )


def _is_person(draft: Candidates, i: int) -> bool:
    return draft.clusters.of(i).kind == "person"


def _is_it(draft: Candidates, i: int) -> bool:
    words = (draft.tree.lower[draft.mentions[j].head] for j in draft.clusters.of(i).members)
    return not _IT.isdisjoint(words)
