"""Patterns of numbers, units and money in a phrase whose numbers are figures already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .numbers import SHARE, VAGUE
from .vocabulary import CENTS, CODES, LOOSE, LOOSE_AFTER, MANY_COUNTRIES, MONEY_NOUNS, MONEY_OF, SIGNS, UNITS


def _any(words: Iterator[str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NUMBER = r"(?P<number>\d+(?:\.\d+)?)"
_SIGN = rf"(?:(?P<sign>{_any(list(SIGNS))}) ?|(?<!\w)(?P<code>{_any(list(CODES))}) ?)"
AT_NUMBER = re.compile(
    rf"(?:(?<!\w){_SIGN})?(?P<minus>(?<!\w)[-−])?(?P<vague>{VAGUE}?){_NUMBER}(?P<share>{SHARE}?)(?P<plus>\+?)(?![\d:])"
)
LOOSE_BEFORE = re.compile(rf"(?<!\w)(?P<shade>{_any(list(LOOSE))})(?: (?:a|an|the))? $", re.IGNORECASE)
LOOSE_AFTER_IT = re.compile(rf"[ -](?P<shade>{_any(list(LOOSE_AFTER))})\b", re.IGNORECASE)
WORD = re.compile(r"[A-Za-zÀ-ÿ][\w.'’&-]*")
OF_THEM = re.compile(r" of (?:the|those|these|its|his|her|their|our|my|your|all) (?:\d+ )?(?=[A-Za-z])")
WORD_BEFORE = re.compile(r"(\S+?)[ -]$")
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
CLOCK = re.compile(r" ?(?:a\.m\b|p\.m\b|[ap]m\b|o'clock|hours? GMT|GMT|UTC)", re.IGNORECASE)
UNIT = re.compile(rf"[ -]?(?P<unit>{_any(list(UNITS))})(?![\w²³])", re.IGNORECASE)
_COUNTRIES = sorted(
    {country for countries in MONEY_OF.values() for country in countries}, key=len, reverse=True
)
MONEY = re.compile(
    rf"[ -]?(?:(?:in|of) )?(?P<code>{'|'.join((*sorted(CODES), *CENTS))})\b"
    rf"|[ -](?:in )?(?:(?P<country>(?i:{_any(_COUNTRIES)})) )?"
    rf"(?P<noun>(?i:{_any([*MONEY_NOUNS, *MANY_COUNTRIES, 'pound', 'peso'])}))(?P<sterling> sterling)?\b"
)
MONEY_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<country>(?i:{_any(_COUNTRIES)})) )(?P<noun>(?i:{_any(list(MONEY_NOUNS))})) $"
)
CODE_NAMES = {"RMB": "CNY"}
PER = re.compile(
    r"(?: (?:per|an?|each|every) |/)(?P<per>[a-z]+)(?: (?:per|an?) (?P<period>day|year|month|week|hour))?"
)
JOINT = re.compile(r" ?(?P<joint>to|and|or|-|–) ?")
