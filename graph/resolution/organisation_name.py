"""The parts of a name made of words: of organisations, events, laws, works, products."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..knowledge.gazetteer import candidates, first_words, nationality
from ..knowledge.lexicon import lines, mapping, words
from ..knowledge.spelling import plain, raw_words
from .acronym import initials_of
from .bodies import bodies_called

_STOP = frozenset(
    "a affairs an and as at d de del der des di du el en et for from in la le of on the to und und y".split()
)
_LEADING_FORMS = frozenset("ao jsc oao ojsc ooo pao pjsc pt zao".split())
_NO_NATIONALITY_AFTER = frozenset("african anglo central latin native north pan south".split())
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {word: f"#{n}" for names in (_ORDINALS, _CARDINALS) for n, word in enumerate(names, 1)} | {
    "twenty": "#20"
}
_DIGITS = re.compile(r"0*(\d+)(?:st|nd|rd|th)?")
_EXPANSIONS = {"UN": ("United", "Nations"), "EU": ("European", "Union")}
_WAR_NUMBER = re.compile("([A-Z]{2,})(II|III)")  # WWII
_ROMAN = re.compile(r"(L?)(X{0,3}|XL)(IX|IV|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The parts of a name; numbers are ``#7`` whether written 7th, seventh, Seven or VII."""

    tokens: tuple[str, ...]  # neither stop words, legal forms nor countries
    countries: frozenset[str]  # ISO codes
    acronym: str = ""  # in lower case; empty if it does not look like one
    full: tuple[str, ...] = ()  # all plain words, whose first letters initials can be made of
    bodies: frozenset[int] = frozenset()  # numbers in the list of bodies

    @property
    def generic(self) -> bool:
        """Whether institutions of every country are called so."""
        return all(token in words("generic_words.txt") for token in self.tokens)

    @property
    def generic_initials(self) -> bool:
        """Whether it is initials of two or three letters that stand for many things."""
        return len(self.acronym) in (2, 3) and self.acronym.isalpha() and not self.bodies

    @property
    def shared(self) -> bool:
        """Whether newspapers, schools or churches of several towns are called so."""
        many = words("shared_words.txt") | {"#1"}
        return not many.isdisjoint(self.tokens) and all(
            token in many or token in words("generic_words.txt") or token in words("type_words.txt")
            for token in self.tokens
        )


@lru_cache(maxsize=1 << 16)
def parse_organisation(name: str) -> OrganisationName:
    """Return the parts of ``name``.

    >>> parse_organisation("The 5th Defence Company of Kenya Ltd.").tokens
    ('#5', 'defense', 'company')
    """
    raw = [word for word in raw_words(name) if plain(word)]
    if len(raw) > 1:
        raw = [part for word in raw for part in _EXPANSIONS.get(word, (word,))]
    spelled = [_normal(word, last=index == len(raw) - 1 > 0) for index, word in enumerate(raw)]
    kept = _strip_legal_forms(spelled)
    content, countries = _strip_countries(kept)
    tokens = tuple(word for word in content if word not in _STOP)
    if not tokens and not countries:
        tokens = tuple(kept)
    return OrganisationName(tokens, countries, _initials(raw), tuple(spelled), bodies_called(name))


def _normal(raw: str, *, last: bool) -> str:
    word = plain(raw)
    word = word[:-1] if word[-1] == "s" and word[-2:-1].isdigit() else word
    digits = _DIGITS.fullmatch(word)
    if digits:
        return f"#{digits[1]}"
    if raw.isupper() and (len(raw) > 1 or last) and (number := _roman(raw)):
        return f"#{number}"
    word = _NUMBERS.get(word) or mapping("spellings.tsv").get(word, word)
    return re.sub("isation(s?)$", r"ization\1", word)


def _roman(raw: str) -> int:
    match = _ROMAN.fullmatch(raw)
    if match is None or not raw:
        return 0
    values = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
    tens = {"": 0, "X": 10, "XX": 20, "XXX": 30, "XL": 40}
    return 50 * len(match[1]) + tens[match[2]] + values[match[3]]


@lru_cache(maxsize=1)
def _legal_forms() -> frozenset[str]:
    return frozenset(lines("legal_forms.txt")) | {
        "co",
        "company",
        "inc",
        "corp",
        "corporation",
        "ltd",
        "limited",
    }


def _strip_legal_forms(tokens: list[str]) -> list[str]:
    if len(tokens) > 1 and tokens[0] in _LEADING_FORMS:
        tokens = tokens[1:]
    for length in (4, 3, 2, 1):
        while len(tokens) > length and " ".join(tokens[-length:]) in _legal_forms():
            tokens = tokens[:-length]
    while len(tokens) > 1 and tokens[-1] == "and":
        tokens = tokens[:-1]
    return tokens


def _strip_countries(tokens: list[str]) -> tuple[list[str], frozenset[str]]:
    rest: list[str] = []
    countries: set[str] = set()
    index = 0
    while index < len(tokens):
        length, code = _country_at(tokens, index)
        if code:
            countries.add(code)
        else:
            rest.append(tokens[index])
        index += length
    return rest, frozenset(countries)


def _country_at(tokens: list[str], index: int) -> tuple[int, str]:
    if tokens[index] != "the" and tokens[index] not in first_words():
        return 1, ""  # as with nearly all words
    for length in (4, 3, 2, 1):
        phrase = " ".join(tokens[index : index + length])
        if len(tokens) >= index + length and (code := _country_code(phrase)):
            if index and tokens[index - 1] in _NO_NATIONALITY_AFTER:
                break
            return length, code
    return 1, ""


@lru_cache(maxsize=1 << 15)
def _country_code(phrase: str) -> str:
    places = [place for place in candidates(phrase) if place.rank in ("country", "part")]
    if len(places) == 1 and places[0].rank == "country":
        return places[0].iso
    return nationality(phrase) or ""


def _initials(raw: list[str]) -> str:
    """Return the name as initials, if it looks like some; WWII is WW2."""
    return initials_of(
        [_WAR_NUMBER.sub(lambda match: match[1] + str(_roman(match[2])), word) for word in raw]
    )
