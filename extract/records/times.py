"""The times of a document's phrases, read in text order: each may count from the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.conjugation import past
from ..english.lexicon import PLANNING
from ..english.temporal import TimeValue, normalise
from ..english.temporal.tagging import find_inside
from ..english.temporal.vocabulary import WEEKDAYS
from ..mentions.likeness import in_headline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc

    from ..statements import Argument, Extraction
    from ..syntax.tree import Tree


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


def tense_at(tree: Tree, extraction: Extraction, time: Argument) -> str | None:
    """Return when a time of a deed is; a day that something "was set for" may lie ahead or have gone by: the nearest is meant."""
    tense = tense_of(tree, extraction)
    planned = extraction.lemma in PLANNING and tree.words(tree.cases(time.head)) == "for"
    if planned and tense == "past":
        return None
    return "future" if tense is None and _is_on_schedule(tree, extraction, time) else tense


def _is_on_schedule(tree: Tree, extraction: Extraction, time: Argument) -> bool:
    """ "The trial continues on Thursday": a weekday in the present, and no headline, which tells of the past in it."""
    present = any(_is_present(tree, word) for word in extraction.predicate)
    weekday = any(tree.lower[word] in WEEKDAYS for word in time.tokens)
    return present and weekday and not in_headline(tree, extraction.predicate[-1])


def _is_present(tree: Tree, verb: int) -> bool:
    """ "Continues", "open"; "beat" and "hit" may as well be past, "has" is an auxiliary mostly."""
    lemma, tag = tree.lemma[verb], tree.tag[verb]
    return lemma != "have" and (tag == "VBZ" or (tag == "VBP" and past(lemma) != tree.lower[verb]))


def tense_of(tree: Tree, extraction: Extraction) -> str | None:
    """Return when the deed is: what is planned, asked for or a condition lies ahead, unless it was so in the past ("had planned to").

    So do infinitives behind a noun ("a vote to be held"), what somebody "is travelling" to and what "is scheduled".
    """
    words = extraction.predicate
    tags = {tree.tag[word] for word in words}
    if extraction.modality == "conditional" and any(tree.lemma[word] == "have" for word in words[:-1]):
        return "past"  # "if he has paid"
    if extraction.modality == "actual" and any(tree.lower[word] in ("would", "'d", "’d") for word in words):
        return "past"  # "would later resign", told of the past
    ahead = extraction.modality in ("planned", "requested", "obligatory", "conditional")
    is_modal = "MD" in tags or any(tree.lemma[word] in ("will", "shall") for word in words)
    if is_modal or (ahead and "VBD" not in tags):
        return "future"
    if any(tree.tag[word] == "VB" and tree.dep[word] == "acl" for word in words):
        return "future"
    present = any(tree.tag[word] in ("VBP", "VBZ") and tree.lemma[word] == "be" for word in words)
    if present and ("VBG" in tags or any(_is_arranged(tree, word) for word in words)):
        return "future"
    if tags & {"VBD", "VBN"} or (not ahead and any(_is_with_past(tree, word) for word in words)):
        return "past"
    return "future" if ahead else None


def _is_with_past(tree: Tree, word: int) -> bool:
    """ "Raised the level after recording 40 tremors in a day" tells both of the past."""
    return tree.tag[word] == "VBG" and tree.dep[word] == "advcl" and tree.tag[tree.head[word]] == "VBD"


def _is_arranged(tree: Tree, word: int) -> bool:
    """ "Is scheduled for November", "is expected in May"."""
    return tree.tag[word] == "VBN" and tree.lemma[word] in PLANNING
