"""A node of the graph's RDF with its properties: what descriptions yield."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .terms import Iri, Term

Pair = tuple[Iri, Term]


class Resource(NamedTuple):
    """A node with its properties, and the ids of the documents that vouch for them.

    No document vouches for a judgement, nor for what is ``across`` all articles.
    """

    node: Iri
    pairs: Sequence[Pair]
    documents: Sequence[str] = ()
    across: bool = False
