"""Corrections of names by grammar and spelling, where the network alone errs: each a function from names to names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from newsgraph.graph.knowledge import gazetteer
from newsgraph.graph.knowledge.english import SHIP_PREFIXES

from ..english.name_words import BODIES, STORMS, VESSELS
from ..english.parties import place_of_party
from ..english.semantic_classes import given_names, noun_type
from ..english.titles import GENERATIONS, REGNAL, TITLES_AND_NAMES, bare
from ..english.word_classes import word_class
from .court_cases import court_cases
from .firm_spans import SUBJECTS, firms_in_s, joined_by_ampersand, legal_forms
from .label_voting import NUMBERS, Named

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TAKES_PART = SUBJECTS | {"obj", "iobj", "obl:agent", "appos", "conj", "flat", "nmod:desc"}
_OTHER_SCRIPTS = re.compile(
    r"[\u0370-\u058f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·・-]+"
)
_YEAR = re.compile(r"(1[6-9]|20)\d\d")
_INITIALS = re.compile(r"[A-Z]{1,2}|([A-Z]\.){1,3}")


def correct_names(doc: Doc, names: Iterable[Named]) -> list[Named]:
    """Correct the names of a parsed ``Doc``, given by tokens; in the order of the text, none in another."""
    found = {start: (start, end, label) for start, end, label in names}
    words = [token.text for token in doc]
    for correction in CORRECTIONS:
        for name in list(correction(doc, words, sorted(found.values()))):
            _put(found, name)
    return sorted(found.values())


def _put(found: dict[int, Named], name: Named) -> None:
    """Take a name in, in place of those it overlaps."""
    start, end, _ = name
    for other in [key for key, (a, b, _) in found.items() if a < end and start < b]:
        del found[other]
    found[start] = name


def _acronyms(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """ "WHO" in capitals among words that are not is a body, not a question."""
    taken = {token for start, end, _ in names for token in range(start, end)}
    for i in [i for i, word in enumerate(words) if len(word) > 1 and word.isupper()]:
        token = doc[i]
        if token.tag_ not in ("WP", "PRP"):
            continue
        if (token.i in taken or not _is_shouted(token)) and token.sent[-1].text != "?":
            token.tag_, token.pos_ = "NNP", "PROPN"
            token.set_morph("Number=Sing")  # type: ignore[attr-defined]
            token.lemma_ = token.text
            if token.i not in taken:
                yield token.i, token.i + 1, "ORG"


def _is_shouted(token: Token) -> bool:
    """Are the words next to it in capitals as well?"""
    near = [
        other for other in token.sent if other.is_alpha and abs(other.i - token.i) <= 2 and other != token
    ]
    return any(other.text.isupper() and len(other) > 3 for other in near) or not near


def _given_names(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """A first name right before a person's single name that hangs on it ("Dean" before "Smith")."""
    for start, end, label in names:
        if label != "PERSON" or end - start > 1 or start == 0:
            continue
        before = doc[start - 1]
        if doc[start].dep_ == "flat" and doc[start].head == before and before.ent_type == 0:
            known = before.lower_ in given_names() or before.lower_ in TITLES_AND_NAMES
            if before.text.istitle() and known:
                yield start - 1, end, label


