"""Compares names of organisations, and of whatever else is called by common words: events, laws, works, products."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..knowledge.gazetteer import candidates, country, nationality
from ..knowledge.lexicon import lines, mapping, words
from ..knowledge.spelling import OTHER, SAME, SOUND, is_alike, likeness, merge_split_words, plain, raw_words
from .acronym import compare_initials, initials_of
from .bodies import bodies_called
from .context import Context
from .verdict import NONE, MatchEvidence, because

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


def compare_organisations(
    left: OrganisationName,
    right: OrganisationName,
    contexts: tuple[Context, Context] = (Context(), Context()),
) -> MatchEvidence:
    """Return the evidence of two names; of their contexts only the countries are looked at."""
    if (
        left.full == right.full
        and (left.bodies or not left.generic_initials)
        and not (left.generic or left.shared)
    ):
        return because(4.0, "the same name")
    if left.bodies and right.bodies:
        if left.bodies & right.bodies:
            return because(4.5, "names of one body")
        return because(-6.0, "names of two bodies")
    if left.acronym and left.acronym == right.acronym and left.generic_initials:
        return because(1.0, "the same initials")
    if bool(left.acronym) != bool(right.acronym) and left.tokens != right.tokens:
        short, full = (left, right) if left.acronym else (right, left)
        if len(full.full) > 1:
            return compare_initials(short.acronym, full.full)
    if left.countries and right.countries and left.countries != right.countries:
        return because(-6.0, "names of different countries")
    ours = merge_split_words(left.tokens, right.tokens)
    theirs = merge_split_words(right.tokens, ours)
    pairs, our_rest, their_rest = _align(ours, theirs)
    if our_rest and their_rest:
        return because(-6.0, f'"{" ".join(our_rest)}" is not "{" ".join(their_rest)}"')
    spelling = sum((_spelling(a, b) for a, b in pairs), NONE)
    shared = tuple(a for a, _ in pairs)
    rest = our_rest or their_rest
    countries = left.countries | right.countries
    known = OrganisationName(shared, left.countries & right.countries)
    if rest:
        leading = (ours if our_rest else theirs)[: len(rest)] == rest
        return (
            spelling
            + (extra := _compare_rest(known, rest, leading=leading))
            + _at_most(extra.weight, _compare_countries(left, right, contexts, known))
        )
    if known.shared and not countries:
        return spelling + because(0.8, "a name that many have")
    if known.generic and not known.countries:
        return (
            spelling
            + because(0.3, "a name that many have")
            + _compare_countries(left, right, contexts, known)
        )
    if left.countries != right.countries:
        base = (
            because(1.4, "the same name") if known.generic else because(-2.5, "perhaps a branch of the other")
        )
        return spelling + base + _compare_countries(left, right, contexts, known)
    return spelling + _compare_order(ours, theirs, known, bool(countries))


@lru_cache(maxsize=1 << 16)
def _align(
    left: tuple[str, ...], right: tuple[str, ...]
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...], tuple[str, ...]]:
    """Pair words off, the most alike first; return the pairs and what is left over on either side."""
    pairs: list[tuple[str, str]] = []
    theirs = list(right)
    rest: list[str] = []
    for ours in left:
        best = min(theirs, key=lambda word: likeness(ours, word), default="")
        if best and is_alike(ours, best):
            pairs.append((ours, best))
            theirs.remove(best)
        else:
            rest.append(ours)
    return tuple(pairs), tuple(rest), tuple(theirs)


def _spelling(left: str, right: str) -> MatchEvidence:
    alike = likeness(left, right)
    if alike == SAME:
        return NONE
    if left + "s" == right or right + "s" == left:
        return because(-0.5, "singular and plural")
    if left in words("generic_words.txt") and right in words("generic_words.txt"):
        return because(-6.0, f'"{left}" is not "{right}"')
    return because(-0.8 if alike == SOUND else -1.6, f'"{left}" and "{right}" are spellings of one word')


def _compare_order(
    ours: tuple[str, ...], theirs: tuple[str, ...], known: OrganisationName, national: bool
) -> MatchEvidence:
    if [likeness(a, b) for a, b in zip(ours, theirs, strict=True)].count(OTHER) == 0:
        return because(4.0, "the same name")
    if national and known.generic and any(word in words("gov_words.txt") for word in ours):
        return because(3.5, "the same institution of the same country")
    numbered = any(word[0] == "#" for word in ours)
    if numbered and [w for w in ours if w[0] != "#"] == [w for w in theirs if w[0] != "#"]:
        return because(3.5, "the same name and number")
    return because(1.2, "the same words in another order")


def _compare_rest(known: OrganisationName, rest: tuple[str, ...], *, leading: bool) -> MatchEvidence:
    """Weigh words that only the longer of two names has."""
    extra = f'only one has "{" ".join(rest)}"'
    if any(word[0] == "#" or word[-1].isdigit() for word in rest):
        return because(-4.0, extra)
    if not words("divisions.txt").isdisjoint(rest):
        return because(-6.0, f"another division; {extra}")
    if all(word[0] == "#" or word[-1].isdigit() for word in known.tokens):
        return because(-6.0, extra)
    if any(_is_place(word) for word in rest):
        return because(-6.0, f"of a place; {extra}")
    if not words("organ_words.txt").isdisjoint(rest):
        return because(-6.0, f"a part is not the whole; {extra}")
    if leading and any(word[0] == "#" and len(word) > 3 for word in known.tokens):
        return because(2.2, f"the same number; {extra}")
    if not known.tokens or (known.generic and not known.countries):
        return because(-6.0, extra)
    types, generic = words("type_words.txt"), words("generic_words.txt")
    if all(word in types for word in rest):
        place = len(known.tokens) == 1 and any(place.rank != "1" for place in candidates(known.tokens[0]))
        if len(known.tokens) == 1:
            return because(-1.0 if place else 0.9, extra)
        return because(2.5 - 0.5 * len(rest), extra)
    if len(known.tokens) > 1 and all(word in types or word in generic for word in rest):
        return because(1.8 if len(known.tokens) > 2 else -1.0, extra)
    if all(word in types or word in generic for word in rest) and not _is_place(known.tokens[0]):
        return because(-1.0, extra)
    return because(-3.2, extra)


def _at_most(other: float, countries: MatchEvidence) -> MatchEvidence:
    """Return the evidence of countries, which speak for one thing only where ``other`` words do not deny it."""
    return countries if other >= 0 or countries.weight < 0 else NONE


@lru_cache(maxsize=1 << 15)
def _is_place(word: str) -> bool:
    """Return whether a word is a part of a country or a city of some size."""
    return any(place.rank != "1" for place in candidates(word))


def contradict(left: OrganisationName, right: OrganisationName) -> bool:
    """Return whether two names cannot be one body's: each has a word of its own beside those they share.

    Names that share no word may be translations, and initials contradict none.

    >>> contradict(parse_organisation("Harbour Energy Board"), parse_organisation("Harbour Fishing Board"))
    True
    """
    if left.acronym or right.acronym or left.bodies & right.bodies:
        return False
    ours = merge_split_words(left.tokens, right.tokens)
    pairs, our_rest, their_rest = _align(ours, merge_split_words(right.tokens, ours))
    if (
        pairs
        and (our_rest or their_rest)
        and (left.countries != right.countries)
        and not (our_rest and their_rest)
    ):
        return not words("organ_words.txt").isdisjoint(our_rest + their_rest)
    return bool(pairs and our_rest and their_rest)


def _compare_countries(
    left: OrganisationName,
    right: OrganisationName,
    contexts: tuple[Context, Context],
    known: OrganisationName,
) -> MatchEvidence:
    """Weigh the countries that names or, where a name has none, their documents speak of."""
    if left.countries == right.countries:
        homes = {context.home for context in contexts}
        if left.countries or not known.generic or None in homes:
            return NONE
        return (
            because(2.5, f"both of {_country(homes)}")
            if len(homes) == 1
            else because(-5.0, "of different countries")
        )
    named = left.countries or right.countries
    around = contexts[1] if left.countries else contexts[0]
    if not around.countries:
        return because(-0.2, "a country is named only once")
    if not named & set(around.countries):
        return because(-5.0, "of different countries")
    return because(2.5 if around.home in named else 1.5, f"both of {_country(named)}")


def _country(codes: Iterable[str | None]) -> str:
    return ", ".join(sorted(country(code).name for code in codes if code))
