"""The times of a document's phrases, read in text order: each may count from the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import PLANNING
from ..english.temporal import TimeValue, normalise
from ..english.temporal.tagging import find_inside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc, Token

    from ..statements import Extraction


_APOSTROPHES = frozenset("'’‘")
_BOUNDS = ("after ", "before ", "since ", "until ", "till ", "by ", "following ", "ahead ", "prior ")


class TimeReader:
    """Reads time expressions against the document's date and the time that the text spoke of before."""

    def __init__(self, doc: Doc, anchor: date | None) -> None:
        self._doc, self._anchor = doc, anchor
        self._known: dict[tuple[int, ...], TimeValue | None] = {}
        self._last: TimeValue | None = None

    def value(self, tokens: Sequence[int], text: str, tense: str | None) -> str | None:
        """Return the value of a time expression; "a day earlier" counts from the expression before it.

        Behind one with a date that cannot be told ("on Aug. 5", of no known year) nothing is counted from another.
        """
        key = tuple(tokens)
        if key not in self._known:
            found = normalise(
                self._with_apostrophe(tokens, text), self._anchor, tense=tense, reference=self._last
            )
            self._known[key] = found
            if found is None and self._is_unknown(key):
                self._last = None
            elif found is not None and found.kind in {"date", "interval"}:
                self._last = found
        known = self._known[key]
        return known.value if known else None

    def _is_unknown(self, tokens: tuple[int, ...]) -> bool:
        """Does a phrase without a value speak of a date, and not only of such as are known by themselves?"""
        known = {token for key, value in self._known.items() if value is not None for token in key}
        return any(self._doc[token].ent_type_ == "DATE" for token in tokens if token not in known)

    def inside(self, text: str, tense: str | None) -> str | None:
        """Return the value of the one date inside a phrase that is about something else: "at a meeting on Thursday"."""
        date = find_inside(text) if not text.lower().startswith(_BOUNDS) else None
        found = normalise(date, self._anchor, tense=tense) if date else None
        return found.value if found else None

    def _with_apostrophe(self, tokens: Sequence[int], text: str) -> str:
        """Give a year of two figures back the apostrophe that phrases leave out as a mark of punctuation."""
        for token in tokens:
            year = self._doc[token].text
            if len(year) == 2 and year.isdigit() and token - 1 not in tokens:
                before = self._doc[token - 1]
                if before.text in _APOSTROPHES and not before.whitespace_:
                    return text.replace(year, f"'{year}", 1)
        return text


def tense_of(doc: Doc, extraction: Extraction) -> str | None:
    """Return when the deed is: what is planned, asked for or a condition lies ahead, unless it was so in the past ("had planned to").

    So do infinitives behind a noun ("a vote to be held"), what somebody "is travelling" to and what "is scheduled".
    """
    words = [doc[i] for i in extraction.predicate]
    if extraction.modality == "conditional" and any(word.lemma_ == "have" for word in words[:-1]):
        return "past"  # "if he has paid"
    if extraction.modality == "actual" and any(word.lower_ in ("would", "'d", "’d") for word in words):
        return "past"  # "would later resign", told of the past
    ahead = extraction.modality in ("planned", "requested", "obligatory", "conditional")
    if any(word.lemma_ in {"will", "shall"} or word.tag_ == "MD" for word in words) or (
        ahead and not any(word.tag_ == "VBD" for word in words)
    ):
        return "future"
    past = any("Past" in word.morph.get("Tense", []) for word in words)
    if any(word.tag_ == "VB" and word.dep_ == "acl" for word in words):
        return "future"
    present = any(word.tag_ in ("VBP", "VBZ") and word.lemma_ == "be" for word in words)
    if present and any(word.tag_ == "VBG" or _is_arranged(word) for word in words):
        return "future"
    return "past" if past else "future" if ahead else None


def _is_arranged(word: Token) -> bool:
    """ "Is scheduled for November", "is expected in May"."""
    return word.tag_ == "VBN" and word.lemma_ in PLANNING