def _other_scripts(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """A run of words in another script in an English sentence is one name as it is written there, mostly a person's."""
    foreign = {i for i, word in enumerate(words) if _OTHER_SCRIPTS.fullmatch(word) and not word.isascii()}
    for start in sorted(i for i in foreign if i - 1 not in foreign):
        end = start + 1
        while end in foreign:
            end += 1
        in_brackets = (
            start > 0 and words[start - 1] == "("
        )  # the name before it in the writing of its country
        if in_brackets or not any(token.text.isascii() and token.is_alpha for token in doc[start].sent):
            continue
        found = [label for first, last, label in names if first < end and start < last]
        label = _kind_in_another_script(doc, start, end, found)
        if label and "NORP" not in found:
            yield start, end, label


def _kind_in_another_script(doc: Doc, start: int, end: int, found: list[str]) -> str:
    """What the noun before a name says it is; else what the network takes one word for; else a person who takes part."""
    before = doc[start - 1] if start else None
    if before is not None and before.tag_ in ("NN", "NNS") and before.sent == doc[start].sent:
        kind = noun_type(before.lemma_)
        if kind:
            return kind if kind in ("PERSON", "ORG", "GPE") else ""
    if found and (end - start == 1 or any(token.text.islower() for token in doc[start:end])):
        return found[0]
    deps = {token.dep_ for token in doc[start:end] if not start <= token.head.i < end}
    return "PERSON" if deps & (SUBJECTS if end - start == 1 else _TAKES_PART) else ""


def _regnal(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """A single name is not enough alone for a queen or a pope: the title before it stays ("Queen Ola", not "Crown Prince Ola")."""
    taken = {token for start, end, _ in names for token in range(start, end)}
    for start, end, label in names:
        if label != "PERSON" or end - start > 1 or start == 0 or start - 1 in taken:
            continue
        before = doc[start - 2] if start > 1 and start - 2 not in taken else None
        if before is not None and before.text.istitle() and before.pos_ in ("NOUN", "PROPN"):
            continue
        if words[start - 1].istitle() and bare(words[start - 1]) in REGNAL and words[start - 1][-1] != ".":
            yield start - 1, end, label


def _generations(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """ "Jr." and "Sr." behind a person's name, a comma before them or not, belong to it."""
    for start, end, label in names:
        place = end + 1 if end < len(words) and words[end] == "," else end
        if label == "PERSON" and end - start > 1 and place < len(words) and _is_generation(words[place]):
            yield start, place + 1, label


def _is_generation(word: str) -> bool:
    return bare(word) in GENERATIONS and word[0].isupper()


def _storms(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """ "Storm" or "Hurricane" in capitals with the name that follows is one event."""
    for start, end, label in names:
        if label in NUMBERS or label == "NORP":
            continue
        if words[start].lower() in STORMS and words[start][0].isupper() and end - start > 1:
            yield start, end, "EVENT"
        elif start and words[start - 1].lower() in STORMS and words[start - 1].istitle():
            yield start - 1, end, "EVENT"


def _ships(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """A name with a ship's prefix, or behind the noun for a ship, is neither a work of art nor a person."""
    for start, end, label in names:
        if label in NUMBERS:
            continue
        if words[start] in SHIP_PREFIXES and end - start > 1:
            yield start, end, "PRODUCT"
        elif start and words[start - 1] in SHIP_PREFIXES and words[start - 1] != "MS":
            yield start - 1, end, "PRODUCT"
        elif label == "WORK_OF_ART" and start and words[start - 1].lower() in VESSELS:
            yield start, end, "PRODUCT"


def _numbered_laws(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """ "Resolution 1559" and "the 2023 Tax Act" are one name with their number."""
    taken = {token for start, end, label in names if label not in NUMBERS for token in range(start, end)}
    for i, (word, number) in enumerate(pairwise(words)):
        if i in taken or not (number.isdigit() and word.istitle() and word.lower() in word_class("laws")):
            continue
        if (
            doc[i].is_sent_start or not words[i - 1].istitle()
        ):  # else part of a longer name that the network did not find
            yield i, i + 2, "LAW"
    for start, end, label in names:
        before = doc[start - 1] if start else None
        if label == "LAW" and before is not None and before.i not in taken and _YEAR.fullmatch(before.text):
            yield start - 1, end, label


def _bodies_of(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """A body with the place or body whose it is: "the Superior Court of the Northern District" is one name."""
    opening = {start: (end, label) for start, end, label in names}
    for start, end, label in names:
        if label != "ORG" or words[end - 1].lower() not in BODIES or words[end : end + 1] != ["of"]:
            continue
        place = end + 1 + ("".join(words[end + 1 : end + 2]).lower() == "the")
        last, whose = opening.get(place, (0, ""))
        heads = {token.head.i for token in doc[place:last] if not place <= token.head.i < last}
        if whose in ("GPE", "LOC", "ORG") and any(start <= head < end for head in heads):
            yield start, last, label


def _initials(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """Initials before a person's name are part of it ("R.E. Lund", "V K Lund")."""
    taken = {token for start, end, _ in names for token in range(start, end)}
    for start, end, label in names:
        first = start
        while first > 0 and first - 1 not in taken and _INITIALS.fullmatch(words[first - 1]):
            if words[first - 1].lower() in ("i", "a") or doc[first].is_sent_start:
                break
            first -= 1
        if label == "PERSON" and first < start:
            yield first, end, label


def _small_and_large(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """A place right before the state or country it lies in is two names ("Lund Sweden")."""
    for start, end, label in names:
        if label not in ("GPE", "LOC") or end - start < 2:
            continue
        name = doc[start:end].text
        if "," in name or gazetteer.candidates(name):
            continue
        for cut in range(start + 1, end):
            inner, outer = doc[start:cut].text, doc[cut:end].text
            is_large = any(place.rank in ("country", "part") for place in gazetteer.candidates(outer))
            if (
                is_large
                and inner.lower() not in word_class("parts_of_places")
                and gazetteer.candidates(inner)
            ):
                yield start, cut, label
                yield cut, end, label
                break


def _seats(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """ "Senator Ron Hale (R-Fla.)": a part of a country behind the letter of a party is a place, however short."""
    for _, end, label in names:
        place = place_of_party(words, end) if label == "PERSON" else None
        if place is not None and any(found.rank == "part" for found in gazetteer.candidates(words[place])):
            yield place, place + 1, "GPE"


def _defined_letters(doc: Doc, words: list[str], names: list[Named]) -> Iterator[Named]:
    """Letters in brackets behind the name that they stand for name the same kind of thing throughout."""
    kinds: dict[str, str] = {}
    for start, end, label in names:
        letters = "".join(words[end + 1 : end + 2])
        if label not in ("ORG", "FAC", "GPE", "LOC") or words[end : end + 1] != ["("] or len(letters) < 3:
            continue
        if letters == "".join(word[0] for word in words[start:end] if word[0].isupper()):
            kinds.setdefault(letters, label)
    for start, end, label in names:
        known = kinds.get(words[start], label) if end - start == 1 else label
        if known != label:
            yield start, end, known


CORRECTIONS = (
    _acronyms,
    _given_names,
    _other_scripts,
    _regnal,
    _generations,
    _storms,
    _ships,
    joined_by_ampersand,
    legal_forms,
    _numbered_laws,
    court_cases,
    firms_in_s,
    _bodies_of,
    _initials,
    _small_and_large,
    _seats,
    _defined_letters,
)
"""In this order; each is given what those before it made."""
