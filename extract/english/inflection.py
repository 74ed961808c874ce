"""The singular of English nouns, for units of counts."""

from __future__ import annotations

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "geese": "goose", "mice": "mouse", "oxen": "ox", "lives": "life", "wives": "wife", "knives": "knife",
    "wolves": "wolf", "calves": "calf", "halves": "half", "shelves": "shelf", "thieves": "thief", "leaves": "leaf",
    "loaves": "loaf", "crises": "crisis", "criteria": "criterion", "phenomena": "phenomenon", "dice": "die",
    "bacteria": "bacterium", "data": "datum", "media": "medium", "heroes": "hero", "movies": "movie", "ties": "tie",
    "cookies": "cookie", "zombies": "zombie", "calories": "calorie", "rookies": "rookie", "aces": "ace",
    "shoes": "shoe", "buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus", "caucuses": "caucus",
    "bonuses": "bonus", "statuses": "status", "censuses": "census", "atlases": "atlas", "axes": "axe",
    "potatoes": "potato", "tomatoes": "tomato", "mosquitoes": "mosquito", "echoes": "echo", "vetoes": "veto",
    "torpedoes": "torpedo", "volcanoes": "volcano", "cargoes": "cargo", "analyses": "analysis", "bases": "base",
    "hypotheses": "hypothesis", "theses": "thesis", "diagnoses": "diagnosis", "oases": "oasis", "lies": "lie",
    "kroner": "krone", "kronor": "krona",
}  # fmt: skip
_SAME = frozenset(
    "series species means news sheep fish aircraft troops police premises headquarters barracks crossroads works "
    "gas lens atlas canvas bias alias pancreas christmas texas kansas arkansas dallas las los proceeds gallows physics economics politics athletics measles".split()
)
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s")


def singular(noun: str) -> str:
    """Return the singular of a noun; a noun that is not plural, or has no other form, stays as it is.

    >>> [singular(noun) for noun in ("barrels", "people", "policewomen", "deputies", "boxes", "series", "bus")]
    ['barrel', 'person', 'policewoman', 'deputy', 'box', 'series', 'bus']
    """
    word = noun.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _SAME or (len(word) < 4 and not word.endswith("s")):
        return noun
    if word.endswith("men") and len(word) > 4 and word not in ("specimen", "regimen", "acumen"):
        return noun[:-3] + "man"
    if not word.endswith("s") or word.endswith(_NOT_PLURAL) or len(word) < 3:
        return noun
    if word.endswith("ies") and len(word) > 4:
        return noun[:-3] + "y"
    return noun[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zzes")) else noun[:-1]


def is_plural(noun: str) -> bool:
    """Return whether a noun has the form of a plural.

    >>> is_plural("women"), is_plural("dollars"), is_plural("crisis")
    (True, True, False)
    """
    return singular(noun) != noun or noun.lower() in _SAME
