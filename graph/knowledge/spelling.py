"""Spelling of names: what one name looks like under other alphabets, accents and habits.

Four strengths, from sure to vague: the same letters (``plain``), the same sound (``sound``: transliteration habits
such as kh/h, w/v, y/i, doubled letters and vowel grades levelled out), the same consonants (``skeleton``), and few
edits.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

SAME, SOUND, SKELETON, EDIT, OTHER = range(5)
"""How alike two words are, from the same letters to not at all."""

NAMES_KEPT = 1 << 12
"""Names whose words are remembered. Reading asks for these too: more would grow for as long as names are new."""

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ə": "a",
    }
)
_APOSTROPHES = re.compile("['’‘`ʻʼʿʾ´]")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.[ ]?){2,}")
_CODE = re.compile(r"\b([^\W\d_]{1,2})-(\d)")
_WORD = re.compile(r"[^\W_]+")
_UMLAUTS = ((re.compile("ue"), "u"), (re.compile("oe"), "o"), (re.compile("ae"), "a"))
_SOUNDS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        ("tsch|tch|cz", "ch"), ("sch|sz", "sh"), ("dzh", "zh"), ("dj", "d"), ("kh", "h"), ("gh", "g"), ("dh", "d"),
        ("th", "t"), ("ph", "f"), ("bh", "b"), ("q", "k"), ("ck", "k"), ("c(?!h)", "k"), ("x", "ks"),
        ("w", "v"), ("tz", "ts"), ("^ye", "e"), ("[yj](?![aou])", "i"), ("y", "i"), ("ou|oo", "u"), ("ee", "i"),
        ("e", "i"), ("o", "u"), (r"(.)\1+|([zsc]h)\2", r"\1\2"), ("(?<=[aiu])h$", ""),
    )
)  # fmt: skip
_VOWELS = re.compile("(?<!^)[aiu]+")


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """Return ``text`` in lower case, without diacritics, apostrophes and possessive endings.

    >>> plain("Wałęsa's"), plain("Sana'a")
    ('walesa', 'sanaa')
    """
    bare = _APOSTROPHES.sub("", _POSSESSIVE.sub("", text)).casefold()
    if bare.isascii():
        return bare
    decomposed = unicodedata.normalize("NFKD", bare)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_LETTERS)


@lru_cache(maxsize=NAMES_KEPT)
def raw_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` as they are written; see :func:`words`."""
    text = _DOTTED.sub(lambda match: re.sub("[. ]", "", match[0]) + " ", text.replace("&", " and "))
    text = _APOSTROPHES.sub("", _POSSESSIVE.sub("", text))
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", _CODE.sub(r"\1\2", text))))


@lru_cache(maxsize=NAMES_KEPT)
def words(text: str) -> tuple[str, ...]:
    """Return the plain words of ``text``.

    Dotted initials are one word, and so are a letter or two, a hyphen and a number; "&" is "and"; any other hyphen
    parts words.

    >>> words("the U.S. Air-Force & Navy F-16")
    ('the', 'us', 'air', 'force', 'and', 'navy', 'f16')
    """
    return tuple(word for raw in raw_words(text) for word in _WORD.findall(plain(raw)))


@lru_cache(maxsize=1 << 15)
def levelled(word: str) -> str:
    """Return a plain word with umlauts that were spelled out taken back: mueller, müller and muller are one."""
    for pattern, by in _UMLAUTS:
        word = pattern.sub(by, word)
    return word


@lru_cache(maxsize=1 << 15)
def sound(word: str) -> str:
    """Return what transliterations of one word have in common.

    >>> sound("muhammad"), sound("horetskyy") == sound("horetsky"), sound("qadhafi")
    ('muhamad', True, 'kadafi')
    """
    word = levelled(word)
    for pattern, by in _SOUNDS:
        word = pattern.sub(by, word)
    return word


@lru_cache(maxsize=1 << 18)
def skeleton(word: str) -> str:
    """Return the first letter and the consonants of the sound of a word; a first vowel is always "a".

    >>> skeleton("mohamed"), skeleton("osama")
    ('mhmd', 'asm')
    """
    heard = sound(word)
    first = "a" if heard[:1] in ("i", "u") else heard[:1]
    return first + _VOWELS.sub("", heard)[1:]


def likeness(left: str, right: str) -> int:
    """Return how alike two plain words are: SAME, SOUND, SKELETON, EDIT or OTHER. Short words must be the same."""
    if left == right:
        return SAME
    same_skeleton = skeleton(left) == skeleton(right)
    may_be_edited = left[:1] == right[:1] and min(len(left), len(right)) >= 6
    if not (same_skeleton or may_be_edited):  # as nearly all are: what is more alike has one skeleton
        return OTHER
    if levelled(left) == levelled(right):
        return SAME
    if min(len(left), len(right)) < 4 or left[-1].isdigit() or right[-1].isdigit():
        return OTHER
    if sound(left) == sound(right):
        return SOUND
    heard = Levenshtein.normalized_similarity(sound(left), sound(right))
    if same_skeleton and heard >= 0.7:
        return SKELETON
    near = may_be_edited and (heard >= 0.85 or Levenshtein.distance(left, right) == 1)
    return EDIT if near else OTHER


LEAST_LETTERS = 6
"""Shorter words of names that are made of words are alike only if they sound alike."""


def is_alike(left: str, right: str) -> bool:
    """Return whether two plain words may be spellings of one word in names of bodies, places and groups.

    >>> is_alike("program", "programme"), is_alike("korean", "quran")
    (True, False)
    """
    alike = likeness(left, right)
    if alike == SOUND:
        return min(len(left), len(right)) >= LEAST_LETTERS - 1
    return alike == SAME or (alike != OTHER and min(len(left), len(right)) >= LEAST_LETTERS)


def merge_split_words(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``left`` with neighbours joined where ``right`` writes them as one word ("jong", "un": "jongun")."""
    heard = {skeleton(word) for word in right} if len(left) > 1 else ()
    merged: list[str] = []
    index = 0
    while index < len(left):
        parts = left[index : index + 2]
        pair = "".join(parts)
        may_join = len(parts) > 1 and skeleton(pair) in heard  # few pairs get further
        joins = may_join and any(_joins(pair, parts, word) for word in right)
        merged.append(pair if joins else left[index])
        index += 2 if joins else 1
    return tuple(merged)


def _joins(pair: str, parts: tuple[str, ...], word: str) -> bool:
    if pair == word or min(map(len, parts)) < 2:
        return pair == word
    close = SOUND if len(pair) < 9 else SKELETON
    return skeleton(pair) == skeleton(word) and likeness(pair, word) <= close
