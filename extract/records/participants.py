"""Which chains of mentions take part in statements: where they stand, whether they are worth a node, how they are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..syntax.phrases import noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..coreference import Chain
    from ..mentions.detection import MentionSpan
    from ..syntax.tree import Tree

LONGEST = 9
"""A description of more words than this is cut to the words before its noun."""


def heads(chains: Sequence[Chain]) -> dict[int, int]:
    """Chain numbers by token: the heads of all mentions, and every word of a name."""
    found: dict[int, int] = {}
    for number, chain in enumerate(chains):
        for mention in chain.mentions:
            if mention.kind == "name":
                for token in range(mention.start, mention.end):
                    found.setdefault(token, number)
    for number, chain in enumerate(chains):
        for mention in chain.mentions:
            found[mention.head] = number
    return found


def shared_heads(chains: Sequence[Chain]) -> dict[int, tuple[int, ...]]:
    """For the head of each plural that stands for several chains ("they") their numbers."""
    found: dict[int, tuple[int, ...]] = {}
    for number, chain in enumerate(chains):
        for mention in chain.plurals:
            found[mention.head] = (*found.get(mention.head, ()), number)
    return {head: numbers for head, numbers in found.items() if len(numbers) > 1}


def matters(chain: Chain, uses: int) -> bool:
    """Is an unnamed chain worth a node? When it is taken up again, or stands in two statements."""
    if all(mention.kind == "pronoun" for mention in chain.mentions):
        return False
    return uses >= 2 or (uses == 1 and len(chain.mentions) >= 2)


def best_nominal(doc: Doc, tree: Tree, chain: Chain) -> str:
    """How an unnamed participant is called: by its longest description, the first of these, whole unless that is long.

    What it is said to be ("was an accident") is not what it is called.
    """
    nouns = [mention for mention in chain.mentions if mention.kind != "pronoun"]
    called = [mention for mention in nouns if tree.child(mention.head, "cop") is None] or nouns
    names = [_described(doc, tree, mention) for mention in called]
    return re.sub(r"\s+", " ", max(names, key=len))


def _described(doc: Doc, tree: Tree, mention: MentionSpan) -> str:
    whole = noun_phrase(tree, mention.head).tokens
    unbroken = whole[-1] - whole[0] + 1 == len(whole) <= LONGEST
    start, end = (whole[0], whole[-1] + 1) if unbroken else (mention.start, mention.end)
    start += doc[start].tag_ == "WP$"
    return doc[start:end].text
