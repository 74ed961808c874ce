"""Map the name labels of each corpus onto the labels spaCy users know.

A corpus that cannot tell two labels apart gives the set of both; a loss over sets (see ``model.set_loss``)
then teaches only what the annotation says. ``MISC`` is an inner label for names that fit none of the others.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from pathlib import Path

LABELS = (
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "MISC",
)  # fmt: skip
PLACES = frozenset({"GPE", "LOC", "FAC"})
OTHERS = frozenset({"MISC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"})

_REGION = re.compile(
    r"\b(River|Sea|Ocean|Lake|Bay|Gulf|Strait|Straits|Channel|Valley|Mountains?|Mount|Mt\.?|Hills?|Desert|Peninsula|"
    r"Islands?|Isle|Coast|Basin|Delta|Plateau|Forest|Rainforest|Reef|Cape|Canyon|Falls|Glacier|Plains?|Corridor|Horn)\b"
)
_REGION_NAMES = frozenset(
    "africa asia europe antarctica oceania australasia eurasia americas america arctic antarctic middle-east latin-america "
    "south-america north-america central-america southeast-asia south-east-asia east-asia south-asia central-asia west-asia "
    "west-africa east-africa north-africa southern-africa central-africa sub-saharan-africa sahel sahara maghreb balkans caucasus "
    "caribbean scandinavia baltics baltic mediterranean pacific atlantic indo-pacific asia-pacific levant amazon himalayas andes alps "
    "eastern-europe western-europe central-europe northern-europe southern-europe west east far-east near-east global-south "
    "mesopotamia polynesia melanesia micronesia patagonia siberia".split()
)
_COMPASS = re.compile(
    r"^(the )?((north|south|east|west|central)(ern|-?east(ern)?|-?west(ern)?)?) [A-Z]", re.IGNORECASE
)
_FACILITY = re.compile(
    r"\b(Road|Street|St\.|Avenue|Highway|Motorway|Boulevard|Square|Bridge|Airport|Airfield|Hotel|Hospital|Stadium|Arena|"
    r"Building|Tower|Towers|Palace|Prison|Jail|Camp|Mosque|Church|Cathedral|Temple|Mall|Market|Museum|Library|Park|"
    r"Station|Terminal|Port|Harbour|Harbor|Dam|Base|Barracks|Cemetery|Hall|House|Centre|Center|School|Resort|Plaza|Monument)$"
)
_EVENT = re.compile(
    r"\b(Wars?|Cup|Olympics?|Games|Festival|Summit|Championships?|Revolution|Uprising|Elections?|Conference|Hurricane|Cyclone|"
    r"Typhoon|Storm|Tournament|League of Nations Day|Day|Holocaust|Intifada|Marathon|Grand Prix|Open|Expo|Ramadan|Christmas|"
    r"Easter|Eid|Genocide|Massacre|Spring|Crisis|Forum|Series|Finals?|Operation|Depression)\b"
)
_LAW = re.compile(
    r"\b(Act|Bill|Constitution|Treaty|Accords?|Agreement|Convention|Law|Amendment|Protocol|Resolution|Code|Charter|"
    r"Declaration|Ordinance|Decree|Pact|Article|Section)\b"
)
_DATE = re.compile(
    r"^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|"
    r"^(January|February|March|April|May|June|July|August|September|October|November|December)$"
)
_VESSEL = re.compile(r"^(INS|USS|HMS|MV|MT|SS)\b|-\d+$|\b(satellite|frigate|warship|tanker)\b")


class PlaceNames:
    """Tells states, provinces and cities from other places, by the openly licensed gazetteers."""

    def __init__(self, gazetteers: Path) -> None:
        self.political: set[str] = set()
        with gzip.open(gazetteers / "rigour/territories.jsonl.gz", "rt", encoding="utf8") as file:
            for line in file:
                self._add_territory(json.loads(line))
        with gzip.open(gazetteers / "world-cities/world-cities.csv.gz", "rt", encoding="utf8") as file:
            for row in csv.DictReader(file):
                self.political.update(_key(row[k]) for k in ("name", "country", "subcountry") if row[k])
        with gzip.open(gazetteers / "factbook/countries.jsonl.gz", "rt", encoding="utf8") as file:
            self.nationalities = {
                _key(word)
                for line in file
                for word in re.findall(r"\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?\b", _nationality(json.loads(line)))
            }
        self.political -= _REGION_NAMES
        self.political |= {"us", "usa", "uk", "uae", "drc", "dprk", "prc"}

    def _add_territory(self, row: dict[str, object]) -> None:
        for field in ("name", "full_name", "names", "names_strong", "names_weak"):
            value = row.get(field) or ()
            for name in [value] if isinstance(value, str) else list(value):  # type: ignore[call-overload]
                self.political.add(_key(str(name)))

    def labels(self, text: str) -> frozenset[str]:
        """The labels a place name may have: one when the lists or its last word tell, else all three."""
        key = _key(text)
        if key.replace(" ", "-") in _REGION_NAMES:
            return frozenset({"LOC"})
        if key in self.political or key.replace(".", "") in self.political:
            return frozenset({"GPE"})
        if _FACILITY.search(text):
            return frozenset({"FAC"})
        if _REGION.search(text) or _COMPASS.match(text):
            return frozenset({"LOC"})
        return PLACES


def _key(text: str) -> str:
    return re.sub(r"^the ", "", " ".join(text.lower().split()))


def _nationality(row: dict[str, object]) -> str:
    found = [str(value) for name, value in row.items() if "nationality" in name.lower()]
    return " ".join(found)


def worldwide(label: str, text: str, before: str, after: str, places: PlaceNames) -> frozenset[str]:
    """Labels for a name of en-worldwide-newswire; ``before``/``after`` are the neighbouring words."""
    if label == "Location":
        return places.labels(text)
    if label == "NORP":
        language = after.lower() in {"language", "speaker", "speakers", "translation"} or before.lower() in {
            "speak",
            "speaks",
        }
        return frozenset({"LANGUAGE"}) if language else frozenset({"NORP"})
    if label == "Facility":
        return frozenset({"PRODUCT"}) if _VESSEL.search(text) else frozenset({"FAC"})
    if label == "Misc":
        return _misc(text, before)
    return frozenset(
        {
            {
                "Person": "PERSON",
                "Organization": "ORG",
                "Date": "DATE",
                "Money": "MONEY",
                "Product": "PRODUCT",
            }[label]
        }
    )


def _misc(text: str, before: str) -> frozenset[str]:
    if _DATE.match(text):
        return frozenset({"DATE"})
    if _LAW.search(text):
        return frozenset({"LAW"})
    if _EVENT.search(text):
        return frozenset({"EVENT"})
    if before in {'"', "“", "‘", "'", "''", "``"}:
        return frozenset({"WORK_OF_ART"})
    return OTHERS - {"PRODUCT"}  # products have a class of their own here


def universal(label: str, text: str, places: PlaceNames) -> frozenset[str]:
    """Labels for a name of UNER or WikiGold (PER, LOC, ORG, OTH/MISC)."""
    if label == "LOC":
        return places.labels(text)
    if label in {"OTH", "MISC"}:
        return frozenset({"NORP"}) if _key(text) in places.nationalities else OTHERS | {"NORP"}
    return frozenset({{"PER": "PERSON", "ORG": "ORG"}[label]})


_CROSSNER = {
    "country": {"GPE"}, "politician": {"PERSON"}, "person": {"PERSON"}, "writer": {"PERSON"}, "scientist": {"PERSON"},
    "researcher": {"PERSON"}, "musicalartist": {"PERSON"}, "politicalparty": {"ORG"}, "organisation": {"ORG"},
    "organization": {"ORG"}, "band": {"ORG"}, "university": {"ORG"}, "event": {"EVENT"}, "election": {"EVENT"},
    "conference": {"EVENT"}, "book": {"WORK_OF_ART"}, "poem": {"WORK_OF_ART"}, "album": {"WORK_OF_ART"},
    "song": {"WORK_OF_ART"}, "magazine": {"WORK_OF_ART"}, "academicjournal": {"WORK_OF_ART"}, "product": {"PRODUCT"},
}  # fmt: skip


def crossner(label: str, text: str, places: PlaceNames) -> frozenset[str] | None:
    """Labels for a name of CrossNER; None where its class says nothing about ours."""
    if label == "location":
        return places.labels(text)
    found = _CROSSNER.get(label)
    return frozenset(found) if found else None


_GUM = {"person": {"PERSON"}, "organization": {"ORG"}, "event": {"EVENT"}}


def gum(label: str, text: str, places: PlaceNames) -> frozenset[str] | None:
    """Labels for a GUM mention with a proper-noun head; None where its type says too little."""
    if label == "place":
        return places.labels(text)
    found = _GUM.get(label)
    return frozenset(found) if found else None
