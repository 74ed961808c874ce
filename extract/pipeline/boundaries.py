"""Where sentences start: what spelling and tags say against the network's scores."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..english.lexicon import FORMS_OF_ADDRESS, ROLE_NOUNS
from ..english.word_classes import word_class

Bools = NDArray[np.bool_]

SPACE, PARAGRAPH = 1, 4
"""What stands before a word, as ``breaks_before`` tells it."""

CERTAIN = 2.0
"""Log odds from which a sentence may start with a verb in small letters behind a name."""

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_NAME = 4
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_CLOSING = frozenset({"”", '"', "''", "’"})
_SHORT_PLACES = frozenset(
    {"U.S.", "U.K.", "U.N.", "E.U.", "U.A.E.", "U.S.A.", "U.S.S.R.", "D.C.", "L.A.", "N.Y.", "N.Z."}
)
"""Places by their letters; other letters with stops are the initials of persons."""
_FIRMS = frozenset({"S.A.", "N.V.", "B.V.", "A.G.", "S.L.", "L.P.", "L.L.C.", "P.L.C.", "K.K.", "S.A.S."})
"""Legal forms of firms by their letters, behind the firm's name."""
_ABBREVIATION = re.compile(r"[ap]\.m\.|[A-Z]?[a-z]{1,5}\.|[A-Z]{2,5}\.")


def settle_starts(
    words: Sequence[str],
    breaks: Sequence[int],
    tags: Sequence[str],
    scores: Sequence[float],
    starts: Bools,
    opens: Bools,
) -> Bools:
    """Return which words start a sentence, given those that the network starts one at.

    ``opens`` says which words are not inside a name. No sentence starts between a name and its verb, unless the network is certain. An
    abbreviation with its full stop ends a sentence where a name and a finite verb follow and there was a finite verb
    before: "works for Apple Inc. Reed works for Ford"; a full stop of its own does so too. The dash before who signs a
    quotation starts one.
    """
    settled = starts.copy()
    finite = False
    for i, word in enumerate(words):
        finite = finite and not settled[i]
        if i and settled[i] and breaks[i] != PARAGRAPH:
            settled[i] = not (tags[i] in _FINITE and _goes_on(words[i - 1], word, scores[i]))
        elif _is_signed(words, i) or (
            i and finite and _stops(words, i) and breaks[i] == SPACE and _new_clause(words, tags, i, opens)
        ):
            settled[i], finite = True, False
        finite = finite or tags[i] in _FINITE
    return settled


def _is_signed(words: Sequence[str], i: int) -> bool:
    """Is the word the dash between a quotation that ends in a stop and a capital ("We are late.” — Olaf Brandt")?"""
    if words[i] not in _DASHES or not 1 < i < len(words) - 1 or words[i - 1] not in _CLOSING:
        return False
    return words[i - 2][-1] in ".!?…" and words[i + 1][0].isupper()


def _goes_on(before: str, word: str, score: float) -> bool:
    """Is it a verb in small letters behind a name?"""
    return (
        before[0].isupper() and word.isalpha() and word.islower() and before[-1].isalnum() and score < CERTAIN
    )


def _stops(words: Sequence[str], i: int) -> bool:
    """Is the word before a full stop or an abbreviation that may end a sentence, and this one capitalised?"""
    before = words[i - 1]
    if before[-1] != "." or not words[i][0].isupper():
        return False
    firm = before in _FIRMS and i > 1 and _is_of_firm(words[i - 2])
    if before == "." or before in _SHORT_PLACES or firm:
        return True
    return _ABBREVIATION.fullmatch(before) is not None and before.lower() not in word_class("abbreviations")


def _is_of_firm(word: str) -> bool:
    """Is the word before the letters one of a name, and no title before initials ("Captain S.A. Lund")?"""
    return word[0].isupper() and word.isalpha() and word.lower() not in FORMS_OF_ADDRESS | ROLE_NOUNS


def _new_clause(words: Sequence[str], tags: Sequence[str], i: int, opens: Bools) -> bool:
    """Do a name and a finite verb begin here, the name being no part of the one before?"""
    end = i
    while end < len(words) and end - i < _LONGEST_NAME and words[end][0].isupper():
        end += 1
    if end == len(words) or tags[end] not in _FINITE or not words[end].islower():
        return False
    if words[i - 1][0].isupper() and words[i].lower() in word_class("institutions"):
        return False
    return bool(opens[i]) or words[i - 1] not in _SHORT_PLACES or end == i + 1
