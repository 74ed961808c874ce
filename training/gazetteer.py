"""Condenses open gazetteers into the small tables that ``newsgraph.graph`` links places with.

    python -m training.gazetteer ../shared/corpora/gazetteers graph/knowledge/data

Sources and their licences are named in ``graph/knowledge/data/LICENSES.md``. The output depends on the input only.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from newsgraph.graph.knowledge.spelling import words

CITY_EXONYMS: dict[str, dict[str, tuple[str, ...]]] = {
    "AM": {"Yerevan": ("Erevan",)},
    "AZ": {"Baku": ("Baki",)},
    "BD": {"Dhaka": ("Dacca",)},
    "BE": {"Brussels": ("Bruxelles", "Brussel"), "Brugge": ("Bruges",), "Gent": ("Ghent",)},
    "BY": {"Homyel'": ("Gomel", "Homel"), "Hrodna": ("Grodno",), "Vitebsk": ("Vitsebsk",)},
    "CH": {"Zürich": ("Zurich",), "Basel": ("Basle",), "Bern": ("Berne",)},
    "CN": {"Beijing": ("Peking",), "Guangzhou": ("Canton",), "Nanjing": ("Nanking",)},
    "CZ": {"Prague": ("Praha",)},
    "DE": {"Köln": ("Cologne",), "Hannover": ("Hanover",)},
    "DK": {"Copenhagen": ("København",)},
    "EG": {"Alexandria": ("Al Iskandariyah",), "Cairo": ("Al Qahirah",)},
    "ES": {"Sevilla": ("Seville",), "Zaragoza": ("Saragossa",)},
    "FR": {"Marseille": ("Marseilles",), "Lyon": ("Lyons",), "Strasbourg": ("Strassburg",)},
    "GR": {"Athens": ("Athina",), "Thessaloníki": ("Salonika", "Salonica"), "Piraeus": ("Piraiévs",)},
    "IN": {
        "Mumbai": ("Bombay",), "Kolkata": ("Calcutta",), "Chennai": ("Madras",), "Bengaluru": ("Bangalore",),
        "Pune": ("Poona",), "Varanasi": ("Benares",), "Kochi": ("Cochin",),
        "Thiruvananthapuram": ("Trivandrum",), "Prayagraj": ("Allahabad",), "Gurugram": ("Gurgaon",),
        "Mysuru": ("Mysore",), "Puducherry": ("Pondicherry",),
    },
    "IR": {"Isfahan": ("Esfahan",), "Shiraz": ("Chiraz",), "Mashhad": ("Meshed",), "Qom": ("Ghom", "Qum")},
    "IT": {
        "Rome": ("Roma",), "Milan": ("Milano",), "Turin": ("Torino",), "Florence": ("Firenze",),
        "Venice": ("Venezia",), "Genoa": ("Genova",),
    },
    "KH": {"Phnom Penh": ("Pnom Penh",)},
    "KR": {"Busan": ("Pusan",), "Incheon": ("Inchon",), "Daegu": ("Taegu",), "Gwangju": ("Kwangju",)},
    "KZ": {"Almaty": ("Alma-Ata",), "Astana": ("Nur-Sultan",)},
    "LY": {"Benghazi": ("Bengasi",), "Tripoli": ("Tarabulus",)},
    "MA": {"Marrakesh": ("Marrakech",), "Tangier": ("Tanger",), "Fes": ("Fez",)},
    "MM": {"Yangon": ("Rangoon",), "Nay Pyi Taw": ("Naypyidaw", "Naypyitaw")},
    "NL": {"The Hague": ("Den Haag",)},
    "PL": {"Warsaw": ("Warszawa",), "Kraków": ("Cracow",), "Gdańsk": ("Danzig",), "Wrocław": ("Breslau",)},
    "PS": {"Gaza": ("Gaza City",)},
    "PT": {"Lisbon": ("Lisboa",), "Porto": ("Oporto",)},
    "RO": {"Bucharest": ("Bucuresti",)},
    "RU": {"Saint Petersburg": ("St. Petersburg", "Petrograd", "Leningrad"), "Volgograd": ("Stalingrad",)},
    "SA": {"Jeddah": ("Jiddah",), "Riyadh": ("Ar Riyad",)},
    "SY": {"Aleppo": ("Halab",), "Homs": ("Hims",), "Damascus": ("Dimashq",), "Latakia": ("Al Ladhiqiyah",)},
    "TR": {"İzmir": ("Smyrna",), "Ankara": ("Angora",), "Istanbul": ("Constantinople",)},
    "UA": {
        "Kyiv": ("Kiev",), "Kharkiv": ("Kharkov",), "Odesa": ("Odessa",), "Lviv": ("Lvov",),
        "Dnipro": ("Dnepr",),
        "Mykolayiv": ("Mykolaiv", "Nikolaev"), "Zaporizhzhya": ("Zaporizhzhia", "Zaporozhye"),
        "Chernihiv": ("Chernigov",), "Luhansk": ("Lugansk",),
    },
    "US": {"New York City": ("New York",), "Washington": ("Washington DC", "Washington, D.C.")},
    "VN": {"Ho Chi Minh City": ("Saigon",), "Hanoi": ("Ha Noi",), "Da Nang": ("Danang",)},
    "YE": {"Sanaa": ("Sana'a", "Sana"), "Al Ḩudaydah": ("Hodeidah", "Hudaydah")},
}  # fmt: skip
"""English and former names of cities beside the one name the list of cities gives."""

COUNTRY_EXTRAS = {
    "AE": ("Emirates", "UAE"), "AG": ("Antigua",), "BA": ("Bosnia", "Bosnia-Herzegovina"),
    "CD": ("DR Congo", "DRC"), "CF": ("CAR",), "CG": ("Republic of the Congo", "Congo-Brazzaville"),
    "CI": ("Ivory Coast",), "CV": ("Cape Verde",), "CZ": ("Czech Republic",), "FM": ("Micronesia",),
    "GB": ("Britain", "Great Britain", "UK"), "HK": ("Hong Kong",), "KP": ("DPRK",), "KR": ("ROK",),
    "LK": ("Ceylon",), "MK": ("Macedonia",), "MM": ("Burma",), "MO": ("Macau",), "NL": ("Holland",),
    "PG": ("PNG",), "SA": ("KSA",), "ST": ("Sao Tome",), "SZ": ("Swaziland",), "TL": ("East Timor",),
    "TR": ("Turkey",), "TT": ("Trinidad",), "US": ("America", "USA", "US"),
    "VA": ("Vatican", "Vatican City"),
}  # fmt: skip
"""Short forms that news uses and no source lists reliably."""

NO_ALIASES = {"Gaza", "Gaza Strip", "West Bank"}
"""Names of parts that one source lists as names of the whole."""

DEMONYM_EXTRAS = {
    "KP": ("North Korean", "North Koreans"), "KR": ("South Korean", "South Koreans"),
    "PS": ("Palestinian", "Palestinians"), "RS": ("Serb", "Serbian", "Serbians", "Serbs"),
    "SS": ("South Sudanese",), "TW": ("Taiwanese",), "XK": ("Kosovar", "Kosovars", "Kosovan", "Kosovans"),
}  # fmt: skip
"""Nationalities that no source lists."""

CITY_COUNTRIES = {
    "Taiwan, Province of China": "TW", "No country found for alpha-2 code: XK": "XK",
    "Falkland Islands (Malvinas)": "FK", "Congo": "CG",
    "Congo, The Democratic Republic of the": "CD",
}  # fmt: skip
"""Countries that the list of cities calls as no other source does."""

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f .,'’&()/-]+")


@dataclass
class Territory:
    """A country, or a part of one, in the making."""

    code: str  # ISO 3166-1 alpha-2 or ISO 3166-2, upper case
    name: str
    wikidata: str
    geonames: str = ""
    capital: str = ""
    capital_size: int = 0
    demonyms: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    sovereign: bool = False
    short: set[str] = field(default_factory=set)
    urban: set[str] = field(default_factory=set)


def main(source: Path, target: Path) -> None:
    """Write ``territories.tsv``, ``cities.tsv.gz`` and ``legal_forms.txt`` into ``target``."""
    territories = read_territories(source)
    keep_sure_demonyms(territories.values())
    rows = (territory_row(territory) for territory in sorted(territories.values(), key=lambda t: t.code))
    header = ("code", "name", "wikidata", "geonames", "capital", "demonyms", "aliases")
    write_table(target / "territories.tsv", header, rows)
    cities = sorted(city_rows(source, territories))
    columns = ("key", "name", "country", "part", "geonames", "rank")
    write_table(target / "cities.tsv.gz", columns, one_of_each_rank(cities))
    (target / "legal_forms.txt").write_text("\n".join(legal_forms(source)) + "\n", encoding="utf-8")


def read_territories(source: Path) -> dict[str, Territory]:
    """Return countries with names, capital and demonyms, and their parts that have an ISO 3166-2 code."""
    codes = list(csv.DictReader(read(source / "country-codes" / "country-codes.csv.gz")))
    by_code = {t["code"].upper(): t for t in read_jsonl(source / "rigour" / "territories.jsonl.gz")}
    territories: dict[str, Territory] = {}
    for row in codes:
        code = row["ISO3166-1-Alpha-2"] or "NA"
        name = row["CLDR display name"] or row["official_name_en"]
        if len(code) != 2 or not name:
            continue
        found = Territory(code, name, row["wikidata_id"].rsplit("/", 1)[-1], row["Geoname ID"])
        found.capital = row["Capital"].strip()
        found.aliases |= {strip_the(row["UNTERM English Short"]), strip_the(row["UNTERM English Formal"])}
        found.aliases.add(strip_the(row["official_name_en"]))
        found.sovereign = row["is_independent"] == "Yes" or code in ("PS", "TW")
        found.short.update(COUNTRY_EXTRAS.get(code, ()))
        add_rigour_names(found, by_code.get(code))
        territories[code] = found
    add_factbook(source, territories, {row["FIPS"].lower(): row["ISO3166-1-Alpha-2"] for row in codes})
    for code, entry in by_code.items():
        if is_part(code, entry) or (code == "XK" and code not in territories):
            territories[code] = Territory(code, re.sub(r" \(.*", "", entry["name"]), entry["qid"])
    for code, nationality in DEMONYM_EXTRAS.items():
        territories[code].demonyms.update(nationality)
    return territories


def is_part(code: str, entry: dict[str, Any]) -> bool:
    """Return whether this is a first-level part of a country that exists."""
    exists = not entry.get("is_historical") and "Occupied" not in entry["name"]
    return bool(entry.get("parent")) and exists and bool(re.fullmatch("[A-Z]{2}-[A-Z0-9]{1,3}", code))


def add_rigour_names(territory: Territory, entry: dict[str, Any] | None) -> None:
    """Add the names that a list of territories is sure of, and prefer its short name."""
    if entry is not None:
        names = {entry["name"], strip_the(entry["full_name"]), *entry["names_strong"]}
        territory.aliases |= {name for name in names if name[:1].isupper()} | {territory.name}
        territory.name, territory.wikidata = entry["name"], entry["qid"]


def add_factbook(source: Path, territories: dict[str, Territory], from_fips: dict[str, str]) -> None:
    """Add long and former names, demonyms, capital and big cities."""
    entries = list(read_jsonl(source / "factbook" / "countries.jsonl.gz"))
    former = Counter(name for entry in entries for name in former_names(entry))
    for entry in entries:
        territory = territories.get(from_fips.get(entry["code"], ""))
        if territory is None:
            continue
        names = [name for name in former_names(entry) if former[name] == 1]
        territory.aliases |= {strip_the(name) for name in (*names, entry.get("long", ""))}
        territory.short.add(re.sub(r"^The .*|.*\(.*", "", entry.get("short", "")))
        for key in ("nationality_noun", "nationality_adj"):
            territory.demonyms |= set(demonyms(entry.get(key, "")))
        for size, city, is_capital in urban_areas(entry.get("major_urban", "")):
            territory.urban.add(fold(city))
            if is_capital or fold(city) == fold(territory.capital):
                territory.capital_size = max(territory.capital_size, size)
        if not territory.capital:
            territory.capital = re.split("[(;,]", entry.get("capital", ""))[0].strip()


def former_names(entry: dict[str, Any]) -> list[str]:
    """Return the former names of a country that are one word: longer ones name other states."""
    names = re.split(r"[,;/]\s*", entry.get("former", ""))
    return [name for name in names if re.fullmatch(r"[A-Z][a-z]+", name)]


def demonyms(text: str) -> Iterator[str]:
    """Yield words for a nationality: "Briton(s), British (collective plural)" is Briton, Britons, British."""
    for part in re.split(r"[,;/]| or ", re.sub(r"note\b.*", "", text)):
        match = re.match(r"\s*([A-Z][\w'’. -]*?)(?:\((s|es|men|women)\))?\s*(?:\(|$)", part)
        if match and match[1].strip():
            word = match[1].strip()
            yield word
            if match[2] in ("s", "es"):
                yield word + match[2]
            elif match[2]:
                yield re.sub("(wo)?man$", match[2], word)


def urban_areas(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield size, name and whether it is the capital: "3.368 million Mashhad, 26,000 VICTORIA (capital)"."""
    area = r"(\d[\d.,]*) (million )?([^\d,(]+?)\s*(\([^)]*\))?(?=,|\s\(\d|$)"
    for number, million, names, rest in re.findall(area, text):
        size = float(number.replace(",", "")) * (1_000_000 if million else 1)
        for name in (names, *names.split("-")):
            yield int(size), name.strip(), "capital" in rest


