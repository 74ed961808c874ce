"""Names of firms by their form: two names with "&", a legal form, a family name in "'s" that owns nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgraph.graph.knowledge import gazetteer

from ..english.name_words import LEGAL_FORMS
from ..english.titles import bare
from ..english.word_classes import word_class
from .label_voting import NUMBERS, Named

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_MODIFIERS = frozenset({"compound", "nmod:desc", "flat", "appos", "nmod:unmarked"})
_OWNED = frozenset({"ADJ", "NOUN", "NUM", "PROPN", "ADV"})
"""Parts of speech of what stands behind a possessor."""


def joined_by_ampersand(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """Two names with "&" between them that the network took for one, or that are one thing ("Lund & Vik is", "its"), are a firm's.

    Single names are none where somebody in the text has one of them.
    """
    inside = {token for start, end, label in names if end - start > 1 for token in range(start, end)}
    families = {words[end - 1] for start, end, label in names if label == "PERSON" and end - start > 1}
    for start, end, label in names:
        if words[start + 1 : end - 1] == ["&"] and label in ("FAC", "GPE", "LOC", "PERSON"):
            yield start, end, "ORG"
    for i in (i for i, word in enumerate(words) if word == "&" and 0 < i < len(words) - 1):
        pair = (i - 1, i + 1)
        if inside.intersection(pair) or families & {words[i - 1], words[i + 1]}:
            continue
        if all(gazetteer.candidates(words[token]) for token in pair):
            continue
        is_named = all(doc[token].pos_ == "PROPN" and words[token].istitle() for token in pair)
        beside = [words[token] for token in (i - 2, i + 2) if 0 <= token < len(words)]
        if (
            is_named
            and not any(word.istitle() or word in ("&", ",") for word in beside[:1])
            and "&" not in beside
            and _is_one(doc, i - 1, i + 2)
        ):
            yield i - 1, i + 2, "ORG"


def _is_one(doc: Doc, start: int, end: int) -> bool:
    """Does a noun for firms stand before these words, "its" behind them, or a verb in the singular of which they are the subject?"""
    if start and doc[start - 1].lower_ in word_class("called_firms"):
        return True
    if any(token.lower_ == "its" for token in doc[end : doc[start].sent.end]):
        return True
    verbs = [token.head for token in doc[start:end] if token.dep_ in SUBJECTS and token.head.i >= end]
    return any(
        token.tag_ == "VBZ" or token.lower_ == "was"
        for verb in verbs
        for token in (verb, *(kid for kid in verb.children if kid.pos_ == "AUX"))
    )


def legal_forms(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """A name that ends in a firm's legal form is a firm's."""
    for start, end, label in names:
        last = words[end - 1]
        if (
            end - start > 1
            and label not in ("ORG", *NUMBERS)
            and bare(last) in LEGAL_FORMS
            and last[0].isupper()
        ):
            yield start, end, "ORG"


def firms_in_s(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """ "Moody's" that owns nothing is a firm, unless it is somebody's family name; with "of" and a place it is one name ("Lloyd's of London")."""
    opening = {start: (end, label) for start, end, label in names}
    families = {words[end - 1] for start, end, label in names if label == "PERSON" and end - start > 1}
    for start, end, label in names:
        inside = words[end - 1].lower() in ("'s", "’s") and end - start > 1
        place = end - 1 if inside else end
        if (
            label not in ("ORG", "PERSON", "GPE", "FAC")
            or place >= len(words)
            or words[place].lower() not in ("'s", "’s")
        ):
            continue
        head = doc[place].head
        if doc[place].dep_ != "case" or not start <= head.i < place:
            continue
        if place - start == 1 and words[start] in families:
            continue
        if label == "GPE" and gazetteer.candidates(doc[start:place].text):
            continue
        is_shop = label == "FAC" and place + 1 < len(words) and doc[place + 1].pos_ not in _OWNED
        if not is_shop and not _owns_nothing(doc, head, place + 1, sure=label == "ORG" and inside):
            continue
        after = opening.get(place + 2, (0, ""))
        if words[place + 1 : place + 2] == ["of"] and after[1] == "GPE" and head.dep_ in SUBJECTS:
            yield start, after[0], "ORG"
        else:
            yield start, place + 1, "ORG"


def _owns_nothing(doc: Doc, head: Token, following: int, *, sure: bool) -> bool:
    """Is the name the subject of the verb that follows, or (where the network is ``sure``) anything but an owner?"""
    if head.dep_ in SUBJECTS or (head.dep_ == "nmod:poss" and head.head.tag_ in ("VBZ", "VBD")):
        rest = [token for token in doc[following : head.head.i] if token.pos_ not in ("ADV", "AUX", "PART")]
        return head.head.i >= following and (sure or not rest)
    return sure and head.dep_ not in ("nmod:poss", *_MODIFIERS) and head.dep_ != "nmod"
