"""A node of the graph's RDF with its properties: what descriptions yield."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

Term = NamedNode | Literal | Triple
Pair = tuple[NamedNode, Term]


class Resource(NamedTuple):
    """A node with its properties, and the ids of the documents that vouch for them.

    No document vouches for a judgement, nor for what is ``across`` all articles.
    """

    node: NamedNode
    pairs: Sequence[Pair]
    documents: Sequence[str] = ()
    across: bool = False
