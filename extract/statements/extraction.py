"""What the rules find: a statement as tokens of a ``Doc``, before entities, dates and confidence are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ..attribution.sources import Source
    from ..factuality.signs import Sign

TokenIndices = tuple[int, ...]


class Argument(Struct, frozen=True):
    """A circumstance of a statement: its role (``time``, ``place`` ... or the preposition), tokens and head noun."""

    role: str
    tokens: TokenIndices
    head: int


class Extraction(Struct, frozen=True):
    """Who did what to whom, in token indices, every tuple in text order.

    ``predicate`` reads between subject and object ("extended condolences to"); in an extraction made from a
    role ("spokesman Anders Holt") it is the role's own words, as the text has no verb. ``lemma`` is the
    lemma of the content word: the verb, or the noun of a role. ``object`` is None for an intransitive
    predicate. ``method`` names the construction, ``rule`` the rule that read it and ``steps`` those that changed it
    afterwards, in order. ``signs`` are the words that decide polarity and modality.
    """

    subject: TokenIndices
    subject_head: int
    predicate: TokenIndices
    lemma: str
    object: TokenIndices | None
    object_head: int | None
    qualifiers: tuple[Argument, ...]
    polarity: str
    modality: str
    attribution: Source | None
    sentence: int
    method: str
    rule: str = ""
    steps: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