def keep_sure_demonyms(territories: Iterable[Territory]) -> None:
    """Drop words that mean two nationalities ("Congolese"), or that are the name of a country.

    A word that a state shares with its dependencies ("Dutch") stays with the state.
    """
    everyone = list(territories)
    counts = Counter(word for t in everyone if t.sovereign for word in t.demonyms)
    words = {word for territory in everyone for word in territory.demonyms}
    names = {fold(name) for territory in everyone for name in (territory.name, *territory.short)}
    for territory in everyone:
        sure = {word for word in territory.demonyms if counts[word] == territory.sovereign}
        territory.demonyms = {word for word in sure if fold(word) not in names}
        territory.aliases = (territory.aliases - words) | territory.short


def territory_row(territory: Territory) -> tuple[str, ...]:
    """Return the row of a territory; its aliases are Latin script and no demonyms or capitals."""
    taken = {fold(word) for word in (*territory.demonyms, territory.capital, territory.name, "")}
    aliases = {a.strip() for a in territory.aliases - NO_ALIASES if _LATIN.fullmatch(a) and "(" not in a}
    kept = {alias for alias in aliases if fold(alias) not in taken} | (territory.short - {territory.name, ""})
    unique = {fold(alias): alias for alias in sorted(kept)}
    columns = (territory.code, territory.name, territory.wikidata, territory.geonames, territory.capital)
    return (*columns, "|".join(sorted(territory.demonyms)), "|".join(sorted(unique.values())))


