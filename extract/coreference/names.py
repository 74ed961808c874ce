"""Names of one document: their parts, and whether two of them can name the same thing."""

from __future__ import annotations

import csv
import itertools
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

import newsgraph.graph
from newsgraph.graph.knowledge import gazetteer
from newsgraph.graph.knowledge.english import SHIP_PREFIXES

from ..english.name_words import (
    BODIES,
    EXPANSIONS,
    FIRM_TAILS,
    LEGAL_FORMS,
    ORGANISATION_TAILS,
    PARTY_ADJECTIVES,
)
from ..english.titles import TITLES_AND_NAMES, bare, count_suffixes, is_title
from ..english.word_classes import word_class

PLACES = frozenset({"GPE", "LOC", "FAC"})
_SHIP_PREFIXES = frozenset(map(str.lower, SHIP_PREFIXES))
_GENERATIONS = frozenset("jr sr i ii iii iv v vi vii viii ix x".split())
_FILLERS = frozenset("the of and for in on de la du &".split())
_CITY_STATES = frozenset(
    {"Singapore", "Monaco", "Vatican City", "Hong Kong", "Macau", "Gibraltar", "San Marino"}
)


class Name(Struct, frozen=True):
    """A name in comparable form: words without case, accents, full stops, articles and titles.

    ``given`` and ``family`` are those of a person ("" and () where it has none); ``suffix`` is "jr", "iii" or "".
    """

    words: tuple[str, ...]
    given: str = ""
    family: tuple[str, ...] = ()
    suffix: str = ""
    acronym: bool = False

    @property
    def middle(self) -> tuple[str, ...]:
        """What stands between a person's given and family name."""
        return self.words[1 : -len(self.family)] if self.given else ()


@lru_cache(maxsize=1 << 13)
def plain(word: str) -> str:
    """Lower-cased, without accents, full stops and apostrophes.

    >>> plain("Zürich")
    'zurich'
    """
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(
        character
        for character in decomposed
        if not unicodedata.combining(character) and character not in ".’'‘"
    )


def read_name(words: list[str], label: str) -> Name:
    """Read the words of a name; for a person split it into given and family name."""
    if (
        label in PLACES
        and len(words) > 2
        and words[0].lower() in word_class("towns")
        and words[1].lower() == "of"
    ):
        words = words[2:]
    acronym = len(words) == 1 and len(words[0]) > 1 and words[0].replace(".", "").isupper()
    if label != "PERSON":
        keys = tuple(
            key for word in words if (key := plain(word)) and any(map(str.isalnum, key)) and key != "the"
        )
        if len(keys) > 1:
            keys = EXPANSIONS.get(keys[0], keys[:1]) + keys[1:]
        return Name(keys or (plain(words[0]),), acronym=acronym)
    words = _hyphenated(words)
    titles = sum(1 for _ in itertools.takewhile(is_title, words[:-1]))
    if titles == 1 and len(words) == 2 and bare(words[0]) in TITLES_AND_NAMES:
        titles = 0
    words = words[titles:]
    tail = count_suffixes(words)
    suffix = next((bare(word) for word in words[len(words) - tail :] if bare(word) in _GENERATIONS), "")
    keys = tuple(
        key for word in words[: len(words) - tail] if (key := plain(word)) and any(map(str.isalnum, key))
    )
    if len(keys) < 2:
        return Name(keys or (plain(words[0]),), family=keys, suffix=suffix, acronym=acronym)
    start = next(
        (i for i in range(1, len(keys) - 1) if keys[i] in word_class("name_particles")), len(keys) - 1
    )
    if keys[0] in word_class("name_particles"):
        return Name(keys, family=keys, suffix=suffix)
    return Name(keys, keys[0], keys[start:], suffix)


def _hyphenated(words: list[str]) -> list[str]:
    """The words of a name, those that hyphens join made one: "Wai-cheong" is a single given name.

    >>> _hyphenated(["Ivo", "Lam", "Wai", "-", "kit"])
    ['Ivo', 'Lam', 'Wai-kit']
    """
    return re.sub(" [-‐‑] ", "-", " ".join(words)).split()


def opens_with_family(words: list[str]) -> bool:
    """Is it a name in the order of Korea and Taiwan, its given name two syllables ("Han Ji-woo")? Then its first word has no sex.

    >>> opens_with_family(["Han", "Ji", "-", "woo"]), opens_with_family(["Eva", "Han", "Ji", "-", "woo"])
    (True, False)
    """
    parts = _hyphenated(words)
    first, _, second = parts[-1].partition("-")
    return len(parts) == 2 and first.isalpha() and second.isalpha() and second.islower()


def same_person(one: Name, other: Name) -> bool:
    """Can two names of persons with given and family name each be one person's?"""
    if core(one.family) != core(other.family) or one.suffix != other.suffix:
        return False
    if not _same_given(one.given, other.given):
        return False
    return (
        not one.middle or not other.middle or any(_same_given(a, b) for a in one.middle for b in other.middle)
    )


def is_short_person(short: Name, full: Name) -> bool:
    """Is a name of a single part the family name of a full one, the first of two, or (where that comes first) its start?"""
    if short.given or not full.given:
        return False
    own = core(short.words)
    parts = {core((word,)) for word in full.words[1:]} if len(full.words) > 2 else set()
    return own in {core(full.family), full.words[-1:], *parts} or short.words == (full.given,)


