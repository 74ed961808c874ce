"""Speakers signed behind a dash, as under letters, posts and mottos ("“We are late.” — Olaf Brandt")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import Phrase
from ..syntax.rules import Rule

if TYPE_CHECKING:
    from .speech import Speaker, Speech

_DASHES = frozenset({"-", "--", "–", "—", "―", "~"})
_LONGEST = 16
"""A signature has fewer tokens than this."""


def signed_speakers(speech: Speech) -> dict[int, Speaker]:
    """The quotations with a name behind a dash that ends the line, and who is named."""
    found: dict[int, Speaker] = {}
    for number, quote in enumerate(speech.quotes):
        name = None if quote.open_ended else _signature(speech, quote.end + 1)
        if name is not None:
            found[number] = name, None
            SIGNED.fire(quote.start, speech.tree.words(name.tokens))
    return found


def _signature(speech: Speech, token: int) -> Phrase | None:
    """The name behind a dash at ``token``, or in the line below, with no verb up to the end of the line."""
    tree = speech.tree
    if token < len(tree) and tree.text[token].isspace():
        token += 1
    if token + 1 >= len(tree) or tree.text[token] not in _DASHES:
        return None
    end = token + 1
    while end < len(tree) and "\n" not in tree.text[end]:
        end += 1
    if end - token > _LONGEST or any(tree.pos[t] in ("VERB", "AUX") for t in range(token + 1, end)):
        return None
    start, end, label = next((e for e in tree.entities if e[0] == token + 1), (0, 0, ""))
    return Phrase(tuple(range(start, end)), start) if label in ("PERSON", "ORG") else None


SIGNED = Rule("signed-quote", signed_speakers, cites="typography of letters and mottos")
