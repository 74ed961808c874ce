"""Vetoes of relatives: whose father, and that nobody is the own father."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.lexicon import KINSHIP
from ..syntax.tree import CLIMB
from .candidates import Candidates


def ones_own_relative(draft: Candidates, root: int, mention: int) -> bool:
    """A relative of somebody joins nobody but the same relative of the same person."""
    known = draft.profiles[mention]
    if draft.mentions[mention].kind != "nominal" or known.lemma not in KINSHIP or not known.possessed:
        return False
    cluster = draft.clusters.of(root)
    alike = [i for i in cluster.members if draft.profiles[i].lemma == known.lemma]
    return not any(_may_share_owner(draft, mention, i, named=cluster.named) for i in alike)


def _may_share_owner(draft: Candidates, one: int, other: int, *, named: bool) -> bool:
    """Have two relatives one owner, or, where none of them has a name, owners of whom at most one has?"""
    owners = [draft.owner(i) for i in (one, other)]
    if None not in owners and draft.clusters.same(owners[0] or 0, owners[1] or 0):
        return True
    return not named and not all(i is not None and draft.clusters.of(i).named for i in owners)


def relative_and_owner(draft: Candidates, root: int, mention: int) -> bool:
    """A pronoun before its relative ("her mother", "her mother's lawyer") is not that relative."""
    owned = (thing for i in draft.clusters.of(mention).members for thing in _owned(draft, i))
    return any(draft.clusters.same(thing, root) for thing in owned)


def _owned(draft: Candidates, i: int) -> Iterator[int]:
    """What a pronoun owns, and what that owns."""
    tree, token = draft.tree, draft.mentions[i].head
    if draft.mentions[i].kind != "pronoun":
        return
    for _ in range(CLIMB):
        if tree.dep[token] != "nmod:poss":
            return
        token = tree.head[token]
        if token in draft.at:
            yield draft.at[token]
