"""Vetoes of roles: whom a noun for a person does not take up."""

from __future__ import annotations

from ..english.role_classes import ACCUSED, TAKEN_FOR_GRANTED, VICTIMS, is_anybody, may_take_up
from ..english.semantic_classes import noun_type
from .candidates import Candidates
from .clusters import Cluster
from .profiles import is_narrowed
from .roles import fate


def other_role(draft: Candidates, root: int, mention: int) -> bool:
    """A role that nobody said the person has, who has another one ("the plaintiff", "the defendant"); "the man" is anybody's."""
    cluster = draft.clusters.of(root)
    return _is_unsaid_role(draft, cluster, mention) and not _has_no_role(cluster)


def untold_role(draft: Candidates, root: int, mention: int) -> bool:
    """A role of a person by name of whom the text tells none ("the judge").

    News takes for granted who is governor: an office may be that of a person of whom no role was said.
    """
    cluster, lemma = draft.clusters.of(root), draft.profiles[mention].lemma
    if not _is_unsaid_role(draft, cluster, mention) or not _has_no_role(cluster):
        return False
    return lemma not in TAKEN_FOR_GRANTED or fate(draft.tree, draft.mentions, cluster)[1]


def _is_unsaid_role(draft: Candidates, cluster: Cluster, mention: int) -> bool:
    """Is it a noun for a person that neither the person's other nouns nor what happened to them bear out?"""
    lemma = draft.profiles[mention].lemma
    if draft.mentions[mention].kind != "nominal" or draft.mentions[mention].label != "PERSON":
        return False
    if is_anybody(lemma) or any(may_take_up(lemma, noun) for noun in cluster.nouns):
        return False
    accused, harmed = fate(draft.tree, draft.mentions, cluster)
    return not (harmed and lemma in VICTIMS) and not (accused and lemma in ACCUSED)


def is_any_office(draft: Candidates, root: int, mention: int) -> bool:
    """Is it a role without any more words ("the governor") for a person of whom no role was said?"""
    known, cluster = draft.profiles[mention], draft.clusters.of(root)
    is_role = draft.mentions[mention].label == "PERSON" and not is_anybody(known.lemma)
    is_bare = not known.modifiers and not is_narrowed(draft.tree, draft.mentions[mention].head)
    return is_role and is_bare and cluster.kind == "person" and _has_no_role(cluster)


def _has_no_role(cluster: Cluster) -> bool:
    return cluster.named and not any(noun_type(noun) == "PERSON" for noun in cluster.nouns)
