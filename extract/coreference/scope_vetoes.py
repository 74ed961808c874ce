"""Vetoes of scope: what "each" and "nobody" stand for, which nothing outside their sentence takes up."""

from __future__ import annotations

from ..english.lexicon import QUANTIFIERS
from ..english.pronouns import QUANTIFIED
from .candidates import Candidates


def quantified(draft: Candidates, root: int, mention: int) -> bool:
    """ "Anyone", "no driver", "each club" are none in particular: only a pronoun of their sentence is bound by them."""
    if _is_quantified(draft, mention):
        return True
    is_pronoun, sentence = draft.mentions[mention].kind == "pronoun", draft.profiles[mention].sentence
    return any(
        _is_quantified(draft, i) and not (is_pronoun and draft.profiles[i].sentence == sentence)
        for i in draft.clusters.of(root).members
    )


def _is_quantified(draft: Candidates, i: int) -> bool:
    tree, mention = draft.tree, draft.mentions[i]
    if mention.kind != "nominal":
        return False
    is_anybody = tree.lower[mention.head] in QUANTIFIED
    return is_anybody or any(tree.lower[kid] in QUANTIFIERS for kid in tree.children(mention.head, "det"))
