"""Vetoes of scope: what "each" and "nobody" stand for, which nothing outside their sentence takes up."""

from __future__ import annotations

from ..english.lexicon import QUANTIFIERS
from ..english.pronouns import QUANTIFIED
from .candidates import Candidates


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
