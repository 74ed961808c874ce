"""Vetoes of scope: what "each", "nobody" and "is no thief" stand for, which nothing outside their sentence takes up."""

from __future__ import annotations

from ..english.lexicon import INDEFINITE, QUANTIFIERS
from ..english.pronouns import QUANTIFIED
from .candidates import Candidates
from .structure import asserts_identity


def quantified(draft: Candidates, root: int, mention: int) -> bool:
    """ "Anyone", "no driver", "each club" are none in particular: only a pronoun of their sentence is bound by them.

    As they take up nothing they are the first of what they are.
    """
    if _is_quantified(draft, mention):
        return True
    first = draft.clusters.of(root).first
    is_bound = (
        draft.mentions[mention].kind == "pronoun"
        and draft.profiles[first].sentence == draft.profiles[mention].sentence
    )
    return not is_bound and _is_quantified(draft, first)


def _is_quantified(draft: Candidates, i: int) -> bool:
    tree, mention = draft.tree, draft.mentions[i]
    if mention.kind != "nominal":
        return False
    is_anybody = tree.lower[mention.head] in QUANTIFIED
    return is_anybody or any(tree.lower[kid] in QUANTIFIERS for kid in tree.children(mention.head, "det"))


def only_thought(draft: Candidates, root: int, mention: int) -> bool:
    """ "Is not a thief", "they think he is a thief": no thief is told of whom anything else could take up."""
    return _is_only_thought(draft, mention) or all(
        _is_only_thought(draft, i) for i in draft.clusters.of(root).members
    )


def _is_only_thought(draft: Candidates, i: int) -> bool:
    tree, mention = draft.tree, draft.mentions[i]
    is_new = mention.kind == "nominal" and tree.lower[mention.start] in INDEFINITE
    return is_new and tree.child(mention.head, "cop") is not None and not asserts_identity(tree, mention.head)
