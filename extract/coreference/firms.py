"""The firm that a document is about, taken up as "the company"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan
from ..syntax.tree import Tree
from .clusters import Clusters
from .named_kinds import is_bare
from .profiles import MentionProfile

_TIMES = 2
"""How many times as often as any other body the firm is named."""
_BACK = 6
"""Sentences back in which it is named last."""


def firms_taken_up(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """Pairs of the name of the one firm that a document is about and "the company" behind it.

    Nothing where a company without a name is spoken of ("a company in Bergen"), or other bodies are named nearly as often.
    """
    bare = [
        i
        for i, m in enumerate(mentions)
        if m.kind == "nominal"
        and profiles[i].lemma in word_class("firms")
        and mentions[clusters.of(i).first].kind != "name"
    ]
    if not bare or not all(is_bare(tree, mentions[i], profiles[i]) for i in bare):
        return
    named = [i for i, m in enumerate(mentions) if m.kind == "name" and m.label == "ORG" and _is_firm(tree, m)]
    counts = Counter(clusters.of(i).first for i in named)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]):
        return
    firm = [i for i in named if clusters.of(i).first == ranked[0][0]]
    for i in bare:
        near = [j for j in firm if j < i and profiles[i].sentence - profiles[j].sentence <= _BACK]
        if near and clusters.of(i).first == i:
            yield near[-1], i


def _is_firm(tree: Tree, name: MentionSpan) -> bool:
    """Is it no ministry, court, party or newspaper, and no abbreviation of a body?"""
    words = [word.lower() for word in tree.text[name.start : name.end]]
    capitals = len(words) == 1 and tree.text[name.start].isupper()
    words.append(" ".join(words))
    return not capitals and all(
        word_class(bodies).isdisjoint(words) for bodies in ("institutions", "news_outlets")
    )
