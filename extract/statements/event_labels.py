"""Labels of events that a noun names, told by its verb: of "the sale of Kelda to Vardo" Kelda "was sold to" Vardo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.conjugation import past, past_participle

if TYPE_CHECKING:
    from .extraction import Extraction


def event_label(base: str, extraction: Extraction) -> str:
    """The verb of an event that a noun names, in the past where it is a fact."""
    verb, _, rest = base.partition(" ")
    if extraction.polarity != "positive":
        return f"was not {rest}" if verb == "be" else f"did not {base}"
    if extraction.modality != "actual":
        return f"{'may' if extraction.modality == 'possible' else 'is to'} {base}"
    return f"{past(verb)} {rest}".strip()


def event_base(verb: str, *, passive: bool, preposition: str) -> str:
    """The plain wording of an event's verb: "be sold to", "attack".

    >>> event_base("sell", passive=True, preposition="to"), event_base("resign", passive=False, preposition="")
    ('be sold to', 'resign')
    """
    first, _, particle = verb.partition(" ")
    words = f"be {past_participle(first)} {particle}".strip() if passive else verb
    return f"{words} {preposition}".strip()
