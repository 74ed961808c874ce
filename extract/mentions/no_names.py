"""What the recogniser takes for names and is none: plain words and their initials, codes of currencies, letters of parties."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgraph.graph.knowledge import gazetteer

from ..english.amounts.vocabulary import CODES
from ..english.lexicon import INDEFINITE
from ..english.temporal.vocabulary import MONTH_PATTERN
from ..syntax.phrases import QUOTATION_MARKS
from ..syntax.tree import Tree

_WORKS = frozenset({"WORK_OF_ART", "PRODUCT"})
"""Labels of names that may be written without a capital, in quotation marks: poems, songs, brands."""
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""Labels of what may have initials for a name though its words are small: "special investigation team (SIT)"."""
_THINGS = frozenset({"WORK_OF_ART", "EVENT", "PRODUCT"})
"""Labels of what has no other place: plain words and days as well."""
_NEAR = 16
"""Words around a name within which another one is written large, if the text has capitals at all."""
_LINKS = frozenset({"-", "of", "and", "for", "the", "in", "on", "to", "a"})
_MONTH = re.compile(rf"{MONTH_PATTERN}\.?", re.IGNORECASE)
_INITIALS, _PLURAL = re.compile("[A-Z]{2,}"), re.compile("[A-Z]{2,}s")
_PARTY_TAG = re.compile(r"[DIR]-([A-Z][A-Za-z]+\.?)")
"""A party and the state of a member of Congress in one word ("R-Ariz.")."""


def is_no_name(tree: Tree, start: int, words: list[str], label: str) -> bool:
    """Are these plain words, initials of plain words, or the code of a currency?

    English writes names with a capital, works also in quotation marks.
    """
    if len(words) == 1 and label not in _ACTORS and words[0] in _short_for_words(tree):
        return True
    if label != "PERSON" and words[-1] in _counted(tree) and (len(words) == 1 or words[-2].islower()):
        return True
    if len(words) == 1 and (tag := _PARTY_TAG.fullmatch(words[0])) and gazetteer.candidates(tag[1]):
        return True
    if label in _THINGS and (_is_plain_elsewhere(tree, start, words) or _is_day(words)):
        return True
    if label == "LAW" and words[0].isdecimal() and len(words) == 1:
        return True
    if words[0] in CODES and len(words) == 1:
        return label != "PERSON" and (label != "ORG" or _is_beside_number(tree, start))
    if not "".join(words).islower() or not _has_capitals(tree, start):
        return False
    return label not in _WORKS or start == 0 or tree.text[start - 1] not in QUOTATION_MARKS


def _is_plain_elsewhere(tree: Tree, start: int, words: list[str]) -> bool:
    """Is a capital word written small elsewhere in the text ("Malaria is ... against malaria")?

    Not behind a noun, a possessive or a quotation mark within a sentence: films and songs are called like plain words.
    """
    if len(words) > 1 or not words[0].istitle() or words[0].lower() not in _small_words(tree):
        return False
    if start == 0 or tree.sentence[start - 1] != tree.sentence[start]:
        return True
    before = start - 1
    if tree.text[before] in QUOTATION_MARKS:
        return before == 0 or tree.sentence[before - 1] != tree.sentence[start]
    return tree.pos[before] not in ("NOUN", "PROPN", "PART")


@lru_cache(maxsize=2)
def _counted(tree: Tree) -> frozenset[str]:
    """The initials that a text counts like nouns, in both numbers: "a PAC", "two SUVs"."""
    found = set()
    for token, word in enumerate(tree.text):
        if _PLURAL.fullmatch(word):
            found |= {word, word[:-1]}
        elif _INITIALS.fullmatch(word) and tree.dep[token] != "compound":
            before = tree.child(token, "det")
            if before is not None and tree.lower[before] in INDEFINITE:
                found |= {word, f"{word}s"}
    return frozenset(found)


@lru_cache(maxsize=2)
def _small_words(tree: Tree) -> frozenset[str]:
    """The words that a text writes without a capital."""
    return frozenset(word for word in tree.text if word.islower())


def _is_day(words: list[str]) -> bool:
    """Is it the day of a year: "Apr. 17, 1830"?"""
    year = words[-1]
    return len(words) > 2 and len(year) == 4 and year.isdecimal() and bool(_MONTH.fullmatch(words[0]))


@lru_cache(maxsize=2)
def _short_for_words(tree: Tree) -> frozenset[str]:
    """The initials that a text gives in brackets for words without capitals: "special purpose vehicle (SPV)"."""
    return frozenset(
        tree.text[token]
        for token in range(1, len(tree) - 1)
        if tree.text[token].isupper() and tree.text[token - 1] == "(" and tree.text[token + 1] == ")"
        if _spell(tree, token - 1, tree.lower[token])
    )


def _spell(tree: Tree, end: int, initials: str) -> bool:
    """Do the words before ``end`` begin with these letters, all of them small?"""
    words = [word for word in tree.text[max(0, end - 3 * len(initials)) : end] if word not in _LINKS]
    last = words[-len(initials) :]
    return len(initials) > 1 and [word[0] for word in last] == list(initials)


def _is_beside_number(tree: Tree, token: int) -> bool:
    return any(0 <= near < len(tree) and tree.text[near][0].isdigit() for near in (token - 1, token + 1))


def _has_capitals(tree: Tree, token: int) -> bool:
    """Does another word of the sentence begin with a capital?"""
    near = range(max(0, token - _NEAR), min(len(tree), token + _NEAR))
    return any(
        tree.text[i][0].isupper() and tree.lower[i] != "i" and tree.sentence[i] == tree.sentence[token]
        for i in near
    )


def is_party_tag(tree: Tree, token: int) -> bool:
    """Does a letter for a party stand before a place, as in "Senator Lund (D-Ohio)"? The place is a name, the tag is none."""
    return (
        0 < token < len(tree) - 2
        and len(tree.text[token]) == 1
        and tree.text[token].isupper()
        and tree.text[token - 1] in ("(", ",")
        and tree.text[token + 1] in ("-", "–")
        and _is_place(tree, token + 2)
    )


def _is_place(tree: Tree, token: int) -> bool:
    """Is this the name of a place, or short for one ("Tex", parted from its full stop)?"""
    return any(gazetteer.candidates(word) for word in (tree.text[token], f"{tree.text[token]}."))
