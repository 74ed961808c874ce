"""Countries, their parts, nationalities and cities of the world, with their ids; offline, read when first needed.

A name links to a place only where one place is clearly meant: by its rank (a country goes before a capital, a capital
before a big city, all before a small one) and by the countries and places that the same document names. Otherwise the
answer is None: "Springfield" alone is nowhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ..identity import normal_key
from .lexicon import lines, mapping, table
from .spelling import NAMES_KEPT, words

_PRIOR = {"country": 4.0, "3": 3.0, "2": 2.0, "part": 2.0, "1": 0.5}
_CONTEXT = 1.5
_NAMESAKES = frozenset({"AU", "CA", "NZ", "US"})  # full of towns called after places elsewhere
_ENOUGH, _MARGIN = 2.0, 1.0
_ISO = "https://www.iso.org/obp/ui/#iso:code:3166:"
_WIKIDATA = "http://www.wikidata.org/entity/"
_GEONAMES = "https://sws.geonames.org/"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A country, a part of one or a city; ``rank`` is country, part, or 3 (big capital) to 1 (town) for cities."""

    name: str
    country: str  # ISO 3166-1 alpha-2
    rank: str
    part: str = ""  # the first-level part of the country it lies in
    iso: str = ""
    wikidata: str = ""
    geonames: str = ""

    @property
    def iris(self) -> tuple[str, ...]:
        """IRIs of this place in ISO 3166, GeoNames and Wikidata, as far as known, sorted."""
        iso = _ISO + self.iso if self.rank == "country" else ""
        geonames = f"{_GEONAMES}{self.geonames}/" if self.geonames else ""
        wikidata = _WIKIDATA + self.wikidata if self.wikidata else ""
        return tuple(sorted(iri for iri in (iso, geonames, wikidata) if iri))


@lru_cache(maxsize=1 << 14)
def key(name: str) -> str:
    """Return what two spellings of a place's name share."""
    found = words(name)
    return " ".join(found[1:] if len(found) > 1 and found[0] == "the" else found) or normal_key(name)


@cache
def _territories() -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, set[Place]] = defaultdict(set)
    short = {code: names.split("|") for code, names in mapping("short_forms.tsv").items()}
    for code, name, wikidata, geonames, _, _, aliases in table("territories.tsv")[1:]:
        rank = "country" if len(code) == 2 else "part"
        place = Place(name, code[:2], rank, "" if rank == "country" else name, code, wikidata, geonames)
        for alias in (name, *filter(None, aliases.split("|")), *short.get(code, ())):
            found[key(alias)].add(place)
    return {name: tuple(sorted(places)) for name, places in found.items()}


@cache
def _cities() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines("cities.tsv.gz")[1:]:
        found.setdefault(line[: line.index("\t")], []).append(line)
    return found


@cache
def _nationalities() -> Mapping[str, str]:
    rows = table("territories.tsv")[1:]
    return {key(word): row[0] for row in rows for word in row[5].split("|") if word}


@cache
def first_words() -> frozenset[str]:
    """Return the words with which the keys of countries, their parts and their peoples begin."""
    return frozenset(name.partition(" ")[0] for name in (*_territories(), *_nationalities()))


@lru_cache(maxsize=NAMES_KEPT)
def candidates(name: str) -> tuple[Place, ...]:
    """Return every place of this name."""
    cities = (line.split("\t")[1:] for line in _cities().get(key(name), ()))
    places = (Place(town, code, rank, part, geonames=id) for town, code, part, id, rank in cities)
    return (*_territories().get(key(name), ()), *places)


@lru_cache(maxsize=NAMES_KEPT)
def is_on_the_map(name: str) -> bool:
    """Return whether ``name`` is that of a country, a part of one or a city of some size.

    >>> is_on_the_map("Spain"), is_on_the_map("Nowhere at all")
    (True, False)
    """
    return any(place.rank != "1" for place in candidates(name))


def nationality(word: str) -> str | None:
    """Return the ISO 3166 code of the country whose people or adjective ``word`` is.

    >>> nationality("Spaniards"), nationality("Spain")
    ('ES', None)
    """
    return _nationalities().get(key(word))


@cache
def _by_iso() -> Mapping[str, Place]:
    return {place.iso: place for places in _territories().values() for place in places}


def country(code: str) -> Place:
    """Return the country with this ISO 3166-1 code; raises ``KeyError``."""
    return _by_iso()[code]


@lru_cache(maxsize=1 << 15)
def country_of(name: str) -> str | None:
    """Return the ISO code of the country that ``name`` (a country, nationality or known city) speaks of."""
    place = link(name)
    return nationality(name) or (place.country if place else None)


def link(name: str, others: Iterable[str] = ()) -> Place | None:
    """Return the place that ``name`` means in a document that also contains the names ``others``, or None.

    >>> link("Georgia", ["Tbilisi"]).iso, link("Georgia", ["Atlanta", "U.S."]).iso, link("Springfield")
    ('GE', 'US-GA', None)
    """
    found = candidates(name)
    if not found:
        return None
    countries, parts = _surroundings(key(name), frozenset(others))
    scores = sorted(((_fit(place, countries, parts), place) for place in found), reverse=True)
    best, place = scores[0]
    second = scores[1][0] if len(scores) > 1 else 0.0
    return place if best >= _ENOUGH and best - second >= _MARGIN else None


def _fit(place: Place, countries: Mapping[str, int], parts: frozenset[str]) -> float:
    fit = _PRIOR[place.rank]
    if place.country in countries:
        often = countries[place.country] > 1 and place.country not in _NAMESAKES
        fit += _CONTEXT + 1.0 * often
    if place.part and key(place.part) in parts:
        fit += _CONTEXT
    return fit


def _surroundings(name: str, others: frozenset[str]) -> tuple[Counter[str], frozenset[str]]:
    """Return how often other names speak of which country, and the parts of countries they name or lie in."""
    keys = {key(other) for other in others} - {name}
    hints = [hint for other in keys if (hint := _hint(other))]
    return Counter(code for code, _ in hints), frozenset(keys | {part for _, part in hints})


@lru_cache(maxsize=1 << 15)
def _hint(name: str) -> tuple[str, str] | None:
    """Return the country and the part of it that a name points to, without looking at other names."""
    people = nationality(name)
    found = candidates(name)
    place = link(name) or (found[0] if len(found) == 1 else None)
    if people or place is None:
        return (people, "") if people else None
    return place.country, key(place.part)