def city_rows(source: Path, territories: dict[str, Territory]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each name of a city: rank 3 is a big capital, 2 other capitals and big cities."""
    by_name = {fold(n): t for t in territories.values() if len(t.code) == 2 for n in (t.name, *t.aliases)}
    for row in csv.DictReader(read(source / "world-cities" / "world-cities.csv.gz")):
        country: str = row["country"]
        territory = by_name.get(fold(country)) or by_name.get(fold(invert(country)))
        territory = territory or territories[CITY_COUNTRIES[country]]
        aliases = CITY_EXONYMS.get(territory.code, {}).get(row["name"], ())
        rank = city_rank(territory, {fold(name) for name in (row["name"], *aliases)}, row["subcountry"])
        rank = max(rank, 2) if aliases else rank
        for name in (row["name"], *aliases):
            key = " ".join(words(name))
            yield key, row["name"], territory.code, row["subcountry"], row["geonameid"], str(rank)


def city_rank(territory: Territory, names: set[str], part: str) -> int:
    """Return 3 for a capital of 200,000 people or more, 2 for other capitals and big cities, else 1."""
    if territory.code == "US" and names & {"washington"} and part != "District of Columbia":
        return 1
    if fold(territory.capital) in names:
        return 3 if territory.capital_size >= 200_000 else 2
    return 2 if names & territory.urban else 1


def one_of_each_rank(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Take the rank from namesakes in one country, except from the one whose part is called like it."""
    ranked = Counter((row[0], row[2]) for row in rows if row[5] != "1")
    return [
        (*row[:5], "1") if ranked[row[0], row[2]] > 1 and fold(row[3]) != fold(row[1]) else row
        for row in rows
    ]


def legal_forms(source: Path) -> list[str]:
    """Return the legal forms of companies in Latin script, folded to lower case without dots."""
    entries = json.load(read(source / "rigour" / "names_org_types.json.gz"))
    forms = {f for e in entries for f in (*e["aliases"], e.get("display", ""), e.get("compare", "")) if f}
    folded = {" ".join(fold(form).replace(".", "").replace(",", " ").split()) for form in forms}
    return sorted(form for form in folded if re.fullmatch(r"[a-z& ]{2,40}", form))


def fold(text: str) -> str:
    """Return ``text`` in lower case without diacritics."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).strip()


def invert(name: str) -> str:
    """Return "Islamic Republic of Iran" for "Iran, Islamic Republic of"."""
    head, _, tail = name.partition(", ")
    return f"{tail} {head}" if tail else head


def strip_the(name: str) -> str:
    """Return ``name`` without its article, which may stand in front or in brackets behind."""
    return re.sub(r"^[Tt]he |\s*\([Tt]he\)$|\*$", "", name).strip()


def read(path: Path) -> TextIO:
    """Open a gzipped text file."""
    return gzip.open(path, "rt", encoding="utf-8", newline="")


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a gzipped JSON Lines file."""
    with read(path) as lines:
        for line in lines:
            yield json.loads(line)


def write_table(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write tab-separated values, gzipped without a time stamp where the name ends in .gz."""
    text = "".join("\t".join(row) + "\n" for row in (header, *rows))
    data = text.encode("utf-8")
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
