"""The parts of a person's name, and whether it is a frequent one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ..identity import normal_key
from ..knowledge.lexicon import nicknames, titles, words
from ..knowledge.spelling import (
    plain,
)
from .name_order import (
    join_compounds,
)

_GENERATION = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "2nd": "ii", "3rd": "iii", "4th": "iv", "ii": "ii",
    "iii": "iii", "iv": "iv", "v": "v", "vi": "vi", "vii": "vii", "viii": "viii", "ix": "ix", "x": "x", "xi": "xi",
    "xii": "xii", "xiii": "xiii", "xiv": "xiv", "xv": "xv", "xvi": "xvi", "xvii": "xvii", "xviii": "xviii",
}  # fmt: skip
_ROMAN = re.compile("[ivx]+")
_DEGREES = frozenset(
    "phd md mba kc qc mp msp mep mla obe mbe cbe esq dds dvm rn cpa bsc msc llb llm ra".split()
)
_PARTICLES = frozenset(
    "al el ul as ad ash an at de del della der den dem di du da das dos van von zu la le".split()
)
_NAMES_TOO = frozenset({"ad", "an", "as", "ash", "at"})
"""Forms of the Arabic article that begin no name."""
_TOKEN = re.compile(r"[^\W_]+(?:['’‘`ʼ\-‐‑][^\W_]+)*")
_HYPHEN = re.compile("[-‐‑]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name; ``tokens`` are plain and contain neither titles, suffixes nor particles."""

    tokens: tuple[str, ...]
    generation: str = ""
    gender: str = ""
    titles: frozenset[str] = frozenset()

    @property
    def bare(self) -> bool:
        """Whether it is a single word."""
        return len(self.tokens) == 1


@lru_cache(maxsize=1 << 15)
def parse_person(name: str) -> PersonName:
    """Return the parts of ``name``.

    >>> parse_person("Sen. John Q. Public, Jr.").tokens
    ('john', 'q', 'public')
    """
    head, comma, tail = name.partition(",")
    inverted = comma and not _is_suffix(tail)
    parts = _tokens(f"{tail} {head}" if inverted else name)
    numbers = {plain(word) for word in re.findall(r"\b[IVX]+\b", name)}
    parts, generation = _strip_suffixes(parts, numbers)
    parts, found = _strip_titles(parts)
    tokens = tuple(join_compounds(_without_particles(parts)))
    genders = {titles()[title][0] for title in found if title in titles()} - {"-"}
    return PersonName(
        tokens or (normal_key(name),),
        generation,
        genders.pop() if len(genders) == 1 else "",
        frozenset(found),
    )


def _without_particles(parts: list[str]) -> list[str]:
    """Leave particles out, but for names that begin with the family name: "Van" is a name in Vietnam."""
    if parts[:1] and parts[0] in words("surname_first.txt"):
        return parts
    first = parts[:1] if parts[:1] and parts[0] in _NAMES_TOO else []
    rest = parts[len(first) :]
    return first + ([part for part in rest if part not in _PARTICLES] or rest)


def _is_suffix(text: str) -> bool:
    rest = [part.strip(".").replace(".", "") for part in plain(text).split()]
    return bool(rest) and all(part in _GENERATION or part in _DEGREES for part in rest)


def _tokens(name: str) -> list[str]:
    found: list[str] = []
    for match in _TOKEN.finditer(re.sub(r"\b([A-Z][a-z]?)\.(?=[A-Z]\b)", r"\1. ", name)):
        raw = match[0]
        initials = (
            raw.isupper() and len(raw) == 2 and not {plain(raw)} & (_GENERATION.keys() | titles().keys())
        )
        if initials and not _followed_by_dot(name, match.end()):
            found.extend(plain(raw))
        else:
            found.extend(_join_hyphens(raw))
    return [token for token in found if token]


def _join_hyphens(raw: str) -> list[str]:
    """Return plain words: "Jae-in" and "Day-Lewis" are one name each, "al-Assad" has an article before it."""
    parts = [plain(part) for part in _HYPHEN.split(raw)]
    if all(part in titles() for part in parts):
        return parts
    while len(parts) > 1 and parts[0] in _PARTICLES:
        parts = parts[1:]
    return ["".join(parts)]


def _followed_by_dot(name: str, end: int) -> bool:
    return name[end : end + 1] == "."


def _strip_suffixes(parts: list[str], numbers: set[str]) -> tuple[list[str], str]:
    """Part a name from what follows it; ``numbers`` are its words in Roman capitals: "XI" is one, "Xi" is a name."""
    generation = ""
    while len(parts) > 1:
        last = parts[-1]
        if _ROMAN.fullmatch(last) and last not in numbers:
            break
        if last in _GENERATION:
            generation = generation or _GENERATION[last]
        elif not (last in _DEGREES or "".join(parts[-2:]) in _DEGREES):
            break
        drop = 2 if last not in _GENERATION and last not in _DEGREES else 1
        parts = parts[:-drop]
    return parts, generation


def _strip_titles(parts: list[str]) -> tuple[list[str], list[str]]:
    found: list[str] = []
    while len(parts) > 1 and parts[0] in titles():
        if titles()[parts[0]][1] and len(parts) == 2:
            break
        found.append(parts[0])
        parts = parts[1:]
    return parts, found


@cache
def western_names() -> frozenset[str]:
    """Given names of languages in Latin script, in which another spelling is another name."""
    return words("nicknames.txt") | words("given_names.txt")


@cache
def given_names() -> frozenset[str]:
    """Return all given names of our lists, in their forms and transliterations."""
    return western_names() | frozenset(nicknames()) | words("given_names_transliterated.txt")


def is_common(name: PersonName) -> bool:
    """Return whether so many people have this name that it alone identifies nobody."""
    if name.generation or not name.tokens:
        return False
    if name.bare:
        return name.tokens[0] in words("family_names.txt") or name.tokens[0] in given_names()
    first, last = name.tokens[0], name.tokens[-1]
    if len(name.tokens) > 2:
        return False
    if first in words("surname_first.txt"):
        return first in words("top_family_names.txt") and len(last) <= 4
    return last in words("top_family_names.txt") and (len(first) == 1 or first in given_names())