def person_keys(name: Name) -> set[str]:
    """The words under which a person's name is looked up: each of its parts, without articles and particles."""
    return {core((word,))[0] for word in name.words}


def is_part_of_person(short: Name, long: Name) -> bool:
    """Are the two or more words of one name the first or the last words of another?

    >>> is_part_of_person(read_name(["Bani", "Hamid"], "PERSON"), read_name(["Huda", "Bani", "Hamid"], "PERSON"))
    True
    """
    count = len(short.words)
    if not 2 <= count < len(long.words) or short.suffix not in ("", long.suffix):
        return False
    return short.words in (long.words[:count], long.words[-count:])


def core(family: tuple[str, ...]) -> tuple[str, ...]:
    """The family name without its particles and the Arabic article: "al-Baghdadi" is "baghdadi"."""
    kept = [word for word in family if word not in word_class("name_particles")] or list(family)
    return tuple(word.removeprefix("al-").removeprefix("el-") for word in kept)


def _same_given(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return (len(short) == 1 and long.startswith(short)) or (len(short) >= 3 and long.startswith(short))


def is_acronym_of(short: Name, words: list[str]) -> bool:
    """Do the letters of the acronym stand at the starts of a long form's words, small words free to count or not?

    >>> is_acronym_of(read_name(["WHO"], "ORG"), ["World", "Health", "Organization"])
    True
    """
    letters = short.words[0]
    if not short.acronym or len(words) < 2 or not 2 <= len(letters) <= 8:
        return False
    parts = [part for word in words for part in plain(word).split("-") if part and part[0].isalnum()]
    content = "".join(part[0] for part in parts if part not in _FILLERS)
    return letters in (content, "".join(part[0] for part in parts))


def is_short_form(short: Name, long: Name) -> bool:
    """Is one name of a thing that is no person the other without its first or its generic last words?"""
    a, b = short.words, long.words
    if len(a) > 1 and ((a == b[:-1] and is_year(b[-1])) or (a == b[1:] and is_year(b[0]))):
        return True  # "the 1999 Tarn War"
    if len(a) >= len(b) or any(character.isdigit() for word in set(b) - set(a) for character in word):
        return False
    if (
        b[: len(a)] == a
        and b[len(a)] not in word_class("region_tails")
        and gazetteer.is_on_the_map(" ".join(a))
    ):
        return False  # "Henan" is not the Henan Investment Corporation
    if b[: len(a)] == a and all(word in ORGANISATION_TAILS for word in b[len(a) :]):
        return True
    if b[: len(a)] == a and (b[-1] in LEGAL_FORMS or b[-1] in word_class("occasions")):
        return True
    if (b[0] in _SHIP_PREFIXES or b[0] in ("al", "el")) and a == b[1:]:
        return True
    if "of" in a and not all(word in word_class("levels") or _is_nationality(word) for word in b[: -len(a)]):
        return False  # the Bank of China is not the Agricultural Bank of China
    return b[-len(a) :] == a and (len(a) > 1 or a[0] in BODIES or _is_nationality(b[0]))


def is_year(word: str) -> bool:
    """Is this a year of the last or this century?"""
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def is_of_people(short: Name, long: Name) -> bool:
    """Is one the other without the adjective of its country ("KLM", "Dutch KLM")?"""
    return short.words == long.words[1:] and _is_nationality(long.words[0])


def is_short_team(short: Name, long: Name) -> bool:
    """Is one the plural that a team or paper of a place is called by ("the Gulls" for "the Ashby Gulls")?"""
    a, b = short.words, long.words
    is_plural = (
        len(a) == 1 and a[0].endswith("s") and a == b[-1:] and a[0].rstrip("s") not in PARTY_ADJECTIVES
    )
    return is_plural and gazetteer.is_on_the_map(" ".join(b[:-1]))


def is_short_firm(short: Name, long: Name) -> bool:
    """Is one the name of a firm without its trade, as it is called once its full name is told ("Alden" for "Alden Minerals")?"""
    a, b = short.words, long.words
    return (
        b[: len(a)] == a
        and FIRM_TAILS.issuperset(b[len(a) :])
        and not gazetteer.is_on_the_map(" ".join(a))
        and not _is_nationality(a[0])
    )


@lru_cache(maxsize=1 << 12)
def _is_nationality(word: str) -> bool:
    return gazetteer.nationality(word) is not None


@cache
def country_keys() -> dict[str, str]:
    """Names and aliases of countries in comparable form, each with the country's usual name."""
    path = Path(newsgraph.graph.__file__).parent / "knowledge" / "data" / "territories.tsv"
    keys: dict[str, str] = {}
    with path.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if "-" not in row["code"]:
                for alias in [row["name"], *filter(None, row["aliases"].split("|"))]:
                    keys.setdefault(" ".join(read_name(alias.split(), "GPE").words), row["name"])
    return keys


def is_country(words: list[str]) -> bool:
    """Is this the name of a country, and not of a town as well?"""
    return country_keys().get(" ".join(read_name(words, "GPE").words), "") not in ("", *_CITY_STATES)
