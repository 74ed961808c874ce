"""From a phrase to its amount: the first number in it that counts or measures, with its unit and exactness."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from newsgraph.graph.model.record import Amount

from .exclusions import is_year, names_something
from .numbers import figures, says_number
from .patterns import AT_NUMBER, LOOSE_AFTER_IT, LOOSE_BEFORE
from .quantities import quantity_at
from .ranges import range_at, score_at
from .vocabulary import LOOSE, LOOSE_AFTER, TIME_UNITS

MOST_POUNDS = 10_000
"""Pounds from here on are money, where nothing tells."""

LONGEST = 300
"""Characters that are looked at; a longer phrase is read up to there."""


@lru_cache(maxsize=1 << 12)
def amount_of(text: str, label: str | None = None) -> Amount | None:
    """Return the amount that a phrase says, or None where it says none.

    The first number that counts or measures is taken: "a fine of $3m" is three million US dollars. Numbers that
    name something (Article 5, March 3, Boeing 737), clock times and bare years are no amounts. ``label`` is the
    entity label of the number where one is known: a DATE is an amount only of units of time, and a
    CARDINAL of four digits is no year.

    >>> amount_of("nearly two dozen people")
    Amount(number=24.0, unit='person', currency=None, approx='under', low=None, high=None)
    >>> amount_of("between 40 and 60 million euros")
    Amount(number=None, unit=None, currency='EUR', approx=None, low=40000000.0, high=60000000.0)
    """
    if not says_number(text):
        return None
    plain = _clean(text[:LONGEST])
    written = figures(plain)
    for match in AT_NUMBER.finditer(written):
        if names_something(written, match):
            continue
        first = quantity_at(written, match)
        if first is None:
            continue
        found = score_at(written, match) or range_at(written, match, first) or first.amount
        if label == "DATE" and found.unit not in TIME_UNITS:
            return None
        if label in (None, "DATE", "TIME") and is_year(written, match, found):
            continue
        if found.number == 1 and found.unit is None and found.currency is None:  # "one of the men"
            return None
        return _shaded(written, match, _weight_or_money(found, label))
    return None


def _weight_or_money(amount: Amount, label: str | None) -> Amount:
    """Take pounds as sterling where the label says money, or where they are too many to be a weight."""
    number = amount.number or amount.high or 0
    if amount.unit == "pound" and label != "QUANTITY" and (label == "MONEY" or number >= MOST_POUNDS):
        return replace(amount, unit=None, currency="GBP")
    return amount


def _clean(text: str) -> str:
    """Bring blanks, dashes and quotes into one form."""
    text = re.sub(r"[‐‑‒–—]", "-", re.sub(r"[‘’ʼ`]", "'", text))
    return re.sub(r"[ \t\n\u2009]+", " ", text).strip()


def _shaded(text: str, match: re.Match[str], amount: Amount) -> Amount:
    """Add how exact the amount is."""
    if match["vague"]:
        return replace(amount, number=None, low=amount.number, approx="over")
    if match["plus"]:
        return replace(amount, approx="over")
    before = LOOSE_BEFORE.search(text[: match.start()])
    if before:
        return replace(amount, approx=LOOSE[before["shade"].lower()])
    behind = LOOSE_AFTER_IT.search(text[match.end() : match.end() + 60])
    return replace(amount, approx=LOOSE_AFTER[behind["shade"].lower()]) if behind else amount
